import { asFilledText, asObject, asText } from './untrusted.js';

/**
 * A message that the channel approved beforehand, with its parameters by the name that the provider gives them (`body_1`, `header_text`).
 * It may be sent while the service window is closed, when free text may not.
 */
export type MessageTemplate = {
  readonly name: string;
  /** As the provider writes it: `en`, `en_US`. */
  readonly language: string;
  readonly parameters: Readonly<Record<string, string>>;
};

/** Reads a template as it is stored. `undefined` when there is none. */
export function readTemplate(json: unknown): MessageTemplate | undefined {
  const object = asObject(json);
  const name = asFilledText(object?.['name']);
  const language = asFilledText(object?.['language']);
  if (name === undefined || language === undefined) return undefined;
  const parameters = Object.entries(asObject(object?.['parameters']) ?? {}).flatMap(([key, value]) => {
    const text = asText(value);
    return text === undefined ? [] : [[key, text] as const];
  });
  return { name, language, parameters: Object.fromEntries(parameters) };
}
