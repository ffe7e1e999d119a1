import { WEEKDAYS, type Weekday } from '../../quiet-hours/jurisdictions.js';
import { isZone } from '../../quiet-hours/zone-clock.js';
import { documentRoot, quoted, type Place } from '../definition/definition-problems.js';
import { readObject, readText } from '../definition/definition-readers.js';
import type { DefinitionProblem } from '../definition/rule-definition.js';
import { readExceptions } from './parse-exceptions.js';
import { readIntervals } from './parse-intervals.js';
import type { HoursInterval, ScheduleDefinition } from './schedule.js';

export type ScheduleReading =
  | { readonly ok: true; readonly definition: ScheduleDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

const FIELDS = ['name', 'timeZone', 'fallbackTimeZone', 'weekly', 'exceptions'];
const MAX_NAME_LENGTH = 120;

/** The word in the place of a zone that stands for the zone of whoever is asked about. */
export const CONTACT_ZONE = 'contact';

/**
 * Reads a schedule as an administrator wrote it. Tells every problem at once, each with its JSON pointer and what to do about it.
 * What it gives back was fully checked: it compiles.
 */
export function parseScheduleDefinition(json: unknown): ScheduleReading {
  const problems: DefinitionProblem[] = [];
  const root = documentRoot(problems);
  const object = readObject(json, root, FIELDS);
  if (object === undefined) return { ok: false, problems };
  const name = readText(object['name'], root.at('name'), MAX_NAME_LENGTH);
  const timeZone = readZone(object['timeZone'], root.at('timeZone'), true);
  const fallback = readFallback(object['fallbackTimeZone'], root.at('fallbackTimeZone'), timeZone);
  const weekly = readWeek(object['weekly'], root.at('weekly'));
  const exceptions =
    object['exceptions'] === undefined ? [] : readExceptions(object['exceptions'], root.at('exceptions'));
  if (
    problems.length > 0 ||
    name === undefined ||
    timeZone === undefined ||
    weekly === undefined ||
    exceptions === undefined
  ) {
    return { ok: false, problems };
  }
  const zones = fallback === undefined ? { timeZone } : { timeZone, fallbackTimeZone: fallback };
  return { ok: true, definition: { name, ...zones, weekly, exceptions } };
}

function readZone(value: unknown, place: Place, contactAllowed: boolean): string | undefined {
  if (typeof value === 'string' && ((contactAllowed && value === CONTACT_ZONE) || isZone(value))) {
    return value;
  }
  const contact = contactAllowed ? `, or "${CONTACT_ZONE}" for the clock of the customer` : '';
  const what = value === undefined ? '' : `${quoted(value)} is no time zone. `;
  place.refuse(
    `${what}Write the name of a time zone, such as "Africa/Banjul" or "America/New_York"${contact}.`,
  );
  return undefined;
}

function readFallback(value: unknown, place: Place, timeZone: string | undefined): string | undefined {
  if (timeZone === CONTACT_ZONE) return readZone(value, place, false);
  if (value !== undefined && timeZone !== undefined) {
    place.refuse(`Only a schedule in the zone "${CONTACT_ZONE}" falls back; leave this out.`);
  }
  return undefined;
}

function readWeek(json: unknown, place: Place): ScheduleDefinition['weekly'] | undefined {
  const object = readObject(json, place, WEEKDAYS);
  if (object === undefined) return undefined;
  const week: Partial<Record<Weekday, readonly HoursInterval[]>> = {};
  for (const weekday of WEEKDAYS) {
    const hours = object[weekday];
    if (hours !== undefined) week[weekday] = readIntervals(hours, place.at(weekday));
  }
  return week;
}
