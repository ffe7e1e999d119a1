import type { Database, IngestDatabase, Transaction } from '../platform/database/database.js';
import { sqlState } from '../platform/database/sql-state.js';
import { recordConsent } from '../contacts/consent-ledger.repository.js';
import type { ConsentAction } from '../contacts/consent-state.js';
import { announceConsent } from '../contacts/consent-events.js';
import type { InboxDraft } from './inbox-draft.js';

/** Of how many arrivals of one event the time is kept; all are counted. */
const MAX_KEPT_TIMES = 20;

/** What became of a draft. A duplicate names the entry that was stored first. */
export type Stored = {
  readonly inboxId: string;
  readonly isDuplicate: boolean;
  /** The same event id came before with another body: this one is kept in quarantine, the first one counts. */
  readonly isConflict: boolean;
  /** What its consent word changed; absent when it held none, or one that changed nothing. */
  readonly consentChange?: ConsentAction;
};

/**
 * Stores drafts in one statement, and, where one of them is a consent word, makes it effective in the same transaction.
 * A draft whose key is known stores nothing.
 */
export async function storeBatch(
  database: IngestDatabase | Database,
  drafts: readonly InboxDraft[],
): Promise<Stored[]> {
  if (drafts.some((draft) => draft.consentWord !== undefined)) {
    return database.$transaction(async (tx) => {
      return honourConsentWords(tx, drafts, await insert(tx, drafts));
    });
  }
  return insert(database, drafts);
}

async function honourConsentWords(
  tx: Transaction,
  drafts: readonly InboxDraft[],
  stored: readonly Stored[],
): Promise<Stored[]> {
  const words = drafts.flatMap((draft, index) =>
    draft.consentWord !== undefined && stored[index]?.isDuplicate === false ? [draft.consentWord] : [],
  );
  const recorded = await recordConsent(tx, words);
  await announceConsent(tx, recorded);
  const changes = new Map(
    recorded.filter(({ changed }) => changed).map(({ word }) => [word.inboxId, word.action]),
  );
  return stored.map((result) => {
    const consentChange = result.isDuplicate ? undefined : changes.get(result.inboxId);
    return consentChange === undefined ? result : { ...result, consentChange };
  });
}

async function insert(tx: Transaction | IngestDatabase, drafts: readonly InboxDraft[]): Promise<Stored[]> {
  const isNew = await insertNew(tx, drafts);
  const known = drafts.filter((draft) => !isNew.has(draft.id));
  if (known.length === 0) return drafts.map(fresh);

  const first = await findFirstAndCount(tx, known);
  const results = new Map<string, Stored>();
  const conflicting: InboxDraft[] = [];
  for (const draft of known) {
    const earlier = first.get(nameOf(draft));
    if (earlier === undefined) throw new Error('An idempotency key vanished while it was read.');
    const isConflict = !earlier.bodyHash.equals(draft.bodyHash);
    if (isConflict) conflicting.push(quarantined(draft, earlier.inboxId));
    results.set(draft.id, { inboxId: earlier.inboxId, isDuplicate: true, isConflict });
  }
  if (conflicting.length > 0) await insert(tx, conflicting);
  return drafts.map((draft) => results.get(draft.id) ?? fresh(draft));
}

function fresh(draft: InboxDraft): Stored {
  return { inboxId: draft.id, isDuplicate: false, isConflict: false };
}

/** The same id with another body: kept for people to look at, under a key of its own, and never acted upon. */
function quarantined(draft: InboxDraft, firstId: string): InboxDraft {
  return {
    ...draft,
    key: `conflict:${draft.bodyHash.toString('hex')}:${draft.key}`,
    state: 'quarantined',
    reason: `The provider sent this event before with another body (event ${firstId}). The first one counts.`,
    consentWord: undefined,
  };
}

/**
 * Keys are taken in one order, so that two processes that store the same events cannot wait for each other. Rows are numbered in the
 * order of arrival, which is that of their ids.
 *
 * @returns the ids of the drafts that were stored now. Two drafts of one key in a batch store one row.
 */
async function insertNew(
  tx: Transaction | IngestDatabase,
  drafts: readonly InboxDraft[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ inbox_id: string }[]>`
    with draft as (
      select * from unnest(
        ${drafts.map((d) => d.id)}::uuid[],
        ${drafts.map((d) => d.connectionId)}::uuid[],
        ${drafts.map((d) => d.provider)}::text[],
        ${drafts.map((d) => d.eventType)}::text[],
        ${drafts.map((d) => d.key)}::text[],
        ${drafts.map((d) => d.bodyHash)}::bytea[],
        ${drafts.map((d) => d.lane)}::text[],
        ${drafts.map((d) => d.rawBody)}::bytea[],
        ${drafts.map((d) => JSON.stringify(d.headers))}::jsonb[],
        ${drafts.map((d) => d.isStale)}::boolean[],
        ${drafts.map((d) => d.state)}::text[],
        ${drafts.map((d) => d.reason ?? null)}::text[],
        ${drafts.map((d) => d.occurredAt?.toISOString() ?? null)}::timestamptz[],
        ${drafts.map((d) => d.receivedAt.toISOString())}::timestamptz[]
      ) as d(id, connection_id, provider, event_type, key, body_hash, lane, raw_body, headers, is_stale, state, reason,
             occurred_at, received_at)
    ), new_key as (
      insert into inbox_key (connection_id, key, inbox_id, body_hash)
      select connection_id, key, id, body_hash from draft order by connection_id, key, id
          on conflict (connection_id, key) do nothing
      returning inbox_id
    ), entry as (
      insert into inbox_entry (id, connection_id, provider, event_type, lane, raw_body, headers, is_stale, state, reason,
                               occurred_at, received_at, processed_at)
      select id, connection_id, provider, event_type, lane, raw_body, headers, is_stale, state, reason,
             occurred_at, received_at, case when state = 'received' then null else received_at end
        from draft join new_key on new_key.inbox_id = draft.id
       order by id
    )
    select inbox_id::text from new_key`;
  return new Set(rows.map((row) => row.inbox_id));
}

/**
 * Finds the entries that were stored first, and counts what came again in the same statement: never an event of another body, nor a draft
 * that finds itself because the answer to its commit was lost. Counters are taken in one order, as keys are.
 */
async function findFirstAndCount(tx: Transaction | IngestDatabase, drafts: readonly InboxDraft[]) {
  const rows = await tx.$queryRaw<
    { connection_id: string; key: string; inbox_id: string; body_hash: Uint8Array }[]
  >`
    with again as (
      select first.connection_id, first.key, first.inbox_id, first.body_hash, draft.received_at,
             first.body_hash = draft.body_hash and first.inbox_id <> draft.id as is_duplicate
        from unnest(
          ${drafts.map((d) => d.id)}::uuid[],
          ${drafts.map((d) => d.connectionId)}::uuid[],
          ${drafts.map((d) => d.key)}::text[],
          ${drafts.map((d) => d.bodyHash)}::bytea[],
          ${drafts.map((d) => d.receivedAt.toISOString())}::timestamptz[]
        ) as draft(id, connection_id, key, body_hash, received_at)
        join inbox_key first using (connection_id, key)
    ), counted as (
      insert into inbox_duplicate as known (inbox_id, count, received_at, last_received_at)
      select inbox_id, count(*), (array_agg(received_at order by received_at desc))[:${MAX_KEPT_TIMES}], max(received_at)
        from again where is_duplicate group by inbox_id order by inbox_id
          on conflict (inbox_id) do update
         set count = known.count + excluded.count,
             received_at = (excluded.received_at || known.received_at)[:${MAX_KEPT_TIMES}],
             last_received_at = greatest(known.last_received_at, excluded.last_received_at)
    )
    select distinct connection_id::text, key, inbox_id::text, body_hash from again`;
  return new Map(
    rows.map((row) => [
      `${row.connection_id}/${row.key}`,
      { inboxId: row.inbox_id, bodyHash: Buffer.from(row.body_hash) },
    ]),
  );
}

function nameOf(draft: InboxDraft): string {
  return `${draft.connectionId}/${draft.key}`;
}

/**
 * Whether the database refused because of what is in a row (class 22, data; 23, constraint; 54, limits) or because transactions met
 * (40): then a row alone may pass. Everything else is about the database itself.
 */
export function isAboutOneRow(error: unknown): boolean {
  return ['22', '23', '40', '54'].includes(sqlState(error)?.slice(0, 2) ?? '');
}
