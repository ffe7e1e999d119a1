import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { ConsentBadge, consentPath } from './consent-state.tsx';

type Contact = components['schemas']['ContactView'];

const COLUMNS: readonly Column<Contact>[] = [
  {
    header: 'Addresses',
    cell: ({ addresses }) => (
      <Stack gap={2}>
        {addresses.map(({ kind, value }) =>
          kind === 'erased' ? (
            <Text key={value} size="sm" c="dimmed">
              erased
            </Text>
          ) : (
            <Anchor key={value} component={Link} to={consentPath(value)} size="sm">
              {value}
            </Anchor>
          ),
        )}
      </Stack>
    ),
  },
  {
    header: 'Name',
    cell: ({ name }) => (
      <Text size="sm" dir="auto">
        {name ?? '–'}
      </Text>
    ),
  },
  { header: 'Consent', cell: ({ consent }) => <ConsentBadge state={consent} /> },
  { header: 'Known since', cell: ({ createdAt }) => <Instant at={createdAt} /> },
];

/** Those who ever wrote or were written to; narrowed down by a part of a name or of an address. */
export function KnownPeople({ part }: { readonly part: string }) {
  return (
    <CursorList
      queryKey={['consent', 'people', part]}
      load={(cursor) =>
        bodyOf(
          api.GET('/api/v1/contacts', {
            params: {
              query: {
                limit: 20,
                ...(part !== '' && { q: part }),
                ...(cursor !== undefined && { cursor }),
              },
            },
          }),
        )
      }
      empty={
        <EmptyState
          title={part === '' ? 'Nobody has written yet' : 'Nobody of this name or address is known'}
        >
          {part === '' ? (
            <>
              People appear here with their first message.{' '}
              <Anchor component={Link} to="/phone" inherit underline="always">
                Send one with the phone
              </Anchor>
              , or{' '}
              <Anchor component={Link} to="/consent/import" inherit underline="always">
                import
              </Anchor>{' '}
              the opt-outs of the system you used before.
            </>
          ) : (
            'Press “Look up” to see the status of exactly what you typed: an address that is not on record can be opted out too.'
          )}
        </EmptyState>
      }
    >
      {(items) => <DataTable label="People" columns={COLUMNS} items={items} keyOf={({ id }) => id} />}
    </CursorList>
  );
}
