import { Alert, Anchor, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { JsonObject } from '../../../../../src/messaging/untrusted.js';
import { useMay } from '../../../session/use-session.ts';
import { ProblemAlert } from '../../../shell/problem-alert.tsx';
import { RefusalAlert } from '../../revisions/refusal-alert.tsx';
import { DryRunOutcome } from './dry-run-outcome.tsx';
import { useDryRun, useStartDryRun } from './use-dry-run.ts';

type DryRunPanelProps = {
  readonly definition: JsonObject;
  readonly ruleId: string | undefined;
  readonly runId: string | undefined;
  /** The rule has not been changed since the dry run began. */
  readonly isOfThisDraft: boolean;
  readonly onStarted: (id: string) => void;
};

const SPANS = [7, 30, 90].map((days) => ({ value: String(days), label: `the past ${days} days` }));

/** Runs the edited rule over what has happened, and shows what would have been different. Nothing is sent. */
export function DryRunPanel({ definition, ruleId, runId, isOfThisDraft, onStarted }: DryRunPanelProps) {
  const [days, setDays] = useState(30);
  const mayEdit = useMay('editor');
  const run = useDryRun(runId);
  const start = useStartDryRun(onStarted);
  const isRunning = run.data?.state === 'running';
  return (
    <Stack>
      <Group align="flex-end">
        <NativeSelect
          label="Try this rule on"
          data={SPANS}
          value={String(days)}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
        <Button
          loading={start.isPending || isRunning}
          disabled={!mayEdit}
          onClick={() => start.mutate({ definition, ruleId, days })}
        >
          Run
        </Button>
        <Anchor component={Link} to="/rules/dry-runs" size="sm" pb={8}>
          Earlier dry runs
        </Anchor>
      </Group>
      {!mayEdit && (
        <Text size="sm" c="dimmed">
          Only editors and administrators may run a dry run.
        </Text>
      )}
      {start.error !== null && (
        <RefusalAlert error={start.error} title="It cannot be tried yet" path={['definition']} />
      )}
      {run.error !== null && <ProblemAlert error={run.error} onRetry={() => void run.refetch()} />}
      {runId === undefined && (
        <Text c="dimmed" size="sm">
          Every event of that time is decided again, with this rule as it stands in the form and without it.
          You see what it would win, lose and change, and what that costs. Nothing is sent.
        </Text>
      )}
      {run.data !== undefined && run.data !== null && (
        <DryRunOutcome
          run={run.data}
          remark={
            !isOfThisDraft && (
              <Alert color="yellow" title="The rule has been changed since">
                What you see below is about the rule as it was. Run it again before you rely on it.
              </Alert>
            )
          }
        />
      )}
    </Stack>
  );
}
