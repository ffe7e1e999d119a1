import { Anchor, Badge, Text } from '@mantine/core';
import { Link } from 'react-router';
import { CustomerText } from '../../shell/customer-text.tsx';
import { DataTable } from '../../shell/data-table.tsx';
import { Instant } from '../../shell/instant.tsx';
import type { ModelCall, ModelCallState } from './use-model-calls.ts';

const STATES: Readonly<Record<ModelCallState, { readonly words: string; readonly color: string }>> = {
  queued: { words: 'waits to be asked', color: 'gray' },
  calling: { words: 'is being asked', color: 'blue' },
  draft: { words: 'draft', color: 'yellow' },
  answered: { words: 'answered', color: 'green' },
  fallen_back: { words: 'the rule’s own text', color: 'orange' },
  refused: { words: 'not used', color: 'orange' },
  failed: { words: 'no answer', color: 'red' },
  discarded: { words: 'discarded', color: 'gray' },
};

/** Every question with what became of it. */
export function ModelCallTable({ calls }: { readonly calls: readonly ModelCall[] }) {
  return (
    <DataTable
      label="Questions to the language model"
      items={calls}
      keyOf={({ id }) => id}
      columns={[
        {
          header: 'Customer',
          cell: ({ question, theirAddress, inboundMessageId }) => (
            <>
              <Anchor component={Link} to={`/messages/${inboundMessageId}`} size="sm">
                {theirAddress ?? 'Message'}
              </Anchor>
              {question !== null && <CustomerText text={question} />}
            </>
          ),
        },
        {
          header: 'What became of it',
          cell: ({ state, reason, actor }) => (
            <>
              <Badge variant="light" color={STATES[state].color} tt="none">
                {STATES[state].words}
              </Badge>
              {(reason !== null || actor !== null) && (
                <Text size="xs" c="dimmed" mt={2}>
                  {reason ?? `by ${actor ?? ''}`}
                </Text>
              )}
            </>
          ),
        },
        {
          header: 'Answer',
          cell: ({ answer }) =>
            answer === null ? (
              <Text size="sm" c="dimmed">
                none
              </Text>
            ) : (
              <CustomerText text={answer} />
            ),
        },
        { header: 'Rule', cell: ({ ruleName }) => ruleName },
        {
          header: 'Took',
          cell: ({ latencyMs, promptTokens, answerTokens }) =>
            latencyMs === null ? (
              '–'
            ) : (
              <>
                {(latencyMs / 1_000).toFixed(1)} s
                {promptTokens !== null && (
                  <Text size="xs" c="dimmed">
                    {promptTokens + (answerTokens ?? 0)} tokens
                  </Text>
                )}
              </>
            ),
        },
        { header: 'When', cell: ({ createdAt }) => <Instant at={createdAt} /> },
      ]}
    />
  );
}
