import fc from 'fast-check';

/** Values that a field of a webhook or of a provider's answer may hold though its documentation says otherwise. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(10_000),
  '1e9',
  [],
  [null],
  [['x']],
  {},
  { length: 3 },
  { toString: null, valueOf: null },
];

const anyUtf16 = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));

/** Any text that a JavaScript string can hold: NUL, control characters and lone surrogates included. */
export const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), anyUtf16);

/** Any JSON value. */
export const anyJson = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });

type Path = readonly (string | number)[];

/** Every place in `sample` that can be replaced or taken away, the root excepted. */
function pathsOf(sample: unknown, prefix: Path = []): Path[] {
  if (typeof sample !== 'object' || sample === null) return [];
  const members: [string | number, unknown][] = Array.isArray(sample)
    ? [...sample.entries()]
    : Object.entries(sample);
  return members.flatMap(([key, value]) => [[...prefix, key], ...pathsOf(value, [...prefix, key])]);
}

function replaceAt(sample: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(sample)) {
    return sample.map((item, index) => (index === key ? replaceAt(item, rest, replacement) : item));
  }
  if (typeof sample !== 'object' || sample === null) return sample;
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [
      name,
      name === key ? replaceAt(value, rest, replacement) : value,
    ]),
  );
}

/** `sample` with one member spoiled, for every member and every hostile value, and with that member missing. */
export function* spoiltVersions(
  sample: unknown,
): Generator<{ readonly at: string; readonly value: unknown }> {
  for (const path of pathsOf(sample)) {
    const at = path.join('.');
    yield { at, value: replaceAt(sample, path, undefined) };
    for (const hostile of HOSTILE_VALUES) yield { at, value: replaceAt(sample, path, hostile) };
  }
}

/** `sample` with the members of every object in the opposite order: the same JSON value, other bytes. */
export function membersReversed(sample: unknown): unknown {
  if (Array.isArray(sample)) return sample.map(membersReversed);
  if (typeof sample !== 'object' || sample === null) return sample;
  return Object.fromEntries(
    Object.entries(sample)
      .toReversed()
      .map(([key, value]) => [key, membersReversed(value)]),
  );
}

/** All texts inside `value`, member names included. */
export function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsWithin);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...textsWithin(member)]);
}

/** `sample` with members in every object whose names no database can hold. */
export function withHostileNames(sample: unknown): unknown {
  if (Array.isArray(sample)) return sample.map(withHostileNames);
  if (typeof sample !== 'object' || sample === null) return sample;
  const members = Object.entries(sample).map(([key, value]) => [key, withHostileNames(value)]);
  return {
    ...Object.fromEntries(members),
    '': 'x',
    '\u0000': 'x',
    '\ud800': 'x',
    toString: 'x',
    hasOwnProperty: 'x',
  };
}
