import { List, Text } from '@mantine/core';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { spoken } from '../../shell/words.ts';
import { useAttempts, type Attempt } from './use-message.ts';

/** The calls of the provider's send API, each with what came back. */
export function AttemptList({ messageId }: { readonly messageId: string | undefined }) {
  const attempts = useAttempts(messageId);
  if (attempts.isError) return <ProblemAlert error={attempts.error} />;
  if (attempts.data === undefined || attempts.data.length === 0) return null;
  return (
    <List size="sm">
      {attempts.data.map((attempt) => (
        <List.Item key={attempt.number}>
          <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
            Call {attempt.number}, <Instant at={attempt.startedAt} />: {outcomeOf(attempt)}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

function outcomeOf({ startedAt, finishedAt, outcome, httpStatus, code, detail }: Attempt): string {
  if (finishedAt === null || outcome === null) return 'no answer is on record.';
  const tookMs = Date.parse(finishedAt) - Date.parse(startedAt);
  return [
    `${spoken(outcome)} in ${tookMs} ms`,
    httpStatus === null ? '' : `HTTP ${httpStatus}`,
    code === null ? '' : `code ${code}`,
    detail ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
