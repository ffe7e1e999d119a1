import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countedFailures, FORGOTTEN_AFTER_MS, FREE_TRIES, waitMsOf } from './try-limits.js';

const lastAt = new Date('2026-04-10T12:00:00Z');
const after = (ms: number) => new Date(lastAt.getTime() + ms);

describe('waitMsOf', () => {
  it('lets the first wrong tries pass, then doubles the wait up to a quarter of an hour', () => {
    const waits = [0, 4, 5, 6, 7, 8, 9, 10, 50, 5000].map((failures) =>
      waitMsOf('account', { failures, lastAt }, lastAt),
    );
    const seconds = waits.map((ms) => ms / 1000);
    expect(seconds).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('gives a client address more tries than an account', () => {
    const failures = FREE_TRIES.client - 1;
    expect(waitMsOf('client', { failures, lastAt }, lastAt)).toBe(0);
    expect(waitMsOf('account', { failures, lastAt }, lastAt)).toBeGreaterThan(0);
  });

  it('ends exactly when it said it would', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(FORGOTTEN_AFTER_MS), (failures, elapsedMs) => {
        const tries = { failures, lastAt };
        const left = waitMsOf('account', tries, after(elapsedMs));
        expect(left).toBeGreaterThanOrEqual(0);
        expect(waitMsOf('account', tries, after(elapsedMs + left))).toBe(0);
      }),
    );
  });

  it('forgets after a day', () => {
    expect(countedFailures({ failures: 9, lastAt }, after(FORGOTTEN_AFTER_MS - 1))).toBe(9);
    expect(countedFailures({ failures: 9, lastAt }, after(FORGOTTEN_AFTER_MS))).toBe(0);
  });
});
