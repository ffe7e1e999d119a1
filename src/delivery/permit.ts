import type { ConsentState } from '../contacts/consent-state.js';
import type { QuietPeriod } from './quiet-period.js';

/** What a permit looks at, read under the locks that STOP and other permits take. */
export type PermitFacts = {
  readonly kind: string;
  readonly expiresAt: Date | undefined;
  readonly nextAttemptAt: Date;
  readonly consentEventId: string | undefined;
  /** The account has to answer HELP whatever the consent (short codes, Canada). */
  readonly answersHelpAlways: boolean;
  readonly consent: { readonly state: ConsentState; readonly eventId: string | undefined };
  readonly conversationPausedUntil: Date | undefined;
  /** Absent: the channel has no service window. */
  readonly window: { readonly lengthMs: number; readonly lastInboundAt: Date | undefined } | undefined;
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

export type SuppressionReason = 'opted_out' | 'overtaken' | 'paused' | 'window_closed' | 'quiet_hours';

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
    pauseGuard(facts, now) ??
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

function windowGuard({ window }: PermitFacts, now: Date): PermitVerdict | undefined {
  if (window === undefined) return undefined;
  const opened = window.lastInboundAt;
  if (opened !== undefined && now.getTime() - opened.getTime() < window.lengthMs) return undefined;
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
