/** Whether automated messages may go to a contact. `held`: a credible but unclear stop, until it is settled. */
export type ConsentState = 'subscribed' | 'opted_out' | 'held';

/** What a word or an act asks for. `release` ends a hold and nothing else: "no, keep them coming". */
export type ConsentAction = 'revoke' | 'grant' | 'hold' | 'release';

/** The present consent: the fold of a contact's ledger entries. `effectiveAt` is the time of the newest word that counted. */
export type ConsentStanding = { readonly state: ConsentState; readonly effectiveAt: Date | undefined };

export const NOTHING_SAID: ConsentStanding = { state: 'subscribed', effectiveAt: undefined };

/** Longer ago than this, a provider's clock is no longer believed where believing it would mean sending. */
const PLAUSIBLE_DELAY_MS = 72 * 3_600_000;

/**
 * Takes one more word into account. Words count in the order in which they were said, not received: a START that arrives late
 * never lifts a newer STOP. Providers tell time in whole seconds, so words of the same second tie, and a tie goes to the revocation.
 */
export function withConsentWord(
  standing: ConsentStanding,
  word: { readonly action: ConsentAction; readonly saidAt: Date; readonly scope: string },
): { readonly standing: ConsentStanding; readonly changed: boolean } {
  const isOlder = standing.effectiveAt !== undefined && seconds(word.saidAt) < seconds(standing.effectiveAt);
  const isTie = standing.effectiveAt !== undefined && seconds(word.saidAt) === seconds(standing.effectiveAt);
  switch (word.action) {
    case 'revoke':
      if (isOlder && standing.state === 'subscribed') return unchanged(standing);
      return moved(standing, 'opted_out', word.saidAt);
    case 'grant':
      // "START MARKETING" asks for less than everything; it must not lift an opt-out from everything.
      if (word.scope !== 'all') return unchanged(standing);
      if (standing.state !== 'subscribed' && (isOlder || isTie)) return unchanged(standing);
      return moved(standing, 'subscribed', word.saidAt);
    case 'hold':
      if (standing.state !== 'subscribed' || isOlder) return unchanged(standing);
      return moved(standing, 'held', word.saidAt);
    case 'release':
      if (standing.state !== 'held' || isOlder) return unchanged(standing);
      return moved(standing, 'subscribed', word.saidAt);
    default: {
      const never: never = word.action;
      return never;
    }
  }
}

/**
 * When a word was said. The provider's clock is believed unless it lies in the future, or so far in the past that a revocation
 * would be lost by it: in doubt, a revocation is taken as said now.
 */
export function saidAt(action: ConsentAction, providerTime: Date | undefined, receivedAt: Date): Date {
  if (providerTime === undefined || providerTime > receivedAt) return receivedAt;
  const isImplausible = receivedAt.getTime() - providerTime.getTime() > PLAUSIBLE_DELAY_MS;
  const wouldSend = action === 'grant' || action === 'release';
  return isImplausible && !wouldSend ? receivedAt : providerTime;
}

function moved(from: ConsentStanding, state: ConsentState, at: Date) {
  const isNewest = from.effectiveAt === undefined || at > from.effectiveAt;
  return {
    standing: { state, effectiveAt: isNewest ? at : from.effectiveAt },
    changed: state !== from.state,
  };
}

function unchanged(standing: ConsentStanding) {
  return { standing, changed: false };
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
