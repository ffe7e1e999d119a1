import { useState } from 'react';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { notMendedYet, type DefinitionProblems } from './definition-problems.ts';

/** What the last try to save found wrong, as long as it has not been changed. */
export function useRefusal(draft: JsonObject) {
  const [refusal, setRefusal] = useState<{
    readonly of: JsonObject;
    readonly problems: DefinitionProblems;
  }>();
  return {
    problems: refusal === undefined ? [] : notMendedYet(refusal.problems, refusal.of, draft),
    note: (problems: DefinitionProblems) => setRefusal({ of: draft, problems }),
  };
}
