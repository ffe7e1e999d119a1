import type { Transaction } from '../platform/database/database.js';
import {
  ALL_MESSAGES,
  type CategoryStanding,
  type ConsentStanding,
  type ConsentState,
} from './consent-state.js';

/** What one word made of a contact's consent, and which entry of the ledger it is. */
export type StandingChange = {
  readonly contactId: string;
  readonly entryId: string;
  readonly standing: ConsentStanding;
  readonly changedScopes: readonly string[];
};

type StandingRow = {
  readonly contact_id: string;
  readonly state: ConsentState;
  readonly effective_at: Date | null;
  readonly granted_at: Date | null;
};

type CategoryRow = {
  readonly contact_id: string;
  readonly category: string;
  readonly state: CategoryStanding['state'];
  readonly effective_at: Date;
};

/**
 * Locks the consent rows in one order, so that two batches cannot wait for each other. What was said about categories hangs on the same
 * lock, and is read in a statement of its own: one that waited for the lock would show it as it was before.
 */
export async function lockStandings(
  tx: Transaction,
  contactIds: readonly string[],
): Promise<Map<string, ConsentStanding>> {
  const rows = await tx.$queryRaw<StandingRow[]>`
    select contact_id::text, state, effective_at, granted_at
      from consent
     where contact_id = any(${[...contactIds]}::uuid[])
     order by contact_id
       for update`;
  return withCategories(tx, rows);
}

/** What stands now, without a lock. */
export async function readStandings(
  tx: Transaction,
  contactIds: readonly string[],
): Promise<Map<string, ConsentStanding>> {
  const rows = await tx.$queryRaw<StandingRow[]>`
    select contact_id::text, state, effective_at, granted_at
      from consent
     where contact_id = any(${[...contactIds]}::uuid[])`;
  return withCategories(tx, rows);
}

async function withCategories(
  tx: Transaction,
  rows: readonly StandingRow[],
): Promise<Map<string, ConsentStanding>> {
  const said = await tx.$queryRaw<CategoryRow[]>`
    select contact_id::text, category, state, effective_at
      from consent_category
     where contact_id = any(${rows.map((row) => row.contact_id)}::uuid[])`;
  const saidBy = (contactId: string) => said.filter((row) => row.contact_id === contactId);
  return new Map(
    rows.map((row) => [
      row.contact_id,
      {
        state: row.state,
        effectiveAt: row.effective_at ?? undefined,
        grantedAt: row.granted_at ?? undefined,
        categories: new Map(
          saidBy(row.contact_id).map(({ category, state, effective_at }) => [
            category,
            { state, effectiveAt: effective_at },
          ]),
        ),
      },
    ]),
  );
}

/** How what was said about categories bears on one message. Read under the lock of the contact's consent row. */
export async function categoryConsentOf(
  tx: Transaction,
  message: {
    readonly contactId: string;
    readonly category: string | null;
    readonly consentEventId: string | null;
  },
): Promise<{ readonly leftCategory?: string; readonly confirmsCategory?: boolean }> {
  const { contactId, category, consentEventId } = message;
  if (category === null && consentEventId === null) return {};
  const rows = await tx.consentCategory.findMany({
    where: {
      contactId,
      OR: [
        ...(category === null ? [] : [{ category, state: 'opted_out' }]),
        ...(consentEventId === null ? [] : [{ eventId: consentEventId }]),
      ],
    },
  });
  const hasLeft = rows.some((row) => row.category === category && row.state === 'opted_out');
  return {
    ...(category !== null && hasLeft && { leftCategory: category }),
    confirmsCategory: consentEventId !== null && rows.some((row) => row.eventId === consentEventId),
  };
}

/** Stores what the words made of each contact's consent, in the order in which they were taken into account. */
export async function writeStandings(tx: Transaction, changes: readonly StandingChange[]): Promise<void> {
  const last = new Map(changes.map((change) => [change.contactId, change.standing]));
  const latestEntry = new Map(
    changes.flatMap(({ contactId, entryId, changedScopes }) =>
      changedScopes.map((scope): [string, string] => [`${contactId}/${scope}`, entryId]),
    ),
  );
  const rows = [...last];
  await tx.$executeRaw`
    update consent
       set state = next.state, effective_at = next.effective_at, granted_at = next.granted_at,
           event_id = coalesce(next.event_id, consent.event_id)
      from unnest(${rows.map(([id]) => id)}::uuid[],
                  ${rows.map(([, standing]) => standing.state)}::text[],
                  ${rows.map(([, standing]) => standing.effectiveAt?.toISOString() ?? null)}::timestamptz[],
                  ${rows.map(([, standing]) => standing.grantedAt?.toISOString() ?? null)}::timestamptz[],
                  ${rows.map(([id]) => latestEntry.get(`${id}/${ALL_MESSAGES}`) ?? null)}::uuid[])
           as next(contact_id, state, effective_at, granted_at, event_id)
     where consent.contact_id = next.contact_id`;
  const categories = rows.flatMap(([id, standing]) =>
    [...(standing.categories ?? [])].map(([category, { state, effectiveAt }]) => ({
      id,
      category,
      state,
      effectiveAt,
      eventId: latestEntry.get(`${id}/${category}`) ?? null,
    })),
  );
  if (categories.length === 0) return;
  await tx.$executeRaw`
    insert into consent_category (contact_id, category, state, effective_at, event_id)
    select * from unnest(${categories.map(({ id }) => id)}::uuid[],
                         ${categories.map(({ category }) => category)}::text[],
                         ${categories.map(({ state }) => state)}::text[],
                         ${categories.map(({ effectiveAt }) => effectiveAt.toISOString())}::timestamptz[],
                         ${categories.map(({ eventId }) => eventId)}::uuid[])
        on conflict (contact_id, category) do update
       set state = excluded.state, effective_at = excluded.effective_at,
           event_id = coalesce(excluded.event_id, consent_category.event_id)`;
}
