import { Button, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';

/** What is registered at the provider, and the button that registers everything (Connectly). */
export function RegisteredWebhooks({ id }: { readonly id: string }) {
  const queries = useQueryClient();
  const key = ['connections', id, 'webhooks'];
  const [publicUrl, setPublicUrl] = useState('');
  const meta = { isShownInPlace: true };
  const onSuccess = () => queries.invalidateQueries({ queryKey: key });
  const registered = useQuery({
    queryKey: key,
    queryFn: () => bodyOf(api.GET('/api/v1/connections/{id}/webhooks', { params: { path: { id } } })),
    retry: false,
  });
  const register = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/connections/{id}/register-webhooks', {
          params: { path: { id } },
          body: { ...(publicUrl.trim() !== '' && { publicUrl: publicUrl.trim() }) },
        }),
      ),
    meta,
    onSuccess: async ({ items }) => {
      notifications.show({ message: `${items.length} topics are registered.` });
      await onSuccess();
    },
  });
  const remove = useMutation({
    mutationFn: (webhookId: string) =>
      api.DELETE('/api/v1/connections/{id}/webhooks/{webhookId}', { params: { path: { id, webhookId } } }),
    meta,
    onSuccess,
  });
  const problem = register.error ?? remove.error ?? registered.error;
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2} size="h4">
            Registered at the provider
          </Title>
          <Text size="sm" c="dimmed">
            Connectly has no page for webhooks: Heed tells it where to call, for every topic.
          </Text>
        </div>
        {problem !== null && <ProblemAlert error={problem} onRetry={() => void registered.refetch()} />}
        {registered.isPending && <Skeleton h={40} aria-busy="true" aria-label="Loading" />}
        {registered.data?.items.length === 0 && (
          <Text size="sm">Nothing is registered yet. Register it below.</Text>
        )}
        {registered.data !== undefined && registered.data.items.length > 0 && (
          <DataTable
            label="Registered webhooks"
            items={registered.data.items}
            keyOf={(webhook) => webhook.id}
            columns={[
              { header: 'Topic', cell: ({ topic }) => topic },
              { header: 'Calls', cell: ({ address }) => address },
              {
                header: 'Change',
                isBare: true,
                cell: (webhook) => (
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    loading={remove.isPending && remove.variables === webhook.id}
                    aria-label={`Remove ${webhook.topic}`}
                    onClick={() => remove.mutate(webhook.id)}
                  >
                    Remove
                  </Button>
                ),
              },
            ]}
          />
        )}
        <Group align="flex-end">
          <TextInput
            label="Where the provider reaches this Heed"
            description="Leave it empty for the configured public address."
            placeholder="https://heed.example.com"
            value={publicUrl}
            onChange={(event) => setPublicUrl(event.currentTarget.value)}
            style={{ flex: '1 1 16rem' }}
          />
          <Button loading={register.isPending} onClick={() => register.mutate()}>
            Register webhooks
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
