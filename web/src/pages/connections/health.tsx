import { Badge, Stack, Text } from '@mantine/core';
import { Instant } from '../../shell/instant.tsx';
import type { Connection } from './use-connections.ts';

type Health = { readonly word: string; readonly color: string; readonly why?: string };

/** Whether a connection works, and if not, what a person has to do. */
export function ConnectionHealth({ connection }: { readonly connection: Connection }) {
  const { pausedUntil } = connection;
  const { word, color, why } = healthOf(connection);
  return (
    <Stack gap={2} align="flex-start">
      <Badge color={color} variant="light" tt="none">
        {word}
      </Badge>
      {why !== undefined && <Text size="xs">{why}</Text>}
      {pausedUntil !== null && new Date(pausedUntil) > new Date() && (
        <Text size="xs">
          Sending is held back until <Instant at={pausedUntil} />.
        </Text>
      )}
    </Stack>
  );
}

function healthOf({ enabled, attention, pausedUntil, hasApiKey, hasWebhookSecret }: Connection): Health {
  if (!enabled) return { word: 'Off', color: 'gray' };
  if (attention !== null) return { word: 'Needs attention', color: 'red', why: attention };
  if (!hasWebhookSecret) {
    return { word: 'No webhook secret', color: 'yellow', why: 'Every webhook is refused. Enter the secret.' };
  }
  if (!hasApiKey) {
    return { word: 'No API key', color: 'yellow', why: 'It receives and cannot send. Enter the key.' };
  }
  if (pausedUntil !== null && new Date(pausedUntil) > new Date()) return { word: 'Paused', color: 'yellow' };
  return { word: 'In order', color: 'green' };
}
