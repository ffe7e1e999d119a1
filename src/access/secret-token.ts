import { createHash, randomBytes } from 'node:crypto';

export type SecretToken = { readonly token: string; readonly hash: Uint8Array<ArrayBuffer> };

/** A secret of 256 random bits for a cookie or a link, and the hash of it that is stored. */
export function newSecretToken(): SecretToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOfToken(token) };
}

/**
 * What is stored of a token, so that a stolen database opens nothing. Plain SHA-256 is right here and would be wrong for a password:
 * a slow hash defends what can be guessed, and nobody guesses 256 random bits.
 */
export function hashOfToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
