import { hmacSha256, isSignedWithAny } from '../../messaging/hmac-signature.js';
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
  return isSignedWithAny([claimed], secrets, (secret) => hmacSha256(secret, rawBody)) ? 'valid' : 'invalid';
}

export function signBody(rawBody: Uint8Array, secret: string): Readonly<Record<string, string>> {
  return { [SIGNATURE_HEADER]: PREFIX + hmacSha256(secret, rawBody).toString('hex') };
}

/** The text is tested before it is decoded: Node's hex decoder stops silently at the first bad character. */
function claimedDigest(header: HeaderMap[string]): Buffer | undefined {
  if (typeof header !== 'string' || !header.startsWith(PREFIX)) return undefined;
  const hex = header.slice(PREFIX.length);
  return HEX_DIGEST.test(hex) ? Buffer.from(hex, 'hex') : undefined;
}
