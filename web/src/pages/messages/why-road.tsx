import { Group, Stack, Text, Timeline, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Instant } from '../../shell/instant.tsx';
import { TraceTree } from '../../shell/trace-tree.tsx';
import { AttemptList } from './attempt-list.tsx';
import { roadOf, type RoadStep, type StepState } from './road.ts';
import type { Explanation } from './use-message.ts';

const SIGNS: Readonly<Record<StepState, { sign: string; words: string; color: string }>> = {
  done: { sign: '✓', words: 'passed', color: 'heed' },
  ended: { sign: '■', words: 'ended here', color: 'orange' },
  failed: { sign: '✕', words: 'went wrong', color: 'red' },
  unreached: { sign: '·', words: '', color: 'gray' },
  waiting: { sign: '…', words: 'waiting', color: 'yellow' },
};

/** The message's road, stretch by stretch, down to each value that a rule looked at. */
export function WhyRoad({ explanation }: { readonly explanation: Explanation }) {
  const road = roadOf(explanation);
  const [answer] = explanation.replies;
  return (
    <section aria-labelledby="road">
      <Title order={2} size="h4" id="road" mb="md">
        The road it took
      </Title>
      {road.length === 0 && <Text c="dimmed">Nothing is on record.</Text>}
      <Timeline active={road.length} bulletSize={24} lineWidth={2}>
        {road.map((step, index) => (
          <Stretch key={`${index} ${step.key}`} step={step}>
            {step.key === 'provider' && <AttemptList messageId={answer?.messageId} />}
          </Stretch>
        ))}
      </Timeline>
    </section>
  );
}

function Stretch({ step, children }: { readonly step: RoadStep; readonly children?: ReactNode }) {
  const { title, state, at, notes, nodes, key } = step;
  const { sign, words, color } = SIGNS[state];
  const detail =
    key === 'rules' || key === 'actions' ? nodes.flatMap(({ children: own = [] }) => own) : nodes;
  return (
    <Timeline.Item
      color={color}
      bullet={
        <Text span size="xs" aria-hidden>
          {sign}
        </Text>
      }
      title={
        <Group gap="xs">
          <Title order={3} size="h6">
            {title}
          </Title>
          <Text size="xs" c="dimmed" component="div">
            {state !== 'done' && words !== '' && `${words} `}
            {at !== undefined && <Instant at={at} hasSeconds />}
          </Text>
        </Group>
      }
    >
      <Stack gap={4}>
        {notes.map((note) => (
          <Text key={note} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {note}
          </Text>
        ))}
        {detail.length > 0 && key !== 'unreached' && (
          <details open={key === 'rules'}>
            <summary style={{ cursor: 'pointer', fontSize: 'var(--mantine-font-size-sm)' }}>
              {DETAILS[key] ?? 'What was asked'}
            </summary>
            <TraceTree nodes={detail} isOpen={key === 'rules'} />
          </details>
        )}
        {children}
      </Stack>
    </Timeline.Item>
  );
}

const DETAILS: Partial<Readonly<Record<RoadStep['key'], string>>> = {
  rules: 'Every rule that was asked, and what it saw',
  actions: 'What was done',
  rendered: 'How the text was made',
};
