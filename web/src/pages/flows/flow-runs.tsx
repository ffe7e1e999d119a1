import { Anchor, Badge, Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useMay } from '../../session/use-session.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';

type FlowRun = components['schemas']['FlowRunView'];

const RUNS_KEY = ['flow runs'];

/** Flows as they go on in conversations, the latest begun first. */
export function FlowRuns() {
  const mayEdit = useMay('editor');
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: (id: string) =>
      bodyOf(api.POST('/api/v1/flow-runs/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: RUNS_KEY }),
  });
  return (
    <CursorList<FlowRun>
      queryKey={RUNS_KEY}
      refetchIntervalMs={15_000}
      load={(cursor) =>
        bodyOf(
          api.GET('/api/v1/flow-runs', {
            params: { query: { limit: 50, ...(cursor !== undefined && { cursor }) } },
          }),
        )
      }
      empty={
        <EmptyState title="No flow has run yet">
          A rule begins a flow by its action “Start a flow”. Make the flow, then name it in a rule.
        </EmptyState>
      }
    >
      {(runs) => (
        <DataTable
          label="Runs of flows"
          items={runs}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Contact',
              cell: ({ conversationId, contactName }) => (
                <Anchor component={Link} to={`/conversations/${conversationId}`} dir="auto">
                  {contactName ?? 'Conversation'}
                </Anchor>
              ),
            },
            { header: 'Flow', cell: ({ flowName }) => flowName },
            {
              header: 'Where',
              cell: ({ status, step, reason }) => (
                <>
                  <Badge variant="light" color={status === 'active' ? 'blue' : 'gray'} tt="none">
                    {status}
                  </Badge>{' '}
                  {step}
                  {reason !== null && (
                    <Text size="xs" c="dimmed">
                      {reason}
                    </Text>
                  )}
                </>
              ),
            },
            { header: 'Began', cell: ({ startedAt }) => <Instant at={startedAt} /> },
            { header: 'Waits until', cell: ({ waitUntil }) => <Instant at={waitUntil} /> },
            {
              header: 'End it',
              isBare: true,
              cell: ({ id, status, contactName }) =>
                status === 'active' ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={!mayEdit}
                    aria-label={`End the flow of ${contactName ?? 'this conversation'}`}
                    onClick={() => cancel.mutate(id)}
                  >
                    End
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
    </CursorList>
  );
}
