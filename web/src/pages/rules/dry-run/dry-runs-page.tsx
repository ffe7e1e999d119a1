import { Anchor, Badge, Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { api, bodyOf } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { CursorList } from '../../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../../shell/data-table.tsx';
import { EmptyState } from '../../../shell/empty-state.tsx';
import { Instant } from '../../../shell/instant.tsx';
import { Page } from '../../../shell/page.tsx';

type ListedDryRun = components['schemas']['ListedDryRunView'];

const STATES: Readonly<Record<ListedDryRun['state'], { readonly words: string; readonly color: string }>> = {
  running: { words: 'running', color: 'blue' },
  finished: { words: 'finished', color: 'green' },
  failed: { words: 'failed', color: 'red' },
};

const COLUMNS: readonly Column<ListedDryRun>[] = [
  { header: 'When', cell: ({ createdAt }) => <Instant at={createdAt} /> },
  {
    header: 'Rule',
    cell: ({ id, ruleId, ruleName }) => (
      <>
        <Anchor component={Link} to={`/rules/dry-runs/${id}`} size="sm" dir="auto">
          {ruleName === '' ? 'Without a name' : ruleName}
        </Anchor>
        {ruleId === null && (
          <Text size="xs" c="dimmed">
            not stored then
          </Text>
        )}
      </>
    ),
  },
  {
    header: 'State',
    cell: ({ state, problem, lookedAt, total }) => (
      <>
        <Badge color={STATES[state].color} variant="light" tt="none">
          {STATES[state].words}
        </Badge>
        <Text size="xs" c="dimmed">
          {problem ??
            (state === 'running' ? `${lookedAt.toLocaleString()} of ${total.toLocaleString()}` : '')}
        </Text>
      </>
    ),
  },
  {
    header: 'Looked at',
    cell: ({ lookedAt, days }) => `${lookedAt.toLocaleString()} events of ${days} days`,
  },
  {
    header: 'Would fire',
    cell: ({ fired }) =>
      fired === null ? '–' : `${fired.after.toLocaleString()}, before ${fired.before.toLocaleString()}`,
  },
  { header: 'By', cell: ({ actor }) => actor },
];

/** Every dry run that is kept, the newest first. */
export function DryRunsPage() {
  return (
    <Page
      title="Dry runs"
      about="Rules that were tried on what had happened. They are kept for 400 days."
      actions={
        <Button variant="default" component={Link} to="/rules">
          All rules
        </Button>
      }
    >
      <CursorList
        queryKey={['dry runs']}
        refetchIntervalMs={10_000}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/rules/dry-runs', {
              params: { query: { limit: 30, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={
          <EmptyState title="No rule was tried on the past yet">
            <Anchor component={Link} to="/rules" inherit underline="always">
              Open a rule
            </Anchor>{' '}
            and choose “Past 30 days”. Nothing is sent.
          </EmptyState>
        }
      >
        {(items) => <DataTable label="Dry runs" columns={COLUMNS} items={items} keyOf={({ id }) => id} />}
      </CursorList>
    </Page>
  );
}
