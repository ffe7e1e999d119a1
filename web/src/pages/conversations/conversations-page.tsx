import { Anchor, Badge, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { wayOf } from '../../shell/words.ts';
import { ConsentBadge } from './consent-badge.tsx';
import type { Conversation } from './use-conversations.ts';

const COLUMNS: readonly Column<Conversation>[] = [
  {
    header: 'Customer',
    cell: ({ id, contactName, theirAddress }) => (
      <Stack gap={0}>
        <Anchor component={Link} to={`/conversations/${id}`} size="sm" dir="auto">
          {contactName ?? theirAddress}
        </Anchor>
        {contactName !== null && (
          <Text size="xs" c="dimmed">
            {theirAddress}
          </Text>
        )}
      </Stack>
    ),
  },
  { header: 'Latest', cell: ({ latestMessage }) => <Latest message={latestMessage} /> },
  {
    header: 'State',
    cell: ({ consent, pausedUntil }) => (
      <Group gap={6}>
        <ConsentBadge state={consent} />
        {isPaused(pausedUntil) && (
          <Badge color="yellow" variant="light" tt="none">
            with a person
          </Badge>
        )}
      </Group>
    ),
  },
  { header: 'By', cell: wayOf },
  { header: 'When', cell: ({ lastMessageAt }) => <Instant at={lastMessageAt} /> },
];

const STATES = [
  { value: '', label: 'All' },
  { value: 'true', label: 'With a person' },
];

/** Every thread with a customer, the latest first. */
export function ConversationsPage() {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q')?.trim() ?? '';
  const isPausedOnly = search.get('paused') === 'true';
  const [words, setWords] = useState(q);
  const show = (part: string, isPaused: boolean) =>
    setSearch({ ...(part !== '' && { q: part }), ...(isPaused && { paused: 'true' }) }, { replace: true });
  return (
    <Page title="Conversations" about="One thread for each customer and channel.">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          show(words.trim(), isPausedOnly);
        }}
      >
        <Group align="flex-end" gap="sm" className="filters">
          <TextInput
            label="Name or address"
            placeholder="A part of it"
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <NativeSelect
            label="State"
            data={STATES}
            value={isPausedOnly ? 'true' : ''}
            onChange={(event) => show(q, event.currentTarget.value === 'true')}
          />
          <Button type="submit">Search</Button>
        </Group>
      </form>
      <CursorList
        queryKey={['conversations', 'list', q, isPausedOnly]}
        refetchIntervalMs={5_000}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/conversations', {
              params: {
                query: {
                  ...(q !== '' && { q }),
                  ...(isPausedOnly && { paused: 'true' }),
                  ...(cursor !== undefined && { cursor }),
                },
              },
            }),
          )
        }
        empty={<NoConversation isSearch={q !== ''} isPausedOnly={isPausedOnly} />}
      >
        {(items) => (
          <DataTable label="Conversations" columns={COLUMNS} items={items} keyOf={({ id }) => id} />
        )}
      </CursorList>
    </Page>
  );
}

export function isPaused(pausedUntil: string | null): boolean {
  return pausedUntil !== null && Date.parse(pausedUntil) > Date.now();
}

function Latest({ message }: { readonly message: Conversation['latestMessage'] }) {
  if (message === null) return <Text size="sm">–</Text>;
  return (
    <Text size="sm" lineClamp={2} dir="auto" maw={420}>
      <Text span inherit c="dimmed">
        {message.direction === 'inbound' ? '' : 'We: '}
      </Text>
      {message.text === '' ? 'No text' : message.text.slice(0, 200)}
    </Text>
  );
}

function NoConversation({
  isSearch,
  isPausedOnly,
}: {
  readonly isSearch: boolean;
  readonly isPausedOnly: boolean;
}) {
  if (isPausedOnly && !isSearch) {
    return (
      <EmptyState title="No conversation is with a person">
        Rules answer everywhere. A person’s reply, or “Pause” in a conversation, keeps them away for a while.
      </EmptyState>
    );
  }
  if (isSearch)
    return <EmptyState title="Nobody is called that">Try a part of the number or the name.</EmptyState>;
  return (
    <EmptyState title="No conversations yet">
      <p>
        A conversation begins when a customer writes.{' '}
        <Anchor component={Link} to="/phone" inherit underline="always">
          Be the first on the phone.
        </Anchor>
      </p>
    </EmptyState>
  );
}
