const MAX_WAIT_MS = 3_600_000; // An hour: a provider that wishes longer than a message may wait does not get to decide that.
const SECONDS = /^\d+$/;
/** The one date format that RFC 9110 allows senders to generate, e.g. `Sun, 06 Nov 1994 08:49:37 GMT`. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

type HeaderValue = string | readonly string[] | undefined;

/**
 * How long the provider asks us to wait, in milliseconds, from 0 to one hour.
 *
 * A date is measured against the provider's own clock (`answeredAt`, its `date` header), because the two clocks may differ;
 * without that it says nothing. Of several values the longest counts. Anything unreadable gives `undefined`.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function parseRetryAfterMs(value: HeaderValue, answeredAt: Date | undefined): number | undefined {
  const waits = valuesOf(value).flatMap((wish) => waitMs(wish.trim(), answeredAt) ?? []);
  return waits.length === 0 ? undefined : Math.min(Math.max(...waits), MAX_WAIT_MS);
}

/** Reads an HTTP `date` header. A header that came twice with different values is no date. */
export function parseHttpDate(value: HeaderValue): Date | undefined {
  const [text, ...others] = new Set(valuesOf(value).map((item) => item.trim()));
  if (text === undefined || others.length > 0 || !HTTP_DATE.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time);
}

function waitMs(wish: string, answeredAt: Date | undefined): number | undefined {
  if (SECONDS.test(wish)) return Number(wish) * 1000;
  const until = parseHttpDate(wish);
  if (until === undefined || answeredAt === undefined) return undefined;
  return Math.max(0, until.getTime() - answeredAt.getTime());
}

function valuesOf(value: HeaderValue): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
