import type { DomainEvent } from '../events/domain-events.js';
import { appendPending } from '../events/domain-event.repository.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { PlannedEffect } from '../rules/decision.js';
import type { MadeDecision } from './made-decision.js';

/** A contact carries no more attributes than an administrator could give it. */
const MAX_ATTRIBUTES = 50;
/** A pause that ends when somebody resumes the conversation. */
const WITHOUT_END = new Date('9999-12-31T00:00:00Z');

/** Tags and attributes, in one statement. Where there would be too many attributes, they stay as they are. */
export async function applyToContact(
  tx: Transaction,
  contactId: string,
  effects: readonly PlannedEffect[],
): Promise<void> {
  const added = effects.flatMap((effect) => (effect.kind === 'tag' ? [effect.tag] : []));
  const removed = effects.flatMap((effect) => (effect.kind === 'untag' ? [effect.tag] : []));
  const attributes = effects.flatMap((effect) => (effect.kind === 'attribute' ? [effect] : []));
  if (added.length + removed.length + attributes.length === 0) return;
  const set = attributes.filter(({ value }) => value !== null).map(({ name, value }) => [name, value]);
  const taken = attributes.filter(({ value }) => value === null).map(({ name }) => name);
  await tx.$executeRaw`
    update contact
       set tags = (select coalesce(array_agg(distinct tag), '{}')
                     from unnest(tags || ${added}::text[]) as tag where tag <> all(${removed}::text[])),
           attributes = case when (select count(*) from jsonb_object_keys(wanted.attributes)) <= ${MAX_ATTRIBUTES}
                             then wanted.attributes else contact.attributes end,
           updated_at = now()
      from (select (attributes - ${taken}::text[]) || ${JSON.stringify(Object.fromEntries(set))}::jsonb as attributes
              from contact where id = ${contactId}::uuid) as wanted
     where id = ${contactId}::uuid`;
}

/** Pauses and hand-overs. What the same decision says to the customer still leaves: the permit knows the event that paused. */
export async function applyToConversation(tx: Transaction, made: MadeDecision): Promise<void> {
  const { event, facts, decision, decidedAt } = made;
  const conversationId = facts.conversation?.id;
  if (conversationId === undefined) return;
  for (const effect of decision.effects) {
    if (effect.kind !== 'pause' && effect.kind !== 'handOver') continue;
    const until = effect.forMs === undefined ? WITHOUT_END : new Date(decidedAt.getTime() + effect.forMs);
    const reason = effect.kind === 'handOver' ? effect.reason : 'Paused by a rule';
    // A pause that somebody made longer stays as long.
    await tx.$executeRaw`
      update conversation
         set paused_until = ${until}, pause_reason = ${reason}, paused_by_event_id = ${event.id}::uuid
       where id = ${conversationId}::uuid and (paused_until is null or paused_until < ${until})`;
    if (effect.kind === 'handOver')
      await appendPending(tx, [handedOver(event, conversationId, reason, decidedAt)]);
  }
}

function handedOver(event: DomainEvent, conversationId: string, reason: string, at: Date): DomainEvent {
  const { lane, connectionId, contactId, messageId } = event;
  return {
    id: newId(),
    name: 'conversation.handed_over',
    lane,
    occurredAt: at,
    connectionId,
    conversationId,
    ...(contactId !== undefined && { contactId }),
    ...(messageId !== undefined && { messageId }),
    payload: { reason },
  };
}
