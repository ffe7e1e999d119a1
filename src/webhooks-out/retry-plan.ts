import type { CallEnd } from './webhook-caller.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits between the tries of one call: quickly at first, and about eight hours in all. */
const WAITS_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
];

export const MAX_ATTEMPTS = WAITS_MS.length + 1;

/** What the end of a try means for its call. */
export type Consequence =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'try_again'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * `attempt` counts from 1; `jitter` is between 0 and 1 and spreads calls that failed together. 410 ends it, as the receiver says it is
 * gone for good. Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function consequenceOf(end: CallEnd, attempt: number, jitter: number): Consequence {
  if (end.kind === 'answered' && end.status >= 200 && end.status < 300) return { kind: 'delivered' };
  const reason = reasonOf(end);
  const isOver = (end.kind === 'answered' && end.status === 410) || (end.kind === 'refused' && end.isFinal);
  const waitMs = WAITS_MS[attempt - 1];
  if (isOver || waitMs === undefined) return { kind: 'failed', reason };
  return { kind: 'try_again', afterMs: Math.round(waitMs * (0.75 + jitter * 0.5)), reason };
}

function reasonOf(end: CallEnd): string {
  switch (end.kind) {
    case 'answered':
      return end.status >= 300 && end.status < 400
        ? `It answered ${end.status}; redirects are not followed. Name the address itself.`
        : `It answered ${end.status}.`;
    case 'refused':
      return `Not called: ${end.why}`;
    case 'no_answer':
      return end.why;
    default: {
      const never: never = end;
      return never;
    }
  }
}
