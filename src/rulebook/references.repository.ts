import { asFilledText, asObject } from '../messaging/untrusted.js';
import type { Transaction } from '../platform/database/database.js';
import { parseRuleDefinition } from '../rules/definition/parse-rule-definition.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';
import { flowReferencesOf, referencesOf, type Reference } from '../rules/references.js';
import type { LibraryKind } from './library-kinds.js';
import { refuseUnknownCategory } from './known-category.repository.js';
import { RulebookRefusal } from './rulebook-refusal.js';

const PATHS = { schedule: 'schedules', template: 'templates', flow: 'flows' } as const;

/** Refuses a rule that names what the library has not. To be called under the rulebook's lock, or the answer may be old at once. */
export async function refuseUnknownReferences(tx: Transaction, definition: RuleDefinition): Promise<void> {
  await refuseUnknownCategory(tx, definition);
  await refuseUnknown(tx, 'rule', referencesOf(definition));
}

/** Refuses a flow that asks about what the library has not. To be called under the rulebook's lock, as above. */
export async function refuseUnknownInFlow(tx: Transaction, definition: unknown): Promise<void> {
  await refuseUnknown(tx, 'flow', flowReferencesOf(definition));
}

async function refuseUnknown(
  tx: Transaction,
  what: 'rule' | 'flow',
  references: readonly Reference[],
): Promise<void> {
  if (references.length === 0) return;
  const items = await tx.libraryItem.findMany({
    where: { deletedAt: null, name: { in: references.map(({ name }) => name) } },
    select: { kind: true, name: true },
  });
  const unknown = references.filter(
    ({ kind, name }) => !items.some((item) => item.kind === kind && item.name === name),
  );
  if (unknown.length === 0) return;
  throw new RulebookRefusal(
    'unknown_reference',
    `The ${what} names something that is not stored.`,
    unknown.map(({ pointer, kind, name }) => ({
      pointer,
      detail: `There is no ${kind} "${name.slice(0, 120)}". Store it first: POST /api/v1/${PATHS[kind]}.`,
    })),
  );
}

/** A rule or a flow that names a library item. */
export type ItemUse = { readonly kind: 'rule' | 'flow'; readonly id: string; readonly name: string };

/** The rules that name a library item, those that are switched off included, and the flows. */
export async function usesOf(tx: Transaction, kind: LibraryKind, name: string): Promise<readonly ItemUse[]> {
  const rows = await tx.$queryRaw<{ kind: ItemUse['kind']; id: string; definition: unknown }[]>`
    select 'rule' as kind, rule.id::text, revision.definition
      from rule join rule_revision revision on revision.id = rule.revision_id
     where rule.deleted_at is null and position(${JSON.stringify(name)} in revision.definition::text) > 0
     union all
    select 'flow', item.id::text, revision.definition
      from library_item item join library_revision revision on revision.id = item.revision_id
     where item.kind = 'flow' and item.deleted_at is null and position(${JSON.stringify(name)} in revision.definition::text) > 0
     order by id`;
  const names = (reference: Reference): boolean => reference.kind === kind && reference.name === name;
  return rows.flatMap((row) => {
    const references =
      row.kind === 'rule' ? storedReferencesOf(row.definition) : flowReferencesOf(row.definition);
    const user = asFilledText(asObject(row.definition)?.['name']);
    return user !== undefined && references.some(names) ? [{ kind: row.kind, id: row.id, name: user }] : [];
  });
}

function storedReferencesOf(rule: unknown): readonly Reference[] {
  const reading = parseRuleDefinition(rule);
  return reading.ok ? referencesOf(reading.definition) : [];
}
