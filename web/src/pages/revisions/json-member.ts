import type { JsonObject } from '../../../../src/messaging/untrusted.js';

/** The same object with one member set, in its place; `undefined` takes it out. Every other member is kept, also one that no form shows. */
export function withMember(object: JsonObject, name: string, value: unknown): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  return Object.fromEntries(Object.entries(object).filter(([each]) => each !== name));
}

/** A text to be shown in a field; empty for anything else. */
export function textMember(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

/** A text as it is stored: an empty field says nothing at all. */
export function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** The list without its entry at an index. */
export function without<Item>(list: readonly Item[], index: number): readonly Item[] {
  return list.filter((_, at) => at !== index);
}

/** The list with another entry at an index. */
export function replaced<Item>(list: readonly Item[], index: number, item: Item): readonly Item[] {
  return list.map((each, at) => (at === index ? item : each));
}

/** The list with one entry at another place; the same list when a place is outside of it. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  const others = without(list, from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}
