import { asFilledText, asObject } from '../../messaging/untrusted.js';

/**
 * PostgreSQL's error code of a failed statement, for example `23505`; `undefined` when the error is not PostgreSQL's.
 * Prisma 7 wraps it: a raw statement carries it in `meta.code`, or under `meta.driverAdapterError.cause.originalCode`.
 */
export function sqlState(error: unknown): string | undefined {
  const meta = asObject(asObject(error)?.['meta']);
  const cause = asObject(asObject(meta?.['driverAdapterError'])?.['cause']);
  const code =
    asFilledText(cause?.['originalCode']) ??
    asFilledText(meta?.['code']) ??
    asFilledText(asObject(error)?.['code']);
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code) ? code : undefined;
}
