import type { Database, Transaction } from '../platform/database/database.js';
import { BEFORE_ALL, foldNext, isInOrder, type ComparedStanding } from './folded-standings.repository.js';

const CONTACTS_AT_ONCE = 500;

export type Rebuilt = { readonly contacts: number; readonly corrected: number };

/**
 * Computes the consent of every contact from the ledger again and corrects what differs. Each batch of contacts is locked while it is
 * corrected, as a word of theirs would lock it, so that it can run beside live traffic.
 */
export async function rebuildConsent(database: Database): Promise<Rebuilt> {
  let after: string | undefined;
  let [contacts, corrected] = [0, 0];
  for (;;) {
    const from = after;
    const batch = await database.$transaction(async (tx) => {
      await lockNext(tx, from);
      const compared = await foldNext(tx, from, CONTACTS_AT_ONCE);
      const wrong = compared.filter((each) => !isInOrder(each));
      await correct(tx, wrong);
      return { count: compared.length, wrong: wrong.length, last: compared.at(-1)?.contactId };
    });
    contacts += batch.count;
    corrected += batch.wrong;
    if (batch.last === undefined || batch.count < CONTACTS_AT_ONCE) return { contacts, corrected };
    after = batch.last;
  }
}

async function lockNext(tx: Transaction, after: string | undefined): Promise<void> {
  await tx.$queryRaw`
    select 1 as locked from consent
     where contact_id in (select id from contact where id > ${after ?? BEFORE_ALL}::uuid order by id limit ${CONTACTS_AT_ONCE})
     order by contact_id
       for update`;
}

async function correct(tx: Transaction, wrong: readonly ComparedStanding[]): Promise<void> {
  if (wrong.length === 0) return;
  await tx.$executeRaw`
    insert into consent (contact_id, state, effective_at, granted_at, event_id)
    select * from unnest(${wrong.map(({ contactId }) => contactId)}::uuid[],
                         ${wrong.map(({ folded }) => folded.state)}::text[],
                         ${wrong.map(({ folded }) => folded.effectiveAt?.toISOString() ?? null)}::timestamptz[],
                         ${wrong.map(({ folded }) => folded.grantedAt?.toISOString() ?? null)}::timestamptz[],
                         ${wrong.map(({ folded }) => folded.eventId ?? null)}::uuid[])
        on conflict (contact_id) do update
       set state = excluded.state, effective_at = excluded.effective_at, granted_at = excluded.granted_at,
           event_id = excluded.event_id`;
  await tx.consentCategory.deleteMany({
    where: { contactId: { in: wrong.map(({ contactId }) => contactId) } },
  });
  await tx.consentCategory.createMany({
    data: wrong.flatMap(({ contactId, folded }) =>
      [...folded.categories].flatMap(([category, { state, effectiveAt, eventId }]) =>
        effectiveAt === undefined
          ? []
          : [{ contactId, category, state, effectiveAt, eventId: eventId ?? null }],
      ),
    ),
  });
}
