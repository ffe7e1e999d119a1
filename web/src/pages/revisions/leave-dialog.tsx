import { Button, Group, Modal, Text } from '@mantine/core';
import type { Draft } from './use-draft.ts';

/** Asks whoever is about to lose what they have typed. */
export function LeaveDialog({ leaving }: { readonly leaving: Draft['leaving'] }) {
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
