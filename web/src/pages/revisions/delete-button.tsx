import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../session/use-session.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import type { DefinitionStore, StoredDefinition } from './definition-store.ts';

type DeleteButtonProps = {
  readonly store: DefinitionStore;
  readonly stored: StoredDefinition;
  readonly name: string;
  /** What happens then, in a sentence. */
  readonly consequence: string;
  readonly onDeleted: () => void;
};

/** Deletes after asking, and offers for a while to put it back. */
export function DeleteButton({ store, stored, name, consequence, onDeleted }: DeleteButtonProps) {
  const [isAsking, ask] = useState(false);
  const mayEdit = useMay('editor');
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries({ queryKey: [store.area, 'list'] });
  const putBack = useMutation({
    mutationFn: () => store.create(stored.definition, { reason: 'Put back after it had been deleted.' }),
    onSuccess: readAgain,
  });
  const remove = useMutation({
    mutationFn: () => store.remove(stored.id, stored.revision),
    meta: { isShownInPlace: true },
    onSuccess: () => {
      ask(false);
      readAgain();
      const notice = notifications.show({
        title: `Deleted: ${name}`,
        message: putBackOffer(() => {
          notifications.hide(notice);
          putBack.mutate();
        }),
        autoClose: 20_000,
      });
      onDeleted();
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        disabled={!mayEdit}
        onClick={() => ask(true)}
        aria-label={`Delete ${name}`}
        size="compact-sm"
      >
        Delete
      </Button>
      <Modal opened={isAsking} onClose={() => ask(false)} title={`Delete this ${store.noun}?`}>
        <Text mb="xs" fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text mb="md">{consequence}</Text>
        {remove.error !== null && <ProblemAlert error={remove.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => ask(false)} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            Delete
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function putBackOffer(onPutBack: () => void): ReactNode {
  return (
    <Button size="compact-sm" variant="light" onClick={onPutBack}>
      Put it back
    </Button>
  );
}
