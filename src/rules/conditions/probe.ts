import type { Condition, LeafCondition, TextOperator } from '../definition/rule-definition.js';
import type { Scalar } from './fact.js';
import { comparableText, wordsOf } from './text-normalisation.js';
import { asList, wantedMembers } from './wanted-values.js';

/** Which fact is looked into, read by whose clock, and whether its case counts. */
export type Field = {
  readonly fact: string;
  readonly timeZone: string | undefined;
  readonly caseSensitive: boolean;
};

/**
 * Something that has to be found in a field, or else a condition cannot hold: the whole of it (or one of its members), one of its
 * words, a part of its text, or a pattern. One probe may belong to many rules.
 */
export type Probe = {
  readonly field: Field;
  readonly kind: 'member' | 'word' | 'part' | 'pattern';
  readonly sought: Scalar;
  /** Equal for probes that look for the same. */
  readonly key: string;
};

/** For each value that a leaf asks for the probes of which every one is necessary; `undefined` when a value has none. */
export type LeafProbes = readonly (readonly Probe[])[] | undefined;

/**
 * What has to be found for a leaf to hold. A value that can never be found has no place in the list; a leaf that may hold without
 * anything being found (`exists`, `gt`, a slip of the keyboard) gives `undefined`.
 */
export function probesOf(leaf: LeafCondition): LeafProbes {
  switch (leaf.op) {
    case 'exists':
    case 'gt':
    case 'lt':
    case 'within':
    case 'fuzzy':
      return undefined;
    case 'equals':
    case 'in': {
      const field = fieldOf(leaf, leaf.caseSensitive);
      const { texts, others } = wantedMembers(asList(leaf.value), field.caseSensitive);
      return [...texts, ...others].map((sought) => [probe(field, 'member', sought)]);
    }
    default: {
      const { op } = leaf;
      const field = fieldOf(leaf, leaf.caseSensitive);
      return asList(leaf.value)
        .map((value) => textProbes(op, value, field))
        .filter((probes) => probes.length > 0);
    }
  }
}

function fieldOf({ fact, timeZone }: LeafCondition, caseSensitive = false): Field {
  return { fact, timeZone, caseSensitive };
}

/** Every leaf whose answer a condition can hinge on: those under `not` hold by being wrong, so nothing follows from them. */
export function* assertedLeaves(condition: Condition): Generator<LeafCondition> {
  if ('not' in condition) return;
  if ('all' in condition || 'any' in condition) {
    for (const part of 'all' in condition ? condition.all : condition.any) yield* assertedLeaves(part);
    return;
  }
  yield condition;
}

function textProbes(op: Exclude<TextOperator, 'fuzzy'>, value: string, field: Field): readonly Probe[] {
  if (op === 'matches') return [probe(field, 'pattern', value)];
  const wanted = comparableText(value, field.caseSensitive);
  switch (op) {
    case 'word':
    case 'firstWord':
      return wordsOf(wanted).map((word) => probe(field, 'word', word));
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return wanted.text === '' ? [] : [probe(field, 'part', wanted.text)];
    default: {
      const never: never = op;
      return never;
    }
  }
}

function probe(field: Field, kind: Probe['kind'], sought: Scalar): Probe {
  return { field, kind, sought, key: JSON.stringify([fieldKey(field), kind, sought]) };
}

/** Equal for equal fields. */
export function fieldKey({ fact, timeZone, caseSensitive }: Field): string {
  return JSON.stringify([fact, timeZone, caseSensitive]);
}
