import { Modal } from '@mantine/core';
import { Instant } from '../../shell/instant.tsx';
import { ShownOnce } from '../../shell/shown-once.tsx';
import type { InvitedUser } from './use-people.ts';

type LinkDialogProps = { readonly invited: InvitedUser | undefined; readonly onClose: () => void };

/** A one-time link, which is stored nowhere: it is not closed by a click beside it. */
export function LinkDialog({ invited, onClose }: LinkDialogProps) {
  return (
    <Modal opened={invited !== undefined} onClose={onClose} title="One-time link" closeOnClickOutside={false}>
      {invited !== undefined && (
        <ShownOnce title={`For ${invited.user.email}, and for nobody else`} value={invited.link}>
          It is shown this once and works once, until <Instant at={invited.expiresAt} />. They choose their
          password with it.
        </ShownOnce>
      )}
    </Modal>
  );
}
