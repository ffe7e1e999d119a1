import { Group, NativeSelect, Paper, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Instant } from '../../shell/instant.tsx';
import { ReasonDialog } from '../../shell/reason-dialog.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { timeLeft } from './time-left.ts';
import { usePause, useResume, type Conversation } from './use-conversations.ts';

const SPANS = [
  { value: '30', label: '30 minutes' },
  { value: '120', label: '2 hours' },
  { value: '1440', label: 'a day' },
  { value: '10080', label: 'a week' },
];

/** Whether rules answer here or a person does, and until when. */
export function PauseBar({ conversation }: { readonly conversation: Conversation }) {
  const { id, pausedUntil, pauseReason } = conversation;
  const [isAsking, setAsking] = useState(false);
  const [minutes, setMinutes] = useState('120');
  const pause = usePause(id);
  const resume = useResume(id);
  const left = useTimeLeft(pausedUntil);
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        {left === undefined ? (
          <Text size="sm">Rules answer in this conversation.</Text>
        ) : (
          <Text size="sm" component="div">
            <Text span inherit fw={600}>
              With a person for {left}
            </Text>{' '}
            (until <Instant at={pausedUntil} />
            {pauseReason === null ? '' : `: ${pauseReason}`}). STOP, START and HELP are still honoured.
          </Text>
        )}
        {left === undefined ? (
          <RoleButton role="editor" variant="default" size="xs" onClick={() => setAsking(true)}>
            Pause the rules
          </RoleButton>
        ) : (
          <RoleButton
            role="editor"
            variant="default"
            size="xs"
            loading={resume.isPending}
            onClick={() => resume.mutate(undefined)}
          >
            Let rules answer again
          </RoleButton>
        )}
      </Group>
      <ReasonDialog
        title="Pause the rules here"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirm="Pause"
        reasonHint="Your colleagues see it here."
        minLength={1}
        maxLength={200}
        onConfirm={(reason) => pause.mutateAsync({ minutes: Number(minutes), reason })}
      >
        <NativeSelect
          label="For"
          data={SPANS}
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
      </ReasonDialog>
    </Paper>
  );
}

/** Ticks once a second while it runs; `undefined` when nothing is left. */
function useTimeLeft(until: string | null): string | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? undefined : timeLeft(Date.parse(until) - now);
}
