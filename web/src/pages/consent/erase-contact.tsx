import { Group, Paper, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import { ReasonDialog } from '../../shell/reason-dialog.tsx';
import { RoleButton } from '../../shell/role-button.tsx';

/** The right to be forgotten, behind a word that nobody types by mistake. */
export function EraseContact({
  contactId,
  address,
}: {
  readonly contactId: string;
  readonly address: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: (reason: string) =>
      bodyOf(
        api.POST('/api/v1/contacts/{id}/erase', { params: { path: { id: contactId } }, body: { reason } }),
      ),
    meta: { isShownInPlace: true },
    onSuccess: ({ ledgerEntries, messages, webhooks }) => {
      notifications.show({
        title: 'Erased',
        message: `${messages} messages, ${webhooks} webhooks and ${ledgerEntries} ledger entries hold no words of theirs any more.`,
      });
      return queries.invalidateQueries({ queryKey: ['consent'] });
    },
  });
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <div style={{ flex: '1 1 20rem' }}>
          <Title order={2} size="h4">
            Erase this person
          </Title>
          <Text size="sm" c="dimmed">
            Addresses, name, texts and webhooks go, and cannot be brought back. Whoever opted out stays opted
            out.
          </Text>
        </div>
        <RoleButton role="administrator" color="red" variant="light" onClick={() => setOpen(true)}>
          Erase…
        </RoleButton>
      </Group>
      <ReasonDialog
        title="Erase this person"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirm="Erase for ever"
        color="red"
        typed={address}
        reasonHint="Kept in the ledger for good: do not name the person in it."
        onConfirm={(reason) => erase.mutateAsync(reason)}
      >
        <Text size="sm">
          This cannot be undone. All their addresses, their name, every text of theirs and to them, and the
          words in the consent ledger are erased. The consent itself stays, under a keyed hash.
        </Text>
      </ReasonDialog>
    </Paper>
  );
}
