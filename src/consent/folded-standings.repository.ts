import {
  ALL_MESSAGES,
  NOTHING_SAID,
  withConsentWord,
  type ConsentAction,
  type ConsentStanding,
} from '../contacts/consent-state.js';
import { asArray, asFilledText, asInstant, asObject } from '../messaging/untrusted.js';
import type { Transaction } from '../platform/database/database.js';

/** A state, since when it holds, and which entry made it so. */
export type Stood = {
  readonly state: string;
  readonly effectiveAt: Date | undefined;
  readonly eventId: string | undefined;
};

/** What a contact's consent is: about everything, and by category. */
export type Standing = Stood & {
  readonly grantedAt: Date | undefined;
  readonly categories: ReadonlyMap<string, Stood>;
};

/** A contact's consent as it is stored, beside what its ledger entries say. */
export type ComparedStanding = {
  readonly contactId: string;
  /** Absent: the contact has entries and no consent row. */
  readonly stored: Standing | undefined;
  readonly folded: Standing;
};

type WordRow = {
  readonly contact_id: string;
  readonly state: string | null;
  readonly effective_at: Date | null;
  readonly granted_at: Date | null;
  readonly event_id: string | null;
  /** What is stored about categories, as JSON. */
  readonly categories: unknown;
  readonly entry_id: string | null;
  readonly action: string | null;
  readonly scope: string | null;
  readonly occurred_at: Date | null;
  readonly changed: boolean | null;
};

/** The fold so far, with the entry that last changed each scope. */
type Fold = {
  readonly stored: Standing | undefined;
  readonly standing: ConsentStanding;
  readonly entries: ReadonlyMap<string, string>;
};

/** An id before that of any contact. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Its version is the position of the last entry from before categories were applied: until then a stop of one stopped everything. */
const SCOPES_MARK = 'consent_scopes';

/**
 * Folds the entries of the next `limit` contacts, in the order of their ids, in one statement and so as of one moment. Entries are
 * looked up contact by contact: joined in one go, a planner without statistics would read the whole ledger for each page.
 */
export async function foldNext(
  tx: Transaction,
  after: string | undefined,
  limit: number,
): Promise<readonly ComparedStanding[]> {
  const rows = await tx.$queryRaw<WordRow[]>`
    select contact.id::text as contact_id, consent.state, consent.effective_at, consent.granted_at, consent.event_id::text,
           said.categories, entry.id::text as entry_id, entry.action, entry.occurred_at, entry.changed,
           case when entry.scope = ${ALL_MESSAGES} or entry.chain_position > coalesce(mark.version, 0) then entry.scope
                when entry.action = 'revoke' then ${ALL_MESSAGES} end as scope
      from (select id from contact where id > ${after ?? BEFORE_ALL}::uuid order by id limit ${limit}) as contact
      left join consent on consent.contact_id = contact.id
      left join system_mark mark on mark.name = ${SCOPES_MARK}
      left join lateral (select json_agg(json_build_object('category', category, 'state', state, 'effectiveAt', effective_at,
                                                           'eventId', event_id)) as categories
                           from consent_category
                          where contact_id = contact.id) as said on true
      left join lateral (select * from consent_event
                          where contact_id = contact.id
                          order by chain_position) as entry on true
     order by contact.id, entry.chain_position`;
  const folds = new Map<string, Fold>();
  for (const row of rows) {
    const before = folds.get(row.contact_id) ?? {
      stored: storedStanding(row),
      standing: NOTHING_SAID,
      entries: new Map(),
    };
    folds.set(row.contact_id, withEntry(before, row));
  }
  return [...folds].map(([contactId, fold]) => ({
    contactId,
    stored: fold.stored,
    folded: foldedStanding(fold),
  }));
}

export function isInOrder({ stored, folded }: ComparedStanding): boolean {
  if (stored === undefined || !isSame(stored, folded)) return false;
  if (stored.grantedAt?.getTime() !== folded.grantedAt?.getTime()) return false;
  if (stored.categories.size !== folded.categories.size) return false;
  return [...folded.categories].every(([key, category]) => {
    const known = stored.categories.get(key);
    return known !== undefined && isSame(known, category);
  });
}

function isSame(one: Stood, other: Stood): boolean {
  return (
    one.state === other.state &&
    one.eventId === other.eventId &&
    one.effectiveAt?.getTime() === other.effectiveAt?.getTime()
  );
}

function withEntry(fold: Fold, row: WordRow): Fold {
  const { entry_id: id, action, scope, occurred_at: saidAt, changed: didChange } = row;
  if (id === null || scope === null || saidAt === null || !isConsentAction(action)) return fold;
  const { standing, changedScopes } = withConsentWord(fold.standing, { action, scope, saidAt });
  // A grant that is on record as having lifted nothing lifts nothing now either: words of one second always tied once.
  if (action === 'grant' && didChange === false && changedScopes.length > 0)
    return { ...fold, standing: { ...fold.standing, grantedAt: standing.grantedAt } };
  const entries = new Map(fold.entries);
  for (const changed of changedScopes) entries.set(changed, id);
  return { ...fold, standing, entries };
}

/** An erasure is on record in the ledger and says nothing about consent. */
function isConsentAction(action: string | null): action is ConsentAction {
  return action === 'revoke' || action === 'grant' || action === 'hold' || action === 'release';
}

function foldedStanding({ standing, entries }: Fold): Standing {
  return {
    state: standing.state,
    effectiveAt: standing.effectiveAt,
    grantedAt: standing.grantedAt,
    eventId: entries.get(ALL_MESSAGES),
    categories: new Map(
      [...(standing.categories ?? [])].map(([key, category]) => [
        key,
        { ...category, eventId: entries.get(key) },
      ]),
    ),
  };
}

function storedStanding(row: WordRow): Standing | undefined {
  if (row.state === null) return undefined;
  return {
    state: row.state,
    effectiveAt: row.effective_at ?? undefined,
    grantedAt: row.granted_at ?? undefined,
    eventId: row.event_id ?? undefined,
    categories: new Map((asArray(row.categories) ?? []).flatMap((said) => storedCategory(said) ?? [])),
  };
}

function storedCategory(json: unknown): readonly [string, Stood][] | undefined {
  const { category, state, effectiveAt, eventId } = asObject(json) ?? {};
  const key = asFilledText(category);
  if (key === undefined) return undefined;
  const stood = {
    state: asFilledText(state) ?? '',
    effectiveAt: asInstant(effectiveAt),
    eventId: asFilledText(eventId),
  };
  return [[key, stood]];
}
