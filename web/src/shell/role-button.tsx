import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';
import { useMay, type Role } from '../session/use-session.ts';

type RoleButtonProps = ButtonProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & { readonly role: Role };

/**
 * A button for those of a role. For the others it stays, so that they know what there is, and says whom to ask; it can still be focused,
 * or nobody without a mouse would learn why.
 */
export function RoleButton({ role, onClick, type = 'button', ...props }: RoleButtonProps) {
  const isAllowed = useMay(role);
  if (isAllowed) return <Button type={type} onClick={onClick} {...props} />;
  const why = `This needs the role ${role}. Ask an administrator.`;
  return (
    <Tooltip label={why} events={{ hover: true, focus: true, touch: true }}>
      <Button
        {...props}
        type="button"
        aria-disabled
        data-disabled
        title={why}
        onClick={(event) => event.preventDefault()}
      />
    </Tooltip>
  );
}
