import type { DomainEvent } from '../events/domain-events.js';
import type { Decision, PlannedReply, TraceNode } from './decision.js';
import type { Facts } from './facts.js';

/** What every stage looks at. */
export type Situation = { readonly event: DomainEvent; readonly facts: Facts; readonly now: Date };

/** How an event ends: the decision without its trace. */
export type Ending = Omit<Decision, 'stages'>;

/** A stage lets the event pass, or ends it. */
export type StageResult = {
  readonly trace: TraceNode;
  readonly ending?: Ending;
  /** What to say in the end if no rule has anything to say. */
  readonly unanswered?: Ending;
};

/** An ending without effects, and without replies unless they are given. */
export function ending(
  verdict: Decision['verdict'],
  sentence: string,
  replies: readonly PlannedReply[] = [],
): Ending {
  return { verdict, sentence, replies, effects: [], firedRuleIds: [], shadowRuleIds: [] };
}

export function passed(label: string, detail: string): StageResult {
  return { trace: { label, outcome: 'passed', detail } };
}

export function stopped(label: string, how: Ending): StageResult {
  return { trace: { label, outcome: 'stopped', detail: how.sentence }, ending: how };
}
