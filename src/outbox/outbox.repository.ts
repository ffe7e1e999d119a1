import { appendPending } from '../events/domain-event.repository.js';
import type { DomainEvent } from '../events/domain-events.js';
import { addTags } from '../contacts/contact.repository.js';
import type { Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import type { Decision, PlannedReply } from '../rules/decision.js';
import { measureText } from '../rules/replies/segments.js';
import type { Facts } from '../rules/facts.js';

/** A decision with what it was made from. */
export type MadeDecision = {
  readonly event: DomainEvent;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly decidedAt: Date;
  readonly receivedAt: Date;
  /** Our name at an account that has one sender only and does not say to whom the customer wrote. */
  readonly defaultSender: string | undefined;
  /** Absent when the account was switched off in the meantime. */
  readonly provider: string | undefined;
};

/** Stores a decision and, in the same transaction, everything that it does. @returns how many replies were queued. */
export async function storeDecision(tx: Transaction, made: MadeDecision): Promise<number> {
  const { event, facts, decision, decidedAt } = made;
  await tx.decision.create({
    data: {
      id: newId(),
      domainEventId: event.id,
      messageId: event.messageId ?? null,
      contactId: event.contactId ?? null,
      verdict: decision.verdict,
      sentence: decision.sentence,
      ruleRevisionId: decision.ruleRevisionId ?? null,
      stages: asJson(decision.stages),
      snapshot: asJson({ event, facts, now: decidedAt }),
      decidedAt,
    },
  });
  if (facts.contact !== undefined) {
    await addTags(
      tx,
      facts.contact.id,
      decision.effects.map(({ tag }) => tag),
    );
    await noteFirings(tx, facts.contact.id, facts.conversation?.channel, decision.firedRuleIds, decidedAt);
  }
  if (decision.verdict === 'help_sent' && event.name === 'message.received')
    await appendPending(tx, [helpRequested(event)]);
  return queueReplies(tx, made);
}

function helpRequested(event: DomainEvent<'message.received'>): DomainEvent {
  const { inboxId: _inboxId, ...envelope } = event;
  return { ...envelope, id: newId(), name: 'help.requested', payload: { channel: event.payload.channel } };
}

async function queueReplies(tx: Transaction, made: MadeDecision): Promise<number> {
  const { event, facts, decision, decidedAt } = made;
  const { contact, conversation } = facts;
  if (decision.replies.length === 0 || contact === undefined || conversation === undefined) return 0;
  const provider = made.provider ?? (await providerOf(tx, event.connectionId));
  const { count } = await tx.message.createMany({
    data: decision.replies.map((reply) => ({
      ...replyRow(reply, made),
      contactId: contact.id,
      conversationId: conversation.id,
      channel: conversation.channel,
      theirAddress: conversation.theirAddress,
      ourAddress: answeredFrom(event) ?? conversation.ourAddress ?? made.defaultSender ?? null,
      provider,
    })),
    skipDuplicates: true,
  });
  await noteQueued(tx, event.id, decidedAt);
  return count;
}

async function providerOf(tx: Transaction, connectionId: string): Promise<string> {
  const connection = await tx.connection.findUniqueOrThrow({
    where: { id: connectionId },
    select: { provider: true },
  });
  return connection.provider;
}

function replyRow(reply: PlannedReply, { event, decidedAt, receivedAt }: MadeDecision) {
  const { encoding, segments } = measureText(reply.text);
  return {
    id: newId(),
    direction: 'outbound',
    kind: reply.kind,
    status: 'queued',
    connectionId: event.connectionId,
    text: reply.text,
    subject: event.name === 'message.received' ? (event.payload.subject ?? null) : null,
    details: threading(event),
    inReplyToId: event.name === 'message.received' ? (event.messageId ?? null) : null,
    domainEventId: event.id,
    slot: reply.slot,
    ruleRevisionId: reply.ruleRevisionId ?? null,
    consentEventId: reply.consentEventId ?? null,
    encoding,
    segments,
    nextAttemptAt: decidedAt,
    expiresAt: new Date(receivedAt.getTime() + reply.expiresAfterMs),
    // The moment the customer is waiting from: what the reply time is measured against.
    occurredAt: receivedAt,
  };
}

/** The customer is answered from the number they wrote to, which a substitution may have made another than the conversation's. */
function answeredFrom(event: DomainEvent): string | undefined {
  return event.name === 'message.received' ? event.payload.to : undefined;
}

function threading(event: DomainEvent): Prisma.InputJsonObject {
  if (event.name !== 'message.received' || event.payload.emailMessageId === undefined) return {};
  return { inReplyTo: event.payload.emailMessageId };
}

async function noteQueued(tx: Transaction, eventId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, null, 'queued', 'Decided and queued.', ${at}
      from message
     where domain_event_id = ${eventId}::uuid
       and not exists (select 1 from status_change where message_id = message.id)`;
}

async function noteFirings(
  tx: Transaction,
  contactId: string,
  channel: string | undefined,
  ruleIds: readonly string[],
  at: Date,
): Promise<void> {
  if (ruleIds.length === 0) return;
  await tx.$executeRaw`
    insert into rule_firing (rule_id, contact_id, channel, fired_at)
    select rule_id, ${contactId}::uuid, ${channel ?? ''}, ${at} from unnest(${[...ruleIds]}::uuid[]) as rule_id
        on conflict (rule_id, contact_id, channel) do update set fired_at = excluded.fired_at`;
}

function asJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value));
}
