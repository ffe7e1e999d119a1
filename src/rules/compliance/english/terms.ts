import { isLaugh } from '../vocabulary.js';
import { EMPTY, GROUP_OPENERS, GROUPS, SPELLINGS } from './spellings.js';

/** One English term: a word or a fixed group of words under one name, and the words of the utterance it covers. */
export type Term = { readonly word: string; readonly from: number; readonly to: number };

/**
 * Rewrites a clause into terms: spellings unified, fixed groups joined, heat and politeness left out.
 * @param offset index of the clause's first word in the utterance.
 * @param keywordOf the keyword a misspelt word was meant to be, if any.
 */
export function termsOf(
  words: readonly string[],
  offset: number,
  keywordOf: (word: string) => string | undefined,
): readonly Term[] {
  const spellings = words.map((word) => spelled(word, keywordOf));
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const parts = phoneNumberAt(words, at);
    if (parts > 0) {
      terms.push({ word: 'number', from: offset + at, to: offset + at + parts - 1 });
      at += parts;
      continue;
    }
    const here = spellings[at] ?? '';
    const [group, taken] = GROUP_OPENERS.has(here) ? groupAt(spellings, at) : [here, 1];
    if (!EMPTY.has(group) && !isLaugh(group)) {
      const to = offset + at + taken - 1;
      for (const word of taken === 1 && !group.includes(' ') ? [group] : group.split(' '))
        if (word !== '') terms.push({ word, from: offset + at, to });
    }
    at += taken;
  }
  return terms;
}

/** The longest group that begins at `at`, and how many words it is. */
function groupAt(spellings: readonly string[], at: number): readonly [group: string, taken: number] {
  const [here = '', next, afterNext] = [spellings[at], spellings[at + 1], spellings[at + 2]];
  if (next === undefined) return [here, 1];
  const triple = afterNext === undefined ? undefined : GROUPS.get(`${here} ${next} ${afterNext}`);
  if (triple !== undefined) return [triple, 3];
  const pair = GROUPS.get(`${here} ${next}`);
  return pair === undefined ? [here, 1] : [pair, 2];
}

const SHORTEST_PHONE_NUMBER = 7;
const LONGEST_PHONE_NUMBER = 15;

/** How many words from `at` on are one telephone number ("555 123 4567"); 0 when none is. */
function phoneNumberAt(words: readonly string[], at: number): number {
  let digits = 0;
  let end = at;
  while (end < words.length && digits <= LONGEST_PHONE_NUMBER && /^\d+$/.test(words[end] ?? '')) {
    digits += (words[end] ?? '').length;
    end += 1;
  }
  return digits >= SHORTEST_PHONE_NUMBER && digits <= LONGEST_PHONE_NUMBER ? end - at : 0;
}

function spelled(word: string, keywordOf: (word: string) => string | undefined): string {
  const calm = /(.)\1\1/u.test(word) ? word.replace(/(.)\1{2,}/gu, '$1') : word;
  return SPELLINGS.get(calm) ?? keywordOf(word) ?? calm;
}
