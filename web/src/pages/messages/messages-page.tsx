import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { VerdictBadge } from '../../shell/verdict-badge.tsx';
import { wayOf } from '../../shell/words.ts';
import { MessageFilters } from './message-filters.tsx';
import { messageQuery } from './message-query.ts';
import { StatusBadge } from './status-badge.tsx';
import type { Message } from './use-message.ts';
import { Withheld } from './withheld.tsx';

const COLUMNS: readonly Column<Message>[] = [
  { header: 'When', cell: ({ createdAt }) => <Instant at={createdAt} /> },
  { header: 'Message', cell: (message) => <MessageLink message={message} /> },
  { header: 'Outcome', cell: (message) => <Outcome message={message} /> },
  {
    header: 'Customer',
    cell: ({ theirAddress, conversationId }) => (
      <Anchor
        component={Link}
        to={`/conversations/${conversationId}`}
        size="sm"
        display="inline-block"
        maw={180}
        truncate
        title={theirAddress}
      >
        {theirAddress}
      </Anchor>
    ),
  },
  { header: 'By', cell: wayOf },
];

/** Every message in both directions, to be searched; each leads to its explanation. */
export function MessagesPage() {
  const [search] = useSearchParams();
  const isFiltered = Object.keys(messageQuery(search, new Date())).length > 0;
  return (
    <Page
      title="Messages"
      about="Both ways, the newest first. Open one to see why it was answered, or was not."
    >
      <MessageFilters key={search.toString() === '' ? 'empty' : 'filtered'} />
      <CursorList
        queryKey={['messages', 'list', search.toString()]}
        refetchIntervalMs={10_000}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/messages', {
              params: {
                query: { ...messageQuery(search, new Date()), ...(cursor !== undefined && { cursor }) },
              },
            }),
          )
        }
        empty={<NothingFound isFiltered={isFiltered} />}
      >
        {(items) => <DataTable label="Messages" columns={COLUMNS} items={items} keyOf={({ id }) => id} />}
      </CursorList>
    </Page>
  );
}

function MessageLink({
  message: { id, text, subject, direction, attachments },
}: {
  readonly message: Message;
}) {
  const words = [subject ?? '', text].filter((part) => part !== '').join(': ');
  const shown = words === '' ? (attachments.length > 0 ? 'Files only' : 'No text') : words;
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {direction === 'inbound' ? 'From the customer' : 'From us'}
      </Text>
      <Anchor component={Link} to={`/messages/${id}`} size="sm" lineClamp={2} dir="auto" maw={420}>
        {shown.slice(0, 300)}
      </Anchor>
    </Stack>
  );
}

function Outcome({ message }: { readonly message: Message }) {
  const { direction, verdict, withheld, status, ruleName, actor, kind } = message;
  if (direction === 'inbound') {
    if (verdict === null) return <Text size="sm">not decided yet</Text>;
    return (
      <Stack gap={2} align="flex-start">
        <VerdictBadge verdict={verdict} />
        {withheld !== null && <Withheld clause={withheld} />}
      </Stack>
    );
  }
  return (
    <Group gap={6}>
      <StatusBadge status={status} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {ruleName ?? actor ?? kind}
      </Text>
    </Group>
  );
}

function NothingFound({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState title="No message is like that">
        <p>Take a filter away. A part of a text is looked for among the latest messages only.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No messages yet">
      <p>
        <Anchor component={Link} to="/phone" inherit underline="always">
          Write one on the phone
        </Anchor>
        , or connect a provider under{' '}
        <Anchor component={Link} to="/connections" inherit underline="always">
          Connections
        </Anchor>
        .
      </p>
    </EmptyState>
  );
}
