import type { CheckedAnswer } from './answer-check.js';
import type { ModelAnswer } from './model-client.js';

/** What there is to say after the model was asked, or was not. */
export type AnswerOutcome =
  | { readonly kind: 'usable'; readonly text: string; readonly topic: string }
  /** `refused`: it said something that may not be used. `failed`: it said nothing. */
  | {
      readonly kind: 'unusable';
      readonly state: 'refused' | 'failed';
      readonly why: string;
      readonly topic?: string;
    };

/** The end of a call, by its state in the record. */
export type CallEnd = {
  readonly state: 'draft' | 'answered' | 'fallen_back' | 'refused' | 'failed';
  /** What is sent, or shown to people. */
  readonly answer?: string;
  readonly reason?: string;
};

export function notAsked(why: string): AnswerOutcome {
  return { kind: 'unusable', state: 'failed', why };
}

export function outcomeOf(
  answer: Exclude<ModelAnswer, { kind: 'stopped' }>,
  check: (content: string) => CheckedAnswer,
): AnswerOutcome {
  if (answer.kind === 'failed') return notAsked(answer.why);
  const checked = check(answer.content);
  if (checked.ok) return { kind: 'usable', text: checked.text, topic: checked.topic };
  const { why, topic } = checked;
  return { kind: 'unusable', state: 'refused', why, ...(topic !== undefined && { topic }) };
}

/** What becomes of an outcome that nothing stands in the way of. A draft is never sent by itself, and neither is its fallback. */
export function endOf(outcome: AnswerOutcome, mode: string, fallback: string | undefined): CallEnd {
  if (outcome.kind === 'usable')
    return { state: mode === 'live' ? 'answered' : 'draft', answer: outcome.text };
  const reason = outcome.why;
  if (fallback === undefined) return { state: outcome.state, reason };
  return { state: mode === 'live' ? 'fallen_back' : 'draft', answer: fallback, reason };
}
