import { suggestion } from '../rules/definition/definition-problems.js';
import type { DefinitionProblem } from '../rules/definition/rule-definition.js';
import { flowReferencesOf, referencesOf, type Reference } from '../rules/references.js';
import { LISTS, type BundleKind, type LibraryEntry, type RuleEntry } from './bundle.js';

/** Something that rules and flows can name. */
export type Named = { readonly kind: BundleKind; readonly key: string };

/** Nobody reads more at once, and looking for the name that was meant takes its time. */
const MAX_PROBLEMS = 200;

/** What of these entries names schedules, templates or flows that are not there; at most 200 of it. */
export function referenceProblems(
  entries: readonly (RuleEntry | LibraryEntry)[],
  present: readonly Named[],
): readonly DefinitionProblem[] {
  const names = new Map<BundleKind, Set<string>>();
  for (const { kind, key } of present) names.set(kind, (names.get(kind) ?? new Set()).add(key));
  const unknown = entries.flatMap((entry) =>
    namedBy(entry).flatMap((reference) => {
      if (names.get(reference.kind)?.has(reference.name) === true) return [];
      return [{ ...reference, pointer: entry.pointer + reference.pointer }];
    }),
  );
  return unknown.slice(0, MAX_PROBLEMS).map(({ kind, name, pointer }) => {
    const known = names.get(kind);
    const todo = known === undefined ? `Write it under ${LISTS[kind]}.` : suggestion(name, [...known]);
    return { pointer, message: `There is no ${kind} "${name.slice(0, 120)}". ${todo}` };
  });
}

/** Everything of the library that an entry names. */
function namedBy(entry: RuleEntry | LibraryEntry): readonly Reference[] {
  if (entry.kind === 'rule') return referencesOf(entry.definition);
  return entry.kind === 'flow' ? flowReferencesOf(entry.definition) : [];
}
