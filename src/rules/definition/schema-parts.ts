import type { JsonObject } from '../../messaging/untrusted.js';
import { ISO_DURATION } from './duration.js';

/** A piece of JSON Schema, draft 2020-12. Source: https://json-schema.org/draft/2020-12 */
export type JsonSchema = JsonObject;

/** A text that says something, as `readText` takes it. */
export function textSchema(maxLength: number, description?: string): JsonSchema {
  return { type: 'string', minLength: 1, maxLength, pattern: '\\S', ...described(description) };
}

export function choiceSchema(choices: readonly string[], description?: string): JsonSchema {
  return { enum: [...choices], ...described(description) };
}

export function patternSchema(pattern: RegExp, description?: string): JsonSchema {
  return { type: 'string', pattern: pattern.source, ...described(description) };
}

export function flagSchema(otherwise: boolean, description?: string): JsonSchema {
  return { type: 'boolean', default: otherwise, ...described(description) };
}

export function durationSchema(description: string): JsonSchema {
  return patternSchema(ISO_DURATION, `${description} ISO 8601, at most 366 days: PT10M, PT12H, P1D.`);
}

export function listSchema(
  items: JsonSchema,
  limits: { readonly min: number; readonly max: number },
): JsonSchema {
  return { type: 'array', items, minItems: limits.min, maxItems: limits.max };
}

/** An object with these members and no others. */
export function objectSchema(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
  description?: string,
): JsonSchema {
  return {
    type: 'object',
    properties,
    required: [...required],
    additionalProperties: false,
    ...described(description),
  };
}

/** An object of texts whose names follow a pattern. */
export function mapSchema(
  names: RegExp,
  values: JsonSchema,
  limits: { readonly min: number; readonly max: number },
): JsonSchema {
  return {
    type: 'object',
    propertyNames: { pattern: names.source },
    additionalProperties: values,
    minProperties: limits.min,
    maxProperties: limits.max,
  };
}

function described(description: string | undefined): JsonSchema {
  return description === undefined ? {} : { description };
}
