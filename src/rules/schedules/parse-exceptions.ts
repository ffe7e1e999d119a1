import { asObject, type JsonObject } from '../../messaging/untrusted.js';
import { dateOf, dayOf } from '../../quiet-hours/calendar-day.js';
import type { Place } from '../definition/definition-problems.js';
import { readList, readObject, readText } from '../definition/definition-readers.js';
import { readIntervals } from './parse-intervals.js';
import type { DayHours, ScheduleException } from './schedule.js';

const MAX_EXCEPTIONS = 400;
const MAX_NOTE_LENGTH = 200;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

type Days = { readonly first: number; readonly last: number };
type ReadException = { readonly exception: ScheduleException; readonly days: Days; readonly place: Place };

/** Reads the dated exceptions of a schedule. No day may have two, except that a single date stands over a range. */
export function readExceptions(json: unknown, place: Place): readonly ScheduleException[] | undefined {
  const read = readList(json, place, { min: 0, max: MAX_EXCEPTIONS }, readException);
  if (read === undefined) return undefined;
  refuseOverlaps(read.filter(({ exception }) => 'date' in exception));
  refuseOverlaps(read.filter(({ exception }) => !('date' in exception)));
  return read.map(({ exception }) => exception);
}

function refuseOverlaps(read: readonly ReadException[]): void {
  const sorted = [...read].sort((one, other) => one.days.first - other.days.first);
  let latest = -Infinity;
  for (const { days, place } of sorted) {
    if (days.first <= latest) place.refuse('Another exception governs the same day; keep one of them.');
    latest = Math.max(latest, days.last);
  }
}

function readException(json: unknown, place: Place): ReadException | undefined {
  const object = asObject(json);
  const isRange = object !== undefined && !('date' in object) && ('from' in object || 'until' in object);
  const dates = isRange ? ['from', 'until'] : ['date'];
  if (readObject(json, place, [...dates, 'closed', 'intervals', 'note']) === undefined || !object) {
    return undefined;
  }
  const hours = readHours(object, place);
  const note =
    object['note'] === undefined ? undefined : readText(object['note'], place.at('note'), MAX_NOTE_LENGTH);
  const noted = note === undefined ? {} : { note };
  const first = readDate(object, place, isRange ? 'from' : 'date');
  const last = isRange ? readDate(object, place, 'until') : first;
  if (hours === undefined || first === undefined || last === undefined) return undefined;
  if (last.day < first.day) {
    place.at('until').refuse('The range ends before it begins; "until" is its last day.');
    return undefined;
  }
  const when = isRange ? { from: first.date, until: last.date } : { date: first.date };
  return { exception: { ...when, ...hours, ...noted }, days: { first: first.day, last: last.day }, place };
}

function readHours(object: JsonObject, place: Place): DayHours | undefined {
  const { closed, intervals } = object;
  if (closed === true && intervals === undefined) return { closed };
  if (closed === undefined && intervals !== undefined) {
    return { intervals: readIntervals(intervals, place.at('intervals')) };
  }
  place.refuse('Write either "closed": true, or "intervals" with the hours of these days.');
  return undefined;
}

function readDate(object: JsonObject, place: Place, name: string): { date: string; day: number } | undefined {
  const date = object[name];
  const day = typeof date === 'string' ? dayOfDate(date) : undefined;
  if (typeof date === 'string' && day !== undefined) return { date, day };
  place.at(name).refuse('Write a date of the calendar as "2026-12-25".');
  return undefined;
}

/** The number of a calendar day (see `dayOf`); `undefined` for 30 February. */
export function dayOfDate(date: string): number | undefined {
  const match = DATE.exec(date);
  if (match === null) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return dateOf(day).iso === date ? day : undefined;
}
