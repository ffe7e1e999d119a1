import { wordsOf } from './parse-expectation.js';
import { wordKey } from './flow-words.js';
import type { FlowOption } from './flow-definition.js';

/** An answer of the customer. */
export type Answer = { readonly text: string; readonly buttonId?: string | undefined };

const NUMBER = /^\(?(\d{1,2})[.)]?$/;

/**
 * Finds the option that an answer means: the id of a button, the number in the list, or a word that is the option's; a label is found in a
 * whole sentence too, as long as no other option's is. `undefined` when none, or more than one, is meant.
 */
export function compileChoice<Option extends FlowOption>(
  options: readonly Option[],
): (answer: Answer) => Option | undefined {
  const byId = new Map(options.flatMap((option) => (option.id === undefined ? [] : [[option.id, option]])));
  const byWord = new Map(options.flatMap((option) => wordsOf(option).map((word) => [wordKey(word), option])));
  const said = [...byWord].map(([word, option]) => [` ${word} `, option] as const);
  return ({ text, buttonId }) => {
    const pressed = buttonId === undefined ? undefined : byId.get(buttonId);
    if (pressed !== undefined) return pressed;
    const key = wordKey(asciiDigits(text));
    const exact = byWord.get(key);
    if (exact !== undefined) return exact;
    const number = NUMBER.exec(key);
    if (number !== null) return options[Number(number[1]) - 1];
    const sentence = ` ${key} `;
    const meant = new Set(said.filter(([word]) => sentence.includes(word)).map(([, option]) => option));
    return meant.size === 1 ? [...meant][0] : undefined;
  };
}

/** The list that stands under a question: `1. Opening hours`. */
export function optionLines(options: readonly FlowOption[], labelOf: (option: FlowOption) => string): string {
  return options.map((option, index) => `${index + 1}. ${labelOf(option)}`).join('\n');
}

/** The zeros of the scripts whose digits people type most; the others follow them in order. */
const ZEROS = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0e50];

/** Digits of every common script as 0 to 9. */
export function asciiDigits(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((each) => code >= each && code < each + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
