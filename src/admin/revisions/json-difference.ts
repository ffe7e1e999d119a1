import { asArray, asObject } from '../../messaging/untrusted.js';

/** One place at which two JSON documents differ. A side that has nothing there has no member. */
export type JsonDifference = {
  /** RFC 6901. */
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/**
 * Every place at which two JSON documents differ, in the order of the first; equal documents have none. The order of an object's members
 * counts for nothing. Lists are compared entry by entry, so one that was inserted makes those after it differ.
 */
export function jsonDifferences(before: unknown, after: unknown): readonly JsonDifference[] {
  return differencesAt('', before, after);
}

function differencesAt(pointer: string, before: unknown, after: unknown): readonly JsonDifference[] {
  const [one, other] = [membersOf(before), membersOf(after)];
  if (one === undefined || other === undefined || Array.isArray(before) !== Array.isArray(after)) {
    return Object.is(before, after) ? [] : [{ pointer, before, after }];
  }
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].flatMap((name) => {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!one.has(name)) return [{ pointer: at, after: other.get(name) }];
    if (!other.has(name)) return [{ pointer: at, before: one.get(name) }];
    return differencesAt(at, one.get(name), other.get(name));
  });
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const list = asArray(value);
  if (list !== undefined) return new Map(list.map((entry, index) => [String(index), entry]));
  const object = asObject(value);
  return object === undefined ? undefined : new Map(Object.entries(object));
}
