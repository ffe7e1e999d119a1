import { Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { SESSION_ENDED } from '../api/client.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page whose session has ended in the middle of something: after signing in again everything typed is still there. */
export function SignedOutDialog() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    window.addEventListener(SESSION_ENDED, open);
    return () => window.removeEventListener(SESSION_ENDED, open);
  }, []);
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title="Your session has ended"
      closeOnClickOutside={false}
    >
      <Text mb="md">
        Sign in to go on. What you have typed on this page is still here; save it again afterwards.
      </Text>
      <SignInForm onDone={() => setOpen(false)} />
    </Modal>
  );
}
