import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { messageUlid } from './connectly.message-id.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The ULID specification read the other way: text to number. */
function bitsOfUlid(ulid: string): bigint {
  return Array.from(ulid).reduce((bits, character) => bits * 32n + BigInt(ALPHABET.indexOf(character)), 0n);
}

function bitsOfUuid(uuid: string): bigint {
  return BigInt(`0x${uuid.replaceAll('-', '')}`);
}

describe('a Connectly message id', () => {
  it('written as a UUID is the ULID of the same 128 bits', () => {
    expect(messageUlid('018d62f2-2524-10fa-f857-091ab99c14c8')).toBe('01HNHF499423XFGNR93AWSR568');
    expect(messageUlid('00000000-0000-0000-0000-000000000000')).toBe('00000000000000000000000000');
    expect(messageUlid('FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF')).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
  });

  it('keeps every bit of any UUID', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const ulid = messageUlid(uuid) ?? '';
        expect(ulid).toHaveLength(26);
        expect(bitsOfUlid(ulid)).toBe(bitsOfUuid(uuid));
      }),
    );
  });

  it('is the same whether its ULID is written in capitals or not', () => {
    fc.assert(
      fc.property(fc.ulid(), (ulid) => {
        expect(messageUlid(ulid)).toBe(ulid);
        expect(messageUlid(` ${ulid.toLowerCase()}\n`)).toBe(ulid);
      }),
    );
  });

  it.each([
    ['a word', 'yes'],
    ['a ULID beyond 128 bits', '80000000000000000000000000'],
    ['a ULID with a letter outside its alphabet', '01FRRWW2ZAHD9GJ1SWY4VF2GBU'],
    ['a UUID without hyphens', '018d62f2252410faf857091ab99c14c8'],
    ['an empty text', ''],
    ['a number', 1],
    ['nothing', undefined],
  ])('is not %s', (_name, value) => {
    expect(messageUlid(value)).toBeUndefined();
  });
});
