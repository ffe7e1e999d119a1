import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { InboxEntry } from '../../platform/database/generated/client.js';
import { providerNamed } from '../../providers/registry.js';
import { measureText } from '../../rules/replies/segments.js';
import { ModelCalls } from '../language-model/model-calls.repository.js';
import type { ExplanationView, SentReplyView } from './explanation.views.js';
import { MessageQueries } from './message-queries.repository.js';
import type { MessageView } from './message.views.js';
import { presentSentence, withheldClause } from './present-sentence.js';
import { timelineOf, type MessageStory } from './timeline.js';

type DecisionRow = {
  readonly verdict: string;
  readonly sentence: string;
  readonly stages: unknown;
  readonly decidedAt: Date;
  readonly domainEventId: string;
};

/** Why a message was answered, or was not; and of an outbound one, why it was sent. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageQueries,
    private readonly modelCalls: ModelCalls,
  ) {}

  async explain(id: string): Promise<ExplanationView | undefined> {
    const message = await this.messages.find(id);
    if (message === undefined) return undefined;
    return message.direction === 'inbound' ? this.explainInbound(message) : this.explainOutbound(message);
  }

  private async explainInbound(message: MessageView): Promise<ExplanationView> {
    const [decision, answers] = await Promise.all([
      this.database.decision.findFirst({ where: { messageId: message.id } }),
      this.messages.answersTo(message.id),
    ]);
    return this.explanation(
      message,
      decision,
      answers,
      message.eventId,
      'Not decided yet: it waits for its turn.',
    );
  }

  /** An outbound message is explained through the event that caused it. */
  private async explainOutbound(message: MessageView): Promise<ExplanationView> {
    const origin = await this.database.message.findUniqueOrThrow({
      where: { id: message.id },
      select: { domainEventId: true },
    });
    const cause =
      origin.domainEventId === null
        ? null
        : await this.database.domainEvent.findUnique({
            where: { id: origin.domainEventId },
            select: { id: true, inboxId: true },
          });
    const decision =
      cause === null ? null : await this.database.decision.findUnique({ where: { domainEventId: cause.id } });
    return this.explanation(message, decision, [message], cause?.inboxId ?? null, sentenceByHand(message));
  }

  private async explanation(
    message: MessageView,
    decision: DecisionRow | null,
    sent: readonly MessageView[],
    inboxId: string | null,
    sentenceWithoutDecision: string,
  ): Promise<ExplanationView> {
    const [origin, modelCall, sendings] = await Promise.all([
      inboxId === null ? undefined : this.origin(inboxId),
      this.modelCalls.behind(decision?.domainEventId ?? null, message.id),
      Promise.all(sent.map(({ id }) => this.messages.history(id))),
    ]);
    const story: MessageStory = {
      arrival: origin?.arrival,
      consentEntry: origin?.consentEntry,
      decision: decision ?? undefined,
      sendings,
    };
    return {
      verdict: decision?.verdict ?? null,
      sentence:
        decision === null
          ? sentenceWithoutDecision
          : presentSentence(decision.sentence, withheldClause(sent)),
      replies: sent.map(replyView),
      stages: decision?.stages ?? [],
      decidedAt: decision?.decidedAt ?? null,
      message,
      modelCall: modelCall ?? null,
      timeline: timelineOf(story),
    };
  }

  /** The webhook, and what its words did to consent. */
  private async origin(inboxId: string): Promise<Pick<MessageStory, 'arrival' | 'consentEntry'>> {
    const [entry, consentEntry] = await Promise.all([
      this.database.inboxEntry.findUnique({
        where: { id: inboxId },
        select: { receivedAt: true, eventType: true, provider: true, isStale: true, occurredAt: true },
      }),
      this.database.consentEvent.findUnique({
        where: { inboxId },
        select: { action: true, changed: true, matchedSpan: true, receivedAt: true },
      }),
    ]);
    return {
      arrival: entry === null ? undefined : arrivalOf(entry),
      consentEntry: consentEntry ?? undefined,
    };
  }
}

type ArrivalRow = Pick<InboxEntry, 'receivedAt' | 'eventType' | 'provider' | 'isStale' | 'occurredAt'>;

function arrivalOf({ provider, eventType, ...entry }: ArrivalRow): NonNullable<MessageStory['arrival']> {
  return { ...entry, type: eventType, providerName: providerNamed(provider)?.displayName ?? provider };
}

function sentenceByHand({ kind, actor, resendOfId }: MessageView): string {
  const who = actor ?? 'somebody';
  switch (kind) {
    case 'manual':
      return `Sent by hand (${who}); no rule was asked.`;
    case 'resend':
      return `Sent again by hand (${who}), because nobody knows what became of message ${resendOfId ?? 'before it'}.`;
    default:
      return 'The decision that caused it is not on record.';
  }
}

function replyView({ id, text, channel, status }: MessageView): SentReplyView {
  return { text, channel, ...measureText(text), messageId: id, status };
}
