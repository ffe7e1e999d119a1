/**
 * Reading members of untrusted JSON. Each function gives `undefined` for anything of another type, so that a parser
 * states what it expects and never casts.
 */

export type JsonObject = { readonly [key: string]: unknown };

export function asObject(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asArray(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function asFiniteNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A text, made storable: see `storableText`. Empty text is a text. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? storableText(value) : undefined;
}

/** A text that says something: `undefined` for an empty or blank one. */
export function asFilledText(value: unknown): string | undefined {
  const text = asText(value);
  return text === undefined || text.trim() === '' ? undefined : text;
}

/**
 * PostgreSQL's text cannot hold NUL, and a lone surrogate is no Unicode text: both become U+FFFD.
 * The raw body is stored beside it byte by byte, so nothing is lost.
 */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}

/** Seconds since 1970, as a number or as digits in a string, within the years 2000 to 2100; anything else is no time. */
export function asUnixSeconds(value: unknown): Date | undefined {
  const seconds =
    typeof value === 'string' && /^\d{9,10}$/.test(value) ? Number(value) : asFiniteNumber(value);
  if (seconds === undefined || seconds < 946_684_800 || seconds > 4_102_444_800) return undefined;
  return new Date(Math.floor(seconds) * 1000);
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\S*(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * An ISO 8601 instant within the years 2000 to 2100; anything else is no time. One without an offset is refused, because it would be
 * read in the time zone of this machine.
 */
export function asInstant(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !ISO_INSTANT.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) || time < 946_684_800_000 || time > 4_102_444_800_000
    ? undefined
    : new Date(time);
}
