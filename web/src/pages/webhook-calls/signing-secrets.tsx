import { Button, Group, Modal, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { ShownOnce } from '../../shell/shown-once.tsx';

type Secret = components['schemas']['WebhookSecretView'];

const KEY = ['webhook-secrets'] as const;

/** What receivers check our signatures with: each secret is shown once. */
export function SigningSecrets() {
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const secrets = useQuery({ queryKey: KEY, queryFn: () => bodyOf(api.GET('/api/v1/webhook-secrets')) });
  const show = useMutation({
    mutationFn: (id: string | undefined) =>
      bodyOf(
        id === undefined
          ? api.POST('/api/v1/webhook-secrets')
          : api.POST('/api/v1/webhook-secrets/{id}/reveal', { params: { path: { id } } }),
      ),
    meta: { isShownInPlace: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
    onSettled: () => setAsking(false),
  });
  const hasSecret = secrets.data !== undefined && secrets.data.items.length > 0;
  return (
    <Paper withBorder p="md">
      <Stack>
        <Group justify="space-between">
          <div style={{ flex: '1 1 18rem' }}>
            <Title order={2} size="h4">
              Signing secrets
            </Title>
            <Text size="sm" c="dimmed">
              Your systems check with them that a call comes from Heed. After a new one is made, the one
              before signs too for a day.
            </Text>
          </div>
          <Button
            variant="default"
            loading={show.isPending}
            disabled={secrets.data === undefined}
            onClick={() => (hasSecret ? setAsking(true) : show.mutate(undefined))}
          >
            {hasSecret ? 'Make the next secret…' : 'Make a secret'}
          </Button>
        </Group>
        {show.error !== null && <ProblemAlert error={show.error} />}
        {show.data !== undefined && (
          <ShownOnce title="The secret" value={show.data.secret}>
            It is shown this once. Give it to the systems that receive calls.
          </ShownOnce>
        )}
        {secrets.isError && <ProblemAlert error={secrets.error} onRetry={() => void secrets.refetch()} />}
        {secrets.isPending && <Skeleton h={60} aria-busy="true" aria-label="Loading" />}
        {secrets.data?.items.length === 0 && (
          <Text size="sm">There is none yet. It is made when a rule first needs it, or by the button.</Text>
        )}
        {secrets.data !== undefined && secrets.data.items.length > 0 && (
          <SecretTable secrets={secrets.data.items} onReveal={(id) => show.mutate(id)} />
        )}
      </Stack>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title="Make the next secret?">
        <Text size="sm" mb="md">
          The present one signs for 24 hours more. By then, every system that receives calls needs the new
          one.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>
            Cancel
          </Button>
          <Button loading={show.isPending} onClick={() => show.mutate(undefined)}>
            Make it
          </Button>
        </Group>
      </Modal>
    </Paper>
  );
}

function SecretTable({
  secrets,
  onReveal,
}: {
  readonly secrets: readonly Secret[];
  readonly onReveal: (id: string) => void;
}) {
  return (
    <DataTable
      label="Signing secrets"
      items={secrets}
      keyOf={({ id }) => id}
      columns={[
        { header: 'Made', cell: ({ createdAt }) => <Instant at={createdAt} /> },
        {
          header: 'Shown',
          cell: ({ id, revealedAt, createdAt }) =>
            revealedAt === null ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Show the secret of ${new Date(createdAt).toLocaleString()} once`}
                onClick={() => onReveal(id)}
              >
                Show it once
              </Button>
            ) : (
              <Instant at={revealedAt} />
            ),
        },
        {
          header: 'Signs until',
          cell: ({ retiresAt }) => (retiresAt === null ? 'the next one is made' : <Instant at={retiresAt} />),
        },
      ]}
    />
  );
}
