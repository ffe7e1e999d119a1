import { Stack, Title } from '@mantine/core';
import { api, bodyOf } from '../../api/client.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { ChainLinks, EntryWords, type LedgerEntry } from './ledger-entry.tsx';
import { ledgerKey } from './use-consent.ts';

const COLUMNS: readonly Column<LedgerEntry>[] = [
  { header: 'No.', cell: ({ position }) => position },
  { header: 'When', cell: ({ occurredAt }) => <Instant at={occurredAt} /> },
  { header: 'What', cell: (entry) => <EntryWords entry={entry} /> },
  { header: 'Hashes', cell: (entry) => <ChainLinks entry={entry} /> },
];

/** Everything that was said and done about one address's consent. */
export function LedgerOfAddress({ address }: { readonly address: string }) {
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        What was said and done
      </Title>
      <CursorList
        queryKey={ledgerKey(address)}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/consent/{address}/ledger', {
              params: { path: { address }, query: { limit: 20, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={
          <EmptyState title="Nothing was said yet">
            Nobody of this address has asked to stop, and nobody has changed it by hand.
          </EmptyState>
        }
      >
        {(items) => (
          <DataTable label="Ledger entries" columns={COLUMNS} items={items} keyOf={({ id }) => id} />
        )}
      </CursorList>
    </Stack>
  );
}
