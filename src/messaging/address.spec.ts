import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressKey, parseAddress } from './address.js';

describe('parseAddress', () => {
  it.each([
    ['+2207654321', { kind: 'phone', value: '+2207654321', canonical: '+2207654321' }],
    ['+220877654321', { kind: 'phone', value: '+220877654321', canonical: '+2207654321' }],
    ['1 (555) 123-4567', { kind: 'phone', value: '+15551234567', canonical: '+15551234567' }],
    [' Ada@Example.com ', { kind: 'email', value: 'Ada@Example.com', canonical: 'ada@example.com' }],
    ['Acme', { kind: 'opaque', value: 'Acme', canonical: 'Acme' }],
    ['12345', { kind: 'opaque', value: '12345', canonical: '12345' }],
    [
      'US.13491208655302741918',
      { kind: 'opaque', value: 'US.13491208655302741918', canonical: 'US.13491208655302741918' },
    ],
  ])('reads %j', (text, address) => {
    expect(parseAddress(text)).toEqual(address);
  });

  it.each(['', '   ', '\n', 'x'.repeat(321)])('finds no address in %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('keeps the case of an opaque id, because the provider may tell ids apart by it', () => {
    expect(parseAddress('AbC')?.canonical).not.toBe(parseAddress('abc')?.canonical);
  });

  it('never throws, and reads its own value as the same contact', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = parseAddress(text);
        fc.pre(address !== undefined);
        const again = parseAddress(address.value);
        expect(again && addressKey(again)).toBe(addressKey(address));
      }),
    );
  });
});

describe('addressKey', () => {
  it('is one for both forms of a Gambian number, and differs between kinds', () => {
    const keys = ['+2207654321', '+220877654321', '220 83 765 4321'].map((text) => {
      const address = parseAddress(text);
      return address && addressKey(address);
    });
    expect(new Set(keys)).toEqual(new Set(['phone:+2207654321']));
    expect(addressKey({ kind: 'opaque', value: 'x', canonical: '+2207654321' })).toBe('opaque:+2207654321');
  });
});
