import type { DomainEvent } from '../events/domain-events.js';
import type { Decision } from '../rules/decision.js';
import type { Facts } from '../rules/facts.js';

/** A decision with what it was made from. */
export type MadeDecision = {
  readonly event: DomainEvent;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly decidedAt: Date;
  readonly receivedAt: Date;
  /** The version of the rulebook that it was decided by. */
  readonly rulesVersion: bigint;
  /** What is known of an account; `undefined` when it was switched off in the meantime. */
  readonly accountOf: (connectionId: string) => SendingAccount | undefined;
};

/** An event as it would be decided upon now. */
export type SituationNow = Omit<MadeDecision, 'decision'>;

export type SendingAccount = {
  readonly provider: string;
  /** Our name at an account that has one sender only and does not say to whom the customer wrote. */
  readonly defaultSender: string | undefined;
};
