import { createHmac } from 'node:crypto';
import { addressKey, type Address } from '../../messaging/address.js';
import type { Bytes } from './entry-hash.js';

/**
 * An address as a keyed hash: the same address always gives the same one, and without the key nobody can test a guess.
 *
 * The key lives in the database, beside what it protects, and not in HEED_SECRET: whoever restores a backup must recognise an erased
 * person's STOP, whatever became of the secret. The price is that a stolen database holds both.
 */
export function subjectHash(key: Uint8Array, address: Address): Bytes {
  return new Uint8Array(createHmac('sha256', key).update(addressKey(address), 'utf8').digest());
}
