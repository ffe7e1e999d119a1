import {
  ALL_MESSAGES,
  categoriesLeft,
  type ConsentAction,
  type ConsentStanding,
} from '../contacts/consent-state.js';
import type { ImportRow } from './import-rows.js';

/**
 * What an imported row does. `already`: it says what is known. `kept`: what is known here is more restrictive, and stays.
 * A `record` is put on the ledger as said at `saidAt`.
 */
export type ImportStep =
  | { readonly kind: 'record'; readonly action: ConsentAction; readonly saidAt: Date }
  | { readonly kind: 'already' }
  | { readonly kind: 'kept' };

/** What of a row the plan depends on. */
type PlannedRow = Pick<ImportRow, 'state' | 'scope' | 'at'>;

/**
 * Most restrictive wins: an import never lifts an opt-out or a hold, and an opt-out of the list holds even against a newer word here,
 * because a list says what is so now, and in doubt nothing is sent. Such an opt-out counts as said when that newer word was.
 */
export function importStep(standing: ConsentStanding, row: PlannedRow, now: Date): ImportStep {
  return row.scope === ALL_MESSAGES ? stepForAll(standing, row, now) : stepForCategory(standing, row, now);
}

function stepForAll(standing: ConsentStanding, { state, at }: PlannedRow, now: Date): ImportStep {
  const known = standing.effectiveAt;
  const time = at ?? now;
  switch (state) {
    case 'opted_out':
      if (standing.state === 'opted_out') return { kind: 'already' };
      return { kind: 'record', action: 'revoke', saidAt: latest(time, known) };
    case 'held':
      if (standing.state !== 'subscribed') return { kind: standing.state === 'held' ? 'already' : 'kept' };
      return { kind: 'record', action: 'hold', saidAt: latest(time, known) };
    case 'subscribed':
      // It would ask for everything, and so for the categories that they have left.
      if (standing.state !== 'subscribed' || categoriesLeft(standing).length > 0) return { kind: 'kept' };
      if (known !== undefined && known >= time) return { kind: 'already' };
      return { kind: 'record', action: 'grant', saidAt: time };
    default: {
      const never: never = state;
      return never;
    }
  }
}

function stepForCategory(standing: ConsentStanding, { state, scope, at }: PlannedRow, now: Date): ImportStep {
  const known = standing.categories?.get(scope);
  const time = at ?? now;
  switch (state) {
    case 'opted_out':
    case 'held':
      if (known?.state === 'opted_out') return { kind: 'already' };
      return {
        kind: 'record',
        action: 'revoke',
        saidAt: latest(latest(time, known?.effectiveAt), standing.grantedAt),
      };
    case 'subscribed':
      if (known?.state === 'opted_out') return { kind: 'kept' };
      if (known !== undefined && known.effectiveAt >= time) return { kind: 'already' };
      return { kind: 'record', action: 'grant', saidAt: time };
    default: {
      const never: never = state;
      return never;
    }
  }
}

function latest(time: Date, known: Date | undefined): Date {
  return known !== undefined && known > time ? known : time;
}
