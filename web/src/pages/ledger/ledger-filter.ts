import type { operations } from '../../api/schema.d.ts';

type Query = NonNullable<operations['LedgerEntriesController_list']['parameters']['query']>;

export type LedgerQuery = Pick<Query, 'action' | 'changed' | 'since'>;

/** What may be asked for, as the page's address says it. Opt-outs and opt-ins are those that changed something, as the overview counts them. */
const KINDS: readonly { readonly value: string; readonly label: string; readonly query: LedgerQuery }[] = [
  { value: '', label: 'Everything', query: {} },
  { value: 'opt-outs', label: 'Opt-outs', query: { action: 'revoke', changed: 'true' } },
  { value: 'opt-ins', label: 'Opt-ins', query: { action: 'grant', changed: 'true' } },
  { value: 'holds', label: 'Held', query: { action: 'hold' } },
  { value: 'releases', label: 'Holds released', query: { action: 'release' } },
  { value: 'erasures', label: 'Erased', query: { action: 'erase' } },
];

const DAY_MS = 24 * 60 * 60 * 1_000;
const PERIODS = ['1', '7', '30'];

export const KIND_CHOICES = KINDS.map(({ value, label }) => ({ value, label }));

/** Reads the filter from the page's address, which is anybody's: what it may not be is left out. */
export function ledgerQuery(search: URLSearchParams, now: Date): LedgerQuery {
  const kind = KINDS.find(({ value }) => value === search.get('what'));
  const days = PERIODS.find((each) => each === search.get('days'));
  return {
    ...kind?.query,
    ...(days !== undefined && { since: new Date(now.getTime() - Number(days) * DAY_MS).toISOString() }),
  };
}
