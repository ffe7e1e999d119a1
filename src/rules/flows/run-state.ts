import type { Scalar } from '../conditions/fact.js';

/** How a flow stands in a conversation. All but `active` are final. */
export const RUN_STATUSES = [
  'active',
  'completed',
  'timed_out',
  'cancelled',
  'handed_over',
  'failed',
] as const;

export type RunStatus = (typeof RUN_STATUSES)[number];

/** Where a conversation stands in a flow that waits for an answer: plain JSON, as everything a decision is made from. */
export type ActiveRun = {
  readonly id: string;
  /** The revision of the flow with which the run began; it goes on by that one, whatever is changed meanwhile. */
  readonly flowRevisionId: string;
  /** The revision of the rule that started it: what the flow sends counts as that rule's. */
  readonly ruleRevisionId: string;
  /** The message category of that rule. */
  readonly category?: string;
  /** The customer's language when it began: one cannot be told by an answer such as "2". */
  readonly language?: string;
  readonly step: string;
  /** The answers so far, by the names under which they are saved. */
  readonly variables: Readonly<Record<string, Scalar>>;
  /** How many answers to this step did not fit. */
  readonly refused: number;
  /** How many steps were taken, each repeated question counted: rises with whatever happens to the run. */
  readonly steps: number;
  /** ISO 8601, as every instant in facts. */
  readonly startedAt: string;
  readonly waitUntil?: string;
};

/** A run as a decision leaves it. */
export type RunState = Omit<ActiveRun, 'id'> & {
  readonly status: RunStatus;
  /** Why it is over, for people. */
  readonly reason?: string;
};
