import { Anchor, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { useMay } from '../../session/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { EventFacts } from './event-facts.tsx';
import { RawEvent } from './raw-event.tsx';

/** One webhook: what it said, byte for byte, and what became of it. */
export function EventPage() {
  const { id = '' } = useParams();
  const isAllowed = useMay('editor');
  return (
    <Page
      title="Event"
      about={
        <Anchor component={Link} to="/events" size="sm">
          All events
        </Anchor>
      }
    >
      {isAllowed ? (
        <OneEvent key={id} id={id} />
      ) : (
        <EmptyState title="This needs the role editor">
          The raw body of a webhook holds what customers wrote. Ask an administrator for the role.
        </EmptyState>
      )}
    </Page>
  );
}

function OneEvent({ id }: { readonly id: string }) {
  const queries = useQueryClient();
  const event = useQuery({
    queryKey: ['events', 'one', id],
    queryFn: () => bodyOf(api.GET('/api/v1/events/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.state === 'received' || state.data?.state === 'dispatched' ? 1_000 : false,
  });
  const replay = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/events/{id}/replay', { params: { path: { id } } })),
    meta: { isShownInPlace: true },
    onSuccess: async () => {
      notifications.show({ message: 'It is handled once more.' });
      await queries.invalidateQueries({ queryKey: ['events'] });
    },
  });
  if (event.isError) return <ProblemAlert error={event.error} onRetry={() => void event.refetch()} />;
  if (event.data === undefined) return <Skeleton h={300} aria-busy="true" aria-label="Loading" />;
  const { state, messageId, purgedAt } = event.data;
  const isWaiting = state === 'received' || state === 'dispatched';
  return (
    <Stack>
      <Paper withBorder p="md">
        <EventFacts event={event.data} />
        <Group mt="md">
          <RoleButton
            role="editor"
            variant="default"
            loading={replay.isPending}
            disabled={isWaiting || purgedAt !== null}
            onClick={() => replay.mutate()}
          >
            Replay
          </RoleButton>
          {messageId !== null && (
            <Button component={Link} to={`/messages/${messageId}`} variant="light">
              Why? The decision
            </Button>
          )}
          <Text size="xs" c="dimmed">
            {isWaiting ? 'It is being handled.' : 'A replay does nothing twice that was done before.'}
          </Text>
        </Group>
      </Paper>
      {replay.error !== null && <ProblemAlert error={replay.error} />}
      <Title order={2} size="h4">
        As it came
      </Title>
      <RawEvent event={event.data} />
    </Stack>
  );
}
