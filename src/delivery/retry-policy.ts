import type { SendFailure } from '../messaging/send-failure.js';

/** Tries of one message, the first one included. With the back-off below they span about two minutes. */
export const MAX_ATTEMPTS = 8;

const FIRST_BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 120_000;
const FIRST_PAUSE_MS = 30_000;
const MAX_PAUSE_MS = 15 * 60_000;

/** What a failed call means for its message and for the account it was made with. */
export type Consequence =
  /**
   * Surely not accepted: back to the queue. `pauseAccountMs` holds back the whole account, this message with it; `attention` tells a
   * person why.
   */
  | {
      readonly kind: 'try_again';
      readonly afterMs: number;
      readonly pauseAccountMs?: number;
      readonly attention?: string;
    }
  /** Definitely refused: the message has failed. */
  | { readonly kind: 'give_up'; readonly learnsOptOut: boolean }
  /** Nobody knows. It is not sent again; a status, the history or a person settles it. */
  | { readonly kind: 'leave_unknown' };

/**
 * The retry table: the one place that decides what each failure means. `attempt` counts from 1; `jitter` is between 0 and 1 and
 * spreads messages that failed together.
 */
export function consequenceOf(failure: SendFailure, attempt: number, jitter: number): Consequence {
  switch (failure.kind) {
    case 'not_sent':
      if (attempt >= MAX_ATTEMPTS) return { kind: 'give_up', learnsOptOut: false };
      return { kind: 'try_again', afterMs: backoff(FIRST_BACKOFF_MS, MAX_BACKOFF_MS, attempt, jitter) };
    case 'throttled': {
      if (attempt >= MAX_ATTEMPTS) return { kind: 'give_up', learnsOptOut: false };
      // Never sooner than told: the jitter only adds.
      const own = backoff(FIRST_BACKOFF_MS, MAX_BACKOFF_MS, attempt, jitter);
      const afterMs = Math.max(own, (failure.retryAfterMs ?? 0) + Math.round(jitter * 1_000));
      return { kind: 'try_again', afterMs, pauseAccountMs: failure.retryAfterMs ?? own };
    }
    case 'misconfigured': {
      // The account is at fault and not the message: it waits for the account, whose pause ends as soon as somebody mends the
      // connection, and it expires by itself if nobody does.
      const pauseAccountMs = backoff(FIRST_PAUSE_MS, MAX_PAUSE_MS, attempt, jitter);
      const attention =
        failure.actionUrl === undefined ? failure.detail : `${failure.detail} See ${failure.actionUrl}`;
      return { kind: 'try_again', afterMs: 0, pauseAccountMs, attention };
    }
    case 'rejected':
    case 'window_closed':
      return { kind: 'give_up', learnsOptOut: false };
    case 'opted_out':
      return { kind: 'give_up', learnsOptOut: true };
    case 'uncertain':
      return { kind: 'leave_unknown' };
    default: {
      const never: never = failure;
      return never;
    }
  }
}

/** Doubles with each attempt up to a ceiling, then takes 75 % to 125 % of it. */
function backoff(firstMs: number, maxMs: number, attempt: number, jitter: number): number {
  const doubled = Math.min(maxMs, firstMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(doubled * (0.75 + jitter * 0.5));
}
