import { hostOf } from '../messaging/public-endpoint.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { MadeDecision } from './made-decision.js';

/** Queues the calls that rules ask for. Their bodies are fixed here: what is signed and sent, now and again, is the same. */
export async function queueWebhookCalls(
  tx: Transaction,
  { event, facts, decision, decidedAt }: MadeDecision,
): Promise<void> {
  const rows = decision.effects.flatMap((effect) => {
    if (effect.kind !== 'webhook') return [];
    return [
      {
        id: newId(),
        domainEventId: event.id,
        slot: effect.slot,
        ruleRevisionId: effect.ruleRevisionId,
        contactId: facts.contact?.id ?? null,
        url: effect.url,
        host: hostOf(new URL(effect.url)),
        body: JSON.stringify(effect.payload),
        state: 'queued',
        nextAttemptAt: decidedAt,
        createdAt: decidedAt,
      },
    ];
  });
  if (rows.length > 0) await tx.webhookCall.createMany({ data: rows, skipDuplicates: true });
}
