import type { Transaction } from '../platform/database/database.js';
import type { DomainEvent } from './domain-events.js';
import { readDomainEvent, type StoredDomainEvent } from './stored-domain-event.js';

/**
 * Records an event together with its handling. An inbox entry gives one event: handled again (a replay), the first record
 * is found and given back, so that everything decided upon it keeps its identity.
 */
export async function insertProcessed(tx: Transaction, event: DomainEvent): Promise<DomainEvent> {
  const { count } = await tx.domainEvent.createMany({
    data: [{ ...row(event), state: 'processed' }],
    skipDuplicates: true,
  });
  if (count === 1 || event.inboxId === undefined) return event;
  return readDomainEvent(await tx.domainEvent.findUniqueOrThrow({ where: { inboxId: event.inboxId } }));
}

/** Records events that wait for their lane. */
export async function appendPending(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.domainEvent.createMany({ data: events.map((event) => ({ ...row(event), state: 'pending' })) });
}

/** An event that still waits; absent when whoever had its lane before has just handled it. */
export async function waitingEvent(tx: Transaction, id: string): Promise<StoredDomainEvent | null> {
  return tx.domainEvent.findFirst({ where: { id, state: { in: ['pending', 'dispatched'] } } });
}

export async function markProcessed(tx: Transaction, id: string): Promise<void> {
  await tx.domainEvent.updateMany({ where: { id }, data: { state: 'processed', reason: null } });
}

/** Counts a failed try. From the `maxAttempts`-th on, the event is `failed` and leaves its lane. */
export async function recordFailure(
  tx: Transaction,
  id: string,
  reason: string,
  maxAttempts: number,
): Promise<{ hasLeftLane: boolean }> {
  const [waiting] = await tx.$queryRaw<{ state: string }[]>`
    update domain_event
       set attempts = attempts + 1, reason = ${reason},
           state = case when attempts + 1 < ${maxAttempts} then state else 'failed' end
     where id = ${id}::uuid and state in ('pending', 'dispatched')
    returning state`;
  return { hasLeftLane: waiting === undefined || waiting.state === 'failed' };
}

function row(event: DomainEvent) {
  return {
    id: event.id,
    name: event.name,
    lane: event.lane,
    payload: event.payload,
    connectionId: event.connectionId,
    contactId: event.contactId ?? null,
    conversationId: event.conversationId ?? null,
    messageId: event.messageId ?? null,
    inboxId: event.inboxId ?? null,
    occurredAt: event.occurredAt,
  };
}
