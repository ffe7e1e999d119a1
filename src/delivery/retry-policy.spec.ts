import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SendFailure } from '../messaging/send-failure.js';
import { consequenceOf, MAX_ATTEMPTS } from './retry-policy.js';

const failure = (kind: SendFailure['kind'], more: object = {}): SendFailure => ({
  kind,
  detail: 'because',
  ...more,
});
const jitters = fc.double({ min: 0, max: 1, noNaN: true });
const attempts = fc.integer({ min: 1, max: 100 });

describe('consequenceOf', () => {
  it.each([
    ['not_sent', 'try_again'],
    ['throttled', 'try_again'],
    ['misconfigured', 'try_again'],
    ['rejected', 'give_up'],
    ['window_closed', 'give_up'],
    ['opted_out', 'give_up'],
    ['uncertain', 'leave_unknown'],
  ] as const)('a first %s means %s', (kind, expected) => {
    expect(consequenceOf(failure(kind), 1, 0.5).kind).toBe(expected);
  });

  it('never sends an uncertain message again, whichever attempt it was', () => {
    fc.assert(
      fc.property(attempts, jitters, (attempt, jitter) => {
        expect(consequenceOf(failure('uncertain'), attempt, jitter)).toEqual({ kind: 'leave_unknown' });
      }),
    );
  });

  it('waits at least as long as the provider asked, and holds the account back for that time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_600_000 }),
        fc.integer({ min: 1, max: MAX_ATTEMPTS - 1 }),
        jitters,
        (retryAfterMs, attempt, jitter) => {
          const consequence = consequenceOf(failure('throttled', { retryAfterMs }), attempt, jitter);
          expect(consequence).toMatchObject({ kind: 'try_again', pauseAccountMs: retryAfterMs });
          expect(consequence.kind === 'try_again' && consequence.afterMs >= retryAfterMs).toBe(true);
        },
      ),
    );
  });

  it('always leaves at least 0.75 s between two tries, and never more than the ceiling', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('not_sent', 'throttled', 'misconfigured'),
        attempts,
        jitters,
        (kind, attempt, jitter) => {
          const consequence = consequenceOf(failure(kind), attempt, jitter);
          if (consequence.kind !== 'try_again') return;
          const waitMs = Math.max(consequence.afterMs, consequence.pauseAccountMs ?? 0);
          expect(waitMs).toBeGreaterThanOrEqual(750);
          expect(waitMs).toBeLessThanOrEqual(15 * 60_000 * 1.25);
        },
      ),
    );
  });

  it('lets a message go at once when the connection that held it back was mended', () => {
    const consequence = consequenceOf(failure('misconfigured'), 3, 0.5);
    expect(consequence).toMatchObject({ afterMs: 0, pauseAccountMs: 120_000 });
  });

  it('gives up after the last attempt', () => {
    expect(consequenceOf(failure('not_sent'), MAX_ATTEMPTS, 0).kind).toBe('give_up');
    expect(consequenceOf(failure('throttled'), MAX_ATTEMPTS, 0).kind).toBe('give_up');
  });

  it('tells a person what to do about an account that is not in order', () => {
    expect(
      consequenceOf(failure('misconfigured', { actionUrl: 'https://provider.example/terms' }), 1, 0),
    ).toMatchObject({
      attention: 'because See https://provider.example/terms',
    });
  });

  it('learns an opt-out that only the provider knew', () => {
    expect(consequenceOf(failure('opted_out'), 1, 0)).toEqual({ kind: 'give_up', learnsOptOut: true });
  });
});
