import { latestConversation, openConversation } from '../contacts/conversation.repository.js';
import { parseAddress } from '../messaging/address.js';
import type { Transaction } from '../platform/database/database.js';
import type { PlannedSend } from '../rules/decision.js';
import type { MadeDecision } from './made-decision.js';
import { providerOf, queuedRow } from './queued-replies.repository.js';

/**
 * Queues what reaches the customer by another channel or connection, in their conversation there. It is a `reply` like any other from
 * here on: its permit asks about consent, the pause and the hour there. @returns how many messages that were.
 */
export async function queueSends(tx: Transaction, made: MadeDecision): Promise<number> {
  let queued = 0;
  for (const effect of made.decision.effects) {
    if (effect.kind === 'send') queued += await queueSend(tx, effect, made);
  }
  return queued;
}

/**
 * The lane of the other conversation is not held here. Should the customer write there for the first time in this very moment, one of
 * the two transactions fails on the conversation's key and is made again.
 */
async function queueSend(tx: Transaction, send: PlannedSend, made: MadeDecision): Promise<number> {
  const { facts, decidedAt } = made;
  const theirAddress = parseAddress(send.theirAddress);
  const contactId = facts.contact?.id;
  if (theirAddress === undefined || contactId === undefined) return 0;
  const account = made.accountOf(send.connectionId);
  const sides = { connectionId: send.connectionId, channel: send.channel, contactId, theirAddress };
  const thread =
    (await latestConversation(tx, sides)) ?? (await openConversation(tx, sides, { now: decidedAt }));
  // A repeated failover of one original is dropped here too, by its unique column.
  const { count } = await tx.message.createMany({
    data: [
      {
        ...queuedRow(send, made),
        kind: 'reply',
        connectionId: send.connectionId,
        provider: account?.provider ?? (await providerOf(tx, send.connectionId)),
        contactId,
        conversationId: thread.id,
        channel: send.channel,
        theirAddress: theirAddress.value,
        ourAddress: thread.ourAddress ?? account?.defaultSender ?? null,
        ...(send.failoverOfId !== undefined && {
          failoverOfId: send.failoverOfId,
          inReplyToId: await answeredBy(tx, send.failoverOfId),
        }),
      },
    ],
    skipDuplicates: true,
  });
  return count;
}

/** The substitute answers what its original answered: to the customer, and to the quiet hours, it is the same message. */
async function answeredBy(tx: Transaction, originalId: string): Promise<string | null> {
  const original = await tx.message.findUnique({ where: { id: originalId }, select: { inReplyToId: true } });
  return original?.inReplyToId ?? null;
}
