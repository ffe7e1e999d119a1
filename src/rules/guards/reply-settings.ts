import { asFiniteNumber, asObject } from '../../messaging/untrusted.js';
import { documentRoot, type Place } from '../definition/definition-problems.js';
import { readChoice, readList, readObject, readText } from '../definition/definition-readers.js';
import { durationMs } from '../definition/duration.js';
import type { DefinitionProblem } from '../definition/rule-definition.js';

export const SENSITIVITIES = ['off', 'low', 'normal', 'high'] as const;

export type Sensitivity = (typeof SENSITIVITIES)[number];

/** How much one connection may spend on SMS. */
export type CostBudget = {
  readonly connectionId: string;
  readonly segmentsPerDay: number;
  /** For people: what a segment costs, in `currency`. */
  readonly pricePerSegment?: number;
  /** ISO 4217, `EUR`. */
  readonly currency?: string;
};

/** How much automatic replies may do, and when they stay away. */
export type ReplySettings = {
  /** Automatic replies that one contact gets at most; null is no limit. Consent words are answered all the same. */
  readonly replyBudget: { readonly perHour: number | null; readonly perDay: number | null };
  readonly costBudgets: readonly CostBudget[];
  /** After a person has answered: for so long (ISO 8601) no rule does, in that conversation or in all of the contact's. Null is not at all. */
  readonly humanPause: { readonly length: string | null; readonly scope: 'conversation' | 'contact' };
  /** `pause` (ISO 8601): for so long a conversation is left alone in which another automatic system was recognised. */
  readonly loopGuard: { readonly sensitivity: Sensitivity; readonly pause: string };
};

/**
 * Twelve hours after a person has answered: long enough that no rule talks into their evening, short enough that the next morning's
 * question is answered.
 */
export const DEFAULT_REPLY_SETTINGS: ReplySettings = {
  replyBudget: { perHour: 10, perDay: 30 },
  costBudgets: [],
  humanPause: { length: 'PT12H', scope: 'conversation' },
  loopGuard: { sensitivity: 'normal', pause: 'PT12H' },
};

const MAX_REPLIES = 1_000;
const MAX_SEGMENTS = 10_000_000;
const MAX_COST_BUDGETS = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CURRENCY = /^[A-Z]{3}$/;

export type ReplySettingsReading =
  | { readonly ok: true; readonly settings: ReplySettings }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** Reads settings as an administrator wrote them; what is left out has its default. Tells every problem at once. */
export function parseReplySettings(json: unknown): ReplySettingsReading {
  const problems: DefinitionProblem[] = [];
  const root = documentRoot(problems);
  const object = readObject(json, root, ['replyBudget', 'costBudgets', 'humanPause', 'loopGuard']);
  if (object === undefined) return { ok: false, problems };
  const settings = {
    replyBudget: readReplyBudget(object['replyBudget'] ?? {}, root.at('replyBudget')),
    costBudgets: readCostBudgets(object['costBudgets'] ?? [], root.at('costBudgets')),
    humanPause: readHumanPause(object['humanPause'] ?? {}, root.at('humanPause')),
    loopGuard: readLoopGuard(object['loopGuard'] ?? {}, root.at('loopGuard')),
  };
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

function readReplyBudget(json: unknown, place: Place): ReplySettings['replyBudget'] {
  const fields = readObject(json, place, ['perHour', 'perDay']);
  const { perHour, perDay } = DEFAULT_REPLY_SETTINGS.replyBudget;
  return {
    perHour: readCap(fields?.['perHour'], place.at('perHour'), perHour),
    perDay: readCap(fields?.['perDay'], place.at('perDay'), perDay),
  };
}

function readCap(value: unknown, place: Place, otherwise: number | null): number | null {
  if (value === undefined) return otherwise;
  if (value === null || isWhole(value, MAX_REPLIES)) return value;
  place.refuse(`Write a whole number from 1 to ${MAX_REPLIES}, or null for no limit.`);
  return otherwise;
}

function readCostBudgets(json: unknown, place: Place): readonly CostBudget[] {
  const budgets = readList(json, place, { min: 0, max: MAX_COST_BUDGETS }, readCostBudget) ?? [];
  if (new Set(budgets.map(({ connectionId }) => connectionId)).size !== budgets.length) {
    place.refuse('A connection has one budget; put them together.');
  }
  return budgets;
}

function readCostBudget(json: unknown, place: Place): CostBudget | undefined {
  const fields = readObject(json, place, ['connectionId', 'segmentsPerDay', 'pricePerSegment', 'currency']);
  if (fields === undefined) return undefined;
  const { connectionId, segmentsPerDay, currency } = fields;
  const pricePerSegment = asFiniteNumber(fields['pricePerSegment']);
  if (typeof connectionId !== 'string' || !UUID.test(connectionId)) {
    place.at('connectionId').refuse('Write the id of a connection; GET /api/v1/connections lists them.');
    return undefined;
  }
  if (!isWhole(segmentsPerDay, MAX_SEGMENTS)) {
    place.at('segmentsPerDay').refuse(`Write a whole number from 1 to ${MAX_SEGMENTS}.`);
    return undefined;
  }
  if (fields['pricePerSegment'] !== undefined && !(pricePerSegment !== undefined && pricePerSegment > 0)) {
    place.at('pricePerSegment').refuse('Write a number above 0, or leave it out.');
    return undefined;
  }
  if (currency !== undefined && !(typeof currency === 'string' && CURRENCY.test(currency))) {
    place.at('currency').refuse('Write three capital letters, such as EUR.');
    return undefined;
  }
  return {
    connectionId: connectionId.toLowerCase(),
    segmentsPerDay,
    ...(pricePerSegment !== undefined && { pricePerSegment }),
    ...(typeof currency === 'string' && { currency }),
  };
}

function readHumanPause(json: unknown, place: Place): ReplySettings['humanPause'] {
  const fields = readObject(json, place, ['length', 'scope']);
  const { length, scope } = DEFAULT_REPLY_SETTINGS.humanPause;
  return {
    length: fields?.['length'] === null ? null : readDuration(fields?.['length'], place.at('length'), length),
    scope:
      fields?.['scope'] === undefined
        ? scope
        : (readChoice(fields['scope'], place.at('scope'), ['conversation', 'contact']) ?? scope),
  };
}

function readLoopGuard(json: unknown, place: Place): ReplySettings['loopGuard'] {
  const fields = readObject(json, place, ['sensitivity', 'pause']);
  const { sensitivity, pause } = DEFAULT_REPLY_SETTINGS.loopGuard;
  return {
    sensitivity:
      fields?.['sensitivity'] === undefined
        ? sensitivity
        : (readChoice(fields['sensitivity'], place.at('sensitivity'), SENSITIVITIES) ?? sensitivity),
    pause: readDuration(fields?.['pause'], place.at('pause'), pause) ?? pause,
  };
}

function readDuration(value: unknown, place: Place, otherwise: string | null): string | null {
  if (value === undefined) return otherwise;
  const text = readText(value, place, 40);
  if (text === undefined || durationMs(text) !== undefined) return text ?? otherwise;
  place.refuse('Write an ISO 8601 duration of at most 366 days: PT30M, PT12H, P1D.');
  return otherwise;
}

function isWhole(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max;
}

/**
 * The settings that a decision about one connection needs: stored ones that this version cannot read are as good as none, and the budgets
 * of other connections are nobody's business there.
 */
export function settingsFor(connectionId: string, document: unknown): ReplySettings {
  const reading = asObject(document) === undefined ? undefined : parseReplySettings(document);
  const settings = reading?.ok === true ? reading.settings : DEFAULT_REPLY_SETTINGS;
  return {
    ...settings,
    costBudgets: settings.costBudgets.filter((budget) => budget.connectionId === connectionId),
  };
}
