import type { DomainEvent } from '../events/domain-events.js';
import { readDomainEvent } from '../events/stored-domain-event.js';
import { asInstant, asObject, asText } from '../messaging/untrusted.js';
import type { Facts } from '../rules/facts.js';

/** What a decision was made from. */
export type Snapshot = { readonly event: DomainEvent; readonly facts: Facts; readonly now: Date };

/** Reads the snapshot of a decision back, as it was stored with it; `undefined` for one that was emptied. */
export function readSnapshot(json: unknown): Snapshot | undefined {
  const { event: storedEvent, facts, now } = asObject(json) ?? {};
  const event = readEvent(storedEvent);
  const at = asInstant(now);
  if (event === undefined || at === undefined || !isFacts(facts)) return undefined;
  return { event, facts, now: at };
}

function readEvent(json: unknown): DomainEvent | undefined {
  const stored = asObject(json);
  const occurredAt = asInstant(stored?.['occurredAt']);
  const [id, name, lane] = [asText(stored?.['id']), asText(stored?.['name']), asText(stored?.['lane'])];
  const connectionId = asText(stored?.['connectionId']);
  if (
    stored === undefined ||
    occurredAt === undefined ||
    id === undefined ||
    name === undefined ||
    lane === undefined ||
    connectionId === undefined
  ) {
    return undefined;
  }
  return readDomainEvent({
    id,
    name,
    lane,
    connectionId,
    occurredAt,
    payload: stored['payload'],
    contactId: asText(stored['contactId']) ?? null,
    conversationId: asText(stored['conversationId']) ?? null,
    messageId: asText(stored['messageId']) ?? null,
    inboxId: asText(stored['inboxId']) ?? null,
  });
}

/** Facts are plain JSON that this program wrote from typed ones, and nobody else writes there; so only their presence is checked. */
function isFacts(json: unknown): json is Facts {
  return asObject(asObject(json)?.['brand']) !== undefined;
}
