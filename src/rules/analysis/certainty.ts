import { describeFact } from '../conditions/fact-catalogue.js';
import type { Scalar } from '../conditions/fact.js';
import { probesOf } from '../conditions/probe.js';
import { asList, wantedMembers } from '../conditions/wanted-values.js';
import type { Condition, LeafCondition } from '../definition/rule-definition.js';
import { matchesEveryText } from './empty-match.js';
import { coverDomain, coversDomain, missesDomain } from './fact-domains.js';
import { implies } from './implication.js';

/**
 * Whether it is certain that a condition always holds: nothing is asked, one of its choices always holds, two of them leave nothing out, or a
 * fact can be nothing else.
 */
export function alwaysHolds(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(alwaysHolds);
  if ('not' in condition) return neverHolds(condition.not);
  if (!('any' in condition)) return coversDomain(condition) || matchesEveryText(condition);
  const parts = condition.any.flatMap(choices);
  const leaves = parts.flatMap((part) => ('all' in part || 'any' in part || 'not' in part ? [] : [part]));
  return (
    parts.some(alwaysHolds) ||
    leaves.some((_leaf, index) => coverDomain(leaves.slice(index))) ||
    parts.some((one, index) => parts.slice(index + 1).some((other) => exhaust(one, other)))
  );
}

/** Whether it is certain that a condition never holds, because it contradicts itself or looks for nothing. */
export function neverHolds(condition: Condition): boolean {
  if ('any' in condition) return condition.any.every(neverHolds);
  if ('not' in condition) return alwaysHolds(condition.not);
  if (!('all' in condition)) return probesOf(condition)?.length === 0 || missesDomain(condition);
  const parts = condition.all.flatMap(flattened);
  return (
    parts.some(neverHolds) ||
    parts.some((one, index) => parts.slice(index + 1).some((other) => contradict(one, other)))
  );
}

/** `all` within `all` is one `all`. */
function flattened(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(flattened) : [condition];
}

/** `any` within `any` is one `any`. */
function choices(condition: Condition): readonly Condition[] {
  return 'any' in condition ? condition.any.flatMap(choices) : [condition];
}

/** Whether one of the two holds, whatever happens. */
function exhaust(one: Condition, other: Condition): boolean {
  const [denied, deniedToo] = [denialOf(one), denialOf(other)];
  return (
    (denied !== undefined && implies(denied, other)) || (deniedToo !== undefined && implies(deniedToo, one))
  );
}

function contradict(one: Condition, other: Condition): boolean {
  const [denied, deniedToo] = [denialOf(one), denialOf(other)];
  if (denied !== undefined && implies(other, denied)) return true;
  if (deniedToo !== undefined && implies(one, deniedToo)) return true;
  if ('not' in one || 'not' in other) return false;
  if ('all' in one || 'any' in one || 'all' in other || 'any' in other) return false;
  return leavesContradict(one, other);
}

/** What a condition says is not so: `exists: false` is a `not` too. */
function denialOf(condition: Condition): Condition | undefined {
  if ('not' in condition) return condition.not;
  if ('all' in condition || 'any' in condition || condition.op !== 'exists') return undefined;
  return condition.value === false ? { ...condition, value: true } : undefined;
}

function leavesContradict(one: LeafCondition, other: LeafCondition): boolean {
  if (one.fact !== other.fact || one.timeZone !== other.timeZone) return false;
  if (one.op === 'gt' && other.op === 'lt') return one.value >= other.value;
  if (one.op === 'lt' && other.op === 'gt') return other.value >= one.value;
  // A list can be equal to two things at once: it has many members.
  const type = describeFact(one.fact)?.type;
  if (type === undefined || type === 'list' || !isMembership(one) || !isMembership(other)) return false;
  const caseSensitive = one.caseSensitive ?? false;
  if (caseSensitive !== (other.caseSensitive ?? false)) return false;
  const [wanted, wantedToo] = [one, other].map(({ value }) =>
    wantedMembers(asList<Scalar>(value), caseSensitive),
  );
  return (
    wanted !== undefined &&
    wantedToo !== undefined &&
    ![...wanted.texts].some((text) => wantedToo.texts.has(text)) &&
    ![...wanted.others].some((other) => wantedToo.others.has(other))
  );
}

type Membership = Extract<LeafCondition, { op: 'equals' | 'in' }>;

function isMembership(leaf: LeafCondition): leaf is Membership {
  return leaf.op === 'equals' || leaf.op === 'in';
}
