/** Whether automated messages may go to a contact. `held`: a credible but unclear stop, until it is settled. */
export type ConsentState = 'subscribed' | 'opted_out' | 'held';

/** What a word or an act asks for. `release` ends a hold and nothing else: "no, keep them coming". */
export type ConsentAction = 'revoke' | 'grant' | 'hold' | 'release';

/** The scope of a word about everything. Any other scope is the key of a message category. */
export const ALL_MESSAGES = 'all';

/** A word of consent, as far as the state depends on it. */
export type SpokenWord = {
  readonly action: ConsentAction;
  readonly saidAt: Date;
  /** `all`, or the key of a message category. */
  readonly scope: string;
};

/** What was last said about one category, and when. */
export type CategoryStanding = { readonly state: 'subscribed' | 'opted_out'; readonly effectiveAt: Date };

/** The present consent: the fold of a contact's ledger entries. */
export type ConsentStanding = {
  /** About everything. An opt-out from everything covers every category. */
  readonly state: ConsentState;
  /** The time of the newest word about everything that counted. */
  readonly effectiveAt: Date | undefined;
  /** When everything was last asked for. A word of leaving a category that is older than this does not count any more. */
  readonly grantedAt?: Date | undefined;
  /** By the key of the category; those about which nothing was said are not in it. */
  readonly categories?: ReadonlyMap<string, CategoryStanding>;
};

export type ConsentChange = {
  readonly standing: ConsentStanding;
  readonly changed: boolean;
  /** The scopes whose state is another now. */
  readonly changedScopes: readonly string[];
};

export const NOTHING_SAID: ConsentStanding = { state: 'subscribed', effectiveAt: undefined };

/** Longer ago than this, a provider's clock is no longer believed where believing it would mean sending. */
const PLAUSIBLE_DELAY_MS = 72 * 3_600_000;

/**
 * Takes one more word into account. Words count in the order in which they were said, not received: a START that arrives late
 * never lifts a newer STOP. Most providers tell time in whole seconds, so words of the same second tie unless both tell milliseconds, and a
 * tie goes to the revocation.
 *
 * A word about a category changes that category alone. START lifts the opt-out from everything and every category that was left
 * before it, because it asks for everything; a release lifts a hold and no more.
 */
export function withConsentWord(standing: ConsentStanding, word: SpokenWord): ConsentChange {
  return word.scope === ALL_MESSAGES ? aboutEverything(standing, word) : aboutCategory(standing, word);
}

/** The categories that a contact has left. */
export function categoriesLeft({ categories }: ConsentStanding): readonly string[] {
  return [...(categories ?? [])].flatMap(([key, { state }]) => (state === 'opted_out' ? [key] : []));
}

function aboutEverything(standing: ConsentStanding, word: SpokenWord): ConsentChange {
  const moved = withState(standing, word);
  if (word.action !== 'grant') return changeBetween(standing, moved);
  const categories = new Map(
    [...(standing.categories ?? [])].map(([key, category]) => [key, reopened(category, word.saidAt)]),
  );
  return changeBetween(standing, { ...moved, grantedAt: newer(standing.grantedAt, word.saidAt), categories });
}

function withState(standing: ConsentStanding, word: SpokenWord): ConsentStanding {
  const isOlder = standing.effectiveAt !== undefined && seconds(word.saidAt) < seconds(standing.effectiveAt);
  const isAfter = standing.effectiveAt === undefined || isSurelyAfter(word.saidAt, standing.effectiveAt);
  const moved = (state: ConsentState): ConsentStanding => ({
    ...standing,
    state,
    effectiveAt: newer(standing.effectiveAt, word.saidAt),
  });
  switch (word.action) {
    case 'revoke':
      return isOlder && standing.state === 'subscribed' ? standing : moved('opted_out');
    case 'grant':
      return standing.state !== 'subscribed' && !isAfter ? standing : moved('subscribed');
    case 'hold':
      return standing.state !== 'subscribed' || isOlder ? standing : moved('held');
    case 'release':
      return standing.state !== 'held' || isOlder ? standing : moved('subscribed');
    default: {
      const never: never = word.action;
      return never;
    }
  }
}

function aboutCategory(standing: ConsentStanding, { action, scope, saidAt }: SpokenWord): ConsentChange {
  const known = standing.categories?.get(scope);
  const next = categoryAfter(known, standing.grantedAt, action, saidAt);
  if (next === known || next === undefined) return changeBetween(standing, standing);
  return changeBetween(standing, {
    ...standing,
    categories: new Map(standing.categories).set(scope, next),
  });
}

function categoryAfter(
  known: CategoryStanding | undefined,
  grantedAt: Date | undefined,
  action: ConsentAction,
  saidAt: Date,
): CategoryStanding | undefined {
  switch (action) {
    case 'revoke': {
      const asked = known?.state === 'opted_out' ? undefined : newest(known?.effectiveAt, grantedAt);
      if (asked !== undefined && seconds(saidAt) < seconds(asked)) return known;
      return { state: 'opted_out', effectiveAt: newer(known?.effectiveAt, saidAt) };
    }
    case 'grant':
      if (known === undefined) return { state: 'subscribed', effectiveAt: saidAt };
      return reopened(known, saidAt);
    case 'hold':
    case 'release':
      // An unclear word is never about one category alone.
      return known;
    default: {
      const never: never = action;
      return never;
    }
  }
}

/** A category after it was asked for. */
function reopened(category: CategoryStanding, saidAt: Date): CategoryStanding {
  if (category.state === 'opted_out' && !isSurelyAfter(saidAt, category.effectiveAt)) return category;
  return { state: 'subscribed', effectiveAt: newer(category.effectiveAt, saidAt) };
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

function changeBetween(before: ConsentStanding, after: ConsentStanding): ConsentChange {
  const changedCategories = [...(after.categories ?? [])].flatMap(([key, { state }]) =>
    state === (before.categories?.get(key)?.state ?? 'subscribed') ? [] : [key],
  );
  const changedScopes =
    before.state === after.state ? changedCategories : [ALL_MESSAGES, ...changedCategories];
  return { standing: after, changed: changedScopes.length > 0, changedScopes };
}

function newer(known: Date | undefined, said: Date): Date {
  return known === undefined || said > known ? said : known;
}

function newest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

/** An instant without milliseconds is taken for one of a clock that tells none: then the order within its second is not known. */
function isSurelyAfter(said: Date, known: Date): boolean {
  const isKnownWithin = said.getMilliseconds() !== 0 && known.getMilliseconds() !== 0;
  return isKnownWithin ? said > known : seconds(said) > seconds(known);
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
