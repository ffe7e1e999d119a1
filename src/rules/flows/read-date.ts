import { readingAt } from '../../quiet-hours/zone-clock.js';
import type { DateOrder } from './flow-definition.js';

const DAY_MS = 24 * 3_600_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_LIKE = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})[-./ ](\d{1,2})(?:[-./ ](\d{4}|\d{2}))?\.?$/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (\p{L}{3,12})\.?,?(?: (\d{4}))?$/u;
const MONTH_DAY = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Whether a text is a day of the calendar, as 2026-12-24. */
export function isIsoDay(text: string): boolean {
  const parts = ISO_DAY.exec(text);
  return parts !== null && isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/** The day that it is, as 2026-12-24; empty for an instant outside the calendar. */
export function todayIn(timeZone: string, now: Date): string {
  const reading = new Date(readingAt(timeZone, now.getTime()));
  return Number.isNaN(reading.getTime()) ? '' : reading.toISOString().slice(0, 10);
}

/**
 * The day that a customer means, as 2026-12-24: `24/12/2026`, `24.12.`, `Dec 24`, `24 December`, `today`, `tomorrow`. Without a year it is the
 * next such day from `today` on. `undefined` for anything else, and for days that are not in the calendar.
 */
export function readDate(text: string, order: DateOrder, today: string): string | undefined {
  const said = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  if (said === 'today') return today === '' ? undefined : today;
  if (said === 'tomorrow') return dayAfter(today);
  const iso = ISO_LIKE.exec(said);
  if (iso !== null) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(said);
  if (numbers !== null) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
    return inYear(numbers[3], month, day, today);
  }
  const dayMonth = DAY_MONTH.exec(said);
  if (dayMonth !== null) return inYear(dayMonth[3], monthNamed(dayMonth[2]), Number(dayMonth[1]), today);
  const monthDay = MONTH_DAY.exec(said);
  if (monthDay !== null) return inYear(monthDay[3], monthNamed(monthDay[1]), Number(monthDay[2]), today);
  return undefined;
}

function monthNamed(name = ''): number {
  const full = MONTH_NAMES.indexOf(name);
  return (full === -1 ? MONTHS.indexOf(name === 'sept' ? 'sep' : name) : full) + 1;
}

function inYear(year: string | undefined, month: number, day: number, today: string): string | undefined {
  if (year !== undefined) return isoDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  // The 29th of February may be years away.
  return Array.from({ length: 9 }, (_, ahead) => isoDay(thisYear + ahead, month, day)).find(
    (each) => each !== undefined && each >= today,
  );
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1900 && year <= 9999 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? at.toISOString().slice(0, 10) : undefined;
}

function dayAfter(today: string): string | undefined {
  const at = Date.parse(`${today}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : new Date(at + DAY_MS).toISOString().slice(0, 10);
}
