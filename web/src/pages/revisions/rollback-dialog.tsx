import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import type { DefinitionStore, StoredDefinition } from './definition-store.ts';
import { DifferenceTable } from './difference-table.tsx';

type RollbackDialogProps = {
  readonly store: DefinitionStore;
  readonly stored: StoredDefinition;
  readonly revision: number;
  readonly definition: unknown;
  readonly onClose: () => void;
  readonly onRolledBack: (stored: StoredDefinition) => void;
};

/** Shows what going back would change, and asks why. It makes a new revision: nothing is taken away. */
export function RollbackDialog(props: RollbackDialogProps) {
  const { store, stored, revision, definition, onClose, onRolledBack } = props;
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const rollback = useMutation({
    mutationFn: () =>
      store.rollback(stored.id, {
        revision,
        current: stored.revision,
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      }),
    meta: { isShownInPlace: true },
    onSuccess: (now) => {
      queries.setQueryData([store.area, 'one', now.id], now);
      void queries.invalidateQueries({
        queryKey: [store.area],
        predicate: ({ queryKey }) => queryKey[1] !== 'one',
      });
      notifications.show({ message: `Back to revision ${revision}, as revision ${now.revision}.` });
      onRolledBack(now);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Go back to revision ${revision}`} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rollback.mutate();
        }}
      >
        <Stack>
          <DifferenceTable
            before={stored.definition}
            after={definition}
            sides={{ before: 'Now', after: `Revision ${revision}` }}
          />
          <TextInput
            label="Why"
            maxLength={400}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            data-autofocus
          />
          {rollback.error !== null && <ProblemAlert error={rollback.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={rollback.isPending}>
              Go back
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
