import type { Channel } from '../messaging/channel.js';
import { addressKey, type Address } from '../messaging/address.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import { ALL_MESSAGES, withConsentWord, type ConsentAction, type ConsentState } from './consent-state.js';
import { writeStandings, type StandingChange } from './consent-standing.repository.js';
import { endRunsOfContacts } from './flow-run-end.repository.js';
import { appendToLedger } from './ledger/ledger-append.repository.js';
import type { LedgerDraft } from './ledger/ledger-chain.js';
import { lockContacts } from './linking/contact-lock.repository.js';

/** Something said or done about consent, before it is on record. */
export type ConsentWord = {
  readonly address: Address;
  readonly action: ConsentAction;
  /** `all`, or the key of a message category. */
  readonly scope: string;
  /** `message`, `email_one_click`, `administrator`, `provider`, `import`, `hold_timeout`, `link`. */
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
  /** The state about everything after it. */
  readonly state: ConsentState;
};

/**
 * Puts words on record, in the order given, and makes them effective: under the lock that every permit takes, the state moves and
 * whatever is queued for a contact who opted out is cancelled. When the transaction commits, nothing queued before can leave.
 */
export async function recordConsent(tx: Transaction, words: readonly ConsentWord[]): Promise<RecordedWord[]> {
  if (words.length === 0) return [];
  const { contacts, standings } = await lockContacts(tx, words);
  const idOf = (word: ConsentWord): string => {
    const id = contacts.get(addressKey(word.address));
    if (id === undefined) throw new Error('A contact that was just resolved is missing.');
    return id;
  };
  const recorded: RecordedWord[] = [];
  const changes: StandingChange[] = [];
  for (const word of words) {
    const contactId = idOf(word);
    const before = standings.get(contactId);
    if (before === undefined) throw new Error('A contact has no consent row.');
    if (word.isAnswer === true && before.state !== 'held') continue;
    const { standing, changed, changedScopes } = withConsentWord(before, word);
    standings.set(contactId, standing);
    const entry = { id: newId(), contactId, word, changed, state: standing.state };
    changes.push({ contactId, entryId: entry.id, standing, changedScopes });
    recorded.push(entry);
  }
  await writeStandings(tx, changes);
  const optedOut = recorded.filter(({ word, changed }) => changed && word.action === 'revoke');
  await cancelQueued(tx, optedOut);
  await endFlows(tx, recorded);
  // Last, because it locks the head of the ledger, which every other word waits for.
  await appendToLedger(tx, recorded.map(draftOf));
  return recorded;
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

/** An unclear stop ends what waits for an answer too: nobody who may want silence is asked on. */
async function endFlows(tx: Transaction, recorded: readonly RecordedWord[]): Promise<void> {
  const unwanted = recorded
    .filter(({ word, changed }) => changed && (word.action === 'revoke' || word.action === 'hold'))
    .map(({ contactId, word }) => ({ contactId, scope: word.scope }));
  await endRunsOfContacts(tx, unwanted, 'The contact opted out, or may have.');
}

/** An opt-out from everything cancels whatever is queued, one from a category what is of that category. */
async function cancelQueued(tx: Transaction, optedOut: readonly RecordedWord[]): Promise<void> {
  if (optedOut.length === 0) return;
  await tx.$executeRaw`
    with cancelled as (
      update message
         set status = 'cancelled', reason = 'The contact opted out before it was sent.', updated_at = now()
       where contact_id = any(${optedOut.map(({ contactId }) => contactId)}::uuid[]) and status = 'queued'
         and exists (select 1
                       from unnest(${optedOut.map(({ contactId }) => contactId)}::uuid[],
                                   ${optedOut.map(({ word }) => word.scope)}::text[]) as opted_out(contact_id, scope)
                      where opted_out.contact_id = message.contact_id and opted_out.scope in (${ALL_MESSAGES}, message.category))
      returning id)
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, 'queued', 'cancelled', 'The contact opted out.', now() from cancelled`;
}
