import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { Instant } from '../../shell/instant.tsx';

type Kind = components['schemas']['RetentionKindView']['kind'];

const KINDS: Readonly<Record<Kind, string>> = {
  webhooks: 'Bodies of webhooks',
  messages: 'Texts of messages',
  decisions: 'Decisions',
};

/** What retention has emptied so far. */
export function RetentionTable() {
  const { data } = useQuery({
    queryKey: ['consent', 'retention'],
    queryFn: () => bodyOf(api.GET('/api/v1/consent/retention')),
  });
  if (data === undefined) return null;
  return (
    <Stack gap="xs" mt="xl">
      <Title order={2} size="h4">
        What was emptied
      </Title>
      <DataTable
        label="What retention has emptied"
        items={data.items}
        keyOf={({ kind }) => kind}
        columns={[
          { header: 'Words', cell: ({ kind }) => KINDS[kind] },
          { header: 'Kept', cell: ({ keptDays }) => (keptDays === null ? 'for ever' : `${keptDays} days`) },
          { header: 'Last run', cell: ({ lastRunAt }) => <Instant at={lastRunAt} /> },
          { header: 'Emptied then', cell: ({ lastPurged }) => lastPurged.toLocaleString() },
          { header: 'In all', cell: ({ totalPurged }) => totalPurged.toLocaleString() },
        ]}
      />
    </Stack>
  );
}
