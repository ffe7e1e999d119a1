import type { DomainEventName } from '../../events/domain-events.js';
import type { Place } from './definition-problems.js';
import { readChoice, readObject } from './definition-readers.js';
import { durationMs } from './duration.js';
import { COOLDOWN_SCOPES, type CooldownScope, type RuleLimits } from './rule-definition.js';

const FIELDS = ['cooldown', 'cooldownScope', 'atMost', 'once', 'debounce'];

/** So many firings of a rule are kept for each contact. */
export const MOST_COUNTED = 20;
const LONGEST_DEBOUNCE_MS = 60_000;

/** What a limit may refer to besides itself. */
export type LimitsContext = {
  readonly event: DomainEventName | undefined;
  readonly group: string | undefined;
};

/** Reads `limits`. */
export function readLimits(json: unknown, place: Place, context: LimitsContext): RuleLimits | undefined {
  const object = readObject(json, place, FIELDS);
  if (object === undefined) return undefined;
  const cooldown = readDuration(object['cooldown'], place.at('cooldown'));
  const cooldownScope = readScope(object['cooldownScope'], place.at('cooldownScope'), cooldown, context);
  const atMost = readFrequency(object['atMost'], place.at('atMost'));
  const once = readOnce(object['once'], place.at('once'));
  const debounce = readDebounce(object['debounce'], place.at('debounce'), context);
  return {
    ...(cooldown !== undefined && { cooldown }),
    ...(cooldownScope !== undefined && { cooldownScope }),
    ...(atMost !== undefined && { atMost }),
    ...(once !== undefined && { once }),
    ...(debounce !== undefined && { debounce }),
  };
}

function readDuration(value: unknown, place: Place): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && durationMs(value) !== undefined) return value;
  place.refuse(
    'Write an ISO 8601 duration of at most 366 days, in weeks, days, hours, minutes and seconds: PT10M, PT12H, P1D.',
  );
  return undefined;
}

function readScope(
  value: unknown,
  place: Place,
  cooldown: string | undefined,
  { group }: LimitsContext,
): CooldownScope | undefined {
  if (value === undefined) return undefined;
  const scope = readChoice(value, place, COOLDOWN_SCOPES);
  if (cooldown === undefined) place.refuse('Say in `cooldown` for how long, or leave the scope out.');
  if (scope === 'group' && group === undefined) {
    place.refuse('This rule is in no group. Name one in `group`, or choose another scope.');
  }
  return scope;
}

function readFrequency(json: unknown, place: Place): RuleLimits['atMost'] {
  if (json === undefined) return undefined;
  const object = readObject(json, place, ['count', 'per']);
  if (object === undefined) return undefined;
  const { count } = object;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MOST_COUNTED) {
    place.at('count').refuse(`Write a whole number from 1 to ${MOST_COUNTED}.`);
    return undefined;
  }
  if (object['per'] === undefined) place.at('per').refuse('Say in how long, as PT1H or P1D.');
  const per = readDuration(object['per'], place.at('per'));
  return per === undefined ? undefined : { count, per };
}

function readOnce(value: unknown, place: Place): RuleLimits['once'] {
  if (value === undefined || value === false) return undefined;
  if (value === true) return value;
  return readChoice(value, place, ['contact', 'conversation'] as const);
}

function readDebounce(value: unknown, place: Place, { event }: LimitsContext): string | undefined {
  if (value === undefined || value === 'PT0S') return undefined;
  const lengthMs = typeof value === 'string' ? durationMs(value) : undefined;
  if (typeof value !== 'string' || lengthMs === undefined || lengthMs > LONGEST_DEBOUNCE_MS) {
    place.refuse('Write an ISO 8601 duration of at most a minute, such as PT3S.');
    return undefined;
  }
  if (event !== undefined && event !== 'message.received') {
    place.refuse('Only a rule about message.received can wait for the customer’s next message.');
  }
  return value;
}
