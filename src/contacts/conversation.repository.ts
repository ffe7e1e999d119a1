import { threadChannel, type Channel } from '../messaging/channel.js';
import type { Address } from '../messaging/address.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';

/** How a conversation is found: who, through which account and channel, and under which of our addresses. */
export type ConversationSides = {
  readonly connectionId: string;
  readonly channel: Channel;
  readonly contactId: string;
  readonly theirAddress: Address;
  /** Absent where the provider does not say to whom the customer wrote. */
  readonly ourAddress?: Address;
};

export type OpenConversation = { readonly id: string; readonly ourAddress: string | undefined };

/**
 * Finds the conversation, or opens it, and notes the activity. `inboundAt` is given when the customer wrote: it opens the
 * service window of channels that have one.
 *
 * Callers hold the lane's lock, so two of them never open one conversation at the same time.
 */
export async function openConversation(
  tx: Transaction,
  sides: ConversationSides,
  at: { readonly now: Date; readonly inboundAt?: Date },
): Promise<OpenConversation> {
  const key = {
    connectionId: sides.connectionId,
    channel: threadChannel(sides.channel),
    contactId: sides.contactId,
    ourAddress: sides.ourAddress?.canonical ?? '',
  };
  // The latest spelling is the one to answer to: numbers are being renumbered while conversations go on.
  const [found] = await tx.$queryRaw<{ id: string; ourAddress: string | null }[]>`
    update conversation
       set last_message_at = ${at.now}, last_inbound_at = coalesce(${at.inboundAt ?? null}, last_inbound_at),
           their_address = ${sides.theirAddress.value}
      from conversation_side side
     where side.conversation_id = conversation.id and side.connection_id = ${key.connectionId}::uuid
       and side.channel = ${key.channel} and side.contact_id = ${key.contactId}::uuid and side.our_address = ${key.ourAddress}
    returning conversation.id::text, conversation.our_address as "ourAddress"`;
  if (found !== undefined) return { id: found.id, ourAddress: found.ourAddress ?? undefined };
  const id = newId();
  const ourAddress = sides.ourAddress?.value;
  await tx.$executeRaw`
    with new_conversation as (
      insert into conversation (id, contact_id, connection_id, channel, their_address, our_address, last_message_at, last_inbound_at)
      values (${id}::uuid, ${key.contactId}::uuid, ${key.connectionId}::uuid, ${key.channel}, ${sides.theirAddress.value},
              ${ourAddress ?? null}, ${at.now}, ${at.inboundAt ?? null})
    )
    insert into conversation_side (connection_id, channel, contact_id, our_address, conversation_id)
    values (${key.connectionId}::uuid, ${key.channel}, ${key.contactId}::uuid, ${key.ourAddress}, ${id}::uuid)`;
  return { id, ourAddress };
}

/** From now on, what reaches us at this address too belongs to the conversation (the provider substituted a number). */
export async function addConversationSide(
  tx: Transaction,
  conversationId: string,
  ourAddress: Address,
): Promise<void> {
  const { connectionId, channel, contactId } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { connectionId: true, channel: true, contactId: true },
  });
  await tx.conversationSide.createMany({
    data: [{ connectionId, channel, contactId, ourAddress: ourAddress.canonical, conversationId }],
    skipDuplicates: true,
  });
}
