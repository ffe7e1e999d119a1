import { slipsBetween } from '../edit-distance.js';
import { comparableText, wordsOf } from './text-normalisation.js';
import type { ComparableText } from './text-normalisation.js';

const LETTERS_PER_SLIP = 4;
const MAX_SLIPS = 2;

type WantedWord = { readonly word: string; readonly letters: readonly string[]; readonly slips: number };

/** Which words of the text were taken for the wanted ones, in a sentence. */
export type FuzzyAnswer = { readonly isMatch: boolean; readonly detail?: string };

/**
 * Prepares `fuzzy`: the words of a value, one after the other, each with at most one slip for every four of its letters, and never
 * more than two. Shorter words have to be right: with one letter changed, most of them are another word.
 */
export function compileFuzzyTest(
  values: readonly string[],
  caseSensitive: boolean,
): (text: ComparableText) => FuzzyAnswer {
  const sequences = values
    .map((value) => wordsOf(comparableText(value, caseSensitive)).map(wantedWord))
    .filter((sequence) => sequence.length > 0);
  return (text) => {
    const words = wordsOf(text);
    for (const sequence of sequences) {
      const start = words.findIndex((_, index) =>
        sequence.every((wanted, offset) => isNear(words[index + offset], wanted)),
      );
      if (start === -1) continue;
      const found = words.slice(start, start + sequence.length).join(' ');
      const wanted = sequence.map(({ word }) => word).join(' ');
      return { isMatch: true, detail: `"${found}" was taken for "${wanted}".` };
    }
    return { isMatch: false };
  };
}

function wantedWord(word: string): WantedWord {
  const letters = Array.from(word);
  return {
    word,
    letters,
    slips: Math.min(MAX_SLIPS, Math.floor(letters.length / LETTERS_PER_SLIP)),
  };
}

function isNear(found: string | undefined, { word, letters, slips }: WantedWord): boolean {
  if (found === undefined) return false;
  if (found === word) return true;
  if (slips === 0 || found.length > 2 * (letters.length + slips)) return false;
  const foundLetters = Array.from(found);
  return (
    Math.abs(foundLetters.length - letters.length) <= slips && slipsBetween(foundLetters, letters) <= slips
  );
}
