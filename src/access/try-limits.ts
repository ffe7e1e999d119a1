/** How often a wrong password may be tried before one has to wait. A client address has more, because an office shares one. */
export const FREE_TRIES = { account: 5, client: 20 } as const;

export type TryKind = keyof typeof FREE_TRIES;

const FIRST_WAIT_MS = 30_000;
/** A stranger who keeps an account locked must not lock its owner out for long. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** After a day without a wrong try, counting begins again. */
export const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

export type Tries = { readonly failures: number; readonly lastAt: Date };

/** How many milliseconds the next try has to wait: twice as long after each wrong one; 0 when it may be made now. */
export function waitMsOf(kind: TryKind, tries: Tries, now: Date): number {
  const excess = countedFailures(tries, now) - FREE_TRIES[kind];
  if (excess < 0) return 0;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** excess, LONGEST_WAIT_MS);
  return Math.max(0, tries.lastAt.getTime() + waitMs - now.getTime());
}

/** The failures that still count. */
export function countedFailures({ failures, lastAt }: Tries, now: Date): number {
  return now.getTime() - lastAt.getTime() < FORGOTTEN_AFTER_MS ? failures : 0;
}
