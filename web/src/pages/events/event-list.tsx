import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { providerName, spoken, timesOver } from '../../shell/words.ts';
import { VerdictBadge } from '../../shell/verdict-badge.tsx';
import { stateName, type Filter } from './event-filter.ts';

type Event = components['schemas']['EventView'];

const STATE_COLOURS: Readonly<Record<Event['state'], string>> = {
  received: 'blue',
  dispatched: 'blue',
  processed: 'green',
  quarantined: 'red',
  failed: 'red',
};

export function EventStateBadge({ state }: { readonly state: Event['state'] }) {
  return (
    <Badge color={STATE_COLOURS[state]} variant="light" tt="none">
      {stateName(state)}
    </Badge>
  );
}

/** What is known about the signature: nothing is stored that was not rightly signed. */
export function SignatureVerdict({ isStale }: Pick<Event, 'isStale'>) {
  return (
    <Text size="sm" span>
      {isStale ? 'Right, but stale' : 'Right'}
    </Text>
  );
}

/** How often the provider sent the same event again, and when last. */
function CameAgain({ event: { duplicates, lastDuplicateAt } }: { readonly event: Event }) {
  if (duplicates === 0) return '–';
  return (
    <Stack gap={0}>
      <Text size="sm">{timesOver(duplicates)}</Text>
      <Text size="xs" c="dimmed" component="div">
        last <Instant at={lastDuplicateAt} hasSeconds />
      </Text>
    </Stack>
  );
}

const COLUMNS: readonly Column<Event>[] = [
  { header: 'Received', cell: ({ receivedAt }) => <Instant at={receivedAt} hasSeconds /> },
  {
    header: 'Event',
    cell: ({ id, provider, type }) => (
      <Stack gap={0}>
        <Anchor component={Link} to={`/events/${id}`} size="sm">
          {type}
        </Anchor>
        <Text size="xs" c="dimmed">
          {providerName(provider)}
        </Text>
      </Stack>
    ),
  },
  { header: 'Came again', cell: (event) => <CameAgain event={event} /> },
  { header: 'Signature', cell: (event) => <SignatureVerdict isStale={event.isStale} /> },
  {
    header: 'State',
    cell: ({ state, reason, replays }) => (
      <Stack gap={2} align="flex-start">
        <Group gap={6}>
          <EventStateBadge state={state} />
          {replays > 0 && (
            <Text size="xs" c="dimmed">
              replayed {replays}×
            </Text>
          )}
        </Group>
        {reason !== null && (
          <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
            {reason}
          </Text>
        )}
      </Stack>
    ),
  },
  {
    header: 'Verdict',
    cell: ({ verdict, messageId }) => {
      if (verdict === null) return '–';
      const badge = <VerdictBadge verdict={verdict} />;
      return messageId === null ? (
        badge
      ) : (
        <Anchor component={Link} to={`/messages/${messageId}`} aria-label={`Why: ${spoken(verdict)}`}>
          {badge}
        </Anchor>
      );
    },
  },
];

/** The webhooks that a filter lets through, the newest first. */
export function EventList({ filter }: { readonly filter: Filter }) {
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <CursorList
      queryKey={['events', 'list', filter]}
      refetchIntervalMs={15_000}
      load={(cursor) =>
        bodyOf(
          api.GET('/api/v1/events', {
            params: { query: { ...filter, limit: 30, ...(cursor !== undefined && { cursor }) } },
          }),
        )
      }
      empty={<NoEvents isFiltered={isFiltered} isQuarantine={filter.state === 'quarantined'} />}
    >
      {(items) => <DataTable label="Webhooks" columns={COLUMNS} items={items} keyOf={({ id }) => id} />}
    </CursorList>
  );
}

function NoEvents({
  isFiltered,
  isQuarantine,
}: {
  readonly isFiltered: boolean;
  readonly isQuarantine: boolean;
}) {
  if (isQuarantine) {
    return (
      <EmptyState title="The quarantine is empty">
        A webhook that was rightly signed and cannot be read would be kept here, until somebody replays it.
      </EmptyState>
    );
  }
  if (isFiltered) {
    return (
      <EmptyState title="No webhook is like that">
        Choose another state, provider or type, or take a filter away.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No webhook has come yet">
      <Anchor component={Link} to="/phone" inherit underline="always">
        Send a message with the phone
      </Anchor>
      , or copy the webhook address of a{' '}
      <Anchor component={Link} to="/connections" inherit underline="always">
        connection
      </Anchor>{' '}
      to its provider.
    </EmptyState>
  );
}
