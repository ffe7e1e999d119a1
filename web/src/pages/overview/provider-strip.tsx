import { Anchor, Badge, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { Instant } from '../../shell/instant.tsx';
import type { Connection } from './use-overview.ts';

/** Each account at a provider: whether it works, and when it was last heard of. */
export function ProviderStrip({ connections }: { readonly connections: readonly Connection[] }) {
  return (
    <section aria-labelledby="providers">
      <Title order={2} size="h5" mb="xs" id="providers">
        Providers
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {connections.map((connection) => (
          <Paper key={connection.id} withBorder p="sm">
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600} size="sm">
                <Anchor component={Link} to={`/connections/${connection.id}`} inherit>
                  {connection.displayName}
                  {connection.name !== 'default' && ` (${connection.name})`}
                </Anchor>
              </Text>
              <Health connection={connection} />
            </Group>
            <Text size="xs" c="dimmed" component="div">
              {connection.lastEventAt === null ? (
                'Nothing heard yet'
              ) : (
                <>
                  Last heard <Instant at={connection.lastEventAt} />
                </>
              )}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  );
}

function Health({ connection }: { readonly connection: Connection }) {
  const [color, words] = healthOf(connection);
  return (
    <Badge color={color} variant="light" tt="none">
      {words}
    </Badge>
  );
}

function healthOf({ enabled, attention, hasApiKey, hasWebhookSecret, origin }: Connection): [string, string] {
  if (!enabled) return ['gray', 'switched off'];
  if (attention !== null) return ['red', 'needs attention'];
  if (!hasWebhookSecret) return ['red', 'no webhook secret'];
  if (!hasApiKey) return ['orange', 'cannot send'];
  return origin === 'demo' ? ['blue', 'sandbox'] : ['green', 'working'];
}
