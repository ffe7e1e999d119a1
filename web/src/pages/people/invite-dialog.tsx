import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../session/use-session.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { ROLES, usePeople, type InvitedUser } from './use-people.ts';

type InviteDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onInvited: (invited: InvitedUser) => void;
};

/** Invites somebody; the answer is a link that is shown once. */
export function InviteDialog({ isOpen, onClose, onInvited }: InviteDialogProps) {
  const { invite } = usePeople();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  return (
    <Modal opened={isOpen} onClose={onClose} title="Invite somebody">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(
            { email: email.trim(), role },
            {
              onSuccess: (invited) => {
                setEmail('');
                onInvited(invited);
              },
            },
          );
        }}
      >
        <Stack>
          <TextInput
            label="E-mail"
            type="email"
            description="They sign in with it. Heed sends no e-mail: you give them the link."
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="off"
            required
            data-autofocus
          />
          <NativeSelect
            label="Role"
            description={ROLES.find(({ value }) => value === role)?.may}
            data={ROLES.map(({ value, label }) => ({ value, label }))}
            value={role}
            onChange={(event) => {
              const wanted = ROLES.find(({ value }) => value === event.currentTarget.value);
              if (wanted !== undefined) setRole(wanted.value);
            }}
          />
          {invite.error !== null && <ProblemAlert error={invite.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={invite.isPending}>
              Make the link
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
