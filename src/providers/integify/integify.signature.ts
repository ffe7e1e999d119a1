import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HeaderMap, SignatureVerdict } from '../../messaging/provider.js';

export const SIGNATURE_HEADER = 'x-integify-signature';
const PREFIX = 'sha256=';
const HEX_DIGEST = /^[0-9a-fA-F]{64}$/;

/**
 * Checks `X-Integify-Signature: sha256=<hex>`, an HMAC-SHA256 of the raw body keyed with the whole secret as text.
 * Integify signs no time, so a delivery never becomes stale and replays are stopped by the event's key alone.
 * Source: https://sms.integify.io/docs/webhooks
 */
export function verifySignature(
  rawBody: Uint8Array,
  headers: HeaderMap,
  secrets: readonly string[],
): SignatureVerdict {
  const claimed = claimedDigest(headers[SIGNATURE_HEADER]);
  if (claimed === undefined) return 'invalid';
  let isValid = false;
  for (const secret of secrets) {
    const expected = digest(rawBody, secret);
    const isMatch = expected.length === claimed.length && timingSafeEqual(expected, claimed);
    // An empty secret is one that anybody knows.
    isValid = (isMatch && secret !== '') || isValid;
  }
  return isValid ? 'valid' : 'invalid';
}

export function signBody(rawBody: Uint8Array, secret: string): Readonly<Record<string, string>> {
  return { [SIGNATURE_HEADER]: PREFIX + digest(rawBody, secret).toString('hex') };
}

/** The text is tested before it is decoded: Node's hex decoder stops silently at the first bad character. */
function claimedDigest(header: HeaderMap[string]): Buffer | undefined {
  if (typeof header !== 'string' || !header.startsWith(PREFIX)) return undefined;
  const hex = header.slice(PREFIX.length);
  return HEX_DIGEST.test(hex) ? Buffer.from(hex, 'hex') : undefined;
}

function digest(rawBody: Uint8Array, secret: string): Buffer {
  return createHmac('sha256', secret).update(rawBody).digest();
}
