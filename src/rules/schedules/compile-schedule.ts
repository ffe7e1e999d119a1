import { dateOf, weekdayOf } from '../../quiet-hours/calendar-day.js';
import { WEEKDAYS, type Weekday } from '../../quiet-hours/jurisdictions.js';
import { firstClockChange, isZone, readingAt } from '../../quiet-hours/zone-clock.js';
import { DAY_MINUTES, spanOf, type Span } from './hours.js';
import { dayOfDate } from './parse-exceptions.js';
import { CONTACT_ZONE } from './parse-schedule.js';
import type {
  CompiledSchedule,
  DayHours,
  HoursInterval,
  ScheduledDay,
  ScheduleDefinition,
  ScheduleException,
} from './schedule.js';

const MINUTE_MS = 60_000;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** How far ahead a change is looked for: every day of a year, and a month of grace. */
export const CHANGE_HORIZON_DAYS = 400;

/** What `Date` can hold, less what the search and the zones may add. */
const LAST_INSTANT_MS = 8_640_000_000_000_000 - (CHANGE_HORIZON_DAYS + 2) * DAY_MS;

/**
 * Compiles a schedule that `parseScheduleDefinition` gave.
 *
 * Hours are asked by what the clock on the wall shows, of which every instant has exactly one reading. So hours that begin inside an
 * hour that is skipped in spring begin with the end of the gap, and hours inside the hour that is repeated in autumn count both times.
 */
export function compileSchedule(definition: ScheduleDefinition): CompiledSchedule {
  const calendar = calendarOf(definition);
  const isByContact = definition.timeZone === CONTACT_ZONE;
  const zone = (contactZone?: string): string => {
    if (!isByContact) return definition.timeZone;
    if (contactZone !== undefined && isZone(contactZone)) return contactZone;
    return definition.fallbackTimeZone ?? 'UTC';
  };
  return {
    name: definition.name,
    isByContact,
    zone,
    isOpen: (at, contactZone) => isOpenAt(calendar, readingOf(at, zone(contactZone))),
    nextChange: (at, contactZone) => changeAfter(calendar, at, zone(contactZone)),
    weekOf: (at, contactZone) => weekFrom(calendar, readingOf(at, zone(contactZone))),
  };
}

/** `NaN` for an instant that does not exist, or is too far from today to be searched from. */
function readingOf(at: Date, zone: string): number {
  const instant = at.getTime();
  return Math.abs(instant) <= LAST_INSTANT_MS ? readingAt(zone, instant) : Number.NaN;
}

type Hours = { readonly intervals: readonly HoursInterval[]; readonly spans: readonly Span[] };

/** The hours that begin on a calendar day, with the exception that governs it. */
type Calendar = (day: number) => Hours & { readonly exception?: ScheduleException };

type DatedHours = Hours & {
  readonly first: number;
  readonly last: number;
  readonly exception: ScheduleException;
};

function calendarOf({ weekly, exceptions }: ScheduleDefinition): Calendar {
  const week = WEEKDAYS.map((weekday) => hoursOf({ intervals: weekly[weekday] ?? [] }));
  const dated = exceptions.flatMap((exception) => datedHours(exception) ?? []);
  const dates = new Map(
    dated.filter(({ exception }) => 'date' in exception).map((each) => [each.first, each]),
  );
  const ranges = dated.filter(({ exception }) => !('date' in exception));
  const closed = hoursOf({ closed: true });
  return (day) =>
    dates.get(day) ??
    ranges.find(({ first, last }) => first <= day && day <= last) ??
    week[weekdayOf(day)] ??
    closed;
}

function datedHours(exception: ScheduleException): DatedHours | undefined {
  const [from, until] =
    'date' in exception ? [exception.date, exception.date] : [exception.from, exception.until];
  const [first, last] = [dayOfDate(from), dayOfDate(until)];
  return first === undefined || last === undefined
    ? undefined
    : { first, last, exception, ...hoursOf(exception) };
}

function hoursOf(hours: DayHours): Hours {
  const intervals = 'intervals' in hours ? hours.intervals : [];
  return { intervals, spans: intervals.flatMap((interval) => spanOf(interval) ?? []) };
}

/** Yesterday's hours count too: they may run past midnight. */
function spansAround(calendar: Calendar, reading: number): Span[] {
  const today = Math.floor(reading / DAY_MS);
  return [today - 1, today].flatMap((day) =>
    calendar(day).spans.map(({ from, to }) => ({
      from: day * DAY_MS + from * MINUTE_MS,
      to: day * DAY_MS + to * MINUTE_MS,
    })),
  );
}

function isOpenAt(calendar: Calendar, reading: number): boolean {
  return spansAround(calendar, reading).some(({ from, to }) => from <= reading && reading < to);
}

/** The next reading, always later than this one and at the latest midnight, at which `isOpenAt` may answer otherwise. */
function nextBoundary(calendar: Calendar, reading: number): number {
  const midnight = (Math.floor(reading / DAY_MS) + 1) * DAY_MS;
  const boundaries = spansAround(calendar, reading).flatMap(({ from, to }) => [from, to]);
  return Math.min(midnight, ...boundaries.filter((boundary) => boundary > reading));
}

/**
 * Walks from one boundary of the hours to the next as the clock goes, and stops at every change of the clock on the way: in between,
 * one minute of the clock is one minute.
 */
function changeAfter(calendar: Calendar, at: Date, zone: string): Date | undefined {
  let instant = at.getTime();
  let reading = readingOf(at, zone);
  if (Number.isNaN(reading)) return undefined;
  const isOpenNow = isOpenAt(calendar, reading);
  const limit = instant + CHANGE_HORIZON_DAYS * DAY_MS;
  while (instant <= limit) {
    const boundary = instant + (nextBoundary(calendar, reading) - reading);
    instant = firstClockChange(zone, instant, boundary);
    reading = readingAt(zone, instant);
    if (isOpenAt(calendar, reading) !== isOpenNow) return new Date(instant);
  }
  return undefined;
}

function weekFrom(calendar: Calendar, reading: number): readonly ScheduledDay[] {
  if (Number.isNaN(reading)) return [];
  const today = Math.floor(reading / DAY_MS);
  return [0, 1, 2, 3, 4, 5, 6].map((after) => scheduledDay(calendar, today + after));
}

function scheduledDay(calendar: Calendar, day: number): ScheduledDay {
  const { intervals, exception } = calendar(day);
  return {
    date: dateOf(day).iso,
    weekday: weekdayName(day),
    intervals,
    isException: exception !== undefined,
    ...(exception?.note !== undefined && { note: exception.note }),
  };
}

function weekdayName(day: number): Weekday {
  return WEEKDAYS[weekdayOf(day)] ?? 'sunday';
}
