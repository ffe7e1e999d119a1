import { WEEKDAYS, type Jurisdiction } from './jurisdictions.js';
import { dateOf, weekdayOf } from './calendar-day.js';
import { originOfPhone } from './phone-zones.js';
import { dayOfReading, hoursOn, isAllowedAt, type ClockReading, type DayHours } from './sending-hours.js';
import { isZone, nextAllowed, readingAt } from './zone-clock.js';

const DAY_MS = 86_400_000;

/** How far ahead an opening is looked for. Longer than any row of holidays; a message that old should be written anew. */
export const HORIZON_MS = 14 * DAY_MS;

/** What `Date` can hold, less what the search and the zones may add. */
const LAST_INSTANT_MS = 8_640_000_000_000_000 - 2 * HORIZON_MS;

/** Why a message is sent. A `reply` answers the customer's own message; `compliance` confirms STOP, START and HELP. */
export type Purpose = 'reply' | 'compliance' | 'otp' | 'notification' | 'marketing';

export type QuietQuestion = {
  readonly at: Date;
  /** The zones in which the customer may be, or the number (international form) that has to tell. */
  readonly zones: readonly string[] | { readonly phone: string };
  /** The zone of the customer's postal address or profile. One that does not exist is passed over. */
  readonly contactZone?: string;
  readonly jurisdiction: Jurisdiction;
  readonly purpose: Purpose;
};

/** What the answer rests on; to be kept with the message. */
export type ZoneEvidence = {
  readonly sources: readonly ('contact' | 'phone' | 'given')[];
  /** The clocks that were asked; `localTime` as `2026-04-10T21:14`. */
  readonly clocks: readonly { readonly zone: string; readonly localTime: string }[];
};

/** `evidence` is absent for purposes that may be sent at any hour: then no clock was asked. */
export type Open = { readonly open: true; readonly evidence?: ZoneEvidence };

export type Quiet = {
  readonly open: false;
  /**
   * The first instant at which sending is allowed in every zone. `undefined`: there is none within the horizon, or it is not known
   * where the customer is. Waiting does not help then; knowing the customer's zone does.
   */
  readonly until: Date | undefined;
  /** The first zone in which it is quiet, with its hours of that day; absent when no zone is known. */
  readonly zone?: string;
  readonly window?: DayHours;
  readonly evidence?: ZoneEvidence;
  readonly sentence: string;
};

/**
 * Whether a message may be sent at an hour, and if not, when.
 *
 * Where several zones are possible it has to be allowed in all of them. The contact's own zone decides among the candidates; when
 * it is none of them the two disagree, and both count. Never throws: what cannot be shown to be allowed is quiet.
 */
export function quietUntil(question: QuietQuestion): Open | Quiet {
  if (isExempt(question.purpose)) return { open: true };
  const at = question.at.getTime();
  // Negated, so that an invalid date is caught too.
  if (!(Math.abs(at) <= LAST_INSTANT_MS)) {
    return { open: false, until: undefined, sentence: 'There is no such time, so no hour can be told.' };
  }
  const place = placeOf(question);
  if (place.zones.length === 0) {
    const sentence = 'It is not known in which time zone the customer is, so no hour is known to be allowed.';
    return { open: false, until: undefined, sentence };
  }
  const { jurisdiction } = question;
  const evidence = evidenceOf(place, at);
  const quietZone = place.zones.find((zone) => !isAllowedAt(jurisdiction, readingAt(zone, at)));
  if (quietZone === undefined) return { open: true, evidence };
  const until = firstAllowedInAll(place.zones, jurisdiction, at);
  const window = hoursOn(jurisdiction, dayOfReading(readingAt(quietZone, at)));
  return {
    open: false,
    until: until === undefined ? undefined : new Date(until),
    zone: quietZone,
    window,
    evidence,
    sentence: sentenceOf({
      zone: quietZone,
      at,
      until,
      window,
      jurisdiction,
      candidates: place.zones.length,
    }),
  };
}

/**
 * The rules on hours are for solicitations. Notifications wait all the same: whether one of them solicits is decided afterwards, by
 * others, and nobody wants it at night.
 */
function isExempt(purpose: Purpose): boolean {
  switch (purpose) {
    case 'reply':
    case 'compliance':
    case 'otp':
      return true;
    case 'notification':
    case 'marketing':
      return false;
    default: {
      const never: never = purpose;
      return never;
    }
  }
}

type Place = { readonly sources: ZoneEvidence['sources']; readonly zones: readonly string[] };

function placeOf({ zones, contactZone }: QuietQuestion): Place {
  const candidates = candidatesOf(zones);
  if (contactZone === undefined || !isZone(contactZone)) return candidates;
  const isOneOfThem = candidates.zones.some((zone) => isSameZone(zone, contactZone));
  if (isOneOfThem || candidates.zones.length === 0) return { sources: ['contact'], zones: [contactZone] };
  return { sources: ['contact', ...candidates.sources], zones: [contactZone, ...candidates.zones] };
}

function candidatesOf(zones: QuietQuestion['zones']): Place {
  if ('phone' in zones) return { sources: ['phone'], zones: originOfPhone(zones.phone).zones };
  // In a zone that does not exist no hour can be told, so the rest of the list proves nothing.
  return { sources: ['given'], zones: zones.every(isZone) ? [...new Set(zones)] : [] };
}

/** One zone may have several names (Asia/Calcutta, Asia/Kolkata). */
function isSameZone(one: string, other: string): boolean {
  return one === other || canonicalName(one) === canonicalName(other);
}

function canonicalName(zone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
}

/** Goes to the next opening of a zone that is quiet, until no zone is. */
function firstAllowedInAll(
  zones: readonly string[],
  jurisdiction: Jurisdiction,
  at: number,
): number | undefined {
  let instant = at;
  let agreeing = 0;
  for (let turn = 0; agreeing < zones.length; turn = (turn + 1) % zones.length) {
    const opening = nextAllowed(zones[turn] ?? '', jurisdiction, instant, at + HORIZON_MS);
    if (opening === undefined) return undefined;
    agreeing = opening === instant ? agreeing + 1 : 1;
    instant = opening;
  }
  return instant;
}

function evidenceOf({ sources, zones }: Place, at: number): ZoneEvidence {
  return { sources, clocks: zones.map((zone) => ({ zone, localTime: dateTimeText(readingAt(zone, at)) })) };
}

function sentenceOf(quiet: {
  readonly zone: string;
  readonly at: number;
  readonly until: number | undefined;
  readonly window: DayHours;
  readonly jurisdiction: Jurisdiction;
  readonly candidates: number;
}): string {
  const now = readingAt(quiet.zone, quiet.at);
  const others =
    quiet.candidates > 1 ? `, one of the ${quiet.candidates} zones in which the customer may be` : '';
  const clock = `It is ${dayAndTimeText(now)} by the clock of ${quiet.zone}${others}.`;
  const rule = `The hours of ${quiet.jurisdiction.name} for that day are ${hoursText(quiet.window)}.`;
  const wait =
    quiet.until === undefined
      ? `No hour of the next ${HORIZON_MS / DAY_MS} days is allowed everywhere the customer may be.`
      : `It may be sent from ${dayAndTimeText(readingAt(quiet.zone, quiet.until))} by the same clock.`;
  return `${clock} ${rule} ${wait}`;
}

function hoursText({ intervals, holiday }: DayHours): string {
  if (intervals.length > 0) return intervals.map(({ from, to }) => `${from}–${to}`).join(' and ');
  return holiday === undefined ? 'none' : `none (${holiday})`;
}

function dayAndTimeText(reading: ClockReading): string {
  const day = dayOfReading(reading);
  const weekday = WEEKDAYS[weekdayOf(day)] ?? '';
  const name = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
  return `${name} ${dateTimeText(reading).replace('T', ' ')}`;
}

function dateTimeText(reading: ClockReading): string {
  const minute = Math.floor((reading - dayOfReading(reading) * DAY_MS) / 60_000);
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${dateOf(dayOfReading(reading)).iso}T${hours}:${minutes}`;
}
