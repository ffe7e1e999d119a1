import { readDomainEvent } from '../events/stored-domain-event.js';
import { lockLane } from '../inbox/lane.repository.js';
import type { DecisionMaker } from '../outbox/decision-maker.js';
import type { SituationNow } from '../outbox/made-decision.js';
import { noteQueued, queueReplies } from '../outbox/queued-replies.repository.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database, Transaction } from '../platform/database/database.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import { NO_TENANT_WORDS } from '../rules/compliance/classification.js';
import { obstacleNow } from '../rules/decide.js';
import { budgetStage } from '../rules/guards/budgets.js';
import { ending } from '../rules/stage.js';
import { checkAnswer } from './answer-check.js';
import { endOf, notAsked, outcomeOf, type AnswerOutcome, type CallEnd } from './answer-outcome.js';
import { keptOutput, type ModelAnswer, type ModelClient } from './model-client.js';
import {
  giveBackCall,
  holdCall,
  recordCall,
  spokenSince,
  type ClaimedModelCall,
} from './model-call.repository.js';
import { readTerms, type ModelTerms } from './model-terms.js';

/** A reply that could not leave for a day answers a question nobody asks any more. */
const REPLY_EXPIRY_MS = 24 * 60 * 60 * 1_000;
/** A question that waited longer, because no process worked, is not asked any more. */
const LATEST_MS = 60 * 60 * 1_000;
/** A call whose process died is made again, so often in all. */
const MAX_ATTEMPTS = 3;

/** An answer with how long it took. */
type TimedAnswer = { readonly answer: ModelAnswer; readonly latencyMs: number };

/** Asks the model one question, and makes of its answer what its rule says: a draft, a reply, or nothing. */
export class ModelAnswering {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionMaker,
    private readonly clock: Clock,
    /** Absent: none is configured. */
    private readonly client: ModelClient | undefined,
    private readonly metrics: Metrics,
  ) {}

  async handle(call: ClaimedModelCall, stop: AbortSignal): Promise<void> {
    const outcome = await this.bringToAnEnd(call, stop);
    if (outcome !== undefined) this.metrics.modelCalls.inc({ outcome });
  }

  /** @returns the state in which the call ended; `undefined` when it goes on, here or in another process */
  private async bringToAnEnd(call: ClaimedModelCall, stop: AbortSignal): Promise<EndState> {
    const terms = readTerms(call.terms);
    const isLate = this.clock.now().getTime() - call.createdAt.getTime() > LATEST_MS;
    if (isLate)
      return this.refuse(call, 'It was not asked in time, and an answer this late would only confuse.');
    const reason = this.reasonNotToAsk(call);
    if (reason !== undefined) return this.settle(call, terms, notAsked(reason));
    // What a customer wrote who has just opted out, or whom a person answers, leaves to nobody.
    const situation = await this.database.$transaction(async (tx) =>
      (await holdCall(tx, call)) ? this.situationOf(tx, call) : undefined,
    );
    if (situation === undefined) return undefined;
    const { obstacle } = situation;
    if (obstacle !== undefined) return this.refuse(call, obstacle);
    const asked = await this.ask(call, terms, stop);
    const { answer } = asked;
    if (answer.kind === 'stopped') {
      await giveBackCall(this.database, call, this.clock.now());
      return undefined;
    }
    const vocabulary = situation.now.facts.consentVocabulary ?? NO_TENANT_WORDS;
    const bounds = { topics: terms.topics, instructions: terms.instructions, vocabulary };
    const outcome = outcomeOf(answer, (content) => checkAnswer(content, bounds));
    return this.settle(call, terms, outcome, asked);
  }

  private reasonNotToAsk({ overBudget, attempt }: ClaimedModelCall): string | undefined {
    if (this.client === undefined) return 'No language model is configured.';
    if (attempt > MAX_ATTEMPTS)
      return 'The processes that asked the language model ended before it answered.';
    return overBudget;
  }

  private async ask(
    call: ClaimedModelCall,
    { maxTokens }: ModelTerms,
    stop: AbortSignal,
  ): Promise<TimedAnswer> {
    if (this.client === undefined) {
      return { answer: { kind: 'failed', why: 'No language model is configured.' }, latencyMs: 0 };
    }
    const beganAt = performance.now();
    const answer = await this.client.ask({ prompt: call.prompt, maxTokens }, stop);
    const latencyMs = Math.round(performance.now() - beganAt);
    if (answer.kind !== 'stopped') this.metrics.modelSeconds.observe(latencyMs / 1_000);
    return { answer, latencyMs };
  }

  /** The event as it would be decided upon now, and why it may not be answered. */
  private async situationOf(
    tx: Transaction,
    call: ClaimedModelCall,
  ): Promise<{ readonly now: SituationNow; readonly obstacle: string | undefined }> {
    const row = await tx.domainEvent.findUniqueOrThrow({ where: { id: call.domainEventId } });
    const now = await this.decisions.situationNow(readDomainEvent(row), tx);
    return { now, obstacle: await obstacleTo(tx, call, now) };
  }

  /** Nothing is said, whatever the rule would fall back on. */
  private async refuse(call: ClaimedModelCall, reason: string): Promise<EndState> {
    return this.database.$transaction(async (tx) => {
      if (!(await holdCall(tx, call))) return undefined;
      return this.record(tx, call, { end: { state: 'refused', reason } });
    });
  }

  /**
   * Ends a call, under the lane of its conversation: what the customer writes meanwhile is handled before or after this, and everything
   * that stood before the rules stands before the answer again.
   */
  private async settle(
    call: ClaimedModelCall,
    terms: ModelTerms,
    outcome: AnswerOutcome,
    asked?: TimedAnswer,
  ): Promise<EndState> {
    return this.database.$transaction(async (tx) => {
      const { lane } = await tx.domainEvent.findUniqueOrThrow({
        where: { id: call.domainEventId },
        select: { lane: true },
      });
      await lockLane(tx, lane);
      if (!(await holdCall(tx, call))) return undefined;
      const { now, obstacle } = await this.situationOf(tx, call);
      const end = endOf(outcome, call.mode, terms.fallback);
      const reason = obstacle ?? overBudget(end, terms, now);
      if (reason !== undefined) {
        return this.record(tx, call, { end: { state: 'refused', reason }, outcome, asked });
      }
      const messageId = await queueAnswer(tx, call, { end, terms, now });
      return this.record(tx, call, { end, outcome, asked, messageId });
    });
  }

  private async record(
    tx: Transaction,
    call: ClaimedModelCall,
    { end, outcome, asked, messageId }: Ended,
  ): Promise<EndState> {
    const answer = asked?.answer;
    const told = answer?.kind === 'answered' ? answer : undefined;
    const hasUsage = told?.promptTokens !== undefined && told.answerTokens !== undefined;
    await recordCall(tx, call, {
      state: end.state,
      answer: end.answer ?? null,
      reason: end.reason ?? null,
      topic: outcome?.topic ?? null,
      messageId: messageId ?? null,
      finishedAt: end.state === 'draft' ? null : this.clock.now(),
      output: told === undefined ? null : keptOutput(told.content),
      model: told?.model ?? null,
      promptTokens: told?.promptTokens ?? null,
      answerTokens: told?.answerTokens ?? null,
      latencyMs: asked?.latencyMs ?? null,
      ...(hasUsage && { tokens: (told.promptTokens ?? 0) + (told.answerTokens ?? 0) }),
      // What was not asked costs nothing.
      ...(asked === undefined && { calledAt: null, tokens: 0 }),
    });
    return end.state;
  }
}

type EndState = CallEnd['state'] | undefined;

type Ended = {
  readonly end: CallEnd;
  readonly outcome?: AnswerOutcome | undefined;
  readonly asked?: TimedAnswer | undefined;
  readonly messageId?: string | undefined;
};

/** The same guards as before the rules, with what is true now; and nobody may have spoken in between. */
async function obstacleTo(
  tx: Transaction,
  call: ClaimedModelCall,
  { event, facts, decidedAt }: SituationNow,
): Promise<string | undefined> {
  const guarded = obstacleNow({ event, facts, now: decidedAt });
  if (guarded !== undefined) return guarded.sentence;
  const { category } = readTerms(call.terms);
  if (category !== undefined && facts.contact?.categoriesLeft?.includes(category) === true) {
    return `No reply: this contact has left the messages of category "${category}".`;
  }
  switch (await spokenSince(tx, call)) {
    case 'customer':
      return 'No reply: the customer has written again since, and that message is answered by itself.';
    case 'person':
      return 'No reply: a person has answered since.';
    case undefined:
      return undefined;
  }
}

/** Only what is sent by itself is paid for out of the budgets of automatic replies. */
function overBudget(
  { state, answer }: CallEnd,
  { ruleName }: ModelTerms,
  { event, facts, decidedAt }: SituationNow,
): string | undefined {
  if (answer === undefined || state === 'draft') return undefined;
  return budgetStage(ruleName, answer, { event, facts, now: decidedAt }).ending?.sentence;
}

/** Queues what is sent by itself, as the rule's reply: under its slot, so that it is there once. @returns the message's id. */
async function queueAnswer(
  tx: Transaction,
  call: ClaimedModelCall,
  { end, terms, now }: { readonly end: CallEnd; readonly terms: ModelTerms; readonly now: SituationNow },
): Promise<string | undefined> {
  if (end.answer === undefined || end.state === 'draft') return undefined;
  const reply = {
    slot: call.slot,
    kind: 'reply',
    text: end.answer,
    ruleRevisionId: call.ruleRevisionId,
    ...(terms.category !== undefined && { category: terms.category }),
    expiresAfterMs: REPLY_EXPIRY_MS,
  } as const;
  const decision = { ...ending('replied', 'The language model has answered.', [reply]), stages: [] };
  await queueReplies(tx, { ...now, decision });
  await noteQueued(tx, call.domainEventId, now.decidedAt);
  const queued = await tx.message.findFirst({
    where: { domainEventId: call.domainEventId, slot: call.slot },
    select: { id: true },
  });
  return queued?.id;
}
