import { isZone } from '../../quiet-hours/zone-clock.js';
import { readPattern } from '../conditions/pattern.js';
import type { JsonObject } from '../../messaging/untrusted.js';
import { asObject } from '../../messaging/untrusted.js';
import type { Place } from '../definition/definition-problems.js';
import { readChoice, readFlag, readList, readObject, readText } from '../definition/definition-readers.js';
import { DATE_ORDERS, EXPECTED_KINDS } from './flow-definition.js';
import type { Expectation, FlowOption } from './flow-definition.js';
import { MAX_KEYWORDS, MAX_LABEL_LENGTH, MAX_OPTIONS, readByLanguage, readCount } from './flow-readers.js';
import { refuseUnheardWord, wordKey } from './flow-words.js';
import { isIsoDay } from './read-date.js';

/** So much of an answer is kept. */
export const MAX_ANSWER_LENGTH = 500;

const MEMBERS = {
  text: ['kind', 'min', 'max', 'pattern'],
  number: ['kind', 'min', 'max', 'integer'],
  date: ['kind', 'min', 'max', 'order', 'timeZone'],
  choice: ['kind', 'options'],
  email: ['kind'],
  phone: ['kind'],
  yesNo: ['kind'],
} as const;

/** Reads `expect`. */
export function readExpectation(json: unknown, place: Place): Expectation | undefined {
  const kind = readChoice(asObject(json)?.['kind'], place.at('kind'), EXPECTED_KINDS);
  if (kind === undefined) return undefined;
  const object = readObject(json, place, MEMBERS[kind]);
  if (object === undefined) return undefined;
  switch (kind) {
    case 'text':
      return readTextExpectation(object, place);
    case 'number':
      return readNumberExpectation(object, place);
    case 'date':
      return readDateExpectation(object, place);
    case 'choice': {
      const options = readOptions(object['options'], place.at('options'), (option) => option);
      return options === undefined ? undefined : { kind, options };
    }
    case 'email':
    case 'phone':
    case 'yesNo':
      return { kind };
    default: {
      const never: never = kind;
      return never;
    }
  }
}

function readTextExpectation(object: JsonObject, place: Place): Expectation {
  const limits = { min: 1, max: MAX_ANSWER_LENGTH };
  const min = object['min'] === undefined ? undefined : readCount(object['min'], place.at('min'), limits, 1);
  const max =
    object['max'] === undefined ? undefined : readCount(object['max'], place.at('max'), limits, limits.max);
  refuseEmptyRange(min, max, place);
  const pattern =
    object['pattern'] === undefined ? undefined : readText(object['pattern'], place.at('pattern'), 512);
  if (pattern !== undefined) {
    const reading = readPattern(pattern, false);
    if (!reading.ok) place.at('pattern').refuse(reading.why);
  }
  return {
    kind: 'text',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(pattern !== undefined && { pattern }),
  };
}

function readNumberExpectation(object: JsonObject, place: Place): Expectation {
  const min = readNumber(object['min'], place.at('min'));
  const max = readNumber(object['max'], place.at('max'));
  refuseEmptyRange(min, max, place);
  const integer = readFlag(object['integer'], place.at('integer'), false);
  return {
    kind: 'number',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(integer && { integer }),
  };
}

function readDateExpectation(object: JsonObject, place: Place): Expectation {
  const min = readDay(object['min'], place.at('min'));
  const max = readDay(object['max'], place.at('max'));
  if (min !== undefined && max !== undefined && min !== 'today' && max !== 'today')
    refuseEmptyRange(min, max, place);
  const order =
    object['order'] === undefined ? undefined : readChoice(object['order'], place.at('order'), DATE_ORDERS);
  const timeZone = object['timeZone'];
  const isKnownZone = typeof timeZone === 'string' && isZone(timeZone);
  if (timeZone !== undefined && !isKnownZone) {
    place.at('timeZone').refuse('Write the name of a time zone, such as Africa/Banjul or Europe/Berlin.');
  }
  return {
    kind: 'date',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(order !== undefined && { order }),
    ...(typeof timeZone === 'string' && isKnownZone && { timeZone }),
  };
}

function readNumber(json: unknown, place: Place): number | undefined {
  if (json === undefined) return undefined;
  if (typeof json === 'number' && Number.isFinite(json)) return json;
  place.refuse('Write a number, without quotes.');
  return undefined;
}

function readDay(json: unknown, place: Place): string | undefined {
  if (json === undefined) return undefined;
  if (typeof json === 'string' && (json === 'today' || isIsoDay(json))) return json;
  place.refuse('Write a date as 2026-12-24, or "today".');
  return undefined;
}

function refuseEmptyRange<Value extends number | string>(
  min: Value | undefined,
  max: Value | undefined,
  place: Place,
): void {
  if (min !== undefined && max !== undefined && min > max)
    place.refuse('No answer can be as large as "min" and as small as "max"; change one of them.');
}

/** Reads options; each customer's word belongs to one of them. `read` reads what an option has besides. */
export function readOptions<Option extends FlowOption>(
  json: unknown,
  place: Place,
  read: (option: FlowOption, object: JsonObject, place: Place) => Option | undefined,
  more: readonly string[] = [],
): readonly Option[] | undefined {
  const taken = new Map<string, string>();
  return readList(json, place, { min: 1, max: MAX_OPTIONS }, (each, at) => {
    const object = readObject(each, at, ['label', 'languages', 'keywords', 'id', ...more]);
    if (object === undefined) return undefined;
    const option = readOption(object, at);
    const complete = option === undefined ? undefined : read(option, object, at);
    for (const word of complete === undefined ? [] : wordsOf(complete)) {
      const owner = taken.get(wordKey(word));
      if (owner !== undefined && owner !== complete?.label)
        at.refuse(`"${word.slice(0, 40)}" is an answer of "${owner}" too; one word chooses one option.`);
      taken.set(wordKey(word), complete?.label ?? '');
    }
    return complete;
  });
}

function readOption(object: JsonObject, place: Place): FlowOption | undefined {
  const label = readLabel(object['label'], place.at('label'));
  const languages =
    object['languages'] === undefined
      ? undefined
      : readByLanguage(object['languages'], place.at('languages'), readLabel);
  const keywords =
    object['keywords'] === undefined
      ? undefined
      : readList(object['keywords'], place.at('keywords'), { min: 0, max: MAX_KEYWORDS }, readLabel);
  const id = object['id'] === undefined ? undefined : readText(object['id'], place.at('id'), 256);
  if (label === undefined) return undefined;
  return {
    label,
    ...(languages !== undefined && { languages }),
    ...(keywords !== undefined && { keywords }),
    ...(id !== undefined && { id }),
  };
}

function readLabel(json: unknown, place: Place): string | undefined {
  const label = readText(json, place, MAX_LABEL_LENGTH)?.trim();
  if (label !== undefined) refuseUnheardWord(label, place);
  return label;
}

/** Every word by which an option is chosen, besides its number. */
export function wordsOf({ label, languages = {}, keywords = [] }: FlowOption): readonly string[] {
  return [label, ...Object.values(languages), ...keywords];
}
