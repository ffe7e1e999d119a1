import type { DefinitionProblem, RuleDefinition } from '../rules/definition/rule-definition.js';
import { RulebookRefusal } from './rulebook-refusal.js';

/** What is wrong with a rule that asks a language model where none is configured. One that is switched off may be kept: it asks nobody. */
export function absentModelProblem(
  { enabled, then }: RuleDefinition,
  hasLanguageModel: boolean,
): DefinitionProblem | undefined {
  const index = then.findIndex((action) => 'model' in action);
  if (hasLanguageModel || !enabled || index === -1) return undefined;
  const message =
    'No language model is configured. Set HEED_MODEL_BASE_URL and HEED_MODEL_NAME, or switch the rule off.';
  return { pointer: `/then/${index}/model`, message };
}

export function refuseAbsentModel(definition: RuleDefinition, hasLanguageModel: boolean): void {
  const problem = absentModelProblem(definition, hasLanguageModel);
  if (problem === undefined) return;
  const { pointer, message } = problem;
  throw new RulebookRefusal('unknown_reference', message, [{ pointer, detail: message }]);
}
