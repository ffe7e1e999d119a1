import { asArray, asFiniteNumber, asFilledText, asObject } from '../messaging/untrusted.js';
import type { PlannedModelCall } from '../rules/decision.js';
import { DEFAULT_ANSWER_TOKENS } from '../rules/definition/parse-model.js';

/** The rule's bounds as they stood when it asked. */
export type ModelTerms = {
  readonly ruleName: string;
  readonly topics: readonly string[];
  readonly instructions: string;
  readonly maxTokens: number;
  readonly fallback?: string;
  readonly category?: string;
};

export function termsOf(call: PlannedModelCall): ModelTerms {
  const { ruleName, topics, instructions, maxTokens, fallback, category } = call;
  return {
    ruleName,
    topics,
    instructions,
    maxTokens,
    ...(fallback !== undefined && { fallback }),
    ...(category !== undefined && { category }),
  };
}

/** Reads them back. What another version wrote and this one cannot read allows nothing. */
export function readTerms(json: unknown): ModelTerms {
  const fields = asObject(json);
  const fallback = asFilledText(fields?.['fallback']);
  const category = asFilledText(fields?.['category']);
  return {
    ruleName: asFilledText(fields?.['ruleName']) ?? '',
    topics: (asArray(fields?.['topics']) ?? []).flatMap((topic) => asFilledText(topic) ?? []),
    instructions: asFilledText(fields?.['instructions']) ?? '',
    maxTokens: asFiniteNumber(fields?.['maxTokens']) ?? DEFAULT_ANSWER_TOKENS,
    ...(fallback !== undefined && { fallback }),
    ...(category !== undefined && { category }),
  };
}
