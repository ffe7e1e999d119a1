import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { hasUnsaved } from './unsaved.ts';

/** Asks whoever is about to lose what they have typed: once for all forms, because the router takes one blocker only. */
export function LeaveGuard() {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (hasUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => hasUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  if (leaving.state !== 'blocked') return null;
  return (
    <Modal opened onClose={() => leaving.reset()} title="Leave without saving?">
      <Text mb="md">What you have changed on this page has not been saved.</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => leaving.proceed()}>
          Leave
        </Button>
        <Button onClick={() => leaving.reset()} data-autofocus>
          Stay
        </Button>
      </Group>
    </Modal>
  );
}
