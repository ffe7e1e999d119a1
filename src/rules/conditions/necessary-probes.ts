import type { Condition } from '../definition/rule-definition.js';
import { assertedLeaves, probesOf } from './probe.js';
import type { Probe } from './probe.js';

/** Probes of which at least one has to be found for a condition to hold; of none, and it never does. `undefined`: it may always hold. */
export type Necessity = readonly Probe[] | undefined;

/**
 * Works out for each condition what has to be found for it to hold. Where there is a choice (all parts of `all`, all words of a phrase)
 * it falls on what the fewest conditions share: the channel says little when a thousand rules ask for it, their keywords say much.
 *
 * @param isUsed - Probes that it refuses count for nothing.
 */
export function necessaryProbes(
  conditions: readonly Condition[],
  isUsed: (probe: Probe) => boolean,
): readonly Necessity[] {
  const sharedBy = new Map<string, number>();
  for (const condition of conditions) {
    const keys = new Set<string>();
    for (const leaf of assertedLeaves(condition)) {
      for (const probes of probesOf(leaf) ?? []) probes.forEach(({ key }) => keys.add(key));
    }
    for (const key of keys) sharedBy.set(key, (sharedBy.get(key) ?? 0) + 1);
  }
  const costOf = (probes: readonly Probe[]): number =>
    probes.reduce((sum, { key }) => sum + (sharedBy.get(key) ?? 0), 0);

  const necessityOf = (condition: Condition): Necessity => {
    if ('not' in condition) return undefined;
    if ('all' in condition) return cheapest(condition.all.map(necessityOf), costOf);
    if ('any' in condition) return union(condition.any.map(necessityOf));
    const values = probesOf(condition);
    return (
      values &&
      union(
        values.map((probes) =>
          cheapest(
            probes.filter(isUsed).map((probe) => [probe]),
            costOf,
          ),
        ),
      )
    );
  };
  return conditions.map(necessityOf);
}

function cheapest(choices: readonly Necessity[], costOf: (probes: readonly Probe[]) => number): Necessity {
  let best: Necessity;
  let leastCost = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    if (choice === undefined) continue;
    const cost = costOf(choice);
    if (cost < leastCost) [best, leastCost] = [choice, cost];
  }
  return best;
}

function union(parts: readonly Necessity[]): Necessity {
  const probes = new Map<string, Probe>();
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const probe of part) probes.set(probe.key, probe);
  }
  return [...probes.values()];
}
