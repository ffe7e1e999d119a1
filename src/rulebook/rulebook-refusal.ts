/** Why a change is refused: there is no such thing, it was changed meanwhile, or the rulebook as it stands does not allow it. */
export type RefusalKind = 'gone' | 'outdated' | 'taken' | 'in_use' | 'unknown_reference';

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
