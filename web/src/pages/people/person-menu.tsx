import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { RoleDialog } from './role-dialog.tsx';
import { usePeople, type InvitedUser, type User } from './use-people.ts';

type PersonMenuProps = {
  readonly user: User;
  readonly isSelf: boolean;
  readonly onLink: (invited: InvitedUser) => void;
};

/** What can be done about one person. Nobody takes their own rights away by a slip: another administrator does. */
export function PersonMenu({ user, isSelf, onLink }: PersonMenuProps) {
  const { setActive, renewLink, unlock } = usePeople();
  const [isChangingRole, setChangingRole] = useState(false);
  const { id, email, state } = user;
  const isBusy = setActive.isPending || renewLink.isPending || unlock.isPending;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-sm" loading={isBusy} aria-label={`More about ${email}`}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isSelf ? (
            <Menu.Label>Your role and access: another administrator changes them.</Menu.Label>
          ) : (
            <Menu.Item onClick={() => setChangingRole(true)}>Change the role…</Menu.Item>
          )}
          {state !== 'deactivated' && (
            <Menu.Item onClick={() => renewLink.mutate(id, { onSuccess: onLink })}>
              {state === 'invited' ? 'A new invitation link' : 'A link to set a new password'}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => unlock.mutate(id)}>Unlock after wrong passwords</Menu.Item>
          {!isSelf && <Menu.Divider />}
          {!isSelf && state === 'deactivated' && (
            <Menu.Item onClick={() => setActive.mutate({ id, isActive: true })}>Activate</Menu.Item>
          )}
          {!isSelf && state !== 'deactivated' && (
            <Menu.Item color="red" onClick={() => setActive.mutate({ id, isActive: false })}>
              Deactivate
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isChangingRole && <RoleDialog user={user} onClose={() => setChangingRole(false)} />}
    </>
  );
}
