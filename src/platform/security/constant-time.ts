import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two texts without telling by the time it takes where, or in what length, they differ. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
