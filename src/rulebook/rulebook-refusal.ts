/**
 * Why a change is refused: there is no such thing, it was changed meanwhile, nobody says from which revision it was made, or the rulebook as
 * it stands does not allow it.
 */
export type RefusalKind = 'gone' | 'outdated' | 'unsaid' | 'taken' | 'in_use' | 'unknown_reference';

export type RefusedField = { readonly pointer: string; readonly detail: string };

/**
 * A change of the rulebook that cannot be made. Thrown inside the transaction, which it undoes; its message is for people and says
 * what to do.
 */
export class RulebookRefusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly fields: readonly RefusedField[] = [],
  ) {
    super(message);
  }
}

export function gone(what: string): RulebookRefusal {
  return new RulebookRefusal('gone', `There is no such ${what}.`);
}

export function outdated(what: string): RulebookRefusal {
  return new RulebookRefusal(
    'outdated',
    `Somebody has changed this ${what} since you read it. Read it again, then make your change.`,
  );
}

/**
 * The revision that a change was made from: its number; `unsaid` when the caller does not tell, and so may replace only what is their own;
 * `undefined` for whatever stands there.
 */
export type MadeFrom = number | 'unsaid' | undefined;

/** Nobody’s work is lost with what the program itself put there. */
const PROGRAMS: readonly string[] = ['demo', 'heed'];

/**
 * Refuses a change that would undo another one unseen. A whole rule without a revision is a change too, since tools write rules as they are
 * documented; but two people then meet the conflict as well: without a revision nobody replaces what somebody else wrote last.
 */
export function refuseLoss(
  what: string,
  current: { readonly number: number; readonly actor: string },
  actor: string,
  madeFrom: MadeFrom,
): void {
  if (typeof madeFrom === 'number' && madeFrom !== current.number) throw outdated(what);
  if (madeFrom !== 'unsaid' || current.actor === actor || PROGRAMS.includes(current.actor)) return;
  throw new RulebookRefusal(
    'unsaid',
    `Revision ${current.number} of this ${what} is by ${current.actor}. Say that you have read it: send "revision": ${current.number} or If-Match: "${current.number}". If-Match: * replaces whatever is there.`,
  );
}
