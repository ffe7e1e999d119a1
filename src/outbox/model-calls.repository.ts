import { promptFor, promptHash, type SpokenMessage } from '../language-model/prompt.js';
import { termsOf } from '../language-model/model-terms.js';
import type { Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import type { MadeDecision } from './made-decision.js';

/** So many messages of the conversation are shown to the model, the one that is answered included. */
const SHOWN_MESSAGES = 6;
/** What was said longer ago is not shown: it belongs to another talk, and may soon be purged. */
const SHOWN_WITHIN_MS = 24 * 60 * 60 * 1_000;

/** Queues the question that a rule asks the language model. What it is asked is fixed here, and on record before anything leaves. */
export async function queueModelCalls(tx: Transaction, made: MadeDecision): Promise<void> {
  const { event, facts, decision, decidedAt } = made;
  const { contact, conversation } = facts;
  for (const effect of decision.effects) {
    if (effect.kind !== 'model' || contact === undefined || conversation === undefined) continue;
    if (event.messageId === undefined) continue;
    const { brand } = facts;
    const said = await conversationBefore(tx, conversation.id, event.messageId, event.occurredAt);
    const prompt = JSON.stringify(promptFor({ ...effect, brand: brand.name }, said));
    await tx.modelCall.createMany({
      data: [
        {
          id: newId(),
          domainEventId: event.id,
          slot: effect.slot,
          ruleRevisionId: effect.ruleRevisionId,
          contactId: contact.id,
          conversationId: conversation.id,
          inboundMessageId: event.messageId,
          mode: effect.mode,
          terms: storedTerms(effect),
          prompt,
          promptHash: promptHash(prompt),
          state: 'queued',
          nextAttemptAt: new Date(decidedAt.getTime() + (effect.notBeforeMs ?? 0)),
          createdAt: decidedAt,
        },
      ],
      skipDuplicates: true,
    });
  }
}

function storedTerms(effect: Parameters<typeof termsOf>[0]): Prisma.InputJsonObject {
  const terms = termsOf(effect);
  return { ...terms, topics: [...terms.topics] };
}

/** The end of the conversation up to and with this message, oldest first. */
async function conversationBefore(
  tx: Transaction,
  conversationId: string,
  messageId: string,
  at: Date,
): Promise<readonly SpokenMessage[]> {
  const rows = await tx.message.findMany({
    where: {
      conversationId,
      id: { lte: messageId },
      text: { not: '' },
      OR: [
        { id: messageId },
        {
          createdAt: { gt: new Date(at.getTime() - SHOWN_WITHIN_MS) },
          status: { notIn: ['cancelled', 'suppressed', 'expired', 'failed'] },
        },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_MESSAGES,
    select: { direction: true, text: true },
  });
  return rows
    .toReversed()
    .map(({ direction, text }) => ({ from: direction === 'inbound' ? 'customer' : 'us', text }));
}
