import { Code, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { DifferenceTable } from '../revisions/difference-table.tsx';

type View = components['schemas']['ConsentSettingsView'];

/** How the consent settings stood after each change. */
export function ConsentVersions() {
  const [shown, setShown] = useState<number | undefined>(undefined);
  const versions = useQuery({
    queryKey: ['consent', 'settings', 'versions'],
    queryFn: () => bodyOf(api.GET('/api/v1/consent/settings/versions')),
  });
  if (versions.isError)
    return <ProblemAlert error={versions.error} onRetry={() => void versions.refetch()} />;
  const items = versions.data?.items ?? [];
  if (items.length === 0) return null;
  const at = items.findIndex(({ version }) => version === shown);
  const chosen = items[at];
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        History
      </Title>
      <DataTable
        label="Versions of the consent settings"
        items={items}
        keyOf={({ version }) => String(version)}
        columns={[
          { header: 'Version', cell: ({ version }) => version },
          { header: 'When', cell: ({ changedAt }) => <Instant at={changedAt} /> },
          { header: 'Who', cell: ({ actor }) => actor ?? '–' },
          { header: 'Why', cell: ({ reason }) => reason ?? '–' },
          {
            header: 'What',
            isBare: true,
            cell: ({ version }) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-expanded={version === shown}
                aria-label={`What changed with version ${version}`}
                onClick={() => setShown(version === shown ? undefined : version)}
              >
                What changed
              </Button>
            ),
          },
        ]}
      />
      {chosen !== undefined && <Change before={items[at + 1]} after={chosen} />}
    </Stack>
  );
}

function Change({ before, after }: { readonly before: View | undefined; readonly after: View }) {
  if (before === undefined) {
    return (
      <div>
        <Text size="sm">The first version:</Text>
        <Code block>{JSON.stringify(contentOf(after), null, 1)}</Code>
      </div>
    );
  }
  return (
    <DifferenceTable
      before={contentOf(before)}
      after={contentOf(after)}
      sides={{ before: `Version ${before.version}`, after: `Version ${after.version}` }}
    />
  );
}

function contentOf({ keywords, categories, retention }: View) {
  return { keywords, categories, retention };
}
