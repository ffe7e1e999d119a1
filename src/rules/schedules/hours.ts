import type { HoursInterval } from './schedule.js';

export const DAY_MINUTES = 1_440;

const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Minutes of the wall clock since the midnight with which a day began; `to` is outside and may lie in the next day. */
export type Span = { readonly from: number; readonly to: number };

/** `09:30` is 570 and `24:00` is 1440; `undefined` for what is no time. */
export function minuteOf(time: string): number | undefined {
  const match = TIME.exec(time);
  if (match === null) return undefined;
  return match[1] === undefined ? DAY_MINUTES : Number(match[1]) * 60 + Number(match[2]);
}

/** `undefined` for an interval that cannot be read or has no length. */
export function spanOf([from, until]: HoursInterval): Span | undefined {
  const start = minuteOf(from);
  const end = minuteOf(until);
  if (start === undefined || end === undefined || start === end || start === DAY_MINUTES) return undefined;
  return { from: start, to: end < start ? end + DAY_MINUTES : end };
}
