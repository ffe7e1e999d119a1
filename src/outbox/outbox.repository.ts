import { appendPending } from '../events/domain-event.repository.js';
import type { DomainEvent } from '../events/domain-events.js';
import type { Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import { noteRuleHits } from '../rulebook/rule-hits.repository.js';
import { MOST_COUNTED } from '../rules/definition/parse-limits.js';
import { applyToContact, applyToConversation } from './contact-effects.repository.js';
import { NO_CONVERSATION } from './guard-facts.repository.js';
import { storeRuns } from './flow-runs.repository.js';
import type { MadeDecision } from './made-decision.js';
import { queueModelCalls } from './model-calls.repository.js';
import { noteQueued, queueReplies } from './queued-replies.repository.js';
import { queueSends } from './queued-sends.repository.js';
import { cancelSuperseded } from './superseded-replies.repository.js';
import { queueWebhookCalls } from './webhook-calls.repository.js';

/**
 * Stores a decision and, in the same transaction, everything that it does. Done again for the same event, nothing is added: messages and
 * calls have their slots, and whatever else a rule does can be done twice. @returns how many messages were queued.
 */
export async function storeDecision(tx: Transaction, made: MadeDecision): Promise<number> {
  const { event, facts, decision, decidedAt } = made;
  const decisionId = newId();
  await tx.decision.createMany({
    data: {
      id: decisionId,
      domainEventId: event.id,
      messageId: event.messageId ?? null,
      contactId: event.contactId ?? null,
      verdict: decision.verdict,
      sentence: decision.sentence,
      ruleRevisionId: decision.ruleRevisionId ?? null,
      stages: asJson(decision.stages),
      snapshot: asJson({ event, facts, now: decidedAt }),
      rulesVersion: made.rulesVersion,
      decidedAt,
    },
  });
  await noteRuleHits(tx, decisionId, decision, decidedAt);
  if (facts.contact !== undefined) {
    await applyToContact(tx, facts.contact.id, decision.effects);
    await noteFirings(tx, facts.contact.id, made);
  }
  await applyToConversation(tx, made);
  await queueWebhookCalls(tx, made);
  await queueModelCalls(tx, made);
  if (decision.verdict === 'help_sent' && event.name === 'message.received')
    await appendPending(tx, [helpRequested(event)]);
  await cancelSuperseded(tx, made);
  const queued = (await queueReplies(tx, made)) + (await queueSends(tx, made));
  if (queued > 0) await noteQueued(tx, event.id, decidedAt);
  // Last: whoever opts out locks the consent row before the run.
  await storeRuns(tx, made);
  return queued;
}

function helpRequested(event: DomainEvent<'message.received'>): DomainEvent {
  const { inboxId: _inboxId, ...envelope } = event;
  return { ...envelope, id: newId(), name: 'help.requested', payload: { channel: event.payload.channel } };
}

/** A rule whose waiting reply is answered together with this one has fired once for both. */
async function noteFirings(
  tx: Transaction,
  contactId: string,
  { decision, facts, decidedAt }: MadeDecision,
): Promise<void> {
  const { firedRuleIds, supersedes = [] } = decision;
  if (firedRuleIds.length === 0) return;
  const { id: conversationId = NO_CONVERSATION, channel = '' } = facts.conversation ?? {};
  const counted = supersedes.map(({ ruleId }) => ruleId);
  await tx.$executeRaw`
    insert into rule_firing (rule_id, contact_id, channel, conversation_id, fired_at, recent_at)
    select rule_id, ${contactId}::uuid, ${channel}, ${conversationId}::uuid, ${decidedAt}, array[${decidedAt}::timestamptz]
      from unnest(${[...firedRuleIds]}::uuid[]) as rule_id
        on conflict (rule_id, contact_id, channel, conversation_id) do update
       set fired_at = excluded.fired_at,
           recent_at = (excluded.recent_at
             || rule_firing.recent_at[case when rule_firing.rule_id = any(${counted}::uuid[]) then 2 else 1 end:])[1:${MOST_COUNTED}::int]`;
}

function asJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value));
}
