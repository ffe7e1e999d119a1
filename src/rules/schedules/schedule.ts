import type { Weekday } from '../../quiet-hours/jurisdictions.js';

/** From and until, as `HH:MM` on the wall clock; `until` is outside and may be `24:00`. An `until` before `from` is on the next day. */
export type HoursInterval = readonly [from: string, until: string];

/** The hours that begin on a day. */
export type DayHours = { readonly closed: true } | { readonly intervals: readonly HoursInterval[] };

/** Days (`2026-12-25`) that have other hours than their weekday; `until` is the last of them. One date stands over a range. */
export type ScheduleException = (
  { readonly date: string } | { readonly from: string; readonly until: string }
) &
  DayHours & { readonly note?: string };

/** When somebody is there, as an administrator writes it. A weekday that is left out is closed. */
export type ScheduleDefinition = {
  readonly name: string;
  /** An IANA name, or `contact`: then the clock of whoever is asked about. */
  readonly timeZone: string;
  /** With `contact`: the zone of those whose own is not known. */
  readonly fallbackTimeZone?: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly HoursInterval[]>>>;
  readonly exceptions: readonly ScheduleException[];
};

/**
 * A schedule ready to be asked. `contactZone` is the contact's time zone (see `contactZoneOf`); it counts only for a schedule in the
 * zone `contact`. Nothing here throws: at an instant that does not exist everything is closed.
 */
export type CompiledSchedule = {
  readonly name: string;
  /** Whether this schedule goes by the contact's clock. */
  readonly isByContact: boolean;
  /** The zone that is asked; always a known one. */
  zone(contactZone?: string): string;
  isOpen(at: Date, contactZone?: string): boolean;
  /** The first later instant at which `isOpen` answers otherwise; `undefined` when there is none within `CHANGE_HORIZON_DAYS`. */
  nextChange(at: Date, contactZone?: string): Date | undefined;
  /** The hours that begin on the day of this instant and on the six days after it. */
  weekOf(at: Date, contactZone?: string): readonly ScheduledDay[];
};

/** One day of a week as a page shows it. */
export type ScheduledDay = {
  /** `2026-12-25`. */
  readonly date: string;
  readonly weekday: Weekday;
  readonly intervals: readonly HoursInterval[];
  /** Whether an exception governs it, and why. */
  readonly isException: boolean;
  readonly note?: string;
};
