import { asArray, asFilledText, asObject, type JsonObject } from '../messaging/untrusted.js';
import { LIBRARY_KINDS, LIBRARY_PARSERS, type LibraryKind } from '../rulebook/library-kinds.js';
import { suggestion } from '../rules/definition/definition-problems.js';
import { parseRuleDefinition } from '../rules/definition/parse-rule-definition.js';
import type { DefinitionProblem } from '../rules/definition/rule-definition.js';
import { LISTS, type BundleReading, type LibraryEntry, type RuleEntry } from './bundle.js';
import { isRuleKey, keyForName } from './rule-key.js';

/** Of a kind. */
const MAX_ENTRIES = 10_000;
const MAX_PROBLEMS = 200;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a bundle entry by entry, each by the reader of its kind, and tells every problem. References are not looked at. */
export function parseBundle(json: unknown): BundleReading {
  const problems: DefinitionProblem[] = [];
  const object = asObject(json);
  if (object === undefined) {
    problems.push({ pointer: '', message: `Write an object with: ${MEMBERS.join(', ')}.` });
  }
  for (const name of Object.keys(object ?? {})) {
    if (MEMBERS.includes(name)) continue;
    const message = `There is no such field. ${suggestion(name, MEMBERS)}`;
    problems.push({ pointer: `/${name.slice(0, 40)}`, message });
  }
  const rules = entriesOf(object, LISTS.rule, problems).flatMap((each) => readRule(each, problems) ?? []);
  const library = LIBRARY_KINDS.flatMap((kind) =>
    entriesOf(object, LISTS[kind], problems).flatMap((each) => readItem(kind, each, problems) ?? []),
  );
  problems.push(...twins(rules), ...LIBRARY_KINDS.flatMap((kind) => twins(library.filter(isOf(kind)))));
  const version = asFilledText(object?.['version']);
  return {
    bundle: { rules, library, ...(version !== undefined && { version }) },
    problems: problems.slice(0, MAX_PROBLEMS),
  };
}

const MEMBERS: readonly string[] = ['version', ...Object.values(LISTS)];

type Entry = { readonly json: unknown; readonly pointer: string };

function entriesOf(
  object: JsonObject | undefined,
  list: string,
  problems: DefinitionProblem[],
): readonly Entry[] {
  const value = object?.[list];
  // An empty list in YAML is easily written as nothing at all, which is null.
  if (value === undefined || value === null) return [];
  const entries = asArray(value);
  if (entries === undefined || entries.length > MAX_ENTRIES) {
    // At the first entry that is too many, which tells in which file the list grew too long.
    const pointer = entries === undefined ? `/${list}` : `/${list}/${MAX_ENTRIES}`;
    problems.push({ pointer, message: `Write a list of at most ${MAX_ENTRIES} entries.` });
    return [];
  }
  return entries.map((json, index) => ({ json, pointer: `/${list}/${index}` }));
}

function readRule({ json, pointer }: Entry, problems: DefinitionProblem[]): RuleEntry | undefined {
  const { key, id, ...rest } = asObject(json) ?? {};
  const reading = parseRuleDefinition(asObject(json) === undefined ? json : rest);
  if (!reading.ok) problems.push(...below(pointer, reading.problems));
  const isGoodId = id === undefined || (typeof id === 'string' && UUID.test(id));
  if (!isGoodId) {
    const message = 'Leave the id as it was exported, or take it out.';
    problems.push({ pointer: `${pointer}/id`, message });
  }
  if (!isRuleKey(key)) {
    const example = keyForName(asFilledText(rest['name']) ?? 'opening hours');
    problems.push({
      pointer: key === undefined ? pointer : `${pointer}/key`,
      message: `A rule in a file needs a key of lower-case letters, digits and hyphens that stays the same: ${example}.`,
    });
  }
  if (!reading.ok || !isGoodId || !isRuleKey(key)) return undefined;
  const { definition } = reading;
  return { kind: 'rule', key, pointer, definition, ...(typeof id === 'string' && { id: id.toLowerCase() }) };
}

function readItem(
  kind: LibraryKind,
  { json, pointer }: Entry,
  problems: DefinitionProblem[],
): LibraryEntry | undefined {
  const reading = LIBRARY_PARSERS[kind](json);
  if (reading.ok) return { kind, key: reading.definition.name, pointer, definition: reading.definition };
  problems.push(...below(pointer, reading.problems));
  return undefined;
}

function below(pointer: string, problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return problems.map((problem) => ({ ...problem, pointer: pointer + problem.pointer }));
}

function isOf(kind: LibraryKind): (entry: LibraryEntry) => boolean {
  return (entry) => entry.kind === kind;
}

/** Two entries that would be one and the same thing. */
function twins(entries: readonly (RuleEntry | LibraryEntry)[]): readonly DefinitionProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ kind, key, pointer }) => {
    const isTwin = seen.has(key);
    seen.add(key);
    const what = kind === 'rule' ? 'key' : 'name';
    return isTwin
      ? [
          {
            pointer: `${pointer}/${what}`,
            message: `Another ${kind} has the ${what} "${key}"; each has its own.`,
          },
        ]
      : [];
  });
}
