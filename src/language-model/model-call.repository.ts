import type { LanguageModelConfig } from '../platform/config/app-config.js';
import type { Database, Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';

/** A question that was claimed and is asked now. */
export type ClaimedModelCall = {
  readonly id: string;
  readonly domainEventId: string;
  readonly slot: string;
  readonly ruleRevisionId: string;
  readonly contactId: string;
  readonly conversationId: string;
  readonly inboundMessageId: string;
  readonly mode: string;
  readonly terms: unknown;
  readonly prompt: string;
  readonly createdAt: Date;
  /** Which try this is, from 1. */
  readonly attempt: number;
  /** Why it may not be asked, for people. */
  readonly overBudget?: string;
};

export type ModelBudget = LanguageModelConfig['budget'];

/** Longer than the longest deadline with its recording: after that a call is taken for lost, and asked again. */
const LEASE_MS = 120_000;
/** No tokenizer makes more tokens than this of ordinary text; told usage takes the place of the estimate. */
const CHARACTERS_PER_TOKEN = 3;

/**
 * Claims the question that has waited the longest, and pays for it. Claims wait for each other, so that the budget of the day is kept
 * however many processes ask.
 */
export async function claimModelCall(
  database: Database,
  now: Date,
  budget: ModelBudget | undefined,
): Promise<ClaimedModelCall | undefined> {
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('language model budget', 7)) is null as locked`;
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const [call] = await tx.$queryRaw<ClaimedModelCall[]>`
      with due as materialized (
        select id from model_call
         where state in ('queued', 'calling') and next_attempt_at <= ${now}
         order by next_attempt_at limit 1 for update skip locked
      )
      update model_call
         set state = 'calling', attempts = attempts + 1, next_attempt_at = ${leaseUntil}, called_at = null, tokens = 0
        from due
       where model_call.id = due.id
      returning model_call.id::text, domain_event_id::text as "domainEventId", slot, rule_revision_id::text as "ruleRevisionId",
                contact_id::text as "contactId", conversation_id::text as "conversationId",
                inbound_message_id::text as "inboundMessageId", mode, terms, prompt, created_at as "createdAt", attempts as attempt`;
    if (call === undefined || budget === undefined) return call;
    const tokens = estimatedTokens(call);
    const overBudget = await budgetSentence(tx, call.contactId, tokens, { now, budget });
    if (overBudget !== undefined) return { ...call, overBudget };
    await tx.modelCall.update({ where: { id: call.id }, data: { calledAt: now, tokens } });
    return call;
  });
}

function estimatedTokens({ prompt, terms }: ClaimedModelCall): number {
  const maxTokens =
    typeof terms === 'object' && terms !== null && 'maxTokens' in terms ? Number(terms.maxTokens) : 0;
  return Math.ceil(prompt.length / CHARACTERS_PER_TOKEN) + (Number.isInteger(maxTokens) ? maxTokens : 0);
}

async function budgetSentence(
  tx: Transaction,
  contactId: string,
  tokens: number,
  { now, budget }: { readonly now: Date; readonly budget: ModelBudget },
): Promise<string | undefined> {
  const dayBegan = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const [spent] = await tx.$queryRaw<{ of_contact: number; calls: number; tokens: number }[]>`
    select (count(*) filter (where contact_id = ${contactId}::uuid))::int as of_contact, count(*)::int as calls,
           coalesce(sum(tokens), 0)::float8 as tokens
      from model_call where called_at >= ${dayBegan}`;
  if (spent === undefined) return undefined;
  const { callsPerContact, callsPerDay, tokensPerDay } = budget;
  if (spent.of_contact >= callsPerContact) {
    return `This contact’s budget of ${callsPerContact} questions to the language model a day is used up.`;
  }
  if (spent.calls >= callsPerDay) {
    return `The budget of ${callsPerDay} questions to the language model a day is used up.`;
  }
  if (spent.tokens + tokens > tokensPerDay) {
    return `The budget of ${tokensPerDay} tokens of the language model a day is used up.`;
  }
  return undefined;
}

/** Holds a call that this process still has until the transaction ends; false when another has taken it over, or it was erased. */
export async function holdCall(tx: Transaction, { id, attempt }: ClaimedModelCall): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from model_call where id = ${id}::uuid and state = 'calling' and attempts = ${attempt} for update`;
  return rows.length === 1;
}

/** Whether anybody has spoken in the conversation since the message that is to be answered: the customer again, or a person of ours. */
export async function spokenSince(
  tx: Transaction,
  { conversationId, inboundMessageId }: ClaimedModelCall,
): Promise<'customer' | 'person' | undefined> {
  const [since] = await tx.$queryRaw<{ customer: boolean; person: boolean }[]>`
    select coalesce(bool_or(direction = 'inbound'), false) as customer,
           coalesce(bool_or(direction = 'outbound'), false) as person
      from message
     where conversation_id = ${conversationId}::uuid and id > ${inboundMessageId}::uuid
       and (direction = 'inbound' or kind in ('manual', 'resend'))`;
  if (since?.customer === true) return 'customer';
  return since?.person === true ? 'person' : undefined;
}

/** Gives a question back that this process does not wait for any more. */
export async function giveBackCall(
  database: Database,
  { id, attempt }: ClaimedModelCall,
  now: Date,
): Promise<void> {
  await database.modelCall.updateMany({
    where: { id, state: 'calling', attempts: attempt },
    data: { state: 'queued', attempts: attempt - 1, nextAttemptAt: now, calledAt: null, tokens: 0 },
  });
}

export async function recordCall(
  tx: Transaction,
  { id }: ClaimedModelCall,
  data: Prisma.ModelCallUncheckedUpdateInput,
): Promise<void> {
  await tx.modelCall.update({ where: { id }, data });
}
