import { IANAZone } from 'luxon';
import { isAllowedAt, nextBoundary, type ClockReading } from './sending-hours.js';
import type { Jurisdiction } from './jurisdictions.js';

/** The attribute of a contact that holds the name of their zone, such as `Africa/Banjul` (IANA). */
export const ZONE_ATTRIBUTE = 'timeZone';

const MINUTE_MS = 60_000;

/** Whether this is the name of a time zone that we can tell the time in. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** What the clocks of a zone show at an instant. `NaN` outside the time that `Date` knows. */
export function readingAt(zone: string, instantMs: number): ClockReading {
  return instantMs + offsetMs(zone, instantMs);
}

/**
 * The first instant from `fromMs` on, and not after `limitMs`, at which sending is allowed in a zone.
 *
 * It walks from one boundary of the hours to the next as the clock goes, and stops at every change of the clock on the way: in
 * between, one minute of the clock is one minute. So hours that begin inside a spring gap begin with the gap's end, and hours that
 * the clock repeats in autumn count both times.
 */
export function nextAllowed(
  zone: string,
  jurisdiction: Jurisdiction,
  fromMs: number,
  limitMs: number,
): number | undefined {
  let instant = fromMs;
  while (instant <= limitMs) {
    const reading = readingAt(zone, instant);
    if (isAllowedAt(jurisdiction, reading)) return instant;
    const boundary = instant + (nextBoundary(jurisdiction, reading) - reading);
    instant = firstClockChange(zone, instant, boundary);
  }
  return undefined;
}

/** The first instant after `from` at which the clock has been changed, or `to` when it has not. They are at most a day apart. */
export function firstClockChange(zone: string, from: number, to: number): number {
  const offset = offsetMs(zone, from);
  if (offsetMs(zone, to) === offset) return to;
  let before = from;
  let after = to;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetMs(zone, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

function offsetMs(zone: string, instantMs: number): number {
  return Math.round(IANAZone.create(zone).offset(instantMs) * MINUTE_MS);
}
