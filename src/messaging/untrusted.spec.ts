import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asArray,
  asFilledText,
  asFiniteNumber,
  asInstant,
  asObject,
  asText,
  asUnixSeconds,
  storableText,
} from './untrusted.js';

describe('reading untrusted members', () => {
  it.each([null, undefined, true, 1, 'text', [], [{}], Symbol('x'), () => 1])(
    'takes %p for no object',
    (value) => {
      expect(asObject(value)).toBeUndefined();
    },
  );

  it('takes objects for objects, and lists for lists', () => {
    const object = { a: 1 };
    expect(asObject(object)).toBe(object);
    expect(asArray([1])).toEqual([1]);
    expect(asArray({ length: 1, 0: 'x' })).toBeUndefined();
    expect(asArray('text')).toBeUndefined();
  });

  it('takes finite numbers only, and no digits in a text', () => {
    expect([0, -1.5, 1e308].map(asFiniteNumber)).toEqual([0, -1.5, 1e308]);
    expect([NaN, Infinity, '1', null, true].map(asFiniteNumber)).toEqual(Array.from({ length: 5 }));
  });

  it('tells empty texts from absent ones, and filled from blank', () => {
    expect(asText('')).toBe('');
    expect(asText(7)).toBeUndefined();
    expect(['', ' \n\t', '\u00a0'].map(asFilledText)).toEqual([undefined, undefined, undefined]);
    expect(asFilledText(' STOP ')).toBe(' STOP ');
  });

  it('makes any text storable and leaves a storable one alone', () => {
    const anyUtf16 = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyUtf16, (text) => {
        const stored = storableText(text);
        expect(stored.isWellFormed() && !stored.includes('\u0000')).toBe(true);
        expect(stored).toHaveLength(text.length);
        expect(storableText(stored)).toBe(stored);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\u0000'));
        expect(storableText(text)).toBe(text);
      }),
    );
    expect(storableText('a\u0000b\ud800c👋')).toBe('a\ufffdb\ufffdc👋');
  });

  it.each([
    [1726502400, '2024-09-16T16:00:00.000Z'],
    ['1639083206', '2021-12-09T20:53:26.000Z'],
    [1726502400.9, '2024-09-16T16:00:00.000Z'],
  ])('reads %p as seconds since 1970', (value, instant) => {
    expect(asUnixSeconds(value)?.toISOString()).toBe(instant);
  });

  it.each([
    0,
    -1,
    1726502400000,
    946_684_799,
    4_102_444_801,
    NaN,
    '1726502400000',
    '1.7e9',
    ' 1726502400',
    '',
    null,
    [1726502400],
  ])('takes %p for no time in seconds', (value) => {
    expect(asUnixSeconds(value)).toBeUndefined();
  });

  it('reads instants in ISO 8601 within this century', () => {
    expect(asInstant('2026-04-10T12:01:30Z')).toEqual(new Date('2026-04-10T12:01:30Z'));
    expect(asInstant('2026-04-10T13:01:30+01:00')).toEqual(new Date('2026-04-10T12:01:30Z'));
    for (const value of [
      '2026-04-10',
      '2026-04-10T12:00:00',
      '2026-13-10T12:00:00Z',
      '1999-12-31T23:59:59Z',
      '2101-01-01T00:00:00Z',
      'soon',
      '',
      1,
      null,
    ]) {
      expect(asInstant(value)).toBeUndefined();
    }
  });

  it('gives no impossible date for any number or text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.string(), fc.stringMatching(/^\d{1,12}$/)), (value) => {
        for (const date of [asUnixSeconds(value), asInstant(value)]) {
          if (date !== undefined) expect(date.getUTCFullYear()).toBeGreaterThanOrEqual(2000);
        }
      }),
    );
  });
});
