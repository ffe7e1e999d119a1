import type { RuleDefinition } from '../rules/definition/rule-definition.js';
import { RulebookRefusal } from './rulebook-refusal.js';

/** Refuses a rule that asks a language model where none is configured. One that is switched off may be kept: it asks nobody. */
export function refuseAbsentModel({ enabled, then }: RuleDefinition, hasLanguageModel: boolean): void {
  const index = then.findIndex((action) => 'model' in action);
  if (hasLanguageModel || !enabled || index === -1) return;
  const detail =
    'No language model is configured. Set HEED_MODEL_BASE_URL and HEED_MODEL_NAME, or switch the rule off.';
  throw new RulebookRefusal('unknown_reference', detail, [{ pointer: `/then/${index}/model`, detail }]);
}
