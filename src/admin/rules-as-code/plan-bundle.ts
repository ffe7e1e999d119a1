import { isDeepStrictEqual } from 'node:util';
import { asFilledText, asObject } from '../../messaging/untrusted.js';
import { LIBRARY_PARSERS } from '../../rulebook/library-kinds.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { Bundle, BundleKind, LibraryEntry, RuleEntry } from '../../rules-as-code/bundle.js';
import { mergedOrder, movedBetween } from '../../rules-as-code/rule-order.js';
import { jsonDifferences, type JsonDifference } from '../revisions/json-difference.js';
import type { StoredEntry } from './rulebook-state.repository.js';

export const PLAN_ACTIONS = ['create', 'update', 'move', 'delete', 'unchanged', 'kept'] as const;

/** `update` may be a move too. `kept` is on the server and in no file, and stays because nobody asked to prune. */
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** What becomes of one rule or library item. */
export type PlanStep = {
  readonly kind: BundleKind;
  /** A rule’s key, or an item’s name. */
  readonly key: string;
  readonly name: string;
  readonly action: PlanAction;
  readonly entry?: RuleEntry | LibraryEntry;
  readonly stored?: StoredEntry;
  readonly differences: readonly JsonDifference[];
  /** Of a rule: whether it is taken out of the order and put elsewhere. Others only make room. */
  readonly isMoved: boolean;
  /** Of a rule, counted from 1: where it stands, and where it will. Both are absent where the place has no meaning. */
  readonly position?: { readonly before?: number; readonly after?: number };
};

/** How the rulebook becomes what a bundle says. */
export type RulebookPlan = {
  readonly steps: readonly PlanStep[];
  /** The rules as they will stand: the ids of those that are there, the keys of the new ones. */
  readonly order: readonly string[];
};

/** Plans without looking at anything but its arguments. `stored` has the rules in their order. */
export function planBundle(
  { rules, library }: Bundle,
  stored: readonly StoredEntry[],
  prunes: boolean,
): RulebookPlan {
  const present = stored.filter(({ kind }) => kind === 'rule');
  const matches = matchRules(rules, present);
  const matched = new Set([...matches.values()].map(({ id }) => id));
  const before = present.map(({ id }) => id);
  const wanted = rules.map((entry) => matches.get(entry)?.id ?? entry.key);
  const order = mergedOrder(wanted, prunes ? before.filter((id) => matched.has(id)) : before);
  const moved = movedBetween(before, order);
  const placeOf = (places: readonly string[]) => new Map(places.map((id, index) => [id, index + 1]));
  const places = { before: placeOf(before), after: placeOf(order) };
  const ruleSteps = rules.map((entry, index) => {
    const match = matches.get(entry);
    const id = wanted[index] ?? entry.key;
    const position = positionOf(places.before.get(id), places.after.get(id));
    return { ...stepFor(entry, match, moved.has(id)), position };
  });
  const others = present.filter(({ id }) => !matched.has(id)).map((each) => leftover(each, prunes));
  return { steps: [...librarySteps(library, stored, prunes), ...ruleSteps, ...others], order };
}

/** By their keys; those without one by the id that stood beside the key which the export made up. */
function matchRules(
  rules: readonly RuleEntry[],
  present: readonly StoredEntry[],
): ReadonlyMap<RuleEntry, StoredEntry> {
  const byKey = new Map(present.map((each) => [each.ruleKey, each]));
  const keyless = new Map(present.flatMap((each) => (each.ruleKey === null ? [[each.id, each]] : [])));
  const matches = new Map<RuleEntry, StoredEntry>();
  for (const entry of rules) {
    const match = byKey.get(entry.key) ?? keyless.get(entry.id ?? '');
    if (match === undefined) continue;
    matches.set(entry, match);
    keyless.delete(match.id);
  }
  return matches;
}

function librarySteps(
  library: readonly LibraryEntry[],
  stored: readonly StoredEntry[],
  prunes: boolean,
): readonly PlanStep[] {
  const items = stored.filter(({ kind }) => kind !== 'rule');
  const keyOf = (kind: BundleKind, name: string) => `${kind} ${name}`;
  const present = new Map(items.map((each) => [keyOf(each.kind, nameOf(each)), each]));
  const wanted = new Set(library.map(({ kind, key }) => keyOf(kind, key)));
  const steps = library.map((entry) => stepFor(entry, present.get(keyOf(entry.kind, entry.key)), false));
  const others = items.filter((each) => !wanted.has(keyOf(each.kind, nameOf(each))));
  return [...steps, ...others.map((each) => leftover(each, prunes))];
}

function stepFor(
  entry: RuleEntry | LibraryEntry,
  stored: StoredEntry | undefined,
  isMoved: boolean,
): PlanStep {
  const { kind, key, definition } = entry;
  const step = { kind, key, name: definition.name, entry };
  if (stored === undefined) return { ...step, action: 'create', differences: [], isMoved };
  const wanted = plain(definition);
  // Most of a rulebook stands as the files have it, and reading is what takes time.
  const isSame = isDeepStrictEqual(stored.definition, wanted);
  const differences = isSame ? [] : jsonDifferences(normalDefinition(stored), wanted);
  const action = differences.length > 0 ? 'update' : isMoved ? 'move' : 'unchanged';
  return { ...step, action, stored, differences, isMoved };
}

function leftover(stored: StoredEntry, prunes: boolean): PlanStep {
  const { kind, ruleKey, id } = stored;
  const name = nameOf(stored);
  const key = kind === 'rule' ? (ruleKey ?? id) : name;
  return { kind, key, name, action: prunes ? 'delete' : 'kept', stored, differences: [], isMoved: false };
}

function positionOf(
  before: number | undefined,
  after: number | undefined,
): NonNullable<PlanStep['position']> {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

export function nameOf({ definition, id }: StoredEntry): string {
  return asFilledText(asObject(definition)?.['name']) ?? id;
}

/** A stored definition as the reader gives it today, with today’s defaults; as it is, where this version cannot read it. */
export function normalDefinition({ kind, definition }: StoredEntry): unknown {
  const reading = kind === 'rule' ? parseRuleDefinition(definition) : LIBRARY_PARSERS[kind](definition);
  return reading.ok ? plain(reading.definition) : definition;
}

function plain(definition: object): unknown {
  return JSON.parse(JSON.stringify(definition));
}
