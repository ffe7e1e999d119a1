import type { Scalar } from './fact.js';
import { comparableText } from './text-normalisation.js';

/** The value of a condition, which may be one or many. */
export function asList<Value extends Scalar>(value: Value | readonly Value[]): readonly Value[] {
  return typeof value === 'object' ? value : [value];
}

/** What `equals` and `in` look for: texts in the form in which they are compared, and all else as it is. */
export type WantedMembers = {
  readonly texts: ReadonlySet<string>;
  readonly others: ReadonlySet<number | boolean>;
};

export function wantedMembers(values: readonly Scalar[], caseSensitive: boolean): WantedMembers {
  const texts = new Set<string>();
  const others = new Set<number | boolean>();
  for (const value of values) {
    if (typeof value === 'string') texts.add(comparableText(value, caseSensitive).trimmed);
    else others.add(value);
  }
  return { texts, others };
}
