import { Alert, Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useMay } from '../../session/use-session.ts';
import { Age } from '../../shell/age.tsx';
import { Facts } from '../../shell/facts.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { Copy } from '../../shell/shown-once.tsx';
import { channelName } from '../../shell/words.ts';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { ConnectionHealth } from './health.tsx';
import { RegisteredWebhooks } from './registered-webhooks.tsx';
import { SecretsForm } from './secrets-form.tsx';
import { useConnection, type Connection } from './use-connections.ts';

/** One account at a provider. */
export function ConnectionPage() {
  const { id = '' } = useParams();
  const connection = useConnection(id);
  const { data } = connection;
  return (
    <Page
      title={data === undefined ? 'Connection' : `${data.displayName} · ${data.name}`}
      about={
        <Anchor component={Link} to="/connections" size="sm">
          All connections
        </Anchor>
      }
    >
      {connection.isError && (
        <ProblemAlert error={connection.error} onRetry={() => void connection.refetch()} />
      )}
      {connection.isPending && <Skeleton h={300} aria-busy="true" aria-label="Loading" />}
      {data !== undefined && <OneConnection key={data.id} connection={data} />}
    </Page>
  );
}

function OneConnection({ connection }: { readonly connection: Connection }) {
  const isAdministrator = useMay('administrator');
  const { webhookUrl, lastEventAt, channels, baseUrl, webhookSecretCount, hasApiKey, origin } = connection;
  return (
    <Stack maw={760}>
      <Paper withBorder p="md">
        <Stack>
          <ConnectionHealth connection={connection} />
          <div>
            <Text size="sm" fw={500}>
              Webhook address: what the provider has to call
            </Text>
            <Group gap="xs">
              <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {webhookUrl}
              </Text>
              <Copy value={webhookUrl} what="the webhook address" />
            </Group>
          </div>
          <Facts
            facts={[
              ['Last event', lastEventAt === null ? 'none lately' : <Age key="age" at={lastEventAt} />],
              ['Channels', channels.map(channelName).join(', ')],
              ['Provider’s API', baseUrl],
              ['API key', hasApiKey ? 'set' : 'missing'],
              [
                'Webhook secrets',
                webhookSecretCount === 2 ? '2 (a rotation is going on)' : webhookSecretCount,
              ],
            ]}
          />
        </Stack>
      </Paper>
      <ConnectionTest id={connection.id} />
      {connection.provider === 'connectly' && isAdministrator && <RegisteredWebhooks id={connection.id} />}
      <Title order={2} size="h4">
        Settings
      </Title>
      {origin !== 'api' && (
        <Alert
          color="blue"
          title={origin === 'demo' ? 'This account belongs to the demo' : 'Set by the environment'}
        >
          Its key, secrets, sender and business id cannot be changed here
          {origin === 'demo' ? '. Add an account of your own beside it.' : '; change the variables instead.'}
        </Alert>
      )}
      <ConnectionForm connection={connection} />
      {origin === 'api' && <SecretsForm connection={connection} />}
    </Stack>
  );
}
