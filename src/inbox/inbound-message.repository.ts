import { threadChannel } from '../messaging/channel.js';
import type { InboundMessage } from '../messaging/inbound-message.js';
import type { Transaction } from '../platform/database/database.js';
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

/**
 * Stores a customer's message. A replayed entry finds the message it made the first time; its lane is locked, so nobody stores it meanwhile.
 *
 * @returns its id.
 */
export async function storeInboundMessage(tx: Transaction, received: ReceivedMessage): Promise<string> {
  const { message, inboxId } = received;
  const isSms = threadChannel(message.channel) === 'sms';
  const { encoding, segments } = measureText(message.text);
  // By the clock of this process, as the reply is, which stands after it in the conversation.
  const now = new Date();
  const [stored] = await tx.$queryRaw<{ id: string }[]>`
    with known as (
      select id from message where inbox_id = ${inboxId}::uuid and direction = 'inbound'
    ), added as (
      insert into message (id, direction, kind, status, contact_id, conversation_id, connection_id, provider, channel,
                           their_address, our_address, text, subject, attachments, details, provider_message_id, inbox_id,
                           encoding, segments, occurred_at, created_at, updated_at)
      select ${newId()}::uuid, 'inbound', 'inbound', 'received', ${received.contactId}::uuid, ${received.conversationId}::uuid,
             ${received.connectionId}::uuid, ${received.provider}, ${message.channel}, ${message.from.value},
             ${message.to?.value ?? null}, ${message.text}, ${message.subject ?? null},
             ${JSON.stringify(message.attachments)}::jsonb, ${JSON.stringify(detailsOf(message))}::jsonb,
             ${message.providerMessageId ?? null}, ${inboxId}::uuid, ${isSms ? encoding : null}, ${isSms ? segments : null},
             ${received.occurredAt}, ${now}, ${now}
       where not exists (select 1 from known)
      returning id
    )
    select id::text from known union all select id::text from added`;
  if (stored === undefined) throw new Error('A message could not be stored.');
  return stored.id;
}

/** What is absent is left out. */
function detailsOf(message: InboundMessage): object {
  const { location, buttonId, replyToId, referral, isAutomatic, emailMessageId } = message;
  return { location, buttonId, replyToId, referral, isAutomatic, emailMessageId };
}
