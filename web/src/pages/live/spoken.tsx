import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { DecisionLine } from './decision-line.ts';

/** More often than this a screen reader would talk over itself. */
const SPEAK_EVERY_MS = 5_000;

/** Reads the newest line out politely, now and then; not each one. */
export function Spoken({
  newest,
  isPaused,
}: {
  readonly newest: DecisionLine | undefined;
  readonly isPaused: boolean;
}) {
  const [said, setSaid] = useState('');
  const latest = useRef(newest);
  latest.current = newest;
  useEffect(() => {
    if (isPaused) return;
    const timer = setInterval(() => setSaid(latest.current?.sentence ?? ''), SPEAK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isPaused]);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {said}
    </VisuallyHidden>
  );
}
