import { DOMAIN_EVENT_NAMES, type DomainEvent, type DomainEventName } from './domain-events.js';

/** A row of the event table. Its payload was written by this program from a typed event. */
export type StoredDomainEvent = {
  readonly id: string;
  readonly name: string;
  readonly lane: string;
  readonly payload: unknown;
  readonly connectionId: string;
  readonly contactId: string | null;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly inboxId: string | null;
  readonly occurredAt: Date;
};

/**
 * Reads a stored event back. The name decides the payload's type, and both were written together by `EventBus`, so only the
 * name is checked: one that this version does not know (a newer version wrote it) is an error, not a guess.
 */
export function readDomainEvent(row: StoredDomainEvent): DomainEvent {
  if (!isDomainEventName(row.name)) throw new Error(`This version knows no domain event called ${row.name}.`);
  const event: unknown = {
    id: row.id,
    name: row.name,
    lane: row.lane,
    occurredAt: row.occurredAt,
    connectionId: row.connectionId,
    ...(row.contactId !== null && { contactId: row.contactId }),
    ...(row.conversationId !== null && { conversationId: row.conversationId }),
    ...(row.messageId !== null && { messageId: row.messageId }),
    ...(row.inboxId !== null && { inboxId: row.inboxId }),
    payload: row.payload,
  };
  return event as DomainEvent;
}

function isDomainEventName(name: string): name is DomainEventName {
  return DOMAIN_EVENT_NAMES.some((known) => known === name);
}
