import { describe, expect, it } from '@jest/globals';
import { consequenceOf, MAX_ATTEMPTS } from './retry-plan.js';

const HOUR_MS = 3_600_000;

describe('the end of a webhook’s try', () => {
  it.each([200, 202, 204, 299])('is success for %i', (status) => {
    expect(consequenceOf({ kind: 'answered', status }, 1, 0.5)).toEqual({ kind: 'delivered' });
  });

  it.each([
    ['a redirect', { kind: 'answered', status: 302 }, 'redirects are not followed'],
    ['an error of theirs', { kind: 'answered', status: 503 }, 'It answered 503'],
    ['a refusal of theirs', { kind: 'answered', status: 400 }, 'It answered 400'],
    ['silence', { kind: 'no_answer', why: 'No answer within 10 s.' }, 'within 10 s'],
    ['a name that nobody knows today', { kind: 'refused', isFinal: false, why: 'No name.' }, 'Not called'],
  ] as const)('is tried again after %s', (_case, end, reason) => {
    expect(consequenceOf(end, 1, 0.5)).toEqual({
      kind: 'try_again',
      afterMs: 5_000,
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    ['410, which says gone', { kind: 'answered', status: 410 }],
    ['an address that is not public', { kind: 'refused', isFinal: true, why: 'Private.' }],
  ] as const)('is final after %s', (_case, end) => {
    expect(consequenceOf(end, 1, 0.5).kind).toBe('failed');
  });

  it('gives up after about eight hours', () => {
    let waitedMs = 0;
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      const next = consequenceOf({ kind: 'answered', status: 500 }, attempt, 0.5);
      waitedMs += next.kind === 'try_again' ? next.afterMs : 0;
    }
    expect(waitedMs / HOUR_MS).toBeGreaterThan(7);
    expect(waitedMs / HOUR_MS).toBeLessThan(8.5);
    expect(consequenceOf({ kind: 'answered', status: 500 }, MAX_ATTEMPTS, 0.5).kind).toBe('failed');
  });
});
