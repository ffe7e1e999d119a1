import type { ConsentAction, ConsentStanding } from '../contacts/consent-state.js';
import type { ImportRow } from './import-rows.js';

/**
 * What an imported row does. `already`: it says what is known. `kept`: what is known here is more restrictive, and stays.
 * A `record` is put on the ledger as said at `saidAt`.
 */
export type ImportStep =
  | { readonly kind: 'record'; readonly action: ConsentAction; readonly saidAt: Date }
  | { readonly kind: 'already' }
  | { readonly kind: 'kept' };

/**
 * Most restrictive wins: an import never lifts an opt-out or a hold, and an opt-out of the list holds even against a newer word here,
 * because a list says what is so now, and in doubt nothing is sent. Such an opt-out counts as said when that newer word was.
 */
export function importStep(
  standing: ConsentStanding,
  { state, at }: Pick<ImportRow, 'state' | 'at'>,
  now: Date,
): ImportStep {
  const known = standing.effectiveAt;
  const time = at ?? now;
  const restricting = known !== undefined && known > time ? known : time;
  switch (state) {
    case 'opted_out':
      if (standing.state === 'opted_out') return { kind: 'already' };
      return { kind: 'record', action: 'revoke', saidAt: restricting };
    case 'held':
      if (standing.state !== 'subscribed') return { kind: standing.state === 'held' ? 'already' : 'kept' };
      return { kind: 'record', action: 'hold', saidAt: restricting };
    case 'subscribed':
      if (standing.state !== 'subscribed') return { kind: 'kept' };
      if (known !== undefined && known >= time) return { kind: 'already' };
      return { kind: 'record', action: 'grant', saidAt: time };
    default: {
      const never: never = state;
      return never;
    }
  }
}
