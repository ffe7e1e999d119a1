import { Anchor, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { useMay } from '../../session/use-session.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { OpenNow } from './open-now.tsx';

export function SchedulesPage() {
  const mayEdit = useMay('editor');
  const { data, error, refetch } = useQuery({
    queryKey: ['schedules', 'list'],
    queryFn: () => bodyOf(api.GET('/api/v1/schedules')),
  });
  const make = mayEdit && (
    <Button component={Link} to="/schedules/new">
      New schedule
    </Button>
  );
  return (
    <Page
      title="Schedules"
      about="When somebody is there. Any number of rules ask one schedule."
      actions={make}
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={160} aria-label="Loading" />}
      {data?.items.length === 0 && (
        <EmptyState title="No schedules yet">
          Write down when somebody is there; then a rule can answer differently outside these hours. The
          starter pack “After hours” makes both: see{' '}
          <Anchor component={Link} to="/rules">
            Rules
          </Anchor>
          .
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <DataTable
          label="Schedules"
          items={data.items}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Name',
              cell: ({ id, name }) => (
                <Anchor component={Link} to={`/schedules/${id}`} fw={600} dir="auto">
                  {name}
                </Anchor>
              ),
            },
            { header: 'Now', cell: ({ id }) => <OpenNow id={id} /> },
            {
              header: 'Clock',
              cell: ({ timeZone, fallbackTimeZone }) =>
                timeZone === 'contact' ? `the contact’s, else ${fallbackTimeZone ?? 'none'}` : timeZone,
            },
            { header: 'Changed', cell: ({ updatedAt }) => <Instant at={updatedAt} /> },
          ]}
        />
      )}
    </Page>
  );
}
