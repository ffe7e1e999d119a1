import { readEndpoint } from '../../messaging/public-endpoint.js';
import { templateProblems } from '../replies/template.js';
import { quoted } from './definition-problems.js';
import type { Place } from './definition-problems.js';
import { readChoice, readList, readObject, readText } from './definition-readers.js';
import { durationMs } from './duration.js';
import { readModel } from './parse-model.js';
import { readReply, readSend } from './parse-reply.js';
import type { ActionContext } from './parse-reply.js';
import { WEBHOOK_PARTS } from './rule-definition.js';
import type { RuleAction } from './rule-definition.js';

export const MAX_TAG_LENGTH = 64;
export const MAX_ACTIONS = 10;
export const MAX_ATTRIBUTE_LENGTH = 500;
export const MAX_REASON_LENGTH = 200;
/** As the names under which contacts are given attributes through the API. */
export const ATTRIBUTE_NAME = /^\w{1,60}$/;

const ACTIONS = [
  'reply',
  'send',
  'tag',
  'untag',
  'attribute',
  'pause',
  'handOver',
  'startFlow',
  'webhook',
  'model',
] as const;

type Reader = (json: unknown, place: Place, context: ActionContext) => RuleAction | undefined;

const READERS: Readonly<Record<(typeof ACTIONS)[number], Reader>> = {
  reply: readReply,
  send: readSend,
  tag: (json, place) => {
    const tag = readText(json, place, MAX_TAG_LENGTH);
    return tag === undefined ? undefined : { tag: tag.trim() };
  },
  untag: (json, place) => {
    const untag = readText(json, place, MAX_TAG_LENGTH);
    return untag === undefined ? undefined : { untag: untag.trim() };
  },
  attribute: readAttribute,
  pause: readPause,
  handOver: readHandOver,
  startFlow: readStartFlow,
  webhook: readWebhook,
  model: readModel,
};

/** Reads `then`. */
export function readActions(
  json: unknown,
  place: Place,
  context: ActionContext,
): readonly RuleAction[] | undefined {
  const actions = readList(json, place, { min: 1, max: MAX_ACTIONS }, (each, at) =>
    readAction(each, at, context),
  );
  if (actions === undefined) return undefined;
  if (actions.filter((action) => 'reply' in action).length > 1) {
    place.refuse('A rule replies once; put the texts together, or make a second rule.');
  }
  const starts = actions.filter((action) => 'startFlow' in action);
  if (starts.length > 1) place.refuse('A rule starts one flow.');
  if (starts.length > 0 && actions.some((action) => 'reply' in action)) {
    place.refuse(
      'The first message of the flow is the reply; put this text into the flow, or make a second rule.',
    );
  }
  if (starts.length > 0 && actions.some((action) => 'pause' in action || 'handOver' in action)) {
    place.refuse('A flow cannot begin where nothing automatic is said; let the flow hand over at its end.');
  }
  if (actions.filter((action) => 'pause' in action || 'handOver' in action).length > 1) {
    place.refuse('A rule pauses or hands over once.');
  }
  if (actions.some((action) => 'model' in action) && actions.some(isNoCompanyForModel)) {
    place.refuse(
      'A rule that asks the language model answers with nothing else: no second model, reply, send or flow, no pause and no hand-over.',
    );
  }
  return actions;
}

/** The first model of the list is the one that is meant. */
function isNoCompanyForModel(action: RuleAction, index: number, actions: readonly RuleAction[]): boolean {
  if ('model' in action) return actions.findIndex((each) => 'model' in each) !== index;
  return ['reply', 'send', 'startFlow', 'pause', 'handOver'].some((key) => key in action);
}

function readAction(json: unknown, place: Place, context: ActionContext): RuleAction | undefined {
  const object = readObject(json, place, ACTIONS);
  if (object === undefined) return undefined;
  const [key, ...others] = Object.keys(object);
  if (key === undefined || others.length > 0) {
    place.refuse(`An action is one of ${ACTIONS.join(', ')}, alone in its object: {"tag": "new"}.`);
    return undefined;
  }
  const action = ACTIONS.find((each) => each === key);
  return action === undefined ? undefined : READERS[action](object[action], place.at(action), context);
}

export function readAttribute(json: unknown, place: Place, { event }: ActionContext): RuleAction | undefined {
  const object = readObject(json, place, ['name', 'value']);
  if (object === undefined) return undefined;
  const name = object['name'];
  if (typeof name !== 'string' || !ATTRIBUTE_NAME.test(name)) {
    place.at('name').refuse('Write a name of letters, digits and _, at most 60 of them.');
    return undefined;
  }
  const value = object['value'];
  if (value === null || typeof value === 'boolean') return { attribute: { name, value } };
  if (typeof value === 'number' && Number.isFinite(value)) return { attribute: { name, value } };
  if (typeof value !== 'string') {
    place.at('value').refuse('Write a text, a number, true or false; null takes the attribute away.');
    return undefined;
  }
  const text = readText(value, place.at('value'), MAX_ATTRIBUTE_LENGTH);
  if (text === undefined) return undefined;
  for (const problem of event === undefined ? [] : templateProblems(text, event))
    place.at('value').refuse(problem);
  return { attribute: { name, value: text } };
}

function readPause(json: unknown, place: Place): RuleAction | undefined {
  const object = readObject(json, place, ['for']);
  if (object === undefined) return undefined;
  const length = readDuration(object['for'], place.at('for'));
  return length === undefined ? undefined : { pause: { for: length } };
}

function readHandOver(json: unknown, place: Place): RuleAction | undefined {
  const object = readObject(json, place, ['reason', 'for']);
  if (object === undefined) return undefined;
  const reason = readText(object['reason'], place.at('reason'), MAX_REASON_LENGTH);
  const length = object['for'] === undefined ? undefined : readDuration(object['for'], place.at('for'));
  if (reason === undefined) return undefined;
  return { handOver: { reason, ...(length !== undefined && { for: length }) } };
}

function readDuration(json: unknown, place: Place): string | undefined {
  if (typeof json === 'string' && durationMs(json) !== undefined) return json;
  place.refuse('Write an ISO 8601 duration of at most 366 days: PT30M, PT8H, P1D.');
  return undefined;
}

function readStartFlow(json: unknown, place: Place): RuleAction | undefined {
  const startFlow = readText(json, place, MAX_REASON_LENGTH);
  return startFlow === undefined ? undefined : { startFlow };
}

export function readWebhook(json: unknown, place: Place): RuleAction | undefined {
  const object = readObject(json, place, ['url', 'include']);
  if (object === undefined) return undefined;
  const include =
    object['include'] === undefined
      ? []
      : readList(object['include'], place.at('include'), { min: 0, max: WEBHOOK_PARTS.length }, (each, at) =>
          readChoice(each, at, WEBHOOK_PARTS),
        );
  const url = object['url'];
  if (typeof url !== 'string') {
    place.at('url').refuse(`${quoted(url)} is no address. Write https://example.com/hook.`);
    return undefined;
  }
  const reading = readEndpoint(url);
  if (!reading.ok) place.at('url').refuse(reading.why);
  if (!reading.ok || include === undefined) return undefined;
  return { webhook: { url: reading.endpoint.url.href, include: [...new Set(include)] } };
}
