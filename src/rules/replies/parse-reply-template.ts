import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { asObject } from '../../messaging/untrusted.js';
import { documentRoot, type Place } from '../definition/definition-problems.js';
import { readObject, readText } from '../definition/definition-readers.js';
import type { DefinitionProblem } from '../definition/rule-definition.js';
import type { ReplyTemplate } from '../library.js';
import { templateProblems } from './template.js';

export type ReplyTemplateReading =
  | { readonly ok: true; readonly definition: ReplyTemplate }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

const MAX_NAME_LENGTH = 120;
const MAX_TEXT_LENGTH = 4_000;
const MAX_CATEGORY_LENGTH = 60;
const MAX_LANGUAGES = 30;
const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}$/;

/** Reads a named reply text. Tells every problem at once, each with its JSON pointer and what to do about it. */
export function parseReplyTemplate(json: unknown): ReplyTemplateReading {
  const problems: DefinitionProblem[] = [];
  const root = documentRoot(problems);
  const object = readObject(json, root, ['name', 'text', 'languages', 'category']);
  if (object === undefined) return { ok: false, problems };
  const name = readText(object['name'], root.at('name'), MAX_NAME_LENGTH);
  const text = readLiquid(object['text'], root.at('text'));
  const languages =
    object['languages'] === undefined ? undefined : readLanguages(object['languages'], root.at('languages'));
  const category =
    object['category'] === undefined
      ? undefined
      : readText(object['category'], root.at('category'), MAX_CATEGORY_LENGTH);
  if (problems.length > 0 || name === undefined || text === undefined) return { ok: false, problems };
  const optional = {
    ...(languages !== undefined && { languages }),
    ...(category !== undefined && { category }),
  };
  return { ok: true, definition: { name, text, ...optional } };
}

/**
 * A text that some event can fill in. Which event it will be, the rule says that uses it; when no event has all of its variables,
 * the problems are those of an answer to a message, which is what most rules are about.
 */
function readLiquid(value: unknown, place: Place): string | undefined {
  const text = readText(value, place, MAX_TEXT_LENGTH);
  if (text === undefined) return undefined;
  const fits = DOMAIN_EVENT_NAMES.some((event) => templateProblems(text, event).length === 0);
  for (const problem of fits ? [] : templateProblems(text, 'message.received')) place.refuse(problem);
  return text;
}

function readLanguages(json: unknown, place: Place): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(asObject(json) ?? {});
  if (entries.length === 0 || entries.length > MAX_LANGUAGES) {
    place.refuse(`Write an object of 1 to ${MAX_LANGUAGES} texts by language: {"fr": "Bonjour"}.`);
    return undefined;
  }
  const texts = entries.map(([language, value]) => {
    if (!LANGUAGE.test(language)) place.at(language).refuse('Name a language by its code: fr, wo, pt-BR.');
    return [language, readLiquid(value, place.at(language)) ?? ''];
  });
  return Object.fromEntries(texts);
}
