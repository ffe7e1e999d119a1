import type { ConsentState } from '../contacts/consent-state.js';
import type { QuietPeriod } from './quiet-period.js';

/** A contact's consent as it bears on one message. */
export type PermitConsent = {
  readonly state: ConsentState;
  readonly eventId: string | undefined;
  /** The message's own category, if the contact has left it. */
  readonly leftCategory?: string;
  /** The message confirms what now stands about one category. */
  readonly confirmsCategory?: boolean;
};

/** How long free text may be sent after the customer last wrote, and when that was. */
export type ServiceWindow = { readonly lengthMs: number; readonly lastInboundAt: Date | undefined };

/** What a permit looks at, read under the locks that STOP and other permits take. */
export type PermitFacts = {
  readonly kind: string;
  readonly expiresAt: Date | undefined;
  readonly nextAttemptAt: Date;
  readonly consentEventId: string | undefined;
  /** The account has to answer HELP whatever the consent (short codes, Canada). */
  readonly answersHelpAlways: boolean;
  readonly consent: PermitConsent;
  readonly conversationPausedUntil: Date | undefined;
  /** Somebody has switched the replies of rules off; in words. */
  readonly switchedOff?: string;
  /** The connection's budget for the day has no room for this reply; in words. */
  readonly overBudget?: string;
  /** Absent: the channel has no service window. */
  readonly window: ServiceWindow | undefined;
  /** It has a template that its account can send: a closed window keeps nothing back. */
  readonly hasTemplate?: boolean;
  /** Absent: the hour is right, or nobody asked for quiet hours to be kept. */
  readonly quiet: QuietPeriod | undefined;
  readonly account: 'ready' | 'cannot_send';
  readonly accountPausedUntil: Date | undefined;
};

export type PermitVerdict =
  | { readonly kind: 'granted' }
  | { readonly kind: 'expired'; readonly reason: string }
  | { readonly kind: 'suppressed'; readonly guard: SuppressionReason; readonly reason: string }
  | { readonly kind: 'postponed'; readonly until: Date; readonly reason: string };

export type SuppressionReason =
  | 'opted_out'
  | 'left_category'
  | 'overtaken'
  | 'paused'
  | 'window_closed'
  | 'quiet_hours'
  | 'switched_off'
  | 'budget_exhausted';

const HELD_RECHECK_MS = 60_000;
const ACCOUNT_RECHECK_MS = 30_000;

/**
 * Whether a message may leave now. Asked in the transaction that moves it to `sending`, so that the answer is still true then.
 * The order matters: what is dead stays dead (expiry, consent) before what may pass later (pauses of the account, back-off).
 */
export function permit(facts: PermitFacts, now: Date): PermitVerdict {
  if (facts.expiresAt !== undefined && facts.expiresAt <= now) {
    return {
      kind: 'expired',
      reason: 'It was not sent in time, and an answer this late would only confuse.',
    };
  }
  return (
    consentGuard(facts, now) ??
    switchGuard(facts) ??
    pauseGuard(facts, now) ??
    budgetGuard(facts) ??
    windowGuard(facts, now) ??
    quietGuard(facts) ??
    accountGuard(facts, now) ?? { kind: 'granted' }
  );
}

function consentGuard(facts: PermitFacts, now: Date): PermitVerdict | undefined {
  const { consent } = facts;
  if (facts.kind === 'confirmation' || facts.kind === 'clarification') {
    // The one message that passes an opt-out or a hold: the one about the very ledger entry that is in force.
    if (facts.consentEventId !== undefined && consent.eventId === facts.consentEventId) return undefined;
    // A repeated STOP is another entry than the one in force; accounts that have to answer it say what still holds.
    if (facts.kind === 'confirmation' && facts.answersHelpAlways && consent.state === 'opted_out')
      return undefined;
    if (consent.confirmsCategory === true && consent.state === 'subscribed') return undefined;
    return {
      kind: 'suppressed',
      guard: 'overtaken',
      reason: 'The contact has said something newer than what this is about.',
    };
  }
  if (facts.kind === 'help' && facts.answersHelpAlways) return undefined;
  if (consent.state === 'opted_out') {
    return { kind: 'suppressed', guard: 'opted_out', reason: 'The contact has opted out.' };
  }
  if (consent.leftCategory !== undefined) {
    return {
      kind: 'suppressed',
      guard: 'left_category',
      reason: `The contact has left the messages of category "${consent.leftCategory}".`,
    };
  }
  if (consent.state === 'held' && facts.kind !== 'manual' && facts.kind !== 'resend') {
    return {
      kind: 'postponed',
      until: new Date(now.getTime() + HELD_RECHECK_MS),
      reason: 'The contact may have asked to stop; held back until that is settled.',
    };
  }
  return undefined;
}

function pauseGuard(facts: PermitFacts, now: Date): PermitVerdict | undefined {
  const isPaused = facts.conversationPausedUntil !== undefined && facts.conversationPausedUntil > now;
  if (!isPaused || facts.kind !== 'reply') return undefined;
  return { kind: 'suppressed', guard: 'paused', reason: 'A person has taken over the conversation.' };
}

export function isWindowClosed(window: ServiceWindow | undefined, now: Date): boolean {
  if (window === undefined) return false;
  const { lastInboundAt, lengthMs } = window;
  return lastInboundAt === undefined || now.getTime() - lastInboundAt.getTime() >= lengthMs;
}

/** Only what rules say is switched off: the law's confirmations still go, and so does what a person decided to write. */
function switchGuard({ kind, switchedOff }: PermitFacts): PermitVerdict | undefined {
  if (kind !== 'reply' || switchedOff === undefined) return undefined;
  return { kind: 'suppressed', guard: 'switched_off', reason: switchedOff };
}

function budgetGuard({ kind, overBudget }: PermitFacts): PermitVerdict | undefined {
  if (kind !== 'reply' || overBudget === undefined) return undefined;
  return { kind: 'suppressed', guard: 'budget_exhausted', reason: overBudget };
}

function windowGuard({ window, hasTemplate }: PermitFacts, now: Date): PermitVerdict | undefined {
  if (window === undefined || hasTemplate === true || !isWindowClosed(window, now)) return undefined;
  const hours = Math.round(window.lengthMs / 3_600_000);
  return {
    kind: 'suppressed',
    guard: 'window_closed',
    reason: `The customer has not written in the last ${hours} hours, and the channel allows free text only within that time.`,
  };
}

/** What would be too late by the morning is not kept for it. */
function quietGuard({ quiet, expiresAt }: PermitFacts): PermitVerdict | undefined {
  if (quiet === undefined) return undefined;
  const { until, sentence } = quiet;
  if (until === undefined || (expiresAt !== undefined && until >= expiresAt)) {
    return { kind: 'suppressed', guard: 'quiet_hours', reason: sentence };
  }
  return { kind: 'postponed', until, reason: sentence };
}

function accountGuard(facts: PermitFacts, now: Date): PermitVerdict | undefined {
  if (facts.account === 'cannot_send') {
    return {
      kind: 'postponed',
      until: new Date(now.getTime() + ACCOUNT_RECHECK_MS),
      reason: 'The connection is switched off or has no API key.',
    };
  }
  if (facts.accountPausedUntil !== undefined && facts.accountPausedUntil > now) {
    // The account's pause holds the message back, so its own time stays: when the pause ends early, it goes at once, in its turn.
    return {
      kind: 'postponed',
      until: facts.nextAttemptAt,
      reason: 'The account is held back: the provider asked for a pause, or the connection needs attention.',
    };
  }
  if (facts.nextAttemptAt > now) {
    return { kind: 'postponed', until: facts.nextAttemptAt, reason: 'Waiting for its next attempt.' };
  }
  return undefined;
}
