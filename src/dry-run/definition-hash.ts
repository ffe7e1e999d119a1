import { createHash } from 'node:crypto';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';

/**
 * SHA-256 of what makes a rule fire and of what it does then. Its name, its examples, and whether it is on or a shadow are no part of it:
 * a rule that was tried as a shadow is the same when it goes live.
 */
export function definitionHash({ trigger, when, then, limits, ...rest }: RuleDefinition): Buffer {
  const { continue: continues, category, group } = rest;
  const decisive = canonical({ trigger, when, then, limits, continues, category, group });
  return createHash('sha256').update(JSON.stringify(decisive)).digest();
}

/** Whether two definitions fire upon the same, but for their limits and their place. */
export function firesAlike(one: RuleDefinition, other: RuleDefinition): boolean {
  const condition = ({ trigger, when }: RuleDefinition) => JSON.stringify(canonical({ trigger, when }));
  return condition(one) === condition(other);
}

/** With the members of every object in one order; absent ones are left out by JSON itself. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, canonical(member)]));
}
