import { readPattern } from './pattern.js';
import type { TextOperator } from '../definition/rule-definition.js';
import { comparableText } from './text-normalisation.js';
import type { ComparableText } from './text-normalisation.js';

export type TextTest = (text: ComparableText) => boolean;

/**
 * Prepares a text operator for its values; the test holds when any value does.
 *
 * `startsWith` and `endsWith` look at the text with and without its edge punctuation, so that both `open` and `open?` end
 * "When do you open?". `matches` and `contains` see the punctuation: a pattern means what it says.
 */
export function compileTextTest(
  op: Exclude<TextOperator, 'fuzzy'>,
  values: readonly string[],
  caseSensitive: boolean,
): TextTest {
  const tests = values.map((value) => singleTest(op, value, caseSensitive));
  return (text) => tests.some((test) => test(text));
}

function singleTest(op: Exclude<TextOperator, 'fuzzy'>, value: string, caseSensitive: boolean): TextTest {
  if (op === 'matches') return patternTest(value, caseSensitive);
  const wanted = comparableText(value, caseSensitive);
  switch (op) {
    case 'word':
      return ({ words }) => wanted.words !== '' && words.includes(wanted.words);
    case 'firstWord':
      return ({ words }) => wanted.words !== '' && words.startsWith(wanted.words);
    case 'contains':
      return ({ text }) => wanted.text !== '' && text.includes(wanted.text);
    case 'startsWith':
      return ({ text, trimmed }) =>
        wanted.text !== '' && (text.startsWith(wanted.text) || trimmed.startsWith(wanted.text));
    case 'endsWith':
      return ({ text, trimmed }) =>
        wanted.text !== '' && (text.endsWith(wanted.text) || trimmed.endsWith(wanted.text));
    default: {
      const never: never = op;
      return never;
    }
  }
}

/** A pattern that no longer compiles (it was refused when the rule was saved) matches nothing. */
function patternTest(source: string, caseSensitive: boolean): TextTest {
  const reading = readPattern(source, caseSensitive);
  return ({ text }) => reading.ok && reading.pattern.test(text);
}
