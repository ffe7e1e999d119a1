import { Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { components } from '../../api/schema.d.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Facts } from '../../shell/facts.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Copy } from '../../shell/shown-once.tsx';
import { Button } from '@mantine/core';

type Event = components['schemas']['EventDetailView'];

const CLIPPED_AT = 5_000;

/** The body as it was signed, and the headers that were kept. Whatever stands in it, it is shown as text. */
export function RawEvent({ event }: { readonly event: Event }) {
  const { rawBody, rawBodyEncoding, headers, purgedAt, purgeReason } = event;
  const [isWhole, setWhole] = useState(false);
  if (purgedAt !== null) {
    return (
      <EmptyState title="Its body and headers are no longer kept">
        Emptied on <Instant at={purgedAt} />. {purgeReason}
      </EmptyState>
    );
  }
  const isLong = rawBody.length > CLIPPED_AT;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Copy value={rawBody} label="Copy the body" />
        {rawBodyEncoding === 'base64' && (
          <Text size="sm" c="dimmed">
            Its bytes are no UTF-8 text; this is base64.
          </Text>
        )}
      </Group>
      <Code
        block
        tabIndex={0}
        aria-label="Raw body"
        mah={480}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', overflowY: 'auto' }}
      >
        {isLong && !isWhole ? `${rawBody.slice(0, CLIPPED_AT)}…` : rawBody}
      </Code>
      {isLong && !isWhole && (
        <Group>
          <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)}>
            Show all {rawBody.length.toLocaleString()} characters
          </Button>
        </Group>
      )}
      <Facts facts={Object.entries(headers).map(([name, value]) => [name, value] as const)} />
    </Stack>
  );
}
