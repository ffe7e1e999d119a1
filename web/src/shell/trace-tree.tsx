import { Box, Code, Text } from '@mantine/core';
import type { components } from '../api/schema.d.ts';

type TraceNode = components['schemas']['TraceNodeView'];

const OUTCOMES: Readonly<Record<TraceNode['outcome'], { readonly sign: string; readonly words: string }>> = {
  matched: { sign: '✓', words: 'matched' },
  passed: { sign: '→', words: 'passed on' },
  stopped: { sign: '■', words: 'stopped' },
  not_matched: { sign: '✕', words: 'did not match' },
  skipped: { sign: '·', words: 'was not asked' },
};

type TraceTreeProps = {
  readonly nodes: readonly TraceNode[];
  /** The rule whose branch stands out, and is open from the start. */
  readonly ruleId?: string | undefined;
  readonly isOpen?: boolean;
};

/** The reasoning behind a decision: each question with its answer and the values it looked at, nested as it was asked. */
export function TraceTree({ nodes, ruleId, isOpen = false }: TraceTreeProps) {
  return (
    <Box component="ul" m={0} pl="md" style={{ listStyle: 'none' }}>
      {nodes.map((node, index) => (
        <li key={`${index} ${node.label}`}>
          <Branch node={node} ruleId={ruleId} isOpen={isOpen} />
        </li>
      ))}
    </Box>
  );
}

function Branch({ node, ruleId, isOpen }: { readonly node: TraceNode } & Omit<TraceTreeProps, 'nodes'>) {
  const { children = [] } = node;
  const isThisRule = ruleId !== undefined && node.ruleId === ruleId;
  if (children.length === 0) return <Answer node={node} isStrong={isThisRule} />;
  return (
    <details open={isOpen || node.outcome === 'stopped' || holds(node, ruleId)}>
      <summary style={{ cursor: 'pointer' }}>
        <Answer node={node} isStrong={isThisRule} />
      </summary>
      <TraceTree nodes={children} ruleId={ruleId} isOpen={isOpen || isThisRule} />
    </details>
  );
}

function Answer({ node, isStrong }: { readonly node: TraceNode; readonly isStrong: boolean }) {
  const { label, outcome, detail, actual, expected } = node;
  const { sign, words } = OUTCOMES[outcome];
  return (
    <Text span size="sm" style={{ overflowWrap: 'anywhere' }} dir="auto">
      <span aria-hidden>{sign} </span>
      <Text span inherit fw={isStrong || outcome === 'matched' ? 600 : 400}>
        {label}
      </Text>{' '}
      <Text span inherit c="dimmed">
        {words}
        {detail === undefined ? '' : `: ${detail}`}
      </Text>
      {actual !== undefined && outcome !== 'passed' && (
        <>
          {' '}
          found <Code style={{ whiteSpace: 'pre-wrap' }}>{shown(actual)}</Code>
        </>
      )}
      {expected !== undefined && (
        <>
          {' '}
          wanted <Code style={{ whiteSpace: 'pre-wrap' }}>{shown(expected)}</Code>
        </>
      )}
    </Text>
  );
}

const SHOWN_LENGTH = 300;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

function holds({ ruleId: own, children = [] }: TraceNode, ruleId: string | undefined): boolean {
  return ruleId !== undefined && (own === ruleId || children.some((child) => holds(child, ruleId)));
}
