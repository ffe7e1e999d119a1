import { Anchor, Badge, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useMay } from '../../session/use-session.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { SigningSecrets } from './signing-secrets.tsx';

type Call = components['schemas']['WebhookCallView'];

const STATES: Readonly<Record<Call['state'], readonly [string, string]>> = {
  queued: ['Waiting', 'blue'],
  sending: ['Being made', 'blue'],
  delivered: ['Delivered', 'green'],
  failed: ['Failed', 'red'],
};

const KEY = ['webhook-calls'] as const;

/** Calls of other systems that rules asked for, and the secrets that sign them. */
export function WebhookCallsPage() {
  const isAdministrator = useMay('administrator');
  const [search, setSearch] = useSearchParams();
  const state = stateIn(search);
  return (
    <Page
      title="Webhook calls"
      about="Calls of your other systems that rules asked for, signed, and tried again until they are answered."
    >
      <NativeSelect
        label="State"
        maw={220}
        value={state ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setSearch(value === '' ? {} : { state: value }, { replace: true });
        }}
        data={[
          { value: '', label: 'All' },
          ...Object.entries(STATES).map(([value, [label]]) => ({ value, label })),
        ]}
      />
      <CursorList
        queryKey={[...KEY, state]}
        refetchIntervalMs={10_000}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/webhook-calls', {
              params: {
                query: {
                  limit: 30,
                  ...(state !== undefined && { state }),
                  ...(cursor !== undefined && { cursor }),
                },
              },
            }),
          )
        }
        empty={
          <EmptyState
            title={state === undefined ? 'No rule has called another system yet' : 'No call is in this state'}
          >
            A{' '}
            <Anchor component={Link} to="/rules" inherit underline="always">
              rule
            </Anchor>{' '}
            with the action “call a webhook” tells your shop or help desk what happened.
          </EmptyState>
        }
      >
        {(calls) => <Calls calls={calls} />}
      </CursorList>
      {isAdministrator && <SigningSecrets />}
    </Page>
  );
}

function Calls({ calls }: { readonly calls: readonly Call[] }) {
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: (id: string) =>
      bodyOf(api.POST('/api/v1/webhook-calls/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => notifications.show({ message: 'It is made again, under the same id.' }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Calls
      </Title>
      <DataTable
        label="Webhook calls"
        items={calls}
        keyOf={({ id }) => id}
        columns={[
          { header: 'When', cell: ({ createdAt }) => <Instant at={createdAt} /> },
          { header: 'Address', cell: ({ url }) => url },
          {
            header: 'State',
            cell: ({ state, reason }) => {
              const [word, color] = STATES[state];
              return (
                <Stack gap={2} align="flex-start">
                  <Badge color={color} variant="light" tt="none">
                    {word}
                  </Badge>
                  {reason !== null && <Text size="xs">{reason}</Text>}
                </Stack>
              );
            },
          },
          { header: 'Tries', cell: ({ attempts }) => attempts },
          { header: 'Answer', cell: ({ lastStatus }) => lastStatus ?? 'none' },
          { header: 'Next try', cell: ({ nextAttemptAt }) => <Instant at={nextAttemptAt} /> },
          {
            header: 'Change',
            isBare: true,
            cell: ({ id, state, url }) =>
              state === 'failed' ? (
                <RoleButton
                  role="editor"
                  variant="default"
                  size="compact-sm"
                  loading={retry.isPending && retry.variables === id}
                  aria-label={`Call ${url} again`}
                  onClick={() => retry.mutate(id)}
                >
                  Try again
                </RoleButton>
              ) : null,
          },
        ]}
      />
    </Stack>
  );
}

function stateIn(search: URLSearchParams): Call['state'] | undefined {
  const wanted = search.get('state');
  switch (wanted) {
    case 'queued':
    case 'sending':
    case 'delivered':
    case 'failed':
      return wanted;
    default:
      return undefined;
  }
}
