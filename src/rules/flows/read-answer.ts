import { parseAddress } from '../../messaging/address.js';
import { storableText } from '../../messaging/untrusted.js';
import type { Scalar } from '../conditions/fact.js';
import { readPattern } from '../conditions/pattern.js';
import { wordsOf as wordsIn, comparableText } from '../conditions/text-normalisation.js';
import { asciiDigits, compileChoice } from './choose-option.js';
import type { Answer } from './choose-option.js';
import type { Expectation } from './flow-definition.js';
import { wordKey } from './flow-words.js';
import { MAX_ANSWER_LENGTH } from './parse-expectation.js';
import { readDate, todayIn } from './read-date.js';

/** What an answer was understood as; `expected` says, for people, what it should have been. */
export type AnswerReading = { readonly value: Scalar | undefined; readonly expected: string };

/** Reads answers to one question. */
export type AnswerReader = (answer: Answer, now: Date) => AnswerReading;

/** Prepares the reading of answers: patterns are compiled here, not for each message. */
export function compileExpectation(expect: Expectation): AnswerReader {
  const expected = describe(expect);
  const read = readerOf(expect);
  return (answer, now) => ({ value: read(answer, now), expected });
}

type Reader = (answer: Answer, now: Date) => Scalar | undefined;

function readerOf(expect: Expectation): Reader {
  switch (expect.kind) {
    case 'text':
      return textReader(expect);
    case 'number':
      return ({ text }) => readNumber(text, expect);
    case 'date':
      return ({ text }, now) => readDay(text, expect, now);
    case 'choice': {
      const choose = compileChoice(expect.options);
      return (answer) => choose(answer)?.label;
    }
    case 'email':
      return ({ text }) => text.split(/\s+/u).map(bare).find(isEmail)?.toLowerCase();
    case 'phone':
      return ({ text }) => readPhone(asciiDigits(text));
    case 'yesNo':
      return ({ text }) => readYesNo(text);
    default: {
      const never: never = expect;
      return never;
    }
  }
}

function textReader({
  min = 1,
  max = MAX_ANSWER_LENGTH,
  pattern,
}: Extract<Expectation, { kind: 'text' }>): Reader {
  const reading = pattern === undefined ? undefined : readPattern(pattern, false);
  return ({ text }) => {
    const said = storableText(text).trim();
    if (said.length < min || said.length > max) return undefined;
    if (reading !== undefined && !(reading.ok && reading.pattern.test(said))) return undefined;
    return said;
  };
}

const NUMBERS = /[+-]?\d{1,15}(?:[.,]\d{1,10})?/g;

/** The number in an answer such as "we are 4", as long as it is the only one. */
function readNumber(
  text: string,
  { min = -Infinity, max = Infinity, integer = false }: Extract<Expectation, { kind: 'number' }>,
): number | undefined {
  const [found, ...others] = asciiDigits(text).match(NUMBERS) ?? [];
  if (found === undefined || others.length > 0) return undefined;
  const value = Number(found.replace(',', '.'));
  const fits = value >= min && value <= max && (!integer || Number.isInteger(value));
  return fits ? value : undefined;
}

function readDay(
  text: string,
  { min, max, order = 'dayFirst', timeZone = 'UTC' }: Extract<Expectation, { kind: 'date' }>,
  now: Date,
): string | undefined {
  const today = todayIn(timeZone, now);
  const day = readDate(asciiDigits(text), order, today);
  if (day === undefined) return undefined;
  const [first, last] = [min, max].map((each) => (each === 'today' ? today : each));
  return (first !== undefined && day < first) || (last !== undefined && day > last) ? undefined : day;
}

const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}{2,24}$/u;

function isEmail(word: string): boolean {
  return EMAIL.test(word);
}

/** Without what a sentence or a mail program puts around an address. */
function bare(word: string): string {
  return word.replace(/^[<("']+/, '').replace(/[>)"'.,;!?]+$/, '');
}

/** International numbers only: who is meant by a national one, we cannot know. */
function readPhone(text: string): string | undefined {
  const written = text.trim().replace(/^00(?=[1-9])/, '+');
  const address = parseAddress(written);
  return address?.kind === 'phone' ? address.value : undefined;
}

// English, French, Spanish, Portuguese, German, Italian, Dutch, Wolof, Swahili, Turkish, Russian, Arabic.
const YES = new Set(
  'yes y yeah yep sure ok okay correct oui ouais sí si sim claro ja jawohl genau waaw waw ndiyo ndio evet да نعم ايوه 👍 ✅'.split(
    ' ',
  ),
);
const NO = new Set(
  'no n nope nah wrong non não nao nein nee deedeet déedéet hapana hayır hayir нет لا 👎 ❌'.split(' '),
);

/** The first word decides; a long answer is a sentence about something else. */
function readYesNo(text: string): boolean | undefined {
  const whole = wordKey(text);
  const words = wordsIn(comparableText(text, false));
  const said = words.length > 0 && words.length <= 4 ? words[0] : whole;
  const isYes = YES.has(whole) || YES.has(said ?? '');
  const isNo = NO.has(whole) || NO.has(said ?? '');
  return isYes === isNo ? undefined : isYes;
}

function describe(expect: Expectation): string {
  switch (expect.kind) {
    case 'text': {
      const { min = 1, max = MAX_ANSWER_LENGTH, pattern } = expect;
      return `a text of ${min} to ${max} characters${pattern === undefined ? '' : ` that matches ${pattern}`}`;
    }
    case 'number':
      return `one ${expect.integer === true ? 'whole number' : 'number'}${rangeOf(expect.min, expect.max)}`;
    case 'date':
      return `a date${rangeOf(expect.min, expect.max)}`;
    case 'choice':
      return describeOptions(expect.options);
    case 'email':
      return 'an e-mail address';
    case 'phone':
      return 'a phone number with its country code';
    case 'yesNo':
      return 'yes or no';
    default: {
      const never: never = expect;
      return never;
    }
  }
}

/** What is expected where one of several options is to be chosen. */
export function describeOptions(options: readonly { readonly label: string }[]): string {
  return `one of: ${options.map(({ label }, index) => `${index + 1}. ${label}`).join(', ')}`;
}

function rangeOf(min: number | string | undefined, max: number | string | undefined): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return ` from ${min} on`;
  return min === undefined ? ` up to ${max}` : ` from ${min} to ${max}`;
}
