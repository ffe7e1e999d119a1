import { readPattern } from '../conditions/pattern.js';
import type { LeafCondition } from '../definition/rule-definition.js';

/** Facts that are a text in every message, if only an empty one. */
const TEXTS = new Set(['message.text', 'message.channel']);
/** What looks at the end of a text or at its words: an empty text says nothing about others then. */
const ASSERTIONS = /\$|\\[zZbB]/;

/**
 * Whether a leaf has a pattern that every text matches: one that matches the empty text finds the same nothing at the beginning of any other,
 * as long as it does not ask what comes after.
 */
export function matchesEveryText(leaf: LeafCondition): boolean {
  if (leaf.op !== 'matches' || !TEXTS.has(leaf.fact)) return false;
  const patterns = typeof leaf.value === 'object' ? leaf.value : [leaf.value];
  return patterns.some((source) => {
    const reading = ASSERTIONS.test(source) ? undefined : readPattern(source, leaf.caseSensitive ?? false);
    return reading?.ok === true && reading.pattern.test('');
  });
}
