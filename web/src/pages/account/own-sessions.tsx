import { Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { browserName } from './browser-name.ts';

const KEY = ['sessions'] as const;

/** The browsers in which somebody is signed in, and the way to sign out in the others. */
export function OwnSessions() {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: KEY, queryFn: () => bodyOf(api.GET('/api/v1/sessions')) });
  const items = sessions.data?.items ?? [];
  const others = items.filter(({ isCurrent }) => !isCurrent);
  const end = useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.all(ids.map((id) => api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }))),
    onSuccess: () => notifications.show({ message: 'Signed out there.' }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  if (sessions.isError)
    return <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (sessions.isPending) return <Skeleton h={120} aria-busy="true" aria-label="Loading" />;
  return (
    <Paper withBorder p="md">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h4">
            Where you are signed in
          </Title>
          <Button
            variant="default"
            disabled={others.length === 0}
            loading={end.isPending}
            onClick={() => end.mutate(others.map(({ id }) => id))}
          >
            Sign out everywhere else
          </Button>
        </Group>
        <DataTable
          label="Your sessions"
          items={items}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Browser',
              cell: ({ userAgent, isCurrent }) => (
                <Stack gap={2} align="flex-start">
                  <Text size="sm" title={userAgent ?? undefined}>
                    {browserName(userAgent)}
                  </Text>
                  {isCurrent && (
                    <Badge variant="light" tt="none">
                      This one
                    </Badge>
                  )}
                </Stack>
              ),
            },
            { header: 'Since', cell: ({ createdAt }) => <Instant at={createdAt} /> },
            { header: 'Last used', cell: ({ seenAt }) => <Instant at={seenAt} /> },
            {
              header: 'Change',
              isBare: true,
              cell: ({ id, isCurrent, createdAt }) =>
                isCurrent ? null : (
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    aria-label={`Sign out the session since ${new Date(createdAt).toLocaleString()}`}
                    onClick={() => end.mutate([id])}
                  >
                    Sign out
                  </Button>
                ),
            },
          ]}
        />
      </Stack>
    </Paper>
  );
}
