import { Anchor, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { consentPath } from '../consent/consent-state.tsx';
import { ChainLinks, EntryWords, type LedgerEntry } from '../consent/ledger-entry.tsx';
import { KIND_CHOICES, ledgerQuery } from './ledger-filter.ts';
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
  const [search] = useSearchParams();
  const isFiltered = Object.keys(ledgerQuery(search, new Date())).length > 0;
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
        <LedgerFilters />
        <CursorList
          queryKey={['consent', 'entries', search.toString()]}
          load={(cursor) =>
            bodyOf(
              api.GET('/api/v1/consent/entries', {
                params: {
                  query: {
                    ...ledgerQuery(search, new Date()),
                    limit: 25,
                    ...(cursor !== undefined && { cursor }),
                  },
                },
              }),
            )
          }
          empty={<NoEntries isFiltered={isFiltered} />}
        >
          {(items) => (
            <DataTable label="Ledger entries" columns={COLUMNS} items={items} keyOf={({ id }) => id} />
          )}
        </CursorList>
      </Stack>
    </Page>
  );
}

/** The filter stands in the page's address, so that other pages lead to it and it can be shared. */
function LedgerFilters() {
  const [search, setSearch] = useSearchParams();
  const change = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Group gap="sm" align="flex-end" role="search" className="filters">
      <NativeSelect
        label="What"
        data={KIND_CHOICES}
        value={search.get('what') ?? ''}
        onChange={({ currentTarget }) => change('what', currentTarget.value)}
      />
      <NativeSelect
        label="Since"
        data={[
          { value: '', label: 'Any time' },
          { value: '1', label: '24 hours ago' },
          { value: '7', label: '7 days ago' },
          { value: '30', label: '30 days ago' },
        ]}
        value={search.get('days') ?? ''}
        onChange={({ currentTarget }) => change('days', currentTarget.value)}
      />
    </Group>
  );
}

function NoEntries({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) {
    return <EmptyState title="No entry is like that">Choose something else, or a longer time.</EmptyState>;
  }
  return (
    <EmptyState title="The ledger is empty">
      The first STOP makes the first entry.{' '}
      <Anchor component={Link} to="/phone" inherit underline="always">
        Send one with the phone
      </Anchor>
      .
    </EmptyState>
  );
}
