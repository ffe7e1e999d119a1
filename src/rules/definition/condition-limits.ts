import { TEXT_OPERATORS } from './rule-definition.js';
import type { Operator } from './rule-definition.js';
import type { FactType } from '../conditions/fact.js';

/** What a condition may be made of; the parser and the published JSON Schema both go by it. */
export const MAX_DEPTH = 10;
export const MAX_LEAVES = 200;
export const MAX_VALUES = 100;
export const MAX_VALUE_LENGTH = 200;

/** Questions whose answer depends on upper and lower case when the condition says so. */
export const CASE_OPERATORS: readonly Operator[] = ['equals', 'in', ...TEXT_OPERATORS];

/** What may be asked of each type of fact. */
export const OPERATORS_OF: Readonly<Record<FactType, readonly Operator[]>> = {
  text: ['equals', ...TEXT_OPERATORS, 'in', 'exists'],
  number: ['equals', 'in', 'exists', 'gt', 'lt'],
  flag: ['equals', 'exists'],
  list: ['equals', 'in', 'exists'],
  any: ['equals', ...TEXT_OPERATORS, 'in', 'exists', 'gt', 'lt'],
  instant: ['within'],
};
