/** The units in which people say how long; a duration of several units is written out as ISO 8601. */
export const DURATION_UNITS = ['seconds', 'minutes', 'hours', 'days', 'weeks'] as const;

export type DurationUnit = (typeof DURATION_UNITS)[number];

export type Duration = { readonly count: number; readonly unit: DurationUnit };

const ISO = /^P(?:(\d{1,6})([DW])|T(\d{1,6})([HMS]))$/;

const UNIT_OF: Readonly<Record<string, DurationUnit>> = {
  S: 'seconds',
  M: 'minutes',
  H: 'hours',
  D: 'days',
  W: 'weeks',
};

/** Reads an ISO 8601 duration of one unit; `undefined` for anything else, which is then edited as a text. */
export function durationOf(iso: string): Duration | undefined {
  const match = ISO.exec(iso);
  const [count, letter] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]];
  const unit = letter === undefined ? undefined : UNIT_OF[letter];
  return count === undefined || unit === undefined ? undefined : { count: Number(count), unit };
}

/** Writes a duration as ISO 8601: `PT10M`. */
export function isoOf({ count, unit }: Duration): string {
  switch (unit) {
    case 'seconds':
      return `PT${count}S`;
    case 'minutes':
      return `PT${count}M`;
    case 'hours':
      return `PT${count}H`;
    case 'days':
      return `P${count}D`;
    case 'weeks':
      return `P${count}W`;
    default: {
      const never: never = unit;
      return never;
    }
  }
}
