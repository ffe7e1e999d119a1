import { asArray, asObject } from '../../../../src/messaging/untrusted.js';

/** What the API finds wrong with the definition that is being edited, each by its place: a JSON pointer into the definition. */
export type DefinitionProblems = readonly { readonly pointer: string; readonly detail: string }[];

/** Of a long name the API tells only the beginning. */
const LONGEST_TOKEN = 40;

/** The problems at a place or within it, with pointers from there on. */
export function problemsWithin(
  problems: DefinitionProblems,
  path: readonly (string | number)[],
): DefinitionProblems {
  const start = path.map((each) => `/${tokenOf(each)}`).join('');
  return problems.flatMap(({ pointer, detail }) =>
    pointer === start || pointer.startsWith(`${start}/`)
      ? [{ pointer: pointer.slice(start.length), detail }]
      : [],
  );
}

/** The names and numbers that lead to a place. */
export function stepsOfPointer(pointer: string): readonly string[] {
  const [, ...tokens] = pointer.split('/');
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What is still empty is not wrong yet: it is told to whoever tries to save. What was written is told at once. */
export function ofWhatIsWritten(problems: DefinitionProblems, definition: unknown): DefinitionProblems {
  return problems.filter(({ pointer }) => !isEmpty(valueAt(definition, pointer)));
}

/** Those of a refusal whose place has not been changed since. */
export function notMendedYet(
  problems: DefinitionProblems,
  refused: unknown,
  now: unknown,
): DefinitionProblems {
  return problems.filter(
    ({ pointer }) => JSON.stringify(valueAt(refused, pointer)) === JSON.stringify(valueAt(now, pointer)),
  );
}

/** Both lists, without saying anything twice. */
export function joined(some: DefinitionProblems, more: DefinitionProblems): DefinitionProblems {
  const known = new Set(some.map(({ pointer, detail }) => `${pointer} ${detail}`));
  return [...some, ...more.filter(({ pointer, detail }) => !known.has(`${pointer} ${detail}`))];
}

function valueAt(definition: unknown, pointer: string): unknown {
  let value = definition;
  for (const step of stepsOfPointer(pointer)) value = memberOf(value, step);
  return value;
}

function memberOf(value: unknown, step: string): unknown {
  const list = asArray(value);
  if (list !== undefined) return list[Number(step)];
  return Object.entries(asObject(value) ?? {}).find(([name]) => name.slice(0, LONGEST_TOKEN) === step)?.[1];
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function tokenOf(name: string | number): string {
  return String(name).slice(0, LONGEST_TOKEN).replaceAll('~', '~0').replaceAll('/', '~1');
}
