import { skeleton, withoutDigitLetters } from './confusables.js';
import { clean, fold } from './fold.js';
import { LANGUAGE_PACKS } from './keywords/index.js';
import { looksLikeUnsubscribe, slipTable } from './typo.js';

export type KeywordClass = 'opt_out' | 'opt_in' | 'help';

export type Keyword = {
  readonly class: KeywordClass;
  readonly word: string;
  readonly language: string;
  readonly takesNumber: boolean;
};

/** A keyword or phrase as the utterance would hold it: folded words with single spaces. */
export function foldedPhrase(phrase: string): string {
  return fold(clean(phrase))
    .split(/[^\p{L}\p{M}\p{N}$@]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

const FOLDED = new WeakMap<readonly string[], readonly string[]>();

/** A tenant's words, folded once for each list and not again for each message. */
export function foldedPhrases(phrases: readonly string[]): readonly string[] {
  const known = FOLDED.get(phrases);
  if (known !== undefined) return known;
  const folded = phrases.map(foldedPhrase).filter((word) => word !== '');
  FOLDED.set(phrases, folded);
  return folded;
}

const foldedAll = (phrases: readonly string[] | undefined): string[] => (phrases ?? []).map(foldedPhrase);

/** When two languages disagree about a word, the class that sends less wins: opt-out, then help, then opt-in. */
function keywordTable(): ReadonlyMap<string, Keyword> {
  const table = new Map<string, Keyword>();
  const byPrecedence = [
    { class: 'opt_in', wordsOf: (pack) => pack.optIn },
    { class: 'help', wordsOf: (pack) => pack.help },
    { class: 'opt_out', wordsOf: (pack) => pack.optOut },
  ] satisfies readonly {
    class: KeywordClass;
    wordsOf: (pack: (typeof LANGUAGE_PACKS)[number]) => readonly string[] | undefined;
  }[];
  for (const { class: keywordClass, wordsOf } of byPrecedence) {
    for (const pack of LANGUAGE_PACKS) {
      const numbered = new Set(foldedAll(pack.withNumber));
      for (const word of foldedAll(wordsOf(pack))) {
        if (table.get(word)?.class === keywordClass) continue;
        table.set(word, {
          class: keywordClass,
          word,
          language: pack.language,
          takesNumber: numbered.has(word),
        });
      }
    }
  }
  return table;
}

export const KEYWORDS = keywordTable();

const SLIPS = slipTable(LANGUAGE_PACKS.flatMap((pack) => foldedAll(pack.typoTolerant)).concat('opt out'));

/** Keywords without their spaces: "un subscribe" and "st op" are found here. Short ones would collide with ordinary words. */
const SPACELESS: ReadonlyMap<string, Keyword> = new Map(
  [...KEYWORDS]
    .filter(([word]) => word.length >= 4)
    .map(([word, keyword]) => [word.replaceAll(' ', ''), keyword]),
);

/** Words that may be spelled letter by letter. */
export const SPELLED_WORDS: ReadonlySet<string> = new Set(
  [...KEYWORDS.keys()].map((word) => word.replaceAll(' ', '')).filter((word) => word.length >= 3),
);

const COURTESIES: ReadonlyMap<string, readonly (readonly string[])[]> = phrasesByFirstWord(
  LANGUAGE_PACKS.flatMap((pack) => foldedAll(pack.polite)),
);

export const AFFIRMATIVES: ReadonlySet<string> = new Set(
  LANGUAGE_PACKS.flatMap((pack) => foldedAll(pack.yes)),
);
export const NEGATIVES: ReadonlySet<string> = new Set(LANGUAGE_PACKS.flatMap((pack) => foldedAll(pack.no)));
export const HOLD_MESSAGES: ReadonlySet<string> = new Set(
  LANGUAGE_PACKS.flatMap((pack) => foldedAll(pack.phrases?.holdPhrases)),
);

function phrasesByFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const table = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    table.set(
      first,
      [...(table.get(first) ?? []), words].sort((left, right) => right.length - left.length),
    );
  }
  return table;
}

const LAUGH =
  /^(?:(?:ha|he|hi|ja|je|ah|eh|jk){2,}h?|ha+h+a*|l+o+l+(?:o+l+)*|lmf?ao+|rofl|xd+|k{3,}|jk|haha\w*)$/;

export function isLaugh(word: string): boolean {
  return LAUGH.test(word);
}

function courtesyAt(words: readonly string[], at: number): number {
  const word = words[at] ?? '';
  if (isLaugh(word)) return 1;
  for (const phrase of COURTESIES.get(word) ?? []) {
    if (phrase.every((part, offset) => words[at + offset] === part)) return phrase.length;
  }
  return 0;
}

function courtesyBefore(words: readonly string[], from: number, end: number): number {
  for (let length = Math.min(LONGEST_COURTESY, end - from); length > 0; length -= 1) {
    if (courtesyAt(words, end - length) === length) return length;
  }
  return 0;
}

/** The part of `words` between the courtesies at its edges, as a half-open range. Empty when everything is courtesy. */
export function core(words: readonly string[]): { readonly from: number; readonly end: number } {
  let from = 0;
  for (let taken = courtesyAt(words, from); taken > 0; taken = courtesyAt(words, from)) from += taken;
  let end = words.length;
  for (let taken = courtesyBefore(words, from, end); taken > 0; taken = courtesyBefore(words, from, end))
    end -= taken;
  return { from, end };
}

const LONGEST_COURTESY = 6;
const LONGEST_SINGLE_WORD = 64;

/** One word of any spelling as a keyword: exact, stretched, repeated, disguised, or one slip away. */
export function keywordLike(
  word: string,
  extra: ReadonlyMap<string, Keyword>,
): { keyword: Keyword; how: 'exact' | 'spelling' | 'disguise' | 'typo' } | undefined {
  const builtIn = KEYWORDS.get(word);
  const exact = builtIn?.class === 'opt_out' ? builtIn : (extra.get(word) ?? builtIn);
  if (exact !== undefined) return { keyword: exact, how: 'exact' };
  if (word.length > LONGEST_SINGLE_WORD) return undefined;
  for (const spelling of [
    word.replace(/(.)\1{2,}/gu, '$1'),
    word.replace(/(.)\1{2,}/gu, '$1$1'),
    word.replace(/^(.{3,}?)\1+$/u, '$1'),
  ]) {
    const keyword = spelling === word ? undefined : KEYWORDS.get(spelling);
    if (keyword !== undefined) return { keyword, how: 'spelling' };
  }
  const disguised = KEYWORDS.get(skeleton(withoutDigitLetters(word)));
  if (disguised !== undefined && /\D/.test(word)) return { keyword: disguised, how: 'disguise' };
  if (disguised !== undefined && word.length >= 3 && disguised.word === 'stop')
    return { keyword: disguised, how: 'disguise' };
  const calm = word.replace(/(.)\1{2,}/gu, '$1');
  const slip = SLIPS.get(word) ?? SLIPS.get(calm) ?? (looksLikeUnsubscribe(calm) ? 'unsubscribe' : undefined);
  const intended = slip === undefined ? undefined : KEYWORDS.get(slip);
  return intended === undefined ? undefined : { keyword: intended, how: 'typo' };
}

/** The keyword a misspelt word inside a sentence was meant to be; cheaper and stricter than `keywordLike`. */
export function meantWord(word: string): string | undefined {
  if (word.length < 4) return undefined;
  const calm = /(.)\1\1/u.test(word) ? word.replace(/(.)\1{2,}/gu, '$1') : word;
  const meant = calm === 'stop' || looksLikeUnsubscribe(calm) ? calm : SLIPS.get(calm);
  if (meant === undefined) return undefined;
  return meant === 'stop'
    ? 'stop'
    : looksLikeUnsubscribe(calm) || meant === 'unsubscribe'
      ? 'unsubscribe'
      : undefined;
}

export function spaceless(words: readonly string[]): Keyword | undefined {
  return SPACELESS.get(words.join(''));
}
