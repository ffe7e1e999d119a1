import type { Operator } from '../../../../../src/rules/definition/rule-definition.js';

/** How people say what is asked. */
export const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  equals: 'is',
  in: 'is one of',
  word: 'has the word',
  firstWord: 'begins with the word',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  matches: 'matches the pattern',
  fuzzy: 'has, perhaps misspelt,',
  exists: 'has a value',
  gt: 'is greater than',
  lt: 'is less than',
  within: 'is within',
};
