import { InvalidArgumentError } from 'commander';

const UNIT_MS = { h: 3_600_000, d: 86_400_000 } as const;

/** A number of days in milliseconds, as {@link readSpan} gives them. */
export function daysMs(count: number): number {
  return count * UNIT_MS.d;
}

/** A stretch of time as `30d` or `12h`, in milliseconds. Throws what Commander shows as a wrong command line. */
export function readSpan(text: string): number {
  const [, count, unit] = /^(\d{1,4})([hd])$/.exec(text) ?? [];
  if (count === undefined || (unit !== 'h' && unit !== 'd'))
    throw new InvalidArgumentError('Write it like 30d or 12h.');
  return Number(count) * UNIT_MS[unit];
}

/** A whole number from 1. Throws what Commander shows as a wrong command line. */
export function readCount(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError('It has to be a whole number from 1.');
}
