import { useState } from 'react';
import { jsonDifferences } from '../../../../src/admin/revisions/json-difference.js';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { useUnsaved } from '../../shell/unsaved.ts';

/** What is being edited, beside what it started from. Whoever leaves with changes is asked first. */
export function useDraft(initial: JsonObject) {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const isChanged = jsonDifferences(saved, draft).length > 0;
  const { settle } = useUnsaved(isChanged);
  return {
    draft,
    setDraft,
    isChanged,
    /** Starts anew from what has been stored. */
    restart: (stored: JsonObject) => {
      settle();
      setSaved(stored);
      setDraft(stored);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
