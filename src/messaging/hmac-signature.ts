import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of these bytes one after the other, keyed with the secret as text. */
export function hmacSha256(secret: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/**
 * Whether any of the claimed digests is what any of the secrets gives. Every pair is compared, in constant time and without an early
 * exit, so that the time taken tells neither where a digest is wrong nor which secret is the right one.
 */
export function isSignedWithAny(
  claimed: readonly Buffer[],
  secrets: readonly string[],
  digestWith: (secret: string) => Buffer,
): boolean {
  let isRight = false;
  for (const secret of secrets) {
    const expected = digestWith(secret);
    for (const digest of claimed) {
      const isEqual = digest.length === expected.length && timingSafeEqual(digest, expected);
      // An empty secret is one that anybody knows.
      isRight = (isEqual && secret !== '') || isRight;
    }
  }
  return isRight;
}
