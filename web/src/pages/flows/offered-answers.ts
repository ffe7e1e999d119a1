import { asArray, asObject, asText, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { stepsOf } from './flow-edits.ts';

/** The answers that can be chosen where a flow waits; none where anything may be written. */
export function answersAt(flow: JsonObject, name: string | null): readonly string[] {
  const step = stepsOf(flow)[name ?? ''] ?? {};
  const expect = asObject(step['expect']);
  if (expect?.['kind'] === 'yesNo') return ['Yes', 'No'];
  const options = asArray(asObject(step['menu'])?.['options'] ?? expect?.['options']) ?? [];
  const labels = options.flatMap((option) => asText(asObject(option)?.['label']) ?? []);
  return [...new Set(labels)].filter((label) => label.trim() !== '');
}
