import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { consentPath } from '../consent/consent-state.tsx';
import { ChainLinks, EntryWords, type LedgerEntry } from '../consent/ledger-entry.tsx';
import { Proof } from './proof.tsx';

const COLUMNS: readonly Column<LedgerEntry>[] = [
  { header: 'No.', cell: ({ position }) => position.toLocaleString() },
  { header: 'When', cell: ({ occurredAt }) => <Instant at={occurredAt} /> },
  {
    header: 'Who',
    cell: ({ address, isErased }) =>
      address === null ? (
        <Text size="sm" c="dimmed">
          {isErased ? 'erased' : '–'}
        </Text>
      ) : (
        <Anchor component={Link} to={consentPath(address)} size="sm">
          {address}
        </Anchor>
      ),
  },
  { header: 'What', cell: (entry) => <EntryWords entry={entry} /> },
  { header: 'Hashes', cell: (entry) => <ChainLinks entry={entry} /> },
];

/** The chain of everything that was ever said about consent, and its proof. */
export function LedgerPage() {
  return (
    <Page
      title="Ledger"
      about="Every word about consent, in order. Each entry holds the hash of the one before it, so none can be changed or taken out unnoticed."
    >
      <Proof />
      <Stack gap="xs">
        <Title order={2} size="h4">
          Entries, the newest first
        </Title>
        <CursorList
          queryKey={['consent', 'entries']}
          load={(cursor) =>
            bodyOf(
              api.GET('/api/v1/consent/entries', {
                params: { query: { limit: 25, ...(cursor !== undefined && { cursor }) } },
              }),
            )
          }
          empty={
            <EmptyState title="The ledger is empty">
              The first STOP makes the first entry.{' '}
              <Anchor component={Link} to="/phone" inherit underline="always">
                Send one with the phone
              </Anchor>
              .
            </EmptyState>
          }
        >
          {(items) => (
            <DataTable label="Ledger entries" columns={COLUMNS} items={items} keyOf={({ id }) => id} />
          )}
        </CursorList>
      </Stack>
    </Page>
  );
}
