import { randomBytes } from 'node:crypto';
import type { PayloadIds } from './webhook-payload.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARACTERS = 10;
const RANDOM_CHARACTERS = 16;

/** Ids that no other event has. */
export function freshIds(now: Date): PayloadIds {
  return { token: freshToken(), ulid: freshUlid(now) };
}

export function freshToken(): string {
  return randomBytes(9).toString('hex');
}

/** 48 bits of time and 80 random ones in Crockford's base 32. Source: https://github.com/ulid/spec */
export function freshUlid(now: Date): string {
  let time = '';
  for (let rest = now.getTime(); time.length < TIME_CHARACTERS; rest = Math.floor(rest / 32)) {
    time = CROCKFORD.charAt(rest % 32) + time;
  }
  const random = [...randomBytes(RANDOM_CHARACTERS)].map((byte) => CROCKFORD.charAt(byte % 32));
  return time + random.join('');
}
