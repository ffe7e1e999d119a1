import type { BundleKind } from '../../rules-as-code/bundle.js';
import { jsonDifferences } from '../revisions/json-difference.js';
import { nameOf, normalDefinition, type PlanStep } from './plan-bundle.js';
import type { StoredEntry } from './rulebook-state.repository.js';

export const DRIFTS = ['changed', 'made', 'deleted', 'reordered', 'unknown'] as const;

/**
 * What somebody did on the server since the files were taken from it, and what applying the files would undo. `unknown`: the files come from
 * no state that this Heed knows, so what they would overwrite may be anybody’s work.
 */
export type Drift = {
  readonly kind: BundleKind | 'order';
  readonly key: string;
  readonly name: string;
  readonly what: (typeof DRIFTS)[number];
  /** The revision that somebody made; absent for what is gone and for the order. */
  readonly revisionId?: string;
  readonly revision?: number;
};

/** Compares what stands with what stood when the files were right, wherever the plan would change it. */
export function driftOf(
  steps: readonly PlanStep[],
  base: readonly StoredEntry[] | undefined,
  current: readonly StoredEntry[],
): readonly Drift[] {
  const earlier = new Map(base?.map((each) => [each.id, each]));
  const present = new Set(current.map(({ id }) => id));
  const gone = new Set(
    base?.flatMap((each) => (present.has(each.id) ? [] : [nameKey(each.kind, nameOf(each))])),
  );
  const drifts = steps.flatMap((step) => stepDrift(step, base, earlier, gone) ?? []);
  const isMoving = steps.some((step) => step.isMoved);
  const reordered = isMoving ? orderDrift(base, current) : undefined;
  return reordered === undefined ? drifts : [...drifts, reordered];
}

function stepDrift(
  { kind, key, name, action, stored }: PlanStep,
  base: readonly StoredEntry[] | undefined,
  earlier: ReadonlyMap<string, StoredEntry>,
  gone: ReadonlySet<string>,
): Drift | undefined {
  const named = { kind, key, name };
  switch (action) {
    case 'update':
    case 'delete': {
      if (stored === undefined) return undefined;
      const present = { ...named, revisionId: stored.revisionId, revision: stored.number };
      if (base === undefined) return { ...present, what: 'unknown' };
      const before = earlier.get(stored.id);
      if (before === undefined) return { ...present, what: 'made' };
      const isSame =
        before.revisionId === stored.revisionId ||
        jsonDifferences(normalDefinition(before), normalDefinition(stored)).length === 0;
      return isSame ? undefined : { ...present, what: 'changed' };
    }
    case 'create':
      return gone.has(nameKey(kind, name)) ? { ...named, what: 'deleted' } : undefined;
    case 'move':
    case 'unchanged':
    case 'kept':
      return undefined;
    default: {
      const never: never = action;
      return never;
    }
  }
}

function nameKey(kind: BundleKind, name: string): string {
  return `${kind} ${name}`;
}

/** Whether the rules that were there and still are stand in another order than they did. */
function orderDrift(
  base: readonly StoredEntry[] | undefined,
  current: readonly StoredEntry[],
): Drift | undefined {
  const order = { kind: 'order', key: '', name: 'The order of the rules' } as const;
  if (base === undefined) return { ...order, what: 'unknown' };
  const common = (one: readonly StoredEntry[], other: readonly StoredEntry[]) => {
    const ids = new Set(other.map(({ id }) => id));
    return one.filter(({ kind, id }) => kind === 'rule' && ids.has(id)).map(({ id }) => id);
  };
  const isSame = common(base, current).join() === common(current, base).join();
  return isSame ? undefined : { ...order, what: 'reordered' };
}
