import type { Transaction } from '../platform/database/database.js';
import { asArray, asFilledText, asObject } from '../messaging/untrusted.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';
import { RulebookRefusal } from './rulebook-refusal.js';

/** The keys of the message categories that the consent settings have. */
export async function knownCategories(tx: Transaction): Promise<ReadonlySet<string>> {
  const newest = await tx.consentSettingsRevision.findFirst({
    orderBy: { number: 'desc' },
    select: { settings: true },
  });
  const categories = asArray(asObject(newest?.settings)?.['categories']) ?? [];
  return new Set(categories.flatMap((each) => asFilledText(asObject(each)?.['key']) ?? []));
}

/** Refuses a rule of a message category that the consent settings have not. To be called under the rulebook's lock, as they change. */
export async function refuseUnknownCategory(tx: Transaction, { category }: RuleDefinition): Promise<void> {
  if (category === undefined || (await knownCategories(tx)).has(category)) return;
  throw new RulebookRefusal('unknown_reference', 'The rule names something that is not stored.', [
    {
      pointer: '/category',
      detail: `There is no message category "${category}". Make it first: PUT /api/v1/consent/settings.`,
    },
  ]);
}
