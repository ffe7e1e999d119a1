import type { Condition } from '../definition/rule-definition.js';
import type { ConditionInput } from './condition-input.js';
import { factReader } from './fact-catalogue.js';
import type { FactReader } from './fact-catalogue.js';
import type { FactValue, Scalar } from './fact.js';
import { necessaryProbes } from './necessary-probes.js';
import { PartIndex } from './part-index.js';
import { PatternSet } from './pattern-set.js';
import { assertedLeaves, fieldKey, probesOf } from './probe.js';
import type { Field, Probe } from './probe.js';
import { wordsOf } from './text-normalisation.js';

/** Asking fifty patterns one by one takes less than reading them all into one automaton. */
export const PATTERNS_ASKED_SINGLY = 50;

/** Knows which of many conditions can hold at all, at a cost that does not grow with those that cannot. */
export type RuleIndex = {
  /** The positions of the conditions that have to be asked, in order. Every condition that holds is among them. */
  candidates(input: ConditionInput): readonly number[];
};

/** A probe, and the rules that need it. */
type Entry = { readonly probe: Probe; readonly rules: readonly number[] };

type Found = (rules: readonly number[]) => void;
type FieldIndex = { find(input: ConditionInput, found: Found): void };

/** Builds the index of conditions, which are told apart by their positions in the list. */
export function buildRuleIndex(
  conditions: readonly Condition[],
  patternsAskedSingly = PATTERNS_ASKED_SINGLY,
): RuleIndex {
  const usesPatterns = countPatterns(conditions) > patternsAskedSingly;
  const necessities = necessaryProbes(conditions, ({ kind }) => kind !== 'pattern' || usesPatterns);
  const always: number[] = [];
  const rulesByProbe = new Map<string, Entry & { readonly rules: number[] }>();
  for (const [rule, necessity] of necessities.entries()) {
    if (necessity === undefined) always.push(rule);
    for (const probe of necessity ?? []) {
      const known = rulesByProbe.get(probe.key);
      if (known === undefined) rulesByProbe.set(probe.key, { probe, rules: [rule] });
      else known.rules.push(rule);
    }
  }
  const fields = byField(rulesByProbe.values()).map(({ field, entries }) => fieldIndex(field, entries));
  return {
    candidates(input) {
      const found = new Set<number>();
      const add: Found = (rules) => {
        for (const rule of rules) found.add(rule);
      };
      for (const field of fields) field.find(input, add);
      if (found.size === 0) return always;
      for (const rule of always) found.add(rule);
      return [...found].sort((one, other) => one - other);
    },
  };
}

function countPatterns(conditions: readonly Condition[]): number {
  const patterns = new Set<string>();
  for (const condition of conditions) {
    for (const leaf of assertedLeaves(condition)) {
      if (leaf.op !== 'matches') continue;
      for (const probe of (probesOf(leaf) ?? []).flat()) patterns.add(probe.key);
    }
  }
  return patterns.size;
}

function byField(entries: Iterable<Entry>): { readonly field: Field; readonly entries: Entry[] }[] {
  const groups = new Map<string, { readonly field: Field; readonly entries: Entry[] }>();
  for (const entry of entries) {
    const { field } = entry.probe;
    const key = fieldKey(field);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { field, entries: [entry] });
    else group.entries.push(entry);
  }
  return [...groups.values()];
}

function fieldIndex(field: Field, entries: readonly Entry[]): FieldIndex {
  const members = new Map<Scalar, readonly number[]>();
  const words = new Map<string, readonly number[]>();
  const parts = new Map<string, readonly number[]>();
  const patterns = new Map<string, readonly number[]>();
  for (const { probe, rules } of entries) {
    if (probe.kind === 'member') members.set(probe.sought, rules);
    else ({ word: words, part: parts, pattern: patterns })[probe.kind].set(String(probe.sought), rules);
  }
  const partIndex = parts.size === 0 ? undefined : new PartIndex(parts);
  const patternSet = patterns.size === 0 ? undefined : new PatternSet(patterns, field.caseSensitive);
  const read: FactReader = factReader(field.fact, field.timeZone);
  return {
    find(input, found) {
      const value = read(input.event, input.facts, input.now);
      if (value === undefined) return;
      if (members.size > 0) findMembers(members, value, field, input, found);
      if (typeof value !== 'string') return;
      const text = input.comparable(value, field.caseSensitive);
      if (words.size > 0) for (const word of wordsOf(text)) found(words.get(word) ?? []);
      partIndex?.find(text.text, found);
      patternSet?.find(text.text, found);
    },
  };
}

function findMembers(
  members: ReadonlyMap<Scalar, readonly number[]>,
  value: FactValue,
  { caseSensitive }: Field,
  input: ConditionInput,
  found: Found,
): void {
  if (typeof value === 'number' || typeof value === 'boolean') return found(members.get(value) ?? []);
  for (const each of typeof value === 'string' ? [value] : value) {
    found(members.get(input.comparable(each, caseSensitive).trimmed) ?? []);
  }
}
