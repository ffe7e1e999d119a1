import { ERASED } from '../contacts/erased-address.repository.js';
import type { Database } from '../platform/database/database.js';
import { csvLine } from './csv.js';

const PAGE_SIZE = 1_000;

type SuppressedRow = {
  readonly kind: string;
  readonly canonical: string;
  readonly value: string;
  readonly state: string;
  readonly scope: string | null;
  readonly source: string | null;
  readonly reason: string | null;
  readonly occurred_at: Date | null;
};

/**
 * The suppression list as CSV, piece by piece: every address that nothing may be sent to. Erased addresses are suppressed too, but
 * nobody can name them.
 */
export async function* suppressionCsv(database: Database): AsyncGenerator<string> {
  yield csvLine(['address', 'scope', 'state', 'since', 'source', 'reason']);
  let after: Pick<SuppressedRow, 'kind' | 'canonical'> = { kind: '', canonical: '' };
  for (;;) {
    const rows = await database.$queryRaw<SuppressedRow[]>`
      select address.kind, address.canonical, address.value, consent.state, entry.scope, entry.source, entry.reason, entry.occurred_at
        from contact_address address
        join consent on consent.contact_id = address.contact_id and consent.state <> 'subscribed'
        left join consent_event entry on entry.id = consent.event_id
       where (address.kind, address.canonical) > (${after.kind}, ${after.canonical}) and address.kind <> ${ERASED}
       order by address.kind, address.canonical
       limit ${PAGE_SIZE}`;
    if (rows.length > 0) yield rows.map(lineOf).join('');
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_SIZE) return;
    after = last;
  }
}

function lineOf({ value, scope, state, occurred_at: since, source, reason }: SuppressedRow): string {
  return csvLine([value, scope ?? 'all', state, since?.toISOString() ?? '', source ?? '', reason ?? '']);
}
