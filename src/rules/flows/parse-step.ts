import type { JsonObject } from '../../messaging/untrusted.js';
import { parseCondition } from '../definition/parse-condition.js';
import type { Place } from '../definition/definition-problems.js';
import { readList, readObject, readText } from '../definition/definition-readers.js';
import {
  MAX_REASON_LENGTH,
  MAX_TAG_LENGTH,
  readAttribute,
  readWebhook,
} from '../definition/parse-actions.js';
import type { Condition } from '../definition/rule-definition.js';
import { END, STEP_KINDS } from './flow-definition.js';
import type {
  AskStep,
  BranchStep,
  FlowStep,
  HandOverStep,
  MenuStep,
  Patience,
  SetStep,
  StepKind,
  WebhookStep,
} from './flow-definition.js';
import {
  FLOW_EVENT,
  readCount,
  readFlowText,
  readLength,
  readOptionalText,
  readTarget,
  readVariableName,
} from './flow-readers.js';
import type { FlowNotes } from './flow-readers.js';
import { readExpectation, readOptions } from './parse-expectation.js';

export const DEFAULT_RETRIES = 2;
export const MAX_RETRIES = 10;
export const MAX_BRANCHES = 20;
export const LONGEST_FLOW_MS = 30 * 24 * 3_600_000;
const PATIENCE = ['retries', 'retryText', 'onInvalid', 'timeout', 'onTimeout'];
const TEXT = ['text', 'languages'];

type Reader = (object: JsonObject, place: Place, notes: FlowNotes) => FlowStep | undefined;

const READERS: Readonly<Record<StepKind, { readonly members: readonly string[]; readonly read: Reader }>> = {
  ask: { members: ['ask', 'saveAs', 'expect', 'next', ...PATIENCE], read: readAsk },
  menu: { members: ['menu', 'saveAs', ...PATIENCE], read: readMenu },
  say: { members: ['say', 'next'], read: readSay },
  branch: { members: ['branch', 'otherwise'], read: readBranch },
  set: { members: ['set', 'next'], read: readSet },
  webhook: { members: ['webhook', 'next'], read: readWebhookStep },
  handOver: { members: ['handOver'], read: readHandOver },
  end: { members: ['end'], read: readEnd },
};

/** Reads one step: what it is, is told by one of its members. */
export function readStep(json: unknown, place: Place, notes: FlowNotes): FlowStep | undefined {
  const every = [...new Set(Object.values(READERS).flatMap(({ members }) => members))];
  const object = readObject(json, place, every);
  if (object === undefined) return undefined;
  const [kind, ...others] = STEP_KINDS.filter((each) => object[each] !== undefined);
  if (kind === undefined || others.length > 0) {
    place.refuse(
      `A step is exactly one of ${STEP_KINDS.join(', ')}: {"say": {"text": "Hello"}, "next": "end"}.`,
    );
    return undefined;
  }
  const { members, read } = READERS[kind];
  const strays = Object.keys(object).filter((key) => every.includes(key) && !members.includes(key));
  for (const stray of strays) place.at(stray).refuse(`A "${kind}" step has no "${stray}"; leave this out.`);
  return read(object, place, notes);
}

function readAsk(object: JsonObject, place: Place, notes: FlowNotes): AskStep | undefined {
  const text = readObject(object['ask'], place.at('ask'), TEXT);
  const ask = text === undefined ? undefined : readFlowText(text, place.at('ask'), notes);
  const saveAs = readVariableName(object['saveAs'], place.at('saveAs'));
  const expect =
    object['expect'] === undefined
      ? ({ kind: 'text' } as const)
      : readExpectation(object['expect'], place.at('expect'));
  const next = readTarget(object['next'], place.at('next'), notes);
  const patience = readPatience(object, place, notes);
  if (ask === undefined || saveAs === undefined || expect === undefined || next === undefined)
    return undefined;
  return { ask, saveAs, expect, ...patience, next };
}

function readMenu(object: JsonObject, place: Place, notes: FlowNotes): MenuStep | undefined {
  const at = place.at('menu');
  const menu = readObject(object['menu'], at, [...TEXT, 'options']);
  if (menu === undefined) return undefined;
  const text = readFlowText(menu, at, notes);
  const options = readOptions(
    menu['options'],
    at.at('options'),
    (option, json, where) => {
      const next = readTarget(json['next'], where.at('next'), notes);
      return next === undefined ? undefined : { ...option, next };
    },
    ['next'],
  );
  const saveAs =
    object['saveAs'] === undefined ? undefined : readVariableName(object['saveAs'], place.at('saveAs'));
  const patience = readPatience(object, place, notes);
  if (text === undefined || options === undefined) return undefined;
  return { menu: { ...text, options }, ...(saveAs !== undefined && { saveAs }), ...patience };
}

function readPatience(object: JsonObject, place: Place, notes: FlowNotes): Patience {
  const retries = readCount(
    object['retries'],
    place.at('retries'),
    { min: 0, max: MAX_RETRIES },
    DEFAULT_RETRIES,
  );
  const again =
    object['retryText'] === undefined
      ? undefined
      : readObject(object['retryText'], place.at('retryText'), TEXT);
  const retryText = again === undefined ? undefined : readFlowText(again, place.at('retryText'), notes);
  const timeout =
    object['timeout'] === undefined
      ? undefined
      : readLength(object['timeout'], place.at('timeout'), LONGEST_FLOW_MS);
  const { onTimeout } = object;
  if (onTimeout !== undefined && onTimeout !== END && object['timeout'] === undefined) {
    place.at('onTimeout').refuse('Say also how long to wait: {"timeout": "PT10M"}.');
  }
  return {
    retries,
    ...(retryText !== undefined && { retryText }),
    onInvalid: readTarget(object['onInvalid'], place.at('onInvalid'), notes, END) ?? END,
    ...(timeout !== undefined && { timeout }),
    onTimeout: readTarget(object['onTimeout'], place.at('onTimeout'), notes, END) ?? END,
  };
}

function readSay(object: JsonObject, place: Place, notes: FlowNotes): FlowStep | undefined {
  const text = readObject(object['say'], place.at('say'), TEXT);
  const say = text === undefined ? undefined : readFlowText(text, place.at('say'), notes);
  const next = readTarget(object['next'], place.at('next'), notes);
  return say === undefined || next === undefined ? undefined : { say, next };
}

function readBranch(object: JsonObject, place: Place, notes: FlowNotes): BranchStep | undefined {
  const branch = readList(object['branch'], place.at('branch'), { min: 1, max: MAX_BRANCHES }, (each, at) => {
    const one = readObject(each, at, ['when', 'next']);
    if (one === undefined) return undefined;
    const when = parseCondition(one['when'], at.at('when'), FLOW_EVENT);
    const next = readTarget(one['next'], at.at('next'), notes);
    for (const name of when === undefined ? [] : variablesAsked(when))
      notes.variables.push({ name, place: at.at('when') });
    return when === undefined || next === undefined ? undefined : { when, next };
  });
  const otherwise = readTarget(object['otherwise'], place.at('otherwise'), notes);
  return branch === undefined || otherwise === undefined ? undefined : { branch, otherwise };
}

function variablesAsked(condition: Condition): readonly string[] {
  if ('not' in condition) return variablesAsked(condition.not);
  if ('all' in condition) return condition.all.flatMap(variablesAsked);
  if ('any' in condition) return condition.any.flatMap(variablesAsked);
  return condition.fact.startsWith('flow.') ? [condition.fact.slice('flow.'.length)] : [];
}

function readSet(object: JsonObject, place: Place, notes: FlowNotes): SetStep | undefined {
  const at = place.at('set');
  const set = readObject(object['set'], at, ['tag', 'untag', 'attribute']);
  const next = readTarget(object['next'], place.at('next'), notes);
  if (set === undefined || next === undefined) return undefined;
  if (Object.keys(set).length === 0) at.refuse('Say what to set: {"tag": "booked"}.');
  const tag = set['tag'] === undefined ? undefined : readText(set['tag'], at.at('tag'), MAX_TAG_LENGTH);
  const untag =
    set['untag'] === undefined ? undefined : readText(set['untag'], at.at('untag'), MAX_TAG_LENGTH);
  const action =
    set['attribute'] === undefined
      ? undefined
      : readAttribute(set['attribute'], at.at('attribute'), { event: FLOW_EVENT, channels: undefined });
  return {
    set: {
      ...(tag !== undefined && { tag: tag.trim() }),
      ...(untag !== undefined && { untag: untag.trim() }),
      ...(action !== undefined && 'attribute' in action && action),
    },
    next,
  };
}

function readWebhookStep(object: JsonObject, place: Place, notes: FlowNotes): WebhookStep | undefined {
  const action = readWebhook(object['webhook'], place.at('webhook'));
  const next = readTarget(object['next'], place.at('next'), notes);
  if (action === undefined || !('webhook' in action) || next === undefined) return undefined;
  return { webhook: action.webhook, next };
}

function readHandOver(object: JsonObject, place: Place, notes: FlowNotes): HandOverStep | undefined {
  const at = place.at('handOver');
  const handOver = readObject(object['handOver'], at, ['reason', 'for', ...TEXT]);
  if (handOver === undefined) return undefined;
  const reason = readText(handOver['reason'], at.at('reason'), MAX_REASON_LENGTH);
  const length =
    handOver['for'] === undefined
      ? undefined
      : readLength(handOver['for'], at.at('for'), 366 * 24 * 3_600_000);
  const text = readOptionalText(handOver, at, notes);
  if (reason === undefined) return undefined;
  return { handOver: { reason, ...(length !== undefined && { for: length }), ...text } };
}

function readEnd(object: JsonObject, place: Place, notes: FlowNotes): FlowStep | undefined {
  const end = readObject(object['end'], place.at('end'), TEXT);
  return end === undefined ? undefined : { end: readOptionalText(end, place.at('end'), notes) };
}
