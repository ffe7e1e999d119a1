import { Button, Group, NativeSelect, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../session/use-session.ts';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import type { DefinitionStore, StoredDefinition } from './definition-store.ts';
import { DifferenceTable } from './difference-table.tsx';
import { RollbackDialog } from './rollback-dialog.tsx';

type RevisionsPanelProps = {
  readonly store: DefinitionStore;
  readonly stored: StoredDefinition;
  readonly onRolledBack: (stored: StoredDefinition) => void;
};

/** Every revision with who made it and why, the difference between any two, and the way back. */
export function RevisionsPanel({ store, stored, onRolledBack }: RevisionsPanelProps) {
  const mayEdit = useMay('editor');
  const [chosen, choose] = useState<{ readonly before?: number; readonly after?: number }>({});
  const [goingBackTo, setGoingBackTo] = useState<number>();
  const { data, error, refetch } = useQuery({
    queryKey: [store.area, 'revisions', stored.id],
    queryFn: () => store.revisions(stored.id),
  });
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={120} aria-label="Loading" />;
  const numbers = data.map(({ revision }) => revision);
  const after = chosen.after ?? stored.revision;
  const before = chosen.before ?? Math.max(1, after - 1);
  const definitionOf = (number: number) => data.find(({ revision }) => revision === number)?.definition;
  return (
    <Stack>
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label="Revisions">
          <Table.Thead>
            <Table.Tr>
              {['Revision', 'When', 'By', 'Why'].map((title) => (
                <Table.Th scope="col" key={title}>
                  {title}
                </Table.Th>
              ))}
              <Table.Th scope="col">Back</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map(({ id, revision, createdAt, actor, reason }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">{revision}</Table.Th>
                <Table.Td>
                  <Instant at={createdAt} />
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{actor}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{reason ?? '–'}</Table.Td>
                <Table.Td>
                  {revision === stored.revision ? (
                    <Text size="sm" c="dimmed">
                      current
                    </Text>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={!mayEdit}
                      aria-label={`Go back to revision ${revision}`}
                      onClick={() => setGoingBackTo(revision)}
                    >
                      Go back
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {numbers.length > 1 && (
        <>
          <Title order={3} size="h5">
            What changed
          </Title>
          <Group>
            <NativeSelect
              label="From revision"
              data={numbers.map(String)}
              value={String(before)}
              onChange={({ currentTarget }) => choose({ before: Number(currentTarget.value), after })}
            />
            <NativeSelect
              label="To revision"
              data={numbers.map(String)}
              value={String(after)}
              onChange={({ currentTarget }) => choose({ before, after: Number(currentTarget.value) })}
            />
          </Group>
          <DifferenceTable
            before={definitionOf(before)}
            after={definitionOf(after)}
            sides={{ before: `Revision ${before}`, after: `Revision ${after}` }}
          />
        </>
      )}
      {goingBackTo !== undefined && (
        <RollbackDialog
          store={store}
          stored={stored}
          revision={goingBackTo}
          definition={definitionOf(goingBackTo)}
          onClose={() => setGoingBackTo(undefined)}
          onRolledBack={onRolledBack}
        />
      )}
    </Stack>
  );
}
