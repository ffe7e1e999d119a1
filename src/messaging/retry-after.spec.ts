import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseHttpDate, parseRetryAfterMs } from './retry-after.js';

const ANSWERED_AT = new Date('2026-04-10T12:00:00Z');
const HOUR_MS = 3_600_000;

describe('parseRetryAfterMs', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['no wait at all', '0', 0],
    ['surrounding blanks', ' 7 ', 7000],
    ['a date ahead of the provider’s clock', 'Fri, 10 Apr 2026 12:00:30 GMT', 30_000],
    ['a date in the past', 'Fri, 10 Apr 2026 11:00:00 GMT', 0],
    ['more than an hour', '86400', HOUR_MS],
    ['a date far away', 'Fri, 10 Apr 2099 12:00:00 GMT', HOUR_MS],
    ['more digits than a number holds', '9'.repeat(400), HOUR_MS],
  ])('reads %s', (_name, value, expected) => {
    expect(parseRetryAfterMs(value, ANSWERED_AT)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '-1',
    '1.5',
    '1e3',
    '0x10',
    'soon',
    '2026-04-10T12:00:30Z',
    'Fri, 99 Apr 2026 12:00:30 GMT',
    '12;x',
  ])('ignores %j', (value) => {
    expect(parseRetryAfterMs(value, ANSWERED_AT)).toBeUndefined();
  });

  it('cannot use a date without knowing when the answer was written', () => {
    expect(parseRetryAfterMs('Fri, 10 Apr 2026 12:00:30 GMT', undefined)).toBeUndefined();
    expect(parseRetryAfterMs('30', undefined)).toBe(30_000);
  });

  it('takes the longest of several readable values', () => {
    expect(parseRetryAfterMs(['5', 'soon', '9'], ANSWERED_AT)).toBe(9000);
    expect(parseRetryAfterMs([], ANSWERED_AT)).toBeUndefined();
  });

  it('gives nothing or a wait of at most an hour for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const waitMs = parseRetryAfterMs(value, ANSWERED_AT) ?? 0;
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThanOrEqual(HOUR_MS);
      }),
    );
  });
});

describe('parseHttpDate', () => {
  it('reads what toUTCString writes', () => {
    expect(parseHttpDate(ANSWERED_AT.toUTCString())).toEqual(ANSWERED_AT);
  });

  it('accepts a repeated header only when its values agree', () => {
    const text = ANSWERED_AT.toUTCString();
    expect(parseHttpDate([text, text])).toEqual(ANSWERED_AT);
    expect(parseHttpDate([text, 'Fri, 10 Apr 2026 12:00:01 GMT'])).toBeUndefined();
  });
});
