import type { DomainEventName } from '../../events/domain-events.js';
import { CHANNELS, threadChannel } from '../../messaging/channel.js';
import type { Channel } from '../../messaging/channel.js';
import { MEDIA_CHANNELS } from '../../messaging/media.js';
import type { MessageTemplate } from '../../messaging/message-template.js';
import { readEndpoint } from '../../messaging/public-endpoint.js';
import { asObject } from '../../messaging/untrusted.js';
import { FAILOVER_EVENTS, isFailoverName, isProgressName } from '../actions/failover.js';
import { templateProblems } from '../replies/template.js';
import type { Place } from './definition-problems.js';
import { readChoice, readList, readObject, readText } from './definition-readers.js';
import type { MediaFile, ReplyDefinition, RuleAction, SendDefinition } from './rule-definition.js';

export const MAX_TEMPLATE_LENGTH = 4_000;
export const MAX_FALLBACK_LENGTH = 1_600;
export const MAX_VARIANTS = 10;
export const MAX_LANGUAGES = 30;
export const MAX_FILES = 10;
export const MAX_PARAMETERS = 30;
export const MAX_NAME_LENGTH = 120;
export const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}$/;
export const MIME_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/;
export const PARAMETER_NAME = /^\w{1,60}$/;
export const CONNECTION = /^[\w.-]{1,60}\/[\w.-]{1,60}$/;
const REPLY_FIELDS = ['text', 'variants', 'use', 'languages', 'fallback', 'media', 'template'];

/** What the rule's trigger says, as far as it was understood. What is absent was refused already, and nothing is held against it. */
export type ActionContext = {
  readonly event: DomainEventName | undefined;
  /** Absent: every channel. */
  readonly channels: readonly Channel[] | undefined;
};

/** Reads `reply`. */
export function readReply(json: unknown, place: Place, context: ActionContext): RuleAction | undefined {
  const object = readObject(json, place, REPLY_FIELDS);
  if (object === undefined) return undefined;
  const sources = ['text', 'variants', 'use'].filter((field) => object[field] !== undefined);
  if (sources.length !== 1) {
    place.refuse(
      'Write exactly one of "text", "variants" (one of them is chosen) and "use" (a stored template).',
    );
  }
  const liquid = (field: unknown, at: Place) => readLiquid(field, at, context);
  const reply: ReplyDefinition = {
    ...member(object, 'text', place, liquid),
    ...member(object, 'variants', place, (list, at) =>
      readList(list, at, { min: 1, max: MAX_VARIANTS }, liquid),
    ),
    ...member(object, 'use', place, (name, at) => readText(name, at, MAX_NAME_LENGTH)),
    ...member(object, 'languages', place, (map, at) => readLanguages(map, at, context)),
    ...member(object, 'fallback', place, readFallback),
    ...member(object, 'media', place, (list, at) => readMedia(list, at, context)),
    ...member(object, 'template', place, (value, at) => readTemplate(value, at, context)),
  };
  return sources.length === 1 ? { reply } : undefined;
}

/** Reads `send`. */
export function readSend(
  json: unknown,
  place: Place,
  { event, channels }: ActionContext,
): RuleAction | undefined {
  const object = readObject(json, place, ['channel', 'connection', 'text']);
  if (object === undefined) return undefined;
  const channel = readChoice(object['channel'], place.at('channel'), CHANNELS);
  const isFailover = event !== undefined && isFailoverName(event);
  if (event !== undefined && isProgressName(event) && !isFailover) {
    place.refuse(
      `"send" after ${event} could go on for ever. It stands in for a message that did not arrive: ${FAILOVER_EVENTS.join(', ')}.`,
    );
  }
  if (object['text'] === undefined && event !== undefined && !isFailover) {
    place
      .at('text')
      .refuse(`Write what to send. Only after ${FAILOVER_EVENTS.join(' and ')} may it be left out.`);
  }
  const connection = object['connection'];
  if (connection !== undefined && (typeof connection !== 'string' || !CONNECTION.test(connection))) {
    place.at('connection').refuse('Name it as provider/name: integify/default.');
    return undefined;
  }
  const only = channels?.length === 1 ? channels[0] : undefined;
  if (
    channel !== undefined &&
    connection === undefined &&
    only !== undefined &&
    threadChannel(only) === threadChannel(channel) &&
    !isFailover
  ) {
    place.at('channel').refuse('That is the channel the customer wrote by; use "reply".');
  }
  const text =
    object['text'] === undefined
      ? undefined
      : readLiquid(object['text'], place.at('text'), { event, channels });
  if (channel === undefined) return undefined;
  const send: SendDefinition = {
    channel,
    ...(typeof connection === 'string' && { connection }),
    ...(text !== undefined && { text }),
  };
  return { send };
}

/** One member of the object, read if it is there; nothing if it is absent or was refused. */
function member<Key extends string, Value>(
  object: { readonly [key: string]: unknown },
  key: Key,
  place: Place,
  read: (value: unknown, place: Place) => Value | undefined,
): { readonly [K in Key]?: Value } {
  const value = object[key] === undefined ? undefined : read(object[key], place.at(key));
  const present: { [K in Key]?: Value } = {};
  if (value !== undefined) present[key] = value;
  return present;
}

function readLiquid(json: unknown, place: Place, { event }: ActionContext): string | undefined {
  const text = readText(json, place, MAX_TEMPLATE_LENGTH);
  if (text === undefined || event === undefined) return text;
  for (const problem of templateProblems(text, event)) place.refuse(problem);
  return text;
}

function readLanguages(
  json: unknown,
  place: Place,
  context: ActionContext,
): Readonly<Record<string, string>> | undefined {
  const object = asObject(json);
  const entries = Object.entries(object ?? {});
  if (object === undefined || entries.length === 0 || entries.length > MAX_LANGUAGES) {
    place.refuse(`Write an object of at most ${MAX_LANGUAGES} texts by language: {"fr": "Bonjour"}.`);
    return undefined;
  }
  const texts = entries.flatMap(([language, value]) => {
    if (!LANGUAGE.test(language)) {
      place.at(language).refuse('Name a language by its code: fr, wo, pt-BR.');
      return [];
    }
    const text = readLiquid(value, place.at(language), context);
    return text === undefined ? [] : [[language, text] as const];
  });
  return Object.fromEntries(texts);
}

/** A fallback that could fail too would be none: it has no variables. */
function readFallback(json: unknown, place: Place): string | undefined {
  const text = readText(json, place, MAX_FALLBACK_LENGTH);
  if (text !== undefined && /\{[{%]/.test(text)) {
    place.refuse('Write it without {{ }} and {% %}: it is sent when those cannot be filled in.');
  }
  return text;
}

function readMedia(
  json: unknown,
  place: Place,
  { channels }: ActionContext,
): readonly MediaFile[] | undefined {
  if (channels !== undefined && !channels.some((channel) => MEDIA_CHANNELS.includes(channel))) {
    place.refuse(
      `No provider sends files on ${channels.join(', ')}. They go with: ${MEDIA_CHANNELS.join(', ')}.`,
    );
  }
  return readList(json, place, { min: 1, max: MAX_FILES }, readFile);
}

function readFile(json: unknown, place: Place): MediaFile | undefined {
  const object = readObject(json, place, ['url', 'mimeType']);
  if (object === undefined) return undefined;
  const url = readPublicUrl(object['url'], place.at('url'));
  const { mimeType } = object;
  if (mimeType !== undefined && (typeof mimeType !== 'string' || !MIME_TYPE.test(mimeType))) {
    place.at('mimeType').refuse('Write a media type: image/jpeg.');
    return undefined;
  }
  return url === undefined ? undefined : { url, ...(typeof mimeType === 'string' && { mimeType }) };
}

function readPublicUrl(json: unknown, place: Place): string | undefined {
  const reading = typeof json === 'string' ? readEndpoint(json) : undefined;
  if (reading?.ok === true && !reading.endpoint.isLocal) return reading.endpoint.url.href;
  const why = reading?.ok === false ? ` ${reading.why}` : '';
  place.refuse(`Write a public https address; the provider fetches the file from it.${why}`);
  return undefined;
}

function readTemplate(json: unknown, place: Place, context: ActionContext): MessageTemplate | undefined {
  const object = readObject(json, place, ['name', 'language', 'parameters']);
  if (object === undefined) return undefined;
  if (context.channels !== undefined && !context.channels.includes('whatsapp')) {
    place.refuse('Templates are WhatsApp’s; this rule is for other channels.');
  }
  const name = readText(object['name'], place.at('name'), MAX_NAME_LENGTH);
  const language = object['language'];
  if (typeof language !== 'string' || !LANGUAGE.test(language)) {
    place.at('language').refuse('Name a language by its code: en, en_US, fr.');
    return undefined;
  }
  const parameters = asObject(object['parameters'] ?? {});
  const entries = Object.entries(parameters ?? {});
  if (parameters === undefined || entries.length > MAX_PARAMETERS) {
    place.at('parameters').refuse('Write an object of texts by parameter: {"body_1": "{{ contact.name }}"}.');
    return undefined;
  }
  const read = entries.flatMap(([key, value]) => {
    const at = place.at('parameters').at(key);
    if (!PARAMETER_NAME.test(key)) at.refuse('A parameter is named by letters, digits and _.');
    const text = readLiquid(value, at, context);
    return text === undefined || !PARAMETER_NAME.test(key) ? [] : [[key, text] as const];
  });
  return name === undefined ? undefined : { name, language, parameters: Object.fromEntries(read) };
}
