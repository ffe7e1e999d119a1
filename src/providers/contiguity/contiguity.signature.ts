import { hmacSha256, isSignedWithAny } from '../../messaging/hmac-signature.js';
import type { HeaderMap, SignatureVerdict } from '../../messaging/provider.js';

/** Header of the signature: `t=<unix seconds>,v1=<hex>`. Source: https://docs.contiguity.com/api-reference/webhook/signing */
export const SIGNATURE_HEADER = 'contiguity-signature';

const TOLERANCE_SECONDS = 300;
const SHA256_HEX = /^[0-9a-f]{64}$/i;
const ELEMENT = /^([a-z0-9]+)=(\S*)$/;
const DIGITS = /^\d+$/;

type SignatureHeader = { readonly signedAt: string; readonly digests: readonly Buffer[] };

/**
 * Checks `Contiguity-Signature`: HMAC-SHA256 over `<t>.<raw body>`, keyed with the whole secret as text (`whsec_` included, not decoded).
 *
 * The header is read as a list of `key=value` elements, in any order, blanks after a comma allowed. There may be several `v1`, as
 * during a rotation of secrets; elements with other keys are left for future schemes. All of that is safe because only a right
 * digest over the same `t` counts. What decides between `valid` and `stale` is 300 s in both directions.
 */
export function verifySignature(
  rawBody: Uint8Array,
  headers: HeaderMap,
  secrets: readonly string[],
  now: Date,
): SignatureVerdict {
  const header = readHeader(headers[SIGNATURE_HEADER]);
  if (header === undefined) return 'invalid';
  const { signedAt, digests } = header;
  if (!isSignedWithAny(digests, secrets, (secret) => digestOf(rawBody, secret, signedAt))) return 'invalid';
  const ageSeconds = Math.floor(now.getTime() / 1000) - Number(signedAt);
  return Math.abs(ageSeconds) <= TOLERANCE_SECONDS ? 'valid' : 'stale';
}

/** Signs as Contiguity does. */
export function signBody(rawBody: Uint8Array, secret: string, now: Date): Readonly<Record<string, string>> {
  const signedAt = String(Math.floor(now.getTime() / 1000));
  return { [SIGNATURE_HEADER]: `t=${signedAt},v1=${digestOf(rawBody, secret, signedAt).toString('hex')}` };
}

function digestOf(rawBody: Uint8Array, secret: string, signedAt: string): Buffer {
  return hmacSha256(secret, `${signedAt}.`, rawBody);
}

function readHeader(value: HeaderMap[string]): SignatureHeader | undefined {
  if (typeof value !== 'string') return undefined; // A header that came twice is not one that the provider wrote.
  const times: string[] = [];
  const digests: Buffer[] = [];
  for (const part of value.split(',')) {
    const element = ELEMENT.exec(part.trim());
    if (element === null) return undefined;
    const [, key, text = ''] = element;
    if (key === 't') times.push(text);
    // Without this test the decoder would stop at the first foreign character and call `<right digest>zz` right.
    if (key === 'v1' && SHA256_HEX.test(text)) digests.push(Buffer.from(text, 'hex'));
  }
  const [signedAt, ...otherTimes] = times;
  if (signedAt === undefined || otherTimes.length > 0 || !DIGITS.test(signedAt)) return undefined;
  return { signedAt, digests };
}
