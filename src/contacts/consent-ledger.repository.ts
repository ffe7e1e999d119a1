import type { Channel } from '../messaging/channel.js';
import { addressKey, type Address } from '../messaging/address.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import {
  withConsentWord,
  type ConsentAction,
  type ConsentStanding,
  type ConsentState,
} from './consent-state.js';
import { resolveContacts } from './contact.repository.js';
import { appendToLedger } from './ledger/ledger-append.repository.js';
import type { LedgerDraft } from './ledger/ledger-chain.js';

/** Something said or done about consent, before it is on record. */
export type ConsentWord = {
  readonly address: Address;
  readonly action: ConsentAction;
  /** `all`, or the name of a category. */
  readonly scope: string;
  /** `message`, `email_one_click`, `administrator`, `provider`, `import`. */
  readonly source: string;
  readonly channel?: Channel;
  readonly saidAt: Date;
  readonly receivedAt: Date;
  readonly actor: string;
  readonly reason?: string;
  readonly connectionId?: string;
  readonly inboxId?: string;
  /** It answers our question what an unclear message meant ("yes", "no"), and means nothing to anybody who was not asked. */
  readonly isAnswer?: boolean;
  /** What was said, verbatim, and how it was understood. */
  readonly evidence?: {
    readonly text: string;
    readonly normalised: string;
    readonly matchedSpan: string;
    readonly ruleId: string;
    readonly detectorVersion: string;
  };
};

/** A ledger entry, as far as the code that recorded it needs to know. */
export type RecordedWord = {
  readonly id: string;
  readonly contactId: string;
  readonly word: ConsentWord;
  readonly changed: boolean;
  readonly state: ConsentState;
};

/**
 * Puts words on record, in the order given, and makes them effective: under the lock that every permit takes, the state moves and
 * whatever is queued for a contact who opted out is cancelled. When the transaction commits, nothing queued before can leave.
 */
export async function recordConsent(tx: Transaction, words: readonly ConsentWord[]): Promise<RecordedWord[]> {
  if (words.length === 0) return [];
  const contacts = await resolveContacts(tx, words);
  const idOf = (word: ConsentWord): string => {
    const id = contacts.get(addressKey(word.address));
    if (id === undefined) throw new Error('A contact that was just resolved is missing.');
    return id;
  };
  const standings = await lockStandings(tx, [...new Set(words.map(idOf))]);
  const recorded: RecordedWord[] = [];
  const latestEntry = new Map<string, string>();
  for (const word of words) {
    const contactId = idOf(word);
    const before = standings.get(contactId);
    if (before === undefined) throw new Error('A contact has no consent row.');
    if (word.isAnswer === true && before.state !== 'held') continue;
    const { standing, changed } = withConsentWord(before, word);
    standings.set(contactId, standing);
    const entry = { id: newId(), contactId, word, changed, state: standing.state };
    if (changed) latestEntry.set(contactId, entry.id);
    recorded.push(entry);
  }
  await writeStandings(tx, standings, latestEntry);
  const optedOut = recorded.filter((entry) => entry.changed && entry.state === 'opted_out');
  await cancelQueued(tx, [...new Set(optedOut.map((entry) => entry.contactId))]);
  // Last, because it locks the head of the ledger, which every other word waits for.
  await appendToLedger(tx, recorded.map(draftOf));
  return recorded;
}

/** Locks the consent rows in one order, so that two batches cannot wait for each other. */
export async function lockStandings(
  tx: Transaction,
  contactIds: readonly string[],
): Promise<Map<string, ConsentStanding>> {
  const rows = await tx.$queryRaw<{ contact_id: string; state: ConsentState; effective_at: Date | null }[]>`
    select contact_id::text, state, effective_at
      from consent
     where contact_id = any(${[...contactIds]}::uuid[])
     order by contact_id
       for update`;
  return new Map(
    rows.map((row) => [row.contact_id, { state: row.state, effectiveAt: row.effective_at ?? undefined }]),
  );
}

function draftOf({ id, contactId, word, changed }: RecordedWord): LedgerDraft {
  return {
    id,
    contactId,
    changed,
    subject: word.address,
    action: word.action,
    scope: word.scope,
    source: word.source,
    channel: word.channel ?? null,
    ruleId: word.evidence?.ruleId ?? null,
    detectorVersion: word.evidence?.detectorVersion ?? null,
    connectionId: word.connectionId ?? null,
    inboxId: word.inboxId ?? null,
    actor: word.actor,
    occurredAt: word.saidAt,
    receivedAt: word.receivedAt,
    payload: {
      address: word.address.value,
      matchedSpan: word.evidence?.matchedSpan ?? null,
      normalised: word.evidence?.normalised ?? null,
      reason: word.reason ?? null,
      text: word.evidence?.text ?? null,
    },
  };
}

async function writeStandings(
  tx: Transaction,
  standings: ReadonlyMap<string, ConsentStanding>,
  latestEntry: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...standings];
  await tx.$executeRaw`
    update consent
       set state = next.state, effective_at = next.effective_at, event_id = coalesce(next.event_id, consent.event_id)
      from unnest(${rows.map(([id]) => id)}::uuid[],
                  ${rows.map(([, standing]) => standing.state)}::text[],
                  ${rows.map(([, standing]) => standing.effectiveAt?.toISOString() ?? null)}::timestamptz[],
                  ${rows.map(([id]) => latestEntry.get(id) ?? null)}::uuid[]) as next(contact_id, state, effective_at, event_id)
     where consent.contact_id = next.contact_id`;
}

async function cancelQueued(tx: Transaction, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return;
  await tx.$executeRaw`
    with cancelled as (
      update message
         set status = 'cancelled', reason = 'The contact opted out before it was sent.', updated_at = now()
       where contact_id = any(${[...contactIds]}::uuid[]) and status = 'queued'
      returning id)
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, 'queued', 'cancelled', 'The contact opted out.', now() from cancelled`;
}
