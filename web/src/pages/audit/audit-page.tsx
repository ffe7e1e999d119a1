import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { components, operations } from '../../api/schema.d.ts';
import { useMay } from '../../session/use-session.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { Change } from './change.tsx';

type Entry = components['schemas']['AuditPage']['items'][number];
type Query = NonNullable<operations['AuditController_list']['parameters']['query']>;
type Filter = Pick<Query, 'actor' | 'action' | 'subjectKind' | 'subjectId' | 'since' | 'until'>;

const TEXTS = [
  ['actor', 'Who', 'anna@example.org'],
  ['action', 'What', 'rules.update'],
  ['subjectKind', 'Of what', 'rules'],
  ['subjectId', 'Its id', ''],
] as const;

const DAYS = [
  ['since', 'From'],
  ['until', 'Before'],
] as const;

const COLUMNS: readonly Column<Entry>[] = [
  { header: 'When', cell: ({ at }) => <Instant at={at} /> },
  {
    header: 'Who',
    cell: ({ actor, role }) => (
      <Stack gap={0}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {actor}
        </Text>
        {role !== null && (
          <Text size="xs" c="dimmed">
            {role}
          </Text>
        )}
      </Stack>
    ),
  },
  {
    header: 'What',
    cell: ({ action, subjectId }) => (
      <Stack gap={0}>
        <Text size="sm" fw={500}>
          {action}
        </Text>
        {subjectId !== null && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {subjectId}
          </Text>
        )}
      </Stack>
    ),
  },
  {
    header: 'Why',
    cell: ({ reason }) => (
      <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {reason ?? '–'}
      </Text>
    ),
  },
  { header: 'Change', cell: ({ before, after }) => <Change before={before} after={after} /> },
];

/** Who changed what. */
export function AuditPage() {
  const isAdministrator = useMay('administrator');
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search);
  const change = (name: string, value: string) =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  if (!isAdministrator) {
    return (
      <Page title="Audit">
        <EmptyState title="This needs the role administrator">Ask an administrator.</EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title="Audit"
      about="Every change that people and programs made. Entries are never changed and never deleted."
    >
      <Group align="flex-end" gap="sm" className="filters">
        {TEXTS.map(([name, label, placeholder]) => (
          <FilterText
            key={name}
            label={label}
            placeholder={placeholder}
            initial={search.get(name) ?? ''}
            onChange={(value) => change(name, value)}
          />
        ))}
        {DAYS.map(([name, label]) => (
          <TextInput
            key={name}
            type="date"
            label={label}
            value={search.get(name) ?? ''}
            onChange={(event) => change(name, event.currentTarget.value)}
          />
        ))}
      </Group>
      <CursorList
        queryKey={['audit', filter]}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/audit', {
              params: { query: { ...filter, limit: 40, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={
          <EmptyState
            title={Object.keys(filter).length > 0 ? 'Nothing is like that' : 'Nobody has changed anything'}
          >
            {Object.keys(filter).length > 0
              ? 'Names and actions are compared exactly; an action that ends in a dot finds all that begin so.'
              : 'The first change that somebody makes appears here.'}
          </EmptyState>
        }
      >
        {(items) => (
          <DataTable label="Audit entries" columns={COLUMNS} items={items} keyOf={({ id }) => id} />
        )}
      </CursorList>
    </Page>
  );
}

function FilterText({
  label,
  placeholder,
  initial,
  onChange,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly initial: string;
  readonly onChange: (value: string) => void;
}) {
  const [value, setValue] = useState(initial);
  const tell = useDebouncedCallback((next: string) => onChange(next.trim()), 400);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={value}
      maxLength={254}
      onChange={(event) => {
        setValue(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}

/** The filter in the address of the page; days begin at midnight of the reader. */
function filterIn(search: URLSearchParams): Filter {
  const texts = TEXTS.flatMap(([name]) => {
    const value = search.get(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  const days = DAYS.flatMap(([name]) => {
    const at = new Date(`${search.get(name) ?? ''}T00:00:00`);
    return Number.isNaN(at.getTime()) ? [] : [[name, at.toISOString()] as const];
  });
  return Object.fromEntries([...texts, ...days]);
}
