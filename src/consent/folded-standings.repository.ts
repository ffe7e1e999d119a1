import {
  NOTHING_SAID,
  withConsentWord,
  type ConsentAction,
  type ConsentStanding,
} from '../contacts/consent-state.js';
import type { Transaction } from '../platform/database/database.js';

/** What a contact's consent is, and which entry made it so. */
export type Standing = ConsentStanding & { readonly eventId: string | undefined };

/** A contact's consent as it is stored, beside what its ledger entries say. */
export type ComparedStanding = {
  readonly contactId: string;
  /** Absent: the contact has entries and no consent row. */
  readonly stored: (Omit<Standing, 'state'> & { readonly state: string }) | undefined;
  readonly folded: Standing;
};

type WordRow = {
  readonly contact_id: string;
  readonly state: string | null;
  readonly effective_at: Date | null;
  readonly event_id: string | null;
  readonly entry_id: string | null;
  readonly action: string | null;
  readonly scope: string | null;
  readonly occurred_at: Date | null;
};

/** An id before that of any contact. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Folds the entries of the next `limit` contacts, in the order of their ids, in one statement and so as of one moment. Entries are
 * looked up contact by contact: joined in one go, a planner without statistics would read the whole ledger for each page.
 */
export async function foldNext(
  tx: Transaction,
  after: string | undefined,
  limit: number,
): Promise<readonly ComparedStanding[]> {
  const rows = await tx.$queryRaw<WordRow[]>`
    select contact.id::text as contact_id, consent.state, consent.effective_at, consent.event_id::text, entry.id::text as entry_id,
           entry.action, entry.scope, entry.occurred_at
      from (select id from contact where id > ${after ?? BEFORE_ALL}::uuid order by id limit ${limit}) as contact
      left join consent on consent.contact_id = contact.id
      left join lateral (select * from consent_event
                          where contact_id = contact.id
                          order by chain_position) as entry on true
     order by contact.id, entry.chain_position`;
  const compared = new Map<string, ComparedStanding>();
  for (const row of rows) {
    const before = compared.get(row.contact_id);
    compared.set(row.contact_id, {
      contactId: row.contact_id,
      stored: before === undefined ? storedStanding(row) : before.stored,
      folded: withEntry(before?.folded ?? { ...NOTHING_SAID, eventId: undefined }, row),
    });
  }
  return [...compared.values()];
}

export function isInOrder({ stored, folded }: ComparedStanding): boolean {
  return (
    stored !== undefined &&
    stored.state === folded.state &&
    stored.eventId === folded.eventId &&
    stored.effectiveAt?.getTime() === folded.effectiveAt?.getTime()
  );
}

function withEntry(standing: Standing, row: WordRow): Standing {
  const { entry_id: id, action, scope, occurred_at: saidAt } = row;
  if (id === null || scope === null || saidAt === null || !isConsentAction(action)) return standing;
  const next = withConsentWord(standing, { action, scope, saidAt });
  return { ...next.standing, eventId: next.changed ? id : standing.eventId };
}

/** An erasure is on record in the ledger and says nothing about consent. */
function isConsentAction(action: string | null): action is ConsentAction {
  return action === 'revoke' || action === 'grant' || action === 'hold';
}

function storedStanding(row: WordRow): ComparedStanding['stored'] {
  if (row.state === null) return undefined;
  return {
    state: row.state,
    effectiveAt: row.effective_at ?? undefined,
    eventId: row.event_id ?? undefined,
  };
}
