import { threadChannel } from '../messaging/channel.js';
import type { InboundMessage } from '../messaging/inbound-message.js';
import type { Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import { measureText } from '../rules/replies/segments.js';

export type ReceivedMessage = {
  readonly message: InboundMessage;
  readonly contactId: string;
  readonly conversationId: string;
  readonly connectionId: string;
  readonly provider: string;
  readonly inboxId: string;
  readonly occurredAt: Date;
};

/** Stores a customer's message. A replayed entry finds the message it made the first time. @returns its id. */
export async function storeInboundMessage(tx: Transaction, received: ReceivedMessage): Promise<string> {
  const { message, inboxId } = received;
  const found = await tx.message.findFirst({
    where: { inboxId, direction: 'inbound' },
    select: { id: true },
  });
  if (found !== null) return found.id;
  const id = newId();
  const { encoding, segments } = measureText(message.text);
  await tx.message.create({
    data: {
      id,
      direction: 'inbound',
      kind: 'inbound',
      status: 'received',
      contactId: received.contactId,
      conversationId: received.conversationId,
      connectionId: received.connectionId,
      provider: received.provider,
      channel: message.channel,
      theirAddress: message.from.value,
      ourAddress: message.to?.value ?? null,
      text: message.text,
      subject: message.subject ?? null,
      attachments: asJson(message.attachments),
      details: detailsOf(message),
      providerMessageId: message.providerMessageId ?? null,
      inboxId,
      encoding: threadChannel(message.channel) === 'sms' ? encoding : null,
      segments: threadChannel(message.channel) === 'sms' ? segments : null,
      occurredAt: received.occurredAt,
    },
  });
  return id;
}

function detailsOf(message: InboundMessage): Prisma.InputJsonObject {
  const { location, buttonId, replyToId, referral, isAutomatic, emailMessageId } = message;
  return asJson({ location, buttonId, replyToId, referral, isAutomatic, emailMessageId });
}

/** Leaves out what is absent, and keeps only what JSON can hold. */
function asJson(value: object) {
  return JSON.parse(JSON.stringify(value));
}
