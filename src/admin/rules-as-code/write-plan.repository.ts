import type { Transaction } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { Change } from '../../rulebook/rulebook-version.repository.js';
import type { LibraryEntry, RuleEntry } from '../../rules-as-code/bundle.js';
import type { Forecasts } from './plan-arming.js';
import type { PlanStep, RulebookPlan } from './plan-bundle.js';
import type { StoredEntry } from './rulebook-state.repository.js';

/** What is written of an entry: its own id, and that of the revision that comes into force. */
type NewRevision<Entry> = {
  readonly id: string;
  readonly revisionId: string;
  readonly entry: Entry;
  /** What stands; absent for what is new. */
  readonly stored: StoredEntry | undefined;
};

/**
 * Makes the rulebook what the plan says. To be called under the rulebook’s lock, on the state that was planned for; the caller raises the
 * version. What is unchanged gets no new revision. The number of statements does not grow with the plan.
 *
 * @returns whether the rulebook is another than before
 */
export async function writePlan(
  tx: Transaction,
  { steps, order }: RulebookPlan,
  change: Change,
  forecasts: Forecasts,
): Promise<boolean> {
  const { rules, items } = newRevisions(steps);
  // What goes makes room for the keys and names of what comes.
  await remove(tx, steps);
  await writeRules(tx, rules, change, forecasts);
  await writeItems(tx, items, change);
  await giveKeys(tx, steps);
  const isChanged = steps.some(({ action }) => action !== 'unchanged' && action !== 'kept');
  if (isChanged) await setOrder(tx, steps, order, rules);
  return isChanged;
}

function newRevisions(steps: readonly PlanStep[]) {
  const rules: NewRevision<RuleEntry>[] = [];
  const items: NewRevision<LibraryEntry>[] = [];
  for (const { action, entry, stored } of steps) {
    if (entry === undefined || (action !== 'create' && action !== 'update')) continue;
    const ids = { id: stored?.id ?? newId(), revisionId: newId() };
    if (entry.kind === 'rule') rules.push({ ...ids, entry, stored });
    else items.push({ ...ids, entry, stored });
  }
  return { rules, items };
}

async function remove(tx: Transaction, steps: readonly PlanStep[]): Promise<void> {
  const gone = steps.flatMap(({ action, stored }) =>
    action === 'delete' && stored !== undefined ? [stored] : [],
  );
  if (gone.length === 0) return;
  // Ids are unique among rules and items together.
  const ids = gone.map(({ id }) => id);
  await tx.$executeRaw`
    update rule set deleted_at = now(), updated_at = now(), position = null, key = null where id = any(${ids}::uuid[])`;
  await tx.$executeRaw`
    update library_item set deleted_at = now(), updated_at = now() where id = any(${ids}::uuid[])`;
}

async function writeRules(
  tx: Transaction,
  rules: readonly NewRevision<RuleEntry>[],
  { actor, reason }: Change,
  forecasts: Forecasts,
): Promise<void> {
  if (rules.length === 0) return;
  const made = rules.filter(({ stored }) => stored === undefined);
  const revised = rules.filter(({ stored }) => stored !== undefined);
  const isForetold = ({ entry }: NewRevision<RuleEntry>) => forecasts.has(entry.key);
  await tx.$executeRaw`
    insert into rule (id, key, position, revision_id, watched_since, updated_at)
    select next.id, next.key, (select coalesce(max(position), 0) from rule) + next.place, next.revision_id, now(), now()
      from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ entry }) => entry.key)}::text[],
                  ${made.map(({ revisionId }) => revisionId)}::uuid[])
           with ordinality as next(id, key, revision_id, place)`;
  // A revision without a forecast of its own is watched by that of the one before.
  await tx.$executeRaw`
    insert into rule_revision (id, rule_id, number, definition, actor, reason, dry_run_id)
    select next.id, next.rule_id, coalesce(earlier.number, 0) + 1, next.definition::jsonb, ${actor}, ${reason ?? null},
           case when next.is_foretold then next.dry_run_id else earlier.dry_run_id end
      from unnest(${rules.map(({ revisionId }) => revisionId)}::uuid[], ${rules.map(({ id }) => id)}::uuid[],
                  ${rules.map(definitionOf)}::text[], ${rules.map(({ stored }) => stored?.revisionId ?? null)}::uuid[],
                  ${rules.map(isForetold)}::boolean[],
                  ${rules.map(({ entry }) => forecasts.get(entry.key)?.dryRunId ?? null)}::uuid[])
           as next(id, rule_id, definition, earlier_id, is_foretold, dry_run_id)
      left join rule_revision earlier on earlier.id = next.earlier_id`;
  await tx.$executeRaw`
    update rule set revision_id = next.revision_id, updated_at = now(),
                    watched_since = case when next.is_foretold then now() else rule.watched_since end
      from unnest(${revised.map(({ id }) => id)}::uuid[], ${revised.map(({ revisionId }) => revisionId)}::uuid[],
                  ${revised.map(isForetold)}::boolean[]) as next(id, revision_id, is_foretold)
     where rule.id = next.id`;
}

async function writeItems(
  tx: Transaction,
  items: readonly NewRevision<LibraryEntry>[],
  { actor, reason }: Change,
): Promise<void> {
  if (items.length === 0) return;
  const made = items.filter(({ stored }) => stored === undefined);
  const revised = items.filter(({ stored }) => stored !== undefined);
  await tx.$executeRaw`
    insert into library_item (id, kind, name, revision_id, updated_at)
    select next.id, next.kind, next.name, next.revision_id, now()
      from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ entry }) => entry.kind)}::text[],
                  ${made.map(({ entry }) => entry.key)}::text[], ${made.map(({ revisionId }) => revisionId)}::uuid[])
           as next(id, kind, name, revision_id)`;
  await tx.$executeRaw`
    insert into library_revision (id, item_id, number, definition, actor, reason)
    select next.id, next.item_id, next.number, next.definition::jsonb, ${actor}, ${reason ?? null}
      from unnest(${items.map(({ revisionId }) => revisionId)}::uuid[], ${items.map(({ id }) => id)}::uuid[],
                  ${items.map(({ stored }) => (stored?.number ?? 0) + 1)}::int[], ${items.map(definitionOf)}::text[])
           as next(id, item_id, number, definition)`;
  await tx.$executeRaw`
    update library_item set revision_id = next.revision_id, updated_at = now()
      from unnest(${revised.map(({ id }) => id)}::uuid[], ${revised.map(({ revisionId }) => revisionId)}::uuid[])
           as next(id, revision_id)
     where library_item.id = next.id`;
}

function definitionOf({ entry }: NewRevision<RuleEntry | LibraryEntry>): string {
  return JSON.stringify(entry.definition);
}

/** To the rules that had none when they were exported. */
async function giveKeys(tx: Transaction, steps: readonly PlanStep[]): Promise<void> {
  const keyless = steps.flatMap(({ entry, stored }) =>
    entry?.kind === 'rule' && stored?.ruleKey === null ? [{ id: stored.id, key: entry.key }] : [],
  );
  if (keyless.length === 0) return;
  await tx.$executeRaw`
    update rule set key = next.key, updated_at = now()
      from unnest(${keyless.map(({ id }) => id)}::uuid[], ${keyless.map(({ key }) => key)}::text[]) as next(id, key)
     where rule.id = next.id`;
}

async function setOrder(
  tx: Transaction,
  steps: readonly PlanStep[],
  order: readonly string[],
  rules: readonly NewRevision<RuleEntry>[],
): Promise<void> {
  const isMoving = steps.some(({ kind, action, position }) => {
    return kind === 'rule' && (action === 'create' || position?.before !== position?.after);
  });
  if (!isMoving) return;
  const made = new Map(
    rules.flatMap(({ stored, entry, id }) => (stored === undefined ? [[entry.key, id]] : [])),
  );
  const ids = order.map((id) => made.get(id) ?? id);
  // Positions are unique at every moment, so they step aside before they take their new places.
  await tx.$executeRaw`update rule set position = -position where deleted_at is null`;
  await tx.$executeRaw`
    update rule set position = next.position
      from unnest(${ids}::uuid[]) with ordinality as next(id, position)
     where rule.id = next.id`;
}
