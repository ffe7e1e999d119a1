import { Button, Loader, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { Instant } from '../../../shell/instant.tsx';
import { Page } from '../../../shell/page.tsx';
import { ProblemAlert } from '../../../shell/problem-alert.tsx';
import { DryRunOutcome } from './dry-run-outcome.tsx';
import { useDryRun } from './use-dry-run.ts';

/** One dry run of the past, as it was found. */
export function DryRunPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useDryRun(id);
  return (
    <Page
      title={data === undefined || data === null ? 'Dry run' : `Dry run: ${data.ruleName}`}
      about="What the rule would have done, as it was when it was tried."
      actions={
        <>
          {data !== undefined && data !== null && data.ruleId !== null && (
            <Button variant="default" component={Link} to={`/rules/${data.ruleId}`}>
              The rule
            </Button>
          )}
          <Button variant="default" component={Link} to="/rules/dry-runs">
            All dry runs
          </Button>
        </>
      }
    >
      {isPending && <Loader aria-label="Loading" />}
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data !== null && (
        <>
          <Text size="sm" component="div">
            Begun <Instant at={data.createdAt} /> by {data.actor}.
          </Text>
          <DryRunOutcome run={data} />
        </>
      )}
    </Page>
  );
}
