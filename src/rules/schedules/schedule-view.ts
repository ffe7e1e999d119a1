import { dateOf, weekdayOf } from '../../quiet-hours/calendar-day.js';
import { readingAt } from '../../quiet-hours/zone-clock.js';
import type { CompiledSchedule } from './schedule.js';

const DAY_MS = 86_400_000;
const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A schedule at one instant, for people. */
export type ScheduleNow = {
  readonly isOpen: boolean;
  /** Null when nothing changes within `CHANGE_HORIZON_DAYS`. */
  readonly nextChangeAt: Date | null;
  /** The zone whose clock the sentence speaks of. */
  readonly timeZone: string;
  /** "Open until 18:00 today." or "Closed (Christmas); opens Monday 09:00." */
  readonly sentence: string;
};

/** Whether a schedule is open at an instant, until when, and one sentence about it. */
export function scheduleNow(schedule: CompiledSchedule, at: Date, contactZone?: string): ScheduleNow {
  const timeZone = schedule.zone(contactZone);
  const isOpen = schedule.isOpen(at, contactZone);
  const change = schedule.nextChange(at, contactZone);
  const today = Math.floor(readingAt(timeZone, at.getTime()) / DAY_MS);
  const turn = change === undefined ? undefined : turnAt(timeZone, change.getTime());
  const note = schedule.weekOf(at, contactZone)[0]?.note;
  return {
    isOpen,
    nextChangeAt: change ?? null,
    timeZone,
    sentence: isOpen ? openSentence(turn, today) : closedSentence(turn, today, note),
  };
}

/** What the clock shows at a moment: as it went until then, and as it goes on. They differ when somebody sets the clock right then. */
type Turn = { readonly until: number; readonly from: number };

function turnAt(timeZone: string, instant: number): Turn {
  return { until: readingAt(timeZone, instant - 1) + 1, from: readingAt(timeZone, instant) };
}

function openSentence(turn: Turn | undefined, today: number): string {
  if (turn === undefined) return 'Open all the time.';
  const { until, from } = turn;
  const day = Math.floor(until / DAY_MS);
  // The midnight at which a day ends belongs to that day for whoever closes then.
  const end = until % DAY_MS === 0 ? { day: day - 1, time: '24:00' } : { day, time: timeOf(until) };
  const set = until === from ? '' : `, when the clock goes ${wayOf(turn)} to ${timeOf(from)}`;
  if (end.day === today) return `Open until ${end.time} today${set}.`;
  return `Open until ${dayName(end.day, today)} ${end.time}${set}.`;
}

function wayOf({ until, from }: Turn): string {
  return from < until ? 'back' : 'forward';
}

function closedSentence(turn: Turn | undefined, today: number, note: string | undefined): string {
  const closed = note === undefined ? 'Closed' : `Closed (${note})`;
  if (turn === undefined) return `${closed}; no opening is planned.`;
  const { until, from } = turn;
  const day = Math.floor(from / DAY_MS);
  const set = until === from ? '' : `, when the clock goes ${wayOf(turn)} from ${timeOf(until)}`;
  return `${closed}; opens ${dayName(day, today)} ${timeOf(from)}${set}.`;
}

function timeOf(reading: number): string {
  return new Date(reading).toISOString().slice(11, 16);
}

/** A weekday alone is clear only within the next six days. */
function dayName(day: number, today: number): string {
  if (day === today) return 'today';
  if (day === today + 1) return 'tomorrow';
  const weekday = WEEKDAY_NAMES[weekdayOf(day)] ?? '';
  if (day > today && day < today + 7) return weekday;
  const [year, month, date] = dateOf(day).iso.split('-').map(Number);
  const sameYear = year === dateOf(today).year;
  return `${weekday} ${date} ${MONTH_NAMES[(month ?? 1) - 1]}${sameYear ? '' : ` ${year}`}`;
}
