import { describeFact } from '../conditions/fact-catalogue.js';
import type { Scalar } from '../conditions/fact.js';
import { probesOf } from '../conditions/probe.js';
import { asList, wantedMembers } from '../conditions/wanted-values.js';
import type { Condition, LeafCondition } from '../definition/rule-definition.js';
import { implies } from './implication.js';

/** Whether it is certain that a condition always holds. */
export function alwaysHolds(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(alwaysHolds);
  if ('any' in condition) return condition.any.some(alwaysHolds);
  return 'not' in condition && neverHolds(condition.not);
}

/** Whether it is certain that a condition never holds, because it contradicts itself or looks for nothing. */
export function neverHolds(condition: Condition): boolean {
  if ('any' in condition) return condition.any.every(neverHolds);
  if ('not' in condition) return alwaysHolds(condition.not);
  if (!('all' in condition)) return probesOf(condition)?.length === 0;
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

function contradict(one: Condition, other: Condition): boolean {
  if ('not' in one) return implies(other, one.not);
  if ('not' in other) return implies(one, other.not);
  if ('all' in one || 'any' in one || 'all' in other || 'any' in other) return false;
  return leavesContradict(one, other);
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
