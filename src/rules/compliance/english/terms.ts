import { isLaugh } from '../vocabulary.js';
import { EMPTY, GROUPS, SPELLINGS } from './spellings.js';

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
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const here = spelled(words[at] ?? '', keywordOf);
    const next = at + 1 < words.length ? spelled(words[at + 1] ?? '', keywordOf) : undefined;
    const afterNext = at + 2 < words.length ? spelled(words[at + 2] ?? '', keywordOf) : undefined;
    const triple =
      next !== undefined && afterNext !== undefined ? GROUPS.get(`${here} ${next} ${afterNext}`) : undefined;
    const pair = next === undefined ? undefined : GROUPS.get(`${here} ${next}`);
    const [group, taken] = triple !== undefined ? [triple, 3] : pair !== undefined ? [pair, 2] : [here, 1];
    if (!EMPTY.has(group) && !isLaugh(group)) {
      for (const word of group.split(' '))
        if (word !== '') terms.push({ word, from: offset + at, to: offset + at + taken - 1 });
    }
    at += taken;
  }
  return terms;
}

function spelled(word: string, keywordOf: (word: string) => string | undefined): string {
  const calm = /(.)\1\1/u.test(word) ? word.replace(/(.)\1{2,}/gu, '$1') : word;
  return SPELLINGS.get(calm) ?? keywordOf(word) ?? calm;
}
