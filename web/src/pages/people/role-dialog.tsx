import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../session/use-session.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { ROLES, usePeople, type User } from './use-people.ts';

type RoleDialogProps = { readonly user: User; readonly onClose: () => void };

/** Gives somebody another role. A dialog, because the change signs them out and a slip of the arrow keys must not make an administrator. */
export function RoleDialog({ user: { id, email, role }, onClose }: RoleDialogProps) {
  const { changeRole } = usePeople();
  const [wanted, setWanted] = useState<Role>(role);
  return (
    <Modal opened onClose={onClose} title={`Role of ${email}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          changeRole.mutate({ id, role: wanted }, { onSuccess: onClose });
        }}
      >
        <Stack>
          <Radio.Group
            label="Role"
            description="They are signed out everywhere, and have the new role when they sign in again."
            value={wanted}
            onChange={(value) => setWanted(ROLES.find((each) => each.value === value)?.value ?? role)}
          >
            <Stack gap="xs" mt="sm">
              {ROLES.map(({ value, label, may }) => (
                <Radio key={value} value={value} label={label} description={may} />
              ))}
            </Stack>
          </Radio.Group>
          {changeRole.error !== null && <ProblemAlert error={changeRole.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={changeRole.isPending} disabled={wanted === role}>
              Change
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
