import { distance } from 'fastest-levenshtein';
import { comparableText } from '../conditions/text-normalisation.js';

/** A text as it is compared with another to find out whether a machine repeats itself. */
export type Wording = {
  readonly words: string;
  /** Letters and digits. */
  readonly weight: number;
  /** `12 30` of "at 12:30": texts that differ in a number say something else. */
  readonly numbers: string;
};

/** No more is compared: machines repeat themselves from the first word. */
const COMPARED_LENGTH = 160;
const LEAST_LIKENESS = 0.95;

export function wordingOf(text: string): Wording {
  const words = comparableText(text.slice(0, COMPARED_LENGTH), false).words.trim();
  return {
    words,
    weight: words.replaceAll(' ', '').length,
    numbers: words.replaceAll(/\D+/g, ' ').trim(),
  };
}

/** The same words, but for a slip or two in a long text. */
export function isAlike(one: Wording, other: Wording): boolean {
  if (one.words === '' || one.numbers !== other.numbers) return false;
  const longer = Math.max(one.words.length, other.words.length);
  return 1 - distance(one.words, other.words) / longer >= LEAST_LIKENESS;
}

/** The whole of `part` is quoted in `text`. */
export function quotes(text: Wording, part: Wording): boolean {
  return part.words !== '' && ` ${text.words} `.includes(` ${part.words} `);
}
