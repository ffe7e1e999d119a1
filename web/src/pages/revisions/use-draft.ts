import { useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { jsonDifferences } from '../../../../src/admin/revisions/json-difference.js';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';

/** What is being edited, beside what it started from. Whoever leaves with changes is asked first. */
export function useDraft(initial: JsonObject) {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const isChanged = jsonDifferences(saved, draft).length > 0;
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
  // Whoever saves goes on at once, before anything is drawn again: so it is a reference that is asked.
  const mayLose = useRef(false);
  useEffect(() => {
    mayLose.current = isChanged;
  }, [isChanged]);
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      mayLose.current && currentLocation.pathname !== nextLocation.pathname,
  );
  return {
    draft,
    setDraft,
    isChanged,
    leaving,
    /** Starts anew from what has been stored. */
    restart: (stored: JsonObject) => {
      mayLose.current = false;
      setSaved(stored);
      setDraft(stored);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
