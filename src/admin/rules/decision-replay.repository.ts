import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { LiveRules } from '../../rulebook/live-rules.js';
import { readSnapshot, type Snapshot } from '../../rulebook/stored-snapshot.js';
import { decide } from '../../rules/decide.js';
import type { Decision } from '../../rules/decision.js';
import { conflict } from '../http/problem.js';
import { jsonDifferences } from '../revisions/json-difference.js';
import type { DecisionReplayView, ReplayedDecisionView } from './decision-replay.views.js';

type QueuedText = { readonly slot: string | null; readonly text: string; readonly purgedAt: Date | null };

/** Makes decisions again from what was stored with them, by the rules of their time. Stores nothing and sends nothing. */
@Injectable()
export class DecisionReplays {
  constructor(
    private readonly database: Database,
    private readonly liveRules: LiveRules,
  ) {}

  /** The decision upon an inbound message, or the one that caused an outbound one; `undefined` when there is none. */
  async replay(messageId: string): Promise<DecisionReplayView | undefined> {
    const row = await this.decisionAbout(messageId);
    if (row === undefined) return undefined;
    const { rulesVersion, decidedAt, domainEventId } = row;
    const snapshot = readSnapshot(row.snapshot);
    if (snapshot === undefined) {
      throw conflict('What this decision was made from has been erased, so it cannot be made again.');
    }
    if (rulesVersion === null) {
      throw conflict(
        'This decision was made before versions of the rulebook were kept, so its rules are not known.',
      );
    }
    const rules = await this.liveRules.forRun(rulesVersion, snapshot.facts.flow?.flowRevisionId);
    const again = decide(snapshot.event, snapshot.facts, rules, snapshot.now);
    const queued = await this.database.message.findMany({
      where: { domainEventId, slot: { not: null } },
      select: { slot: true, text: true, purgedAt: true },
    });
    const { verdict, sentence, ruleRevisionId, stages } = row;
    const stored = { verdict, sentence, ruleRevisionId, replies: queuedReplies(queued, again), stages };
    const replayed = asStored(again, snapshot, queued);
    const differences = jsonDifferences(stored, replayed);
    return {
      identical: differences.length === 0,
      rulesVersion: Number(rulesVersion),
      decidedAt,
      stored,
      replayed,
      differences,
    };
  }

  private async decisionAbout(messageId: string) {
    const message = await this.database.message.findUnique({
      where: { id: messageId },
      select: { direction: true, domainEventId: true },
    });
    if (message?.direction === 'inbound') {
      const where = { messageId };
      return (await this.database.decision.findFirst({ where, orderBy: { decidedAt: 'asc' } })) ?? undefined;
    }
    const domainEventId = message?.domainEventId ?? undefined;
    if (domainEventId === undefined) return undefined;
    return (await this.database.decision.findUnique({ where: { domainEventId } })) ?? undefined;
  }
}

/**
 * The texts that were queued, by their slots; without those that were emptied since, those of `send`, which are no replies, and those of
 * `model`, which were written after the decision.
 */
function queuedReplies(queued: readonly QueuedText[], again: Decision): Record<string, string> {
  const others = again.effects.flatMap((effect) =>
    effect.kind === 'send' || effect.kind === 'model' ? [effect.slot] : [],
  );
  return Object.fromEntries(
    queued.flatMap(({ slot, text, purgedAt }) =>
      slot === null || purgedAt !== null || others.includes(slot) ? [] : [[slot, text]],
    ),
  );
}

/** A decision as it comes back from where decisions and replies are stored. */
function asStored(
  { verdict, sentence, ruleRevisionId, replies, stages }: Decision,
  { facts }: Snapshot,
  queued: readonly QueuedText[],
): ReplayedDecisionView {
  const isAnswerable = facts.contact !== undefined && facts.conversation !== undefined;
  const purged = queued.flatMap(({ slot, purgedAt }) => (purgedAt === null ? [] : [slot]));
  const texts = replies.flatMap(({ slot, text }) =>
    isAnswerable && !purged.includes(slot) ? [[slot, text]] : [],
  );
  return JSON.parse(
    JSON.stringify({
      verdict,
      sentence,
      ruleRevisionId: ruleRevisionId ?? null,
      replies: Object.fromEntries(texts),
      stages,
    }),
  );
}
