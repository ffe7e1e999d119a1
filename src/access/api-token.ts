import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hashOfToken, type SecretToken } from './secret-token.js';

const PREFIX = 'heed_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 43 digits of base 62 hold 256 bits. */
const SECRET_LENGTH = 43;
/** 6 digits of base 62 hold 32 bits. */
const CHECKSUM_LENGTH = 6;
const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/**
 * A token for a program. The prefix lets secret scanners find one that was published, and the checksum lets them tell it from a look-alike
 * without asking us. Source: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function newApiToken(): SecretToken {
  const secret = Array.from({ length: SECRET_LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length))).join(
    '',
  );
  const token = `${PREFIX}${secret}${checksumOf(secret)}`;
  return { token, hash: hashOfToken(token) };
}

/** Whether a text can be a token of ours: a mistyped or cut one is refused without a look into the database. */
export function isApiToken(text: string): boolean {
  if (!FORM.test(text)) return false;
  const secret = text.slice(PREFIX.length, PREFIX.length + SECRET_LENGTH);
  return text.endsWith(checksumOf(secret));
}

function checksumOf(secret: string): string {
  let rest = crc32(secret);
  let digits = '';
  while (digits.length < CHECKSUM_LENGTH) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}
