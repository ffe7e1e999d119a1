import { ALL_MESSAGES } from '../contacts/consent-state.js';
import { ERASED } from '../contacts/erased-address.repository.js';
import type { Database } from '../platform/database/database.js';
import { csvLine } from './csv.js';

const PAGE_SIZE = 1_000;

type SuppressedRow = {
  readonly kind: string;
  readonly canonical: string;
  readonly value: string;
  readonly state: string;
  readonly scope: string;
  readonly source: string | null;
  readonly reason: string | null;
  readonly occurred_at: Date | null;
};

/**
 * The suppression list as CSV, piece by piece: every address that nothing may be sent to (scope `all`), or nothing of one category.
 * Erased addresses are suppressed too, but nobody can name them.
 */
export async function* suppressionCsv(database: Database): AsyncGenerator<string> {
  yield csvLine(['address', 'scope', 'state', 'since', 'source', 'reason', 'kind']);
  let after: Pick<SuppressedRow, 'kind' | 'canonical' | 'scope'> = { kind: '', canonical: '', scope: '' };
  for (;;) {
    const rows = await database.$queryRaw<SuppressedRow[]>`
      select address.kind, address.canonical, address.value, suppressed.state, suppressed.scope, entry.source, entry.reason,
             entry.occurred_at
        from contact_address address
       cross join lateral (
             select ${ALL_MESSAGES}::text as scope, state, event_id
               from consent where contact_id = address.contact_id and state <> 'subscribed'
             union all
             select category, state, event_id
               from consent_category where contact_id = address.contact_id and state <> 'subscribed') as suppressed
        left join consent_event entry on entry.id = suppressed.event_id
       where (address.kind, address.canonical) >= (${after.kind}, ${after.canonical})
         and (address.kind, address.canonical, suppressed.scope) > (${after.kind}, ${after.canonical}, ${after.scope})
         and address.kind <> ${ERASED}
       order by address.kind, address.canonical, suppressed.scope
       limit ${PAGE_SIZE}`;
    if (rows.length > 0) yield rows.map(lineOf).join('');
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_SIZE) return;
    after = last;
  }
}

function lineOf({ value, scope, state, occurred_at: since, source, reason, kind }: SuppressedRow): string {
  return csvLine([value, scope, state, since?.toISOString() ?? '', source ?? '', reason ?? '', kind]);
}
