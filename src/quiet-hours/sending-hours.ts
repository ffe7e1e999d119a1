import { dateOf, weekdayOf } from './calendar-day.js';
import { holidayOn } from './holidays.js';
import { WEEKDAYS, type Interval, type Jurisdiction } from './jurisdictions.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * What a clock on the wall shows, in milliseconds since 1970-01-01T00:00 on that wall. Every instant has exactly one reading, while
 * a reading may have none or two instants (clocks are put forward and back), so hours are asked by reading only.
 */
export type ClockReading = number;

/** The hours of one calendar day, with the name of the holiday that closes it. */
export type DayHours = { readonly intervals: readonly Interval[]; readonly holiday?: string };

export function dayOfReading(reading: ClockReading): number {
  return Math.floor(reading / DAY_MS);
}

export function hoursOn(jurisdiction: Jurisdiction, day: number): DayHours {
  const { iso } = dateOf(day);
  const exceptions = jurisdiction.exceptions;
  if (exceptions !== undefined && Object.hasOwn(exceptions, iso)) return { intervals: exceptions[iso] ?? [] };
  const holiday = jurisdiction.holidays && holidayOn(jurisdiction.holidays, day);
  if (holiday !== undefined) return { intervals: [], holiday };
  const weekday = WEEKDAYS[weekdayOf(day)];
  return { intervals: weekday === undefined ? [] : jurisdiction.week[weekday] };
}

/** Whether sending is allowed at this reading. The end of an interval is outside. */
export function isAllowedAt(jurisdiction: Jurisdiction, reading: ClockReading): boolean {
  return spansAround(jurisdiction, reading).some(({ from, to }) => from <= reading && reading < to);
}

/** The next reading, always later than this one, at which the answer of `isAllowedAt` may change. */
export function nextBoundary(jurisdiction: Jurisdiction, reading: ClockReading): ClockReading {
  const midnight = (dayOfReading(reading) + 1) * DAY_MS;
  const boundaries = spansAround(jurisdiction, reading).flatMap(({ from, to }) => [from, to]);
  return Math.min(midnight, ...boundaries.filter((boundary) => boundary > reading));
}

type Span = { readonly from: ClockReading; readonly to: ClockReading };

/** Yesterday's hours count too: they may run past midnight. */
function spansAround(jurisdiction: Jurisdiction, reading: ClockReading): Span[] {
  const today = dayOfReading(reading);
  return [today - 1, today].flatMap((day) =>
    hoursOn(jurisdiction, day).intervals.flatMap((interval) => spanOf(interval, day) ?? []),
  );
}

function spanOf(interval: Interval, day: number): Span | undefined {
  const from = minuteOf(interval.from);
  const to = minuteOf(interval.to);
  if (from === undefined || to === undefined || from === to) return undefined;
  const start = day * DAY_MS;
  const end = to < from ? to + DAY_MINUTES : to;
  return { from: start + from * MINUTE_MS, to: start + end * MINUTE_MS };
}

function minuteOf(time: string): number | undefined {
  const match = TIME.exec(time);
  if (match === null) return undefined;
  return match[1] === undefined ? DAY_MINUTES : Number(match[1]) * 60 + Number(match[2]);
}
