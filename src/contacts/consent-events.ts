import { appendPending } from '../events/domain-event.repository.js';
import type { DomainEvent } from '../events/domain-events.js';
import { conversationLane } from '../messaging/lane.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { RecordedWord } from './consent-ledger.repository.js';
import { ALL_MESSAGES } from './consent-state.js';

/**
 * Raises `contact.opted_out` and `contact.opted_in` for the words that changed something. An administrator's act comes through no
 * account: it is told to the one with which the contact spoke last. Imports come through none either, and are not told.
 */
export async function announceConsent(tx: Transaction, recorded: readonly RecordedWord[]): Promise<void> {
  const accounts = await accountsOfActs(tx, recorded);
  await appendPending(
    tx,
    recorded.flatMap(
      (entry) => eventOf(entry, entry.word.connectionId ?? accounts.get(entry.contactId)) ?? [],
    ),
  );
}

function eventOf(entry: RecordedWord, connectionId: string | undefined): DomainEvent | undefined {
  const name = nameOf(entry);
  if (name === undefined || connectionId === undefined) return undefined;
  const { contactId, word } = entry;
  return {
    id: newId(),
    name,
    lane: conversationLane(connectionId, word.address),
    occurredAt: word.saidAt,
    connectionId,
    contactId,
    payload: {
      source: word.source,
      scope: word.scope,
      ...(word.channel !== undefined && { channel: word.channel }),
    },
  };
}

function nameOf({
  word,
  changed,
  state,
}: RecordedWord): 'contact.opted_out' | 'contact.opted_in' | undefined {
  if (!changed) return undefined;
  switch (word.action) {
    case 'revoke':
      return 'contact.opted_out';
    case 'grant':
      // A START that came too late to lift a newer STOP may still have ended what was said before both.
      return word.scope === ALL_MESSAGES && state !== 'subscribed' ? undefined : 'contact.opted_in';
    case 'release':
      return 'contact.opted_in';
    case 'hold':
      return undefined;
    default: {
      const never: never = word.action;
      return never;
    }
  }
}

/** Where nobody has spoken with the contact yet, the oldest account that is switched on stands for them all. */
async function accountsOfActs(
  tx: Transaction,
  recorded: readonly RecordedWord[],
): Promise<ReadonlyMap<string, string>> {
  const acts = recorded.filter(
    ({ word, changed }) => changed && word.connectionId === undefined && word.source === 'administrator',
  );
  if (acts.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ contact_id: string; connection_id: string }[]>`
    select act.contact_id::text, account.id::text as connection_id
      from unnest(${acts.map(({ contactId }) => contactId)}::uuid[]) as act(contact_id)
     cross join lateral (
           select connection.id
             from connection
             left join conversation on conversation.connection_id = connection.id and conversation.contact_id = act.contact_id
            where connection.enabled or conversation.id is not null
            order by conversation.last_message_at desc nulls last, connection.created_at, connection.id
            limit 1) as account`;
  return new Map(rows.map((row) => [row.contact_id, row.connection_id]));
}
