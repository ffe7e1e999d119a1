import { TEXT_OPERATORS } from '../../../../../src/rules/definition/rule-definition.js';

/** What stands at the right of a question. */
export type ValueKind = 'texts' | 'scalars' | 'number' | 'flag' | 'presence' | 'schedules';

/** What kind of value an operator takes from a fact of some type. An unknown operator is given texts; the API refuses it. */
export function valueKindOf(operator: string, factType: string | undefined): ValueKind {
  switch (operator) {
    case 'exists':
      return 'presence';
    case 'gt':
    case 'lt':
      return 'number';
    case 'within':
      return 'schedules';
    case 'equals':
    case 'in':
      if (factType === 'flag') return 'flag';
      return factType === 'number' || factType === 'any' ? 'scalars' : 'texts';
    default:
      return 'texts';
  }
}

const CASE_OPERATORS: readonly string[] = ['equals', 'in', ...TEXT_OPERATORS];

/** Whether upper and lower case can matter to a question. */
export function knowsCase(operator: string, factType: string | undefined): boolean {
  return CASE_OPERATORS.includes(operator) && factType !== 'number' && factType !== 'flag';
}

/** The values of a question as a list of texts to be edited. */
export function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** The edited texts as a value: one by itself, several as a list, and `in` always as a list. */
export function valueOf(
  texts: readonly string[],
  operator: string,
  readEntry: (text: string) => string | number | boolean = (text) => text,
): unknown {
  const values = texts.map(readEntry);
  if (values.length === 0) return undefined;
  return values.length === 1 && operator !== 'in' ? values[0] : values;
}

/** An entry of a fact that can be a number: what looks like one is one, unless it stood there as a text before. */
export function scalarReader(before: unknown): (text: string) => string | number | boolean {
  const known = (Array.isArray(before) ? before : [before]).filter((each) => typeof each === 'string');
  return (text) => {
    if (known.includes(text)) return text;
    if (text === 'true' || text === 'false') return text === 'true';
    return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text;
  };
}
