import { Anchor, Badge, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useMay } from '../../session/use-session.ts';
import { Age } from '../../shell/age.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';

type Waiting = components['schemas']['WaitingView'];
type Lane = components['schemas']['LaneView'];

const MOST_COUNTED = 10_000;

const QUEUES: Readonly<Record<Waiting['queue'], { readonly label: string; readonly to?: string }>> = {
  webhooks: { label: 'Stored webhooks', to: '/events' },
  events: { label: 'Events of our own' },
  messages: { label: 'Messages to send', to: '/messages' },
  calls: { label: 'Calls of other systems', to: '/webhook-calls' },
};

const WAITING: readonly Column<Waiting>[] = [
  {
    header: 'Queue',
    cell: ({ queue, state }) => {
      const { label, to } = QUEUES[queue];
      return to === undefined ? (
        label
      ) : (
        <Anchor component={Link} to={queue === 'messages' ? to : `${to}?state=${state}`} size="sm">
          {label}
        </Anchor>
      );
    },
  },
  {
    header: 'State',
    cell: ({ state, needsPerson }) => (
      <Badge color={needsPerson ? 'red' : 'blue'} variant="light" tt="none">
        {state}
        {needsPerson ? ' · needs a person' : ''}
      </Badge>
    ),
  },
  {
    header: 'How many',
    cell: ({ count }) => `${count.toLocaleString()}${count >= MOST_COUNTED ? ' or more' : ''}`,
  },
  { header: 'The oldest', cell: ({ oldestAt }) => <Age at={oldestAt} /> },
];

const LANES: readonly Column<Lane>[] = [
  { header: 'Lane', cell: ({ lane }) => lane },
  { header: 'Waiting', cell: ({ waiting }) => waiting.toLocaleString() },
  { header: 'The oldest', cell: ({ oldestAt }) => <Age at={oldestAt} /> },
];

/** What waits, and for how long. */
export function QueuesPage() {
  const isAdministrator = useMay('administrator');
  return (
    <Page title="Queues" about="What waits, and for how long. Counted from the tables, which are the truth.">
      {isAdministrator ? (
        <Counts />
      ) : (
        <EmptyState title="This needs the role administrator">
          What waits by the names of customers’ addresses is for administrators. The overview has the counts.
        </EmptyState>
      )}
    </Page>
  );
}

function Counts() {
  const queues = useQuery({
    queryKey: ['queues'],
    queryFn: () => bodyOf(api.GET('/api/v1/queues')),
    refetchInterval: 5_000,
  });
  if (queues.isError) return <ProblemAlert error={queues.error} onRetry={() => void queues.refetch()} />;
  if (queues.data === undefined) return <Skeleton h={200} aria-busy="true" aria-label="Loading" />;
  const { waiting, lanes, countedAt } = queues.data;
  return (
    <Stack>
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits">
          Everything that came is handled, and everything is sent.
        </EmptyState>
      ) : (
        <DataTable
          label="What waits"
          columns={WAITING}
          items={waiting}
          keyOf={({ queue, state }) => `${queue} ${state}`}
        />
      )}
      {lanes.length > 0 && (
        <Stack gap="xs">
          <Title order={2} size="h4">
            The longest lanes
          </Title>
          <Text size="sm" c="dimmed">
            Events of one customer are handled one after another. A lane that stays long has an event that
            fails.
          </Text>
          <DataTable label="The longest lanes" columns={LANES} items={lanes} keyOf={({ lane }) => lane} />
        </Stack>
      )}
      <Text size="xs" c="dimmed">
        Counted at <Instant at={countedAt} />, and again every five seconds.
      </Text>
    </Stack>
  );
}
