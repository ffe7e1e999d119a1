import type { DomainEvent } from '../events/domain-events.js';
import type { Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import type { PlannedReply } from '../rules/decision.js';
import { measureText } from '../rules/replies/segments.js';
import type { MadeDecision } from './made-decision.js';
import { gathersSince } from './superseded-replies.repository.js';

/** Queues what answers the customer in their own conversation. @returns how many messages that were. */
export async function queueReplies(tx: Transaction, made: MadeDecision): Promise<number> {
  const { event, facts, decision } = made;
  const { contact, conversation } = facts;
  if (decision.replies.length === 0 || contact === undefined || conversation === undefined) return 0;
  const account = made.accountOf(event.connectionId);
  const provider = account?.provider ?? (await providerOf(tx, event.connectionId));
  const { count } = await tx.message.createMany({
    data: decision.replies.map((reply) => ({
      ...replyRow(reply, made),
      contactId: contact.id,
      conversationId: conversation.id,
      channel: conversation.channel,
      theirAddress: conversation.theirAddress,
      ourAddress: answeredFrom(event) ?? conversation.ourAddress ?? account?.defaultSender ?? null,
      provider,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** Of an account that was switched off in the meantime. */
export async function providerOf(tx: Transaction, connectionId: string): Promise<string> {
  const connection = await tx.connection.findUniqueOrThrow({
    where: { id: connectionId },
    select: { provider: true },
  });
  return connection.provider;
}

function replyRow(reply: PlannedReply, made: MadeDecision) {
  const { event } = made;
  return {
    ...queuedRow(reply, made),
    kind: reply.kind,
    connectionId: event.connectionId,
    subject: event.name === 'message.received' ? (event.payload.subject ?? null) : null,
    details: threading(event),
    ...(reply.media !== undefined && { attachments: reply.media.map((file) => ({ ...file })) }),
    ...(reply.template !== undefined && {
      template: { ...reply.template, parameters: { ...reply.template.parameters } },
    }),
    consentEventId: reply.consentEventId ?? null,
  };
}

type Queued = Pick<
  PlannedReply,
  'slot' | 'text' | 'ruleRevisionId' | 'category' | 'expiresAfterMs' | 'notBeforeMs'
>;

/** What every message that a decision queues has in common. */
export function queuedRow(planned: Queued, made: MadeDecision) {
  const { event, decidedAt, receivedAt } = made;
  const { encoding, segments } = measureText(planned.text);
  return {
    id: newId(),
    direction: 'outbound',
    status: 'queued',
    text: planned.text,
    inReplyToId: event.name === 'message.received' ? (event.messageId ?? null) : null,
    domainEventId: event.id,
    slot: planned.slot,
    ruleRevisionId: planned.ruleRevisionId ?? null,
    category: planned.category ?? null,
    encoding,
    segments,
    nextAttemptAt: new Date(decidedAt.getTime() + (planned.notBeforeMs ?? 0)),
    gathersSince: gathersSince(planned, made),
    expiresAt: new Date(receivedAt.getTime() + planned.expiresAfterMs),
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

/** The first line in the history of whatever this event has queued. */
export async function noteQueued(tx: Transaction, eventId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, null, 'queued',
           case when failover_of_id is null then 'Decided and queued.'
                else 'Queued in place of a message that did not arrive.' end, ${at}
      from message
     where domain_event_id = ${eventId}::uuid
       and not exists (select 1 from status_change where message_id = message.id)`;
}
