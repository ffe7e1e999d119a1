import { appendPending } from '../events/domain-event.repository.js';
import type { DomainEvent } from '../events/domain-events.js';
import { conversationLane } from '../messaging/lane.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { RecordedWord } from './consent-ledger.repository.js';

/** Raises `contact.opted_out` and `contact.opted_in` for the words that changed something. */
export async function announceConsent(tx: Transaction, recorded: readonly RecordedWord[]): Promise<void> {
  await appendPending(
    tx,
    recorded.flatMap((entry) => eventOf(entry) ?? []),
  );
}

function eventOf({ contactId, word, changed, state }: RecordedWord): DomainEvent | undefined {
  if (!changed || state === 'held' || word.connectionId === undefined) return undefined;
  return {
    id: newId(),
    name: state === 'opted_out' ? 'contact.opted_out' : 'contact.opted_in',
    lane: conversationLane(word.connectionId, word.address),
    occurredAt: word.saidAt,
    connectionId: word.connectionId,
    contactId,
    payload: {
      source: word.source,
      scope: word.scope,
      ...(word.channel !== undefined && { channel: word.channel }),
    },
  };
}
