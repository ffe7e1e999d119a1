import { threadChannel, type Channel } from '../messaging/channel.js';
import { addressKey, type Address } from '../messaging/address.js';
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
 * service window of channels that have one. It is found by the two addresses and not by the contact, so that a person with two
 * numbers is answered at the one they wrote from.
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
    theirAddress: addressKey(sides.theirAddress),
    ourAddress: sides.ourAddress?.canonical ?? '',
  };
  // The latest spelling is the one to answer to: numbers are being renumbered while conversations go on. Where we wrote first and the
  // provider chose our side, the answer belongs to what we wrote.
  const [found] = await tx.$queryRaw<{ id: string; ourAddress: string | null }[]>`
    update conversation
       set last_message_at = ${at.now}, last_inbound_at = coalesce(${at.inboundAt ?? null}, last_inbound_at),
           their_address = ${sides.theirAddress.value}
     where id = (select conversation_id from conversation_side side
                  where side.connection_id = ${key.connectionId}::uuid and side.channel = ${key.channel}
                    and side.their_address = ${key.theirAddress} and side.our_address in (${key.ourAddress}, '')
                  order by side.our_address = '' limit 1)
    returning conversation.id::text, conversation.our_address as "ourAddress"`;
  if (found !== undefined) return { id: found.id, ourAddress: found.ourAddress ?? undefined };
  const id = newId();
  const ourAddress = sides.ourAddress?.value;
  await tx.$executeRaw`
    with new_conversation as (
      insert into conversation (id, contact_id, connection_id, channel, their_address, our_address, last_message_at, last_inbound_at)
      values (${id}::uuid, ${sides.contactId}::uuid, ${key.connectionId}::uuid, ${key.channel}, ${sides.theirAddress.value},
              ${ourAddress ?? null}, ${at.now}, ${at.inboundAt ?? null})
    )
    insert into conversation_side (connection_id, channel, their_address, our_address, conversation_id)
    values (${key.connectionId}::uuid, ${key.channel}, ${key.theirAddress}, ${key.ourAddress}, ${id}::uuid)`;
  return { id, ourAddress };
}

/** The conversation that somebody at this address had last, on this account and channel. */
export async function latestConversation(
  tx: Transaction,
  sides: Pick<ConversationSides, 'connectionId' | 'channel' | 'theirAddress'>,
): Promise<OpenConversation | undefined> {
  const latest = await tx.conversation.findFirst({
    where: {
      sides: {
        some: {
          connectionId: sides.connectionId,
          channel: threadChannel(sides.channel),
          theirAddress: addressKey(sides.theirAddress),
        },
      },
    },
    orderBy: { lastMessageAt: 'desc' },
    select: { id: true, ourAddress: true },
  });
  return latest === null ? undefined : { id: latest.id, ourAddress: latest.ourAddress ?? undefined };
}

/** From now on, what reaches us at this address too belongs to the conversation (the provider substituted a number). */
export async function addConversationSide(
  tx: Transaction,
  conversationId: string,
  ourAddress: Address,
): Promise<void> {
  await tx.$executeRaw`
    insert into conversation_side (connection_id, channel, their_address, our_address, conversation_id)
    select distinct connection_id, channel, their_address, ${ourAddress.canonical}, conversation_id
      from conversation_side where conversation_id = ${conversationId}::uuid
        on conflict do nothing`;
}
