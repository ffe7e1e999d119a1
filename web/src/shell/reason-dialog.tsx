import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

type ReasonDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What is done with the reason; the dialog closes when it has succeeded, and shows what went wrong otherwise. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
  readonly confirm: string;
  readonly reasonHint?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly color?: string;
  /** For what cannot be undone: has to be typed before the button can be pressed. */
  readonly typed?: string;
  readonly children?: ReactNode;
};

/** Asks for a reason before something that is kept for good. */
export function ReasonDialog({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirm,
  reasonHint = 'Kept for good.',
  minLength = 3,
  maxLength = 500,
  color,
  typed,
  children,
}: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [word, setWord] = useState('');
  const { mutate, reset, error, isPending } = useMutation({
    mutationFn: onConfirm,
    meta: { isShownInPlace: true },
    onSuccess: onClose,
  });
  useEffect(() => {
    if (!isOpen) return;
    setReason('');
    setWord('');
    reset();
  }, [isOpen, reset]);
  const isReady = reason.trim().length >= minLength && (typed === undefined || word.trim() === typed);
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) mutate(reason.trim());
        }}
      >
        <Stack>
          {children}
          <Textarea
            label="Reason"
            description={reasonHint}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={maxLength}
            autosize
            minRows={2}
            maxRows={8}
            required
            data-autofocus
          />
          {typed !== undefined && (
            <TextInput
              label={
                <>
                  Type{' '}
                  <Text span ff="monospace" inherit style={{ overflowWrap: 'anywhere' }}>
                    {typed}
                  </Text>{' '}
                  to confirm
                </>
              }
              value={word}
              onChange={(event) => setWord(event.currentTarget.value)}
              autoComplete="off"
              required
            />
          )}
          {error !== null && <ProblemAlert error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={isPending}
              disabled={!isReady}
              {...(color !== undefined && { color })}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
