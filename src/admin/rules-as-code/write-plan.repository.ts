import type { Transaction } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { addRevision as addLibraryRevision } from '../../rulebook/library.repository.js';
import { addRevision as addRuleRevision } from '../../rulebook/rule.repository.js';
import type { Change } from '../../rulebook/rulebook-version.repository.js';
import type { LibraryEntry, RuleEntry } from '../../rules-as-code/bundle.js';
import type { Forecasts } from './plan-arming.js';
import type { PlanStep, RulebookPlan } from './plan-bundle.js';
import type { StoredEntry } from './rulebook-state.repository.js';

/**
 * Makes the rulebook what the plan says. To be called under the rulebook’s lock, on the state that was planned for; the caller raises the
 * version. What is unchanged gets no new revision.
 *
 * @returns whether the rulebook is another than before
 */
export async function writePlan(
  tx: Transaction,
  { steps, order }: RulebookPlan,
  change: Change,
  forecasts: Forecasts,
): Promise<boolean> {
  // Rules that go make room for the keys and names of those that come.
  for (const step of steps) if (step.action === 'delete' && step.stored) await remove(tx, step.stored);
  const created = new Map<string, string>();
  for (const step of steps) {
    const { entry, stored } = step;
    if (entry === undefined) continue;
    const forecast = entry.kind === 'rule' ? forecasts.get(entry.key) : undefined;
    const own = forecast === undefined ? change : { ...change, forecast };
    if (stored === undefined) {
      const id = await create(tx, entry, own);
      if (entry.kind === 'rule') created.set(entry.key, id);
    } else if (step.action === 'update') await revise(tx, entry, stored, own);
    if (entry.kind === 'rule' && stored?.ruleKey === null) await giveKey(tx, stored.id, entry.key);
  }
  const isChanged = steps.some(({ action }) => action !== 'unchanged' && action !== 'kept');
  if (isChanged) await setOrder(tx, steps, order, created);
  return isChanged;
}

async function create(tx: Transaction, entry: RuleEntry | LibraryEntry, change: Change): Promise<string> {
  const ids = { own: newId(), revision: newId() };
  if (entry.kind === 'rule') {
    const last = await tx.rule.aggregate({ _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    const { key, definition } = entry;
    await tx.rule.create({
      data: { id: ids.own, key, position, revisionId: ids.revision, watchedSince: new Date() },
    });
    await addRuleRevision(tx, ids.own, ids.revision, 1, definition, change);
  } else {
    const { kind, key, definition } = entry;
    await tx.libraryItem.create({ data: { id: ids.own, kind, name: key, revisionId: ids.revision } });
    await addLibraryRevision(tx, ids.own, ids.revision, 1, definition, change);
  }
  return ids.own;
}

async function revise(
  tx: Transaction,
  entry: RuleEntry | LibraryEntry,
  { id, number, revisionId: earlier }: StoredEntry,
  change: Change,
): Promise<void> {
  const revisionId = newId();
  if (entry.kind === 'rule') {
    const forecast = change.forecast ?? (await forecastOf(tx, earlier));
    await addRuleRevision(tx, id, revisionId, number + 1, entry.definition, { ...change, forecast });
    const isForetoldAnew = change.forecast !== undefined;
    await tx.rule.update({
      where: { id },
      data: { revisionId, ...(isForetoldAnew && { watchedSince: new Date() }) },
    });
  } else {
    await addLibraryRevision(tx, id, revisionId, number + 1, entry.definition, change);
    await tx.libraryItem.update({ where: { id }, data: { revisionId } });
  }
}

async function forecastOf(tx: Transaction, revisionId: string): Promise<NonNullable<Change['forecast']>> {
  const { dryRunId } = await tx.ruleRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { dryRunId: true },
  });
  return { dryRunId: dryRunId ?? undefined };
}

async function remove(tx: Transaction, { kind, id }: StoredEntry): Promise<void> {
  const deletedAt = new Date();
  if (kind === 'rule')
    await tx.rule.update({ where: { id }, data: { deletedAt, position: null, key: null } });
  else await tx.libraryItem.update({ where: { id }, data: { deletedAt } });
}

async function giveKey(tx: Transaction, id: string, key: string): Promise<void> {
  await tx.rule.update({ where: { id }, data: { key } });
}

async function setOrder(
  tx: Transaction,
  steps: readonly PlanStep[],
  order: readonly string[],
  created: ReadonlyMap<string, string>,
): Promise<void> {
  const isMoving = steps.some(({ kind, action, position }) => {
    return kind === 'rule' && (action === 'create' || position?.before !== position?.after);
  });
  if (!isMoving) return;
  const ids = order.map((id) => created.get(id) ?? id);
  // Positions are unique at every moment, so they step aside before they take their new places.
  await tx.$executeRaw`update rule set position = -position where deleted_at is null`;
  await tx.$executeRaw`
    update rule set position = next.position
      from unnest(${ids}::uuid[]) with ordinality as next(id, position)
     where rule.id = next.id`;
}
