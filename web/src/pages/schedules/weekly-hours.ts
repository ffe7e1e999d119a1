import { asArray, asObject, asText, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { withMember } from '../revisions/json-member.ts';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** From and until, as `HH:MM`; an end before the start is on the next day. */
export type Interval = readonly [string, string];

/** What the wall clock shows at most: the end of the day. */
const END_OF_DAY = '24:00';

/** The intervals that begin on a day; what cannot be read is left to the JSON. */
export function intervalsOf(value: unknown): readonly Interval[] {
  return (asArray(value) ?? []).flatMap((each): Interval[] => {
    const [from, until] = (asArray(each) ?? []).map(asText);
    return from === undefined || until === undefined ? [] : [[from, until]];
  });
}

/** The week with other intervals on one day; a day without any is closed. */
export function withDay(weekly: unknown, day: Weekday, intervals: readonly Interval[]): JsonObject {
  return withMember(asObject(weekly) ?? {}, day, intervals.length === 0 ? undefined : intervals);
}

/** Whether an interval runs past midnight, into the next day. */
export function isOvernight([from, until]: Interval): boolean {
  return until < from;
}

/** A field for times knows no 24:00: the end of the day is its 00:00. */
export function fieldTime(time: string): string {
  return time === END_OF_DAY ? '00:00' : time;
}

/** The opposite: an end at 00:00 is the end of that day. */
export function endTime(field: string): string {
  return field === '00:00' ? END_OF_DAY : field;
}

/** Where an interval stands on a day's bar, in percent; one past midnight ends with its day. */
export function barOf([from, until]: Interval): { readonly start: number; readonly width: number } {
  const start = percentOf(from);
  const end = isOvernight([from, until]) ? 100 : percentOf(until);
  return { start, width: Math.max(0, end - start) };
}

function percentOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Math.min(100, Math.max(0, ((hours * 60 + minutes) / 1_440) * 100)) || 0;
}
