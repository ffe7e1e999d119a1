import { suggestion } from '../rules/definition/definition-problems.js';
import type { DefinitionProblem } from '../rules/definition/rule-definition.js';
import { parseFlowDefinition } from '../rules/flows/parse-flow.js';
import { flowReferencesOf, referencesOf, type Reference } from '../rules/references.js';
import { LISTS, type BundleKind, type LibraryEntry, type RuleEntry } from './bundle.js';

/** Something that rules and flows can name. */
export type Named = { readonly kind: BundleKind; readonly key: string };

/** What of these entries names schedules, templates or flows that are not there. */
export function referenceProblems(
  entries: readonly (RuleEntry | LibraryEntry)[],
  present: readonly Named[],
): readonly DefinitionProblem[] {
  const names = new Map<BundleKind, string[]>();
  for (const { kind, key } of present) names.set(kind, [...(names.get(kind) ?? []), key]);
  return entries.flatMap((entry) =>
    namedBy(entry).flatMap(({ kind, name, pointer }) => {
      const known = names.get(kind) ?? [];
      if (known.includes(name)) return [];
      const todo = known.length === 0 ? `Write it under ${LISTS[kind]}.` : suggestion(name, known);
      return [
        {
          pointer: entry.pointer + pointer,
          message: `There is no ${kind} "${name.slice(0, 120)}". ${todo}`,
        },
      ];
    }),
  );
}

/** Everything of the library that an entry names. */
function namedBy(entry: RuleEntry | LibraryEntry): readonly Reference[] {
  if (entry.kind === 'rule') return referencesOf(entry.definition);
  const reading = entry.kind === 'flow' ? parseFlowDefinition(entry.definition) : undefined;
  return reading?.ok === true ? flowReferencesOf(reading.definition) : [];
}
