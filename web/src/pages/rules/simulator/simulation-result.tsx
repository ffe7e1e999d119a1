import { Box, Code, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { CustomerText } from '../../../shell/customer-text.tsx';
import { ProblemAlert } from '../../../shell/problem-alert.tsx';
import { placeInWords } from '../../revisions/problem-place.ts';
import { TraceTree } from '../../../shell/trace-tree.tsx';
import { VerdictBadge } from '../../../shell/verdict-badge.tsx';
import type { useSimulation } from './use-simulation.ts';

type SimulationResultProps = {
  readonly simulation: ReturnType<typeof useSimulation>;
  readonly isAsked: boolean;
  readonly isOff: boolean;
};

/** The verdict, what would be sent and done, and the whole reasoning with the edited rule in front. */
export function SimulationResult({ simulation, isAsked, isOff }: SimulationResultProps) {
  const { data, error, problems, isFetching } = simulation;
  if (!isAsked) {
    return (
      <Text size="sm" c="dimmed">
        Type what a customer might write. You see at once what this rule makes of it; nothing is stored or
        sent.
      </Text>
    );
  }
  if (problems.length > 0) {
    return (
      <Text size="sm" c="dimmed" role="status">
        Once the rule is complete you see here what becomes of this message. Still to do:{' '}
        {[...new Set(problems.map(({ pointer }) => placeInWords(pointer)))].join('; ')}.
      </Text>
    );
  }
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void simulation.refetch()} />;
  if (data === undefined) return <Loader size="sm" aria-label="Deciding" />;
  const { verdict, sentence, replies, effects, stages, rule } = data;
  return (
    <Stack gap="sm" style={{ opacity: isFetching ? 0.6 : 1 }}>
      <Group gap="xs" aria-live="polite">
        <VerdictBadge verdict={verdict} />
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {sentence}
        </Text>
      </Group>
      {isOff && (
        <Text size="xs" c="dimmed">
          The rule is switched off; here it is tried as if it were on.
        </Text>
      )}
      {replies.map(({ text, encoding, segments, costHint, channel }, index) => (
        <Box key={index}>
          <Box
            p="sm"
            bg="var(--mantine-color-heed-light)"
            style={{ borderRadius: 'var(--mantine-radius-md)' }}
          >
            <CustomerText text={text} />
          </Box>
          <Text size="xs" c="dimmed" mt={2}>
            {channel === 'sms'
              ? `${segments === 1 ? '1 SMS segment' : `${segments} SMS segments`} (${encoding})`
              : `by ${channel}`}
            {costHint !== undefined && `. ${costHint}`}
          </Text>
        </Box>
      ))}
      {effects.length > 0 && (
        <Box>
          <Title order={3} size="h6">
            It would also
          </Title>
          <List size="sm">
            {effects.map(({ kind, ...what }, index) => (
              <List.Item key={index}>
                {kind}{' '}
                <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                  {JSON.stringify(what)}
                </Code>
              </List.Item>
            ))}
          </List>
        </Box>
      )}
      {rule !== undefined && (
        <Box>
          <Title order={3} size="h6">
            What this rule says
          </Title>
          <TraceTree nodes={[rule]} ruleId={rule.ruleId} isOpen />
        </Box>
      )}
      <Box>
        <Title order={3} size="h6">
          The whole way
        </Title>
        <TraceTree nodes={stages} ruleId={rule?.ruleId} />
      </Box>
    </Stack>
  );
}
