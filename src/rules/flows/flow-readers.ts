import { asObject, type JsonObject } from '../../messaging/untrusted.js';
import { quoted } from '../definition/definition-problems.js';
import type { Place } from '../definition/definition-problems.js';
import { readText } from '../definition/definition-readers.js';
import { durationMs } from '../definition/duration.js';
import { LANGUAGE, MAX_LANGUAGES, MAX_TEMPLATE_LENGTH } from '../definition/parse-reply.js';
import { templateProblems, templateVariablesIn } from '../replies/template.js';
import { END } from './flow-definition.js';
import type { FlowText, Target } from './flow-definition.js';

/** What flows may ask about and insert is what there is even when nobody wrote: the contact, the conversation, the time, the answers. */
export const FLOW_EVENT = 'flow.timed_out';
export const STEP_NAME = /^[A-Za-z]\w{0,59}$/;
export const VARIABLE_NAME = /^[A-Za-z]\w{0,39}$/;
export const MAX_OPTIONS = 20;
export const MAX_LABEL_LENGTH = 60;
export const MAX_KEYWORDS = 20;

/** What the readers of one flow note on their way: checked together when all steps are known. */
export type FlowNotes = {
  readonly targets: { readonly name: string; readonly place: Place }[];
  readonly variables: { readonly name: string; readonly place: Place }[];
};

/** A name of a step, or `end`; absent where `otherwise` says what then holds. */
export function readTarget(
  json: unknown,
  place: Place,
  notes: FlowNotes,
  otherwise?: Target,
): Target | undefined {
  if (json === undefined && otherwise !== undefined) return otherwise;
  if (typeof json !== 'string' || json === '') {
    place.refuse('Name the step that comes next, or write "end".');
    return undefined;
  }
  if (json !== END) notes.targets.push({ name: json, place });
  return json;
}

/** Liquid that a flow can fill in. */
export function readFlowLiquid(
  json: unknown,
  place: Place,
  notes: FlowNotes,
  maxLength = MAX_TEMPLATE_LENGTH,
): string | undefined {
  const text = readText(json, place, maxLength);
  if (text === undefined) return undefined;
  for (const problem of templateProblems(text, FLOW_EVENT, 'in a flow')) place.refuse(problem);
  for (const path of templateVariablesIn(text)) {
    const [family, name] = path.split('.');
    if (family === 'flow' && name !== undefined) notes.variables.push({ name, place });
  }
  return text;
}

/** `text` and `languages` of an object whose other members somebody else reads. */
export function readFlowText(object: JsonObject, place: Place, notes: FlowNotes): FlowText | undefined {
  const text = readFlowLiquid(object['text'], place.at('text'), notes);
  const languages =
    object['languages'] === undefined
      ? undefined
      : readByLanguage(object['languages'], place.at('languages'), (each, at) =>
          readFlowLiquid(each, at, notes),
        );
  if (text === undefined) return undefined;
  return { text, ...(languages !== undefined && { languages }) };
}

/** The same, where a text may be left out. */
export function readOptionalText(
  object: JsonObject,
  place: Place,
  notes: FlowNotes,
): FlowText | Record<string, never> {
  if (object['text'] === undefined && object['languages'] === undefined) return {};
  return readFlowText(object, place, notes) ?? {};
}

export function readByLanguage(
  json: unknown,
  place: Place,
  read: (json: unknown, place: Place) => string | undefined,
): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(asObject(json) ?? {});
  if (entries.length === 0 || entries.length > MAX_LANGUAGES) {
    place.refuse(`Write an object of at most ${MAX_LANGUAGES} texts by language: {"fr": "Bonjour"}.`);
    return undefined;
  }
  const texts = entries.flatMap(([language, value]) => {
    if (!LANGUAGE.test(language)) {
      place.at(language).refuse('Name a language by its code: fr, wo, pt-BR.');
      return [];
    }
    const text = read(value, place.at(language));
    return text === undefined ? [] : [[language, text] as const];
  });
  return Object.fromEntries(texts);
}

export function readVariableName(json: unknown, place: Place): string | undefined {
  if (typeof json === 'string' && VARIABLE_NAME.test(json)) return json;
  place.refuse('Write a name of letters, digits and _ that begins with a letter, at most 40 of them.');
  return undefined;
}

export function readLength(json: unknown, place: Place, longestMs: number): string | undefined {
  const length = typeof json === 'string' ? durationMs(json) : undefined;
  if (typeof json === 'string' && length !== undefined && length <= longestMs) return json;
  place.refuse(
    length === undefined
      ? 'Write an ISO 8601 duration: PT10M, PT2H, P1D.'
      : `${quoted(json)} is longer than a flow may last.`,
  );
  return undefined;
}

/** A whole number within its limits; absent means `otherwise`. */
export function readCount(
  json: unknown,
  place: Place,
  limits: { readonly min: number; readonly max: number },
  otherwise: number,
): number {
  if (json === undefined) return otherwise;
  if (typeof json === 'number' && Number.isInteger(json) && json >= limits.min && json <= limits.max)
    return json;
  place.refuse(`Write a whole number from ${limits.min} to ${limits.max}.`);
  return otherwise;
}
