import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useMay } from '../../session/use-session.ts';
import { Age } from '../../shell/age.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { Copy } from '../../shell/shown-once.tsx';
import { channelName } from '../../shell/words.ts';
import { ConnectionHealth } from './health.tsx';
import { useConnections, type Connection } from './use-connections.ts';

const COLUMNS: readonly Column<Connection>[] = [
  {
    header: 'Account',
    cell: ({ id, displayName, name, origin }) => (
      <Stack gap={0}>
        <Anchor component={Link} to={`/connections/${id}`} size="sm" fw={500}>
          {displayName} · {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {ORIGINS[origin]}
        </Text>
      </Stack>
    ),
  },
  { header: 'Health', cell: (connection) => <ConnectionHealth connection={connection} /> },
  { header: 'Channels', cell: ({ channels }) => channels.map(channelName).join(', ') },
  {
    header: 'Last event',
    cell: ({ lastEventAt }) => (lastEventAt === null ? 'none lately' : <Age at={lastEventAt} />),
  },
  {
    header: 'Webhook address',
    cell: ({ webhookUrl, displayName, name }) => (
      <Group gap="xs">
        <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {webhookUrl}
        </Text>
        <Copy value={webhookUrl} what={`the webhook address of ${displayName} ${name}`} />
      </Group>
    ),
  },
];

const ORIGINS: Readonly<Record<Connection['origin'], string>> = {
  environment: 'set by the environment',
  demo: 'belongs to the demo',
  api: 'made here',
};

/** The configured accounts at providers, and whether they work. */
export function ConnectionsPage() {
  const connections = useConnections();
  const isAdministrator = useMay('administrator');
  const add = isAdministrator && (
    <Button component={Link} to="/connections/new">
      Add an account
    </Button>
  );
  return (
    <Page title="Connections" about="Your accounts at the providers that carry messages." actions={add}>
      {connections.isError && (
        <ProblemAlert error={connections.error} onRetry={() => void connections.refetch()} />
      )}
      {connections.isPending && <Skeleton h={160} aria-busy="true" aria-label="Loading" />}
      {connections.data?.items.length === 0 && (
        <EmptyState title="No account is configured">
          {isAdministrator
            ? 'Add your account at a provider: you need its API key and its webhook secret.'
            : 'Ask an administrator to add your account at a provider.'}
        </EmptyState>
      )}
      {connections.data !== undefined && connections.data.items.length > 0 && (
        <DataTable
          label="Connections"
          columns={COLUMNS}
          items={connections.data.items}
          keyOf={({ id }) => id}
        />
      )}
    </Page>
  );
}
