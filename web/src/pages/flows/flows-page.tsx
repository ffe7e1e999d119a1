import { Anchor, Button, Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { useMay } from '../../session/use-session.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { FlowRuns } from './flow-runs.tsx';

export function FlowsPage() {
  const mayEdit = useMay('editor');
  return (
    <Page
      title="Flows"
      about="Conversations of several steps: questions, menus, branches. A rule begins one."
      actions={
        mayEdit && (
          <Button component={Link} to="/flows/new">
            New flow
          </Button>
        )
      }
    >
      <Tabs defaultValue="flows" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="flows">Flows</Tabs.Tab>
          <Tabs.Tab value="runs">Runs</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="flows" pt="md">
          <FlowList />
        </Tabs.Panel>
        <Tabs.Panel value="runs" pt="md">
          <FlowRuns />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function FlowList() {
  const { data, error, refetch } = useQuery({
    queryKey: ['flows', 'list'],
    queryFn: () => bodyOf(api.GET('/api/v1/flows')),
  });
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={120} aria-label="Loading" />;
  if (data.items.length === 0) {
    return (
      <EmptyState title="No flows yet">
        Make one to ask a customer several things in a row. It starts with an example that you can change.
      </EmptyState>
    );
  }
  return (
    <DataTable
      label="Flows"
      items={data.items}
      keyOf={({ id }) => id}
      columns={[
        {
          header: 'Name',
          cell: ({ id, name }) => (
            <Anchor component={Link} to={`/flows/${id}`} fw={600} dir="auto">
              {name}
            </Anchor>
          ),
        },
        { header: 'Steps', cell: ({ steps }) => Object.keys(steps).length },
        { header: 'Revision', cell: ({ revision }) => revision },
        { header: 'Changed', cell: ({ updatedAt }) => <Instant at={updatedAt} /> },
      ]}
    />
  );
}
