import { hmacSha256, isSignedWithAny } from '../../messaging/hmac-signature.js';
import type { HeaderMap, SignatureVerdict } from '../../messaging/provider.js';

export const SIGNATURE_HEADER = 'x-connectly-hmac-sha256';
const BASE64_DIGEST = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Checks `x-connectly-hmac-sha256`, the base64 of an HMAC-SHA256 of the raw body keyed with the secret as text. The body may
 * come under any content type (Connectly's own sample is `text/plain`). No time is signed, so nothing becomes stale.
 * Source: https://docs.connectly.ai/webhooks/overview
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
  return { [SIGNATURE_HEADER]: hmacSha256(secret, rawBody).toString('base64') };
}

/** Only the canonical spelling counts: the last character carries two bits that decoding drops, so four texts decode alike. */
function claimedDigest(header: HeaderMap[string]): Buffer | undefined {
  if (typeof header !== 'string' || !BASE64_DIGEST.test(header)) return undefined;
  const decoded = Buffer.from(header, 'base64');
  return decoded.toString('base64') === header ? decoded : undefined;
}
