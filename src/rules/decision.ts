/** Every way in which the handling of an event can end. One per event; `docs/glossary.md` explains each. */
export const VERDICTS = [
  'replied',
  'no_rule_matched',
  'opt_out_recorded',
  'opt_in_recorded',
  'help_sent',
  'held',
  'suppressed',
  'cooldown',
  'paused',
  'quiet_hours',
  'loop_suspected',
  'budget_exhausted',
  'quarantined',
  'echo_ignored',
  'render_failed',
  'no_action',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A reply that is to be queued. At most one for each event. */
export type PlannedReply = {
  /** Unique within the event: `<rule revision id>:<action index>` or `compliance`. Queuing it twice adds nothing. */
  readonly slot: string;
  readonly kind: 'reply' | 'confirmation' | 'help' | 'clarification';
  readonly text: string;
  readonly ruleRevisionId?: string;
  /** The ledger entry that a confirmation confirms: its pass through the opt-out it announces. */
  readonly consentEventId?: string;
  /** Not sent later than this many milliseconds after the event was received. */
  readonly expiresAfterMs: number;
};

/** Something a rule does besides replying. */
export type PlannedEffect = { readonly kind: 'tag'; readonly tag: string };

/** One question that was asked on the way to the decision, with its answer; nested as the reasoning was. */
export type TraceNode = {
  /** What was asked: `compliance`, `rule "Opening hours"`, `message.text word`. */
  readonly label: string;
  readonly outcome: TraceOutcome;
  /** One plain sentence for people. */
  readonly detail?: string;
  readonly actual?: unknown;
  readonly expected?: unknown;
  readonly ruleId?: string;
  readonly children?: readonly TraceNode[];
};

/**
 * A stage `passed` the event on or `stopped` it; a rule or a condition `matched` or not; what was settled before its turn came
 * was `skipped`.
 */
export type TraceOutcome = 'passed' | 'matched' | 'not_matched' | 'skipped' | 'stopped';

/** The whole answer of `decide`: what to do, and why, down to each condition. */
export type Decision = {
  readonly verdict: Verdict;
  /** For a shop owner: "No reply: rule Hours matched, but its 10-minute cooldown ends 21:04." */
  readonly sentence: string;
  readonly replies: readonly PlannedReply[];
  readonly effects: readonly PlannedEffect[];
  /** Rules that fired and count for their cooldown. */
  readonly firedRuleIds: readonly string[];
  /** Shadow rules that would have fired. They are counted, and nothing else. */
  readonly shadowRuleIds: readonly string[];
  readonly ruleRevisionId?: string;
  readonly stages: readonly TraceNode[];
};
