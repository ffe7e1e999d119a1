import { Stack, Text, Title } from '@mantine/core';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useMay } from '../../session/use-session.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Change } from '../audit/change.tsx';

type Entry = components['schemas']['AuditPage']['items'][number];

const COLUMNS: readonly Column<Entry>[] = [
  { header: 'When', cell: ({ at }) => <Instant at={at} /> },
  { header: 'Who', cell: ({ actor }) => actor },
  {
    header: 'Why',
    cell: ({ reason }) => (
      <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {reason ?? '–'}
      </Text>
    ),
  },
  { header: 'What changed', cell: ({ before, after }) => <Change before={before} after={after} /> },
];

/** Who changed the settings of replies, when, why, and from what to what. It stands on the audit trail, which administrators read. */
export function ReplySettingsHistory() {
  if (!useMay('administrator')) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        History
      </Title>
      <CursorList
        queryKey={['reply-settings', 'history']}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/audit', {
              params: {
                query: {
                  subjectKind: 'reply-settings',
                  limit: 10,
                  ...(cursor !== undefined && { cursor }),
                },
              },
            }),
          )
        }
        empty={<Text size="sm">Nobody has changed these settings yet.</Text>}
      >
        {(items) => (
          <DataTable
            label="Changes of the settings of replies"
            columns={COLUMNS}
            items={items}
            keyOf={({ id }) => id}
          />
        )}
      </CursorList>
    </Stack>
  );
}
