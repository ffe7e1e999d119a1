import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import type { DefinitionStore, StoredDefinition } from './definition-store.ts';
import { DifferenceTable } from './difference-table.tsx';

type OtherVersionProps = {
  readonly store: DefinitionStore;
  /** What the draft began from. */
  readonly stored: StoredDefinition;
  readonly draft: JsonObject;
  readonly onTakeTheirs: (theirs: StoredDefinition) => void;
  readonly onKeepMine: (theirs: StoredDefinition) => void;
};

/** Somebody else has saved meanwhile: both versions side by side, and the choice between them. Nothing typed is lost. */
export function OtherVersion({ store, stored, draft, onTakeTheirs, onKeepMine }: OtherVersionProps) {
  const theirs = useQuery({
    queryKey: [store.area, 'other version', stored.id],
    queryFn: () => store.read(stored.id),
    gcTime: 0,
    staleTime: 0,
  });
  if (theirs.data?.revision === stored.revision) return null;
  return (
    <Alert color="yellow" title={`Somebody has changed this ${store.noun} meanwhile`} role="alert">
      <Text size="sm" mb="sm">
        What you typed is still here. Look at what is different, then choose.
      </Text>
      {theirs.isPending && <Skeleton h={60} />}
      {theirs.isError && <ProblemAlert error={theirs.error} onRetry={() => void theirs.refetch()} />}
      {theirs.data !== undefined && (
        <>
          <DifferenceTable
            before={theirs.data.definition}
            after={draft}
            sides={{ before: `Revision ${theirs.data.revision}`, after: 'Yours' }}
          />
          <Group mt="sm">
            <Button size="xs" onClick={() => onKeepMine(theirs.data)}>
              Save mine after it
            </Button>
            <Button size="xs" variant="default" onClick={() => onTakeTheirs(theirs.data)}>
              Take theirs
            </Button>
          </Group>
        </>
      )}
    </Alert>
  );
}
