import type { DomainEventName } from '../../events/domain-events.js';
import { asArray, asObject } from '../../messaging/untrusted.js';
import type { JsonObject } from '../../messaging/untrusted.js';
import { quoted, suggestion } from './definition-problems.js';
import type { Place } from './definition-problems.js';
import { readChoice, readFlag, readList, readObject, readText } from './definition-readers.js';
import { describeFact, describeFacts } from '../conditions/fact-catalogue.js';
import type { FactDescription, FactType, Scalar } from '../conditions/fact.js';
import { MAX_PATTERN_LENGTH, readPattern } from '../conditions/pattern.js';
import { OPERATORS } from './rule-definition.js';
import type { Condition, LeafCondition, Operator, TextOperator } from './rule-definition.js';
import { comparableText } from '../conditions/text-normalisation.js';
import { isZone } from '../../quiet-hours/zone-clock.js';
import {
  CASE_OPERATORS,
  MAX_DEPTH,
  MAX_LEAVES,
  MAX_VALUE_LENGTH,
  MAX_VALUES,
  OPERATORS_OF,
} from './condition-limits.js';

type Reading = { readonly event: DomainEventName | undefined; leaves: number };

/** Reads `when`. Without an `event` (it was refused already) the facts are not held against it. */
export function parseCondition(
  json: unknown,
  place: Place,
  event: DomainEventName | undefined,
): Condition | undefined {
  return readCondition(json, place, { event, leaves: 0 }, 1);
}

function readCondition(json: unknown, place: Place, reading: Reading, depth: number): Condition | undefined {
  if (depth > MAX_DEPTH) {
    place.refuse(`Conditions are nested deeper than ${MAX_DEPTH} levels.`);
    return undefined;
  }
  const object = asObject(json);
  if (object === undefined) {
    place.refuse(
      'Write a condition: {"all": […]}, {"any": […]}, {"not": {…}} or {"fact": …, "op": …, "value": …}.',
    );
    return undefined;
  }
  if ('all' in object || 'any' in object || 'not' in object) return readGroup(object, place, reading, depth);
  reading.leaves += 1;
  if (reading.leaves > MAX_LEAVES) {
    if (reading.leaves === MAX_LEAVES + 1) place.refuse(`A rule asks at most ${MAX_LEAVES} questions.`);
    return undefined;
  }
  return readLeaf(object, place, reading.event);
}

function readGroup(object: JsonObject, place: Place, reading: Reading, depth: number): Condition | undefined {
  const label = (['all', 'any', 'not'] as const).find((each) => each in object) ?? 'all';
  for (const key of Object.keys(object)) {
    if (key !== label) place.at(key).refuse(`"${label}" stands alone in its object.`);
  }
  if (label === 'not') {
    const negated = readCondition(object['not'], place.at('not'), reading, depth + 1);
    return negated === undefined ? undefined : { not: negated };
  }
  const list = asArray(object[label]);
  if (list === undefined || list.length > MAX_LEAVES) {
    place.at(label).refuse(`Write a list of at most ${MAX_LEAVES} conditions.`);
    return undefined;
  }
  if (label === 'any' && list.length === 0) {
    place.at(label).refuse('"any" of nothing never holds. For a rule that always matches write {"all": []}.');
  }
  const parts = list.flatMap(
    (each, index) => readCondition(each, place.at(label).at(index), reading, depth + 1) ?? [],
  );
  return label === 'all' ? { all: parts } : { any: parts };
}

function readLeaf(
  object: JsonObject,
  place: Place,
  event: DomainEventName | undefined,
): LeafCondition | undefined {
  readObject(object, place, ['fact', 'op', 'value', 'caseSensitive', 'timeZone']);
  const fact = readFact(object['fact'], place.at('fact'), event);
  const op = readOperator(object['op'], place.at('op'), fact?.type);
  const caseSensitive = readFlag(object['caseSensitive'], place.at('caseSensitive'), false);
  const name = object['fact'];
  const timeZone =
    fact === undefined ? undefined : readTimeZone(object['timeZone'], place.at('timeZone'), fact);
  if (typeof name !== 'string' || op === undefined) return undefined;
  if (!CASE_OPERATORS.includes(op) && object['caseSensitive'] !== undefined) {
    place.at('caseSensitive').refuse(`"${op}" knows no case; leave this out.`);
  }
  const leaf = readLeafValue(name, op, object['value'], place.at('value'), fact?.type, caseSensitive);
  return leaf === undefined || timeZone === undefined ? leaf : { ...leaf, timeZone };
}

function readFact(
  value: unknown,
  place: Place,
  event: DomainEventName | undefined,
): FactDescription | undefined {
  const names = describeFacts(event).map(({ name }) => name);
  if (typeof value !== 'string') {
    place.refuse(`Name a fact: ${names.join(', ')}.`);
    return undefined;
  }
  const fact = describeFact(value);
  if (fact === undefined) {
    place.refuse(`There is no fact ${quoted(value)}. ${suggestion(value, names)}`);
    return undefined;
  }
  if (event !== undefined && !fact.events.includes(event)) {
    place.refuse(`${event} has no "${fact.name}". It has: ${names.join(', ')}.`);
  }
  return fact;
}

function readTimeZone(
  value: unknown,
  place: Place,
  { name, needsTimeZone }: FactDescription,
): string | undefined {
  if (!needsTimeZone) {
    if (value !== undefined) place.refuse(`"${name}" is the same in every time zone; leave this out.`);
    return undefined;
  }
  if (typeof value === 'string' && isZone(value)) return value;
  place.refuse('Say by whose clock: the name of a time zone, such as Africa/Banjul or Europe/Berlin.');
  return undefined;
}

function readOperator(value: unknown, place: Place, type: FactType | undefined): Operator | undefined {
  const op = readChoice(value, place, OPERATORS);
  if (op === undefined || type === undefined || OPERATORS_OF[type].includes(op)) return op;
  place.refuse(
    type === 'instant'
      ? 'Of this moment only "within" can be asked: {"fact": "time.now", "op": "within", "value": "<the name of a schedule>"}.'
      : `"${op}" cannot be asked of a ${type}. Use one of: ${OPERATORS_OF[type].join(', ')}.`,
  );
  return undefined;
}

function readLeafValue(
  fact: string,
  op: Operator,
  value: unknown,
  place: Place,
  type: FactType | undefined,
  caseSensitive: boolean,
): LeafCondition | undefined {
  const casing = caseSensitive ? { caseSensitive } : {};
  switch (op) {
    case 'exists':
      return value === undefined ? { fact, op } : { fact, op, value: readFlag(value, place, true) };
    case 'gt':
    case 'lt':
      if (typeof value === 'number' && Number.isFinite(value)) return { fact, op, value };
      place.refuse('Write a number, without quotes.');
      return undefined;
    case 'equals':
    case 'in': {
      if (op === 'in' && asArray(value) === undefined) {
        place.refuse('"in" takes a list of values: […].');
        return undefined;
      }
      const values = readOneOrMany(value, place, (each, at) => readScalar(each, at, type));
      return values === undefined ? undefined : { fact, op, value: values, ...casing };
    }
    case 'within': {
      const values = readOneOrMany(value, place, (each, at) => readText(each, at, MAX_VALUE_LENGTH));
      return values === undefined ? undefined : { fact, op, value: values };
    }
    default: {
      const values = readOneOrMany(value, place, (each, at) => readTextValue(op, each, at, caseSensitive));
      return values === undefined ? undefined : { fact, op, value: values, ...casing };
    }
  }
}

function readOneOrMany<Value extends Scalar>(
  value: unknown,
  place: Place,
  read: (value: unknown, place: Place) => Value | undefined,
): Value | readonly Value[] | undefined {
  return asArray(value) === undefined
    ? read(value, place)
    : readList(value, place, { min: 1, max: MAX_VALUES }, read);
}

function readScalar(value: unknown, place: Place, type: FactType | undefined): Scalar | undefined {
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  if (type === 'number') {
    if (isNumber) return value;
    place.refuse('Write a number, without quotes.');
    return undefined;
  }
  if (type === 'flag') {
    if (typeof value === 'boolean') return value;
    place.refuse('Write true or false, without quotes.');
    return undefined;
  }
  if (type === 'any' && (isNumber || typeof value === 'boolean')) return value;
  return readText(value, place, MAX_VALUE_LENGTH);
}

function readTextValue(
  op: TextOperator,
  value: unknown,
  place: Place,
  caseSensitive: boolean,
): string | undefined {
  const text = readText(value, place, op === 'matches' ? MAX_PATTERN_LENGTH : MAX_VALUE_LENGTH);
  if (text === undefined) return undefined;
  if (op === 'matches') {
    const reading = readPattern(text, caseSensitive);
    if (!reading.ok) place.refuse(reading.why);
    return reading.ok ? text : undefined;
  }
  const comparable = comparableText(text, caseSensitive);
  if ((op === 'word' || op === 'firstWord' || op === 'fuzzy') && comparable.words === '') {
    place.refuse(`"${op}" needs a letter or a digit. To look for signs or emoji use "contains".`);
    return undefined;
  }
  if (comparable.text === '') {
    place.refuse('Nothing of this value can be seen; write a visible text.');
    return undefined;
  }
  return text;
}
