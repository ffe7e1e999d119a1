import type { Place } from './definition-problems.js';
import { readChoice, readList, readObject, readText } from './definition-readers.js';
import type { ActionContext } from './parse-reply.js';
import { LANGUAGE, MAX_FALLBACK_LENGTH } from './parse-reply.js';
import { MODEL_MODES } from './rule-definition.js';
import type { RuleAction } from './rule-definition.js';

export const MAX_INSTRUCTIONS_LENGTH = 4_000;
export const MAX_TOPICS = 20;
export const MAX_TOPIC_LENGTH = 60;
export const MIN_ANSWER_TOKENS = 16;
export const MAX_ANSWER_TOKENS = 1_000;
export const DEFAULT_ANSWER_TOKENS = 200;
/** What the model says when no topic fits; a rule cannot allow it. */
const NO_TOPIC = 'none';
const FIELDS = ['instructions', 'topics', 'mode', 'fallback', 'maxTokens', 'language'];

/** Reads `model`. Its instructions and its fallback are plain texts: nothing that customers wrote or are called gets among them. */
export function readModel(json: unknown, place: Place, { event }: ActionContext): RuleAction | undefined {
  const object = readObject(json, place, FIELDS);
  if (object === undefined) return undefined;
  if (event !== undefined && event !== 'message.received') {
    place.refuse(`A language model answers what a customer wrote: only in a rule about message.received.`);
  }
  const instructions = readPlainText(
    object['instructions'],
    place.at('instructions'),
    MAX_INSTRUCTIONS_LENGTH,
  );
  const topics = readTopics(object['topics'], place.at('topics'));
  const mode =
    object['mode'] === undefined ? 'draft' : readChoice(object['mode'], place.at('mode'), MODEL_MODES);
  const fallback =
    object['fallback'] === undefined
      ? undefined
      : readPlainText(object['fallback'], place.at('fallback'), MAX_FALLBACK_LENGTH);
  const maxTokens = readTokens(object['maxTokens'], place.at('maxTokens'));
  const language = readLanguage(object['language'], place.at('language'));
  if (instructions === undefined || topics === undefined || mode === undefined || maxTokens === undefined) {
    return undefined;
  }
  return {
    model: {
      instructions,
      topics,
      mode,
      maxTokens,
      ...(fallback !== undefined && { fallback }),
      ...(language !== undefined && { language }),
    },
  };
}

function readPlainText(json: unknown, place: Place, maxLength: number): string | undefined {
  const text = readText(json, place, maxLength);
  if (text !== undefined && /\{[{%]/.test(text)) {
    place.refuse('Write it without {{ }} and {% %}: variables are not filled in here.');
  }
  return text;
}

function readTopics(json: unknown, place: Place): readonly string[] | undefined {
  const topics = readList(json, place, { min: 1, max: MAX_TOPICS }, (each, at) => {
    const topic = readText(each, at, MAX_TOPIC_LENGTH)?.trim();
    if (topic?.toLowerCase() !== NO_TOPIC) return topic;
    at.refuse(`"${NO_TOPIC}" is what the model says when no topic fits; it cannot be allowed.`);
    return undefined;
  });
  return topics === undefined ? undefined : [...new Set(topics)];
}

function readTokens(json: unknown, place: Place): number | undefined {
  if (json === undefined) return DEFAULT_ANSWER_TOKENS;
  if (
    typeof json === 'number' &&
    Number.isInteger(json) &&
    json >= MIN_ANSWER_TOKENS &&
    json <= MAX_ANSWER_TOKENS
  ) {
    return json;
  }
  place.refuse(`Write a whole number from ${MIN_ANSWER_TOKENS} to ${MAX_ANSWER_TOKENS}.`);
  return undefined;
}

function readLanguage(json: unknown, place: Place): string | undefined {
  if (json === undefined) return undefined;
  if (typeof json === 'string' && LANGUAGE.test(json)) return json;
  place.refuse('Name a language by its code: fr, wo, pt-BR.');
  return undefined;
}
