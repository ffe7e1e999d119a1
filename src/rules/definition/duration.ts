export const ISO_DURATION =
  /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MAX_DURATION_MS = 366 * DAY_MS;

/**
 * Reads an ISO 8601 duration (`PT10M`, `P1DT12H`, `P2W`) as milliseconds; more than zero, at most 366 days. Months and years are
 * refused because their length depends on the date. `undefined` for anything else.
 */
export function durationMs(text: string): number | undefined {
  const parts = ISO_DURATION.exec(text);
  if (parts === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((digits) => Number(digits ?? 0));
  const total =
    (weeks ?? 0) * 7 * DAY_MS +
    (days ?? 0) * DAY_MS +
    (hours ?? 0) * HOUR_MS +
    (minutes ?? 0) * MINUTE_MS +
    (seconds ?? 0) * SECOND_MS;
  return total > 0 && total <= MAX_DURATION_MS ? total : undefined;
}

/** A duration as an adjective, in its largest even unit: `10-minute`, `12-hour`, `90-second`. */
export function spokenDuration(lengthMs: number): string {
  const units = [
    ['day', DAY_MS],
    ['hour', HOUR_MS],
    ['minute', MINUTE_MS],
  ] as const;
  for (const [name, unitMs] of units) {
    if (lengthMs % unitMs === 0) return `${lengthMs / unitMs}-${name}`;
  }
  return `${Math.ceil(lengthMs / SECOND_MS)}-second`;
}

/** A duration as a noun, in its largest even unit: `1 day`, `12 hours`, `90 seconds`. */
export function spokenLength(lengthMs: number): string {
  const [count = '', unit = ''] = spokenDuration(lengthMs).split('-');
  return count === '1' ? `${count} ${unit}` : `${count} ${unit}s`;
}

/** An instant as a person reads it on the day of `now`: `21:04 UTC`, with the date when it is another day. */
export function spokenInstant(instant: Date, now: Date): string {
  if (Number.isNaN(instant.getTime()) || Number.isNaN(now.getTime())) return 'an unknown time';
  const iso = instant.toISOString();
  const date = iso.slice(0, iso.indexOf('T'));
  const time = `${iso.slice(iso.indexOf('T') + 1).slice(0, 5)} UTC`;
  return now.toISOString().startsWith(`${date}T`) ? time : `${date} ${time}`;
}
