import { asArray, asObject, storableText } from '../../messaging/untrusted.js';
import type { JsonObject } from '../../messaging/untrusted.js';
import { quoted, suggestion } from './definition-problems.js';
import type { Place } from './definition-problems.js';

/**
 * Readers of a definition's members. Each gives the value, or refuses at its place and gives `undefined`; the caller goes on, so
 * that all problems are told at once.
 */

/** An object whose members are all known by name. */
export function readObject(value: unknown, place: Place, known: readonly string[]): JsonObject | undefined {
  const object = asObject(value);
  if (object === undefined) {
    place.refuse(`Write an object with: ${known.join(', ')}.`);
    return undefined;
  }
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) place.at(key).refuse(`There is no such field. ${suggestion(key, known)}`);
  }
  return object;
}

/** A text that says something, within a length. */
export function readText(value: unknown, place: Place, maxLength: number): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') {
    place.refuse('Write a text that is not empty.');
    return undefined;
  }
  if (value.length > maxLength) {
    place.refuse(`Write at most ${maxLength} characters; these are ${value.length}.`);
    return undefined;
  }
  return storableText(value);
}

/** One word out of a closed list. */
export function readChoice<Choice extends string>(
  value: unknown,
  place: Place,
  choices: readonly Choice[],
): Choice | undefined {
  const choice = choices.find((each) => each === value);
  if (choice === undefined) {
    place.refuse(
      value === undefined
        ? suggestion(value, choices)
        : `${quoted(value)} is unknown. ${suggestion(value, choices)}`,
    );
  }
  return choice;
}

/** `true` or `false`; absent means `otherwise`. */
export function readFlag(value: unknown, place: Place, otherwise: boolean): boolean {
  if (value === undefined) return otherwise;
  if (typeof value === 'boolean') return value;
  place.refuse('Write true or false, without quotes.');
  return otherwise;
}

/** A list within a length, each element by its own reader; elements that are refused are left out. */
export function readList<Element>(
  value: unknown,
  place: Place,
  limits: { readonly min: number; readonly max: number },
  read: (element: unknown, place: Place) => Element | undefined,
): readonly Element[] | undefined {
  const list = asArray(value);
  if (list === undefined) {
    place.refuse('Write a list: […].');
    return undefined;
  }
  if (list.length < limits.min) place.refuse('The list is empty; write at least one entry.');
  if (list.length > limits.max) {
    place.refuse(`Write at most ${limits.max} entries; these are ${list.length}.`);
    return undefined;
  }
  return list.flatMap((element, index) => read(element, place.at(index)) ?? []);
}
