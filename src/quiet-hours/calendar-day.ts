/** A date without a zone, as the number of days since 1970-01-01: what a calendar on the wall shows. */
const DAY_MS = 86_400_000;

/** `month` counts from 1. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  return Math.floor(new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / DAY_MS);
}

export function dateOf(day: number): { readonly year: number; readonly iso: string } {
  const date = new Date(day * DAY_MS);
  if (Number.isNaN(date.getTime())) return { year: Number.NaN, iso: '' };
  return { year: date.getUTCFullYear(), iso: date.toISOString().split('T', 1)[0] ?? '' };
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
