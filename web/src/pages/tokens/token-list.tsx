import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';

type Token = components['schemas']['TokenView'];

export const TOKENS_KEY = ['tokens'] as const;

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** The tokens that are good, and the way to end one. */
export function TokenList() {
  const queries = useQueryClient();
  const [revoking, setRevoking] = useState<Token | undefined>(undefined);
  const revoke = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      setRevoking(undefined);
      notifications.show({ message: 'Revoked. It is refused from now on.' });
      await queries.invalidateQueries({ queryKey: TOKENS_KEY });
    },
  });
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Tokens
      </Title>
      <CursorList
        queryKey={TOKENS_KEY}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/tokens', {
              params: { query: { limit: 50, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={
          <EmptyState title="No token was made here">
            Make one above for each program, so that each can be revoked alone.
          </EmptyState>
        }
      >
        {(tokens) => (
          <DataTable
            label="API tokens"
            items={tokens}
            keyOf={({ id }) => id}
            columns={[
              { header: 'For', cell: ({ name }) => <span dir="auto">{name}</span> },
              { header: 'Role', cell: ({ role }) => role },
              {
                header: 'Made',
                cell: ({ createdAt, createdBy }) => (
                  <>
                    <Instant at={createdAt} />
                    <Text size="xs" c="dimmed">
                      by {createdBy}
                    </Text>
                  </>
                ),
              },
              { header: 'Last used', cell: ({ lastUsedOn }) => dayOf(lastUsedOn) },
              {
                header: 'Good until',
                cell: ({ expiresAt }) => (expiresAt === null ? 'it is revoked' : <Instant at={expiresAt} />),
              },
              {
                header: 'Change',
                isBare: true,
                cell: (token) => (
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    aria-label={`Revoke ${token.name}`}
                    onClick={() => setRevoking(token)}
                  >
                    Revoke
                  </Button>
                ),
              },
            ]}
          />
        )}
      </CursorList>
      <Modal
        opened={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={`Revoke “${revoking?.name ?? ''}”?`}
      >
        <Text size="sm" mb="md">
          The program that uses it is refused from now on. This cannot be undone; you can make another token.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setRevoking(undefined)}>
            Cancel
          </Button>
          <Button
            color="red"
            loading={revoke.isPending}
            onClick={() => revoking !== undefined && revoke.mutate(revoking.id)}
          >
            Revoke
          </Button>
        </Group>
      </Modal>
    </Stack>
  );
}

function dayOf(day: string | null): string {
  return day === null ? 'never' : DAY.format(new Date(day));
}
