import { Alert, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DryRunFindings } from './dry-run-findings.tsx';
import type { DryRun } from './use-dry-run.ts';

type DryRunOutcomeProps = {
  readonly run: DryRun;
  /** Said above what a finished one found. */
  readonly remark?: ReactNode;
};

/** How far a dry run is; in the end, what it found or why it did not get there. */
export function DryRunOutcome({ run, remark }: DryRunOutcomeProps) {
  const { state, total, lookedAt, problem, result } = run;
  return (
    <Stack>
      {state === 'running' && (
        <div>
          <Progress
            value={total === 0 ? 0 : (100 * lookedAt) / total}
            animated
            aria-label="Progress of the dry run"
          />
          <Text size="sm" mt={4} role="status">
            {lookedAt.toLocaleString()} of {total.toLocaleString()} events
          </Text>
        </div>
      )}
      {state === 'failed' && (
        <Alert color="red" title="The dry run did not come to its end">
          {problem}
        </Alert>
      )}
      {state === 'finished' && remark}
      {result !== null && <DryRunFindings run={run} result={result} />}
    </Stack>
  );
}
