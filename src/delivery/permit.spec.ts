import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { permit, type PermitFacts } from './permit.js';

const now = new Date(Date.UTC(2026, 3, 10, 12));
const later = (ms: number) => new Date(now.getTime() + ms);

function facts(change: Partial<PermitFacts> = {}): PermitFacts {
  return {
    kind: 'reply',
    expiresAt: later(60_000),
    nextAttemptAt: now,
    consentEventId: undefined,
    answersHelpAlways: false,
    consent: { state: 'subscribed', eventId: undefined },
    conversationPausedUntil: undefined,
    window: undefined,
    quiet: undefined,
    account: 'ready',
    accountPausedUntil: undefined,
    ...change,
  };
}

describe('permit', () => {
  it('lets an ordinary reply go', () => {
    expect(permit(facts(), now)).toEqual({ kind: 'granted' });
  });

  it('grants no message of a category that the contact has left, and the confirmation of leaving it', () => {
    const left = { state: 'subscribed', eventId: undefined, leftCategory: 'marketing' } as const;
    expect(permit(facts({ consent: left }), now)).toMatchObject({
      kind: 'suppressed',
      guard: 'left_category',
    });
    const confirmation = { kind: 'confirmation', consentEventId: 'entry-1' } as const;
    const confirmed = { eventId: undefined, confirmsCategory: true } as const;
    expect(permit(facts({ ...confirmation, consent: { state: 'subscribed', ...confirmed } }), now)).toEqual({
      kind: 'granted',
    });
    for (const state of ['opted_out', 'held'] as const) {
      expect(permit(facts({ ...confirmation, consent: { state, ...confirmed } }), now)).toMatchObject({
        guard: 'overtaken',
      });
    }
  });

  it('grants nothing to an opted-out contact but the confirmation of the entry in force', () => {
    const consent = { state: 'opted_out', eventId: 'entry-2' } as const;
    for (const kind of ['reply', 'help', 'manual', 'resend']) {
      expect(permit(facts({ kind, consent }), now)).toMatchObject({ kind: 'suppressed', guard: 'opted_out' });
    }
    expect(permit(facts({ kind: 'confirmation', consentEventId: 'entry-2', consent }), now)).toEqual({
      kind: 'granted',
    });
    expect(permit(facts({ kind: 'confirmation', consentEventId: 'entry-1', consent }), now)).toMatchObject({
      guard: 'overtaken',
    });
    expect(permit(facts({ kind: 'confirmation', consent }), now)).toMatchObject({ kind: 'suppressed' });
  });

  it('lets the question about a hold through, while that hold stands', () => {
    const question = { kind: 'clarification', consentEventId: 'entry-1' };
    expect(permit(facts({ ...question, consent: { state: 'held', eventId: 'entry-1' } }), now).kind).toBe(
      'granted',
    );
    expect(
      permit(facts({ ...question, consent: { state: 'opted_out', eventId: 'entry-2' } }), now).kind,
    ).toBe('suppressed');
  });

  it('answers HELP from an opted-out contact only where the account has to', () => {
    const consent = { state: 'opted_out', eventId: 'entry-1' } as const;
    expect(permit(facts({ kind: 'help', consent, answersHelpAlways: true }), now).kind).toBe('granted');
    expect(permit(facts({ kind: 'reply', consent, answersHelpAlways: true }), now).kind).toBe('suppressed');
  });

  it('confirms a repeated STOP only where the account has to, and not once it was lifted', () => {
    const again = { kind: 'confirmation', consentEventId: 'entry-2' };
    const consent = { state: 'opted_out', eventId: 'entry-1' } as const;
    expect(permit(facts({ ...again, consent, answersHelpAlways: true }), now).kind).toBe('granted');
    expect(permit(facts({ ...again, consent }), now)).toMatchObject({ guard: 'overtaken' });
    const lifted = { state: 'subscribed', eventId: 'entry-3' } as const;
    expect(permit(facts({ ...again, consent: lifted, answersHelpAlways: true }), now)).toMatchObject({
      guard: 'overtaken',
    });
  });

  it('keeps automated messages back while a stop is unsettled, and lets a person write', () => {
    const consent = { state: 'held', eventId: 'entry-1' } as const;
    expect(permit(facts({ consent }), now).kind).toBe('postponed');
    expect(permit(facts({ consent, kind: 'manual' }), now).kind).toBe('granted');
  });

  it('expires what is late, before anything else', () => {
    expect(permit(facts({ expiresAt: now, account: 'cannot_send' }), now)).toMatchObject({ kind: 'expired' });
  });

  it('does not talk over a person, but still confirms a STOP', () => {
    const conversationPausedUntil = later(1);
    expect(permit(facts({ conversationPausedUntil }), now)).toMatchObject({ guard: 'paused' });
    const confirmation = {
      kind: 'confirmation',
      consentEventId: 'e',
      consent: { state: 'opted_out', eventId: 'e' },
    } as const;
    expect(permit(facts({ conversationPausedUntil, ...confirmation }), now)).toEqual({ kind: 'granted' });
  });

  it('sends free text only inside the service window', () => {
    const dayMs = 24 * 3_600_000;
    const window = (lastInboundAt: Date | undefined) => facts({ window: { lengthMs: dayMs, lastInboundAt } });
    expect(permit(window(later(-dayMs + 1)), now)).toEqual({ kind: 'granted' });
    expect(permit(window(later(-dayMs)), now)).toMatchObject({ guard: 'window_closed' });
    expect(permit(window(undefined), now)).toMatchObject({ guard: 'window_closed' });
  });

  it('waits for the morning, unless the message would be too late by then or no morning is known', () => {
    const quiet = (until: Date | undefined) => facts({ quiet: { until, sentence: 'It is night there.' } });
    expect(permit(quiet(later(30_000)), now)).toEqual({
      kind: 'postponed',
      until: later(30_000),
      reason: 'It is night there.',
    });
    expect(permit(quiet(later(60_000)), now)).toMatchObject({ kind: 'suppressed', guard: 'quiet_hours' });
    expect(permit(quiet(undefined), now)).toMatchObject({ kind: 'suppressed', guard: 'quiet_hours' });
  });

  it('waits for an account that is held back or cannot send, and for the back-off', () => {
    expect(permit(facts({ accountPausedUntil: later(5) }), now)).toMatchObject({
      kind: 'postponed',
      until: now,
    });
    expect(permit(facts({ account: 'cannot_send' }), now).kind).toBe('postponed');
    expect(permit(facts({ nextAttemptAt: later(7) }), now)).toMatchObject({
      kind: 'postponed',
      until: later(7),
    });
  });

  it('whatever the rest, an opted-out contact gets nothing that is not its confirmation', () => {
    const dates = fc.option(fc.date({ noInvalidDate: true }), { nil: undefined });
    const anything = fc.record({
      kind: fc.constantFrom('reply', 'help', 'manual', 'resend', 'confirmation'),
      expiresAt: dates,
      nextAttemptAt: fc.date({ noInvalidDate: true }),
      answersHelpAlways: fc.constant(false),
      consentEventId: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      consent: fc.record({ state: fc.constant('opted_out' as const), eventId: fc.constantFrom('a', 'b') }),
      conversationPausedUntil: dates,
      window: fc.constant(undefined),
      quiet: fc.constant(undefined),
      account: fc.constantFrom('ready' as const, 'cannot_send' as const),
      accountPausedUntil: dates,
    });
    fc.assert(
      fc.property(anything, (situation) => {
        if (permit(situation, now).kind !== 'granted') return;
        expect(situation.kind).toBe('confirmation');
        expect(situation.consentEventId).toBe(situation.consent.eventId);
      }),
    );
  });

  it('lets nothing go that rules said while they are switched off, and lets the law and people speak', () => {
    const switchedOff = 'Switched off by Ada: Typo';
    expect(permit(facts({ switchedOff }), now)).toEqual({
      kind: 'suppressed',
      guard: 'switched_off',
      reason: switchedOff,
    });
    for (const kind of ['help', 'manual', 'resend']) {
      expect(permit(facts({ kind, switchedOff }), now)).toEqual({ kind: 'granted' });
    }
  });

  it('stops a reply that the day’s budget has no room for, and nothing else', () => {
    const overBudget = 'No longer affordable.';
    expect(permit(facts({ overBudget }), now)).toMatchObject({ guard: 'budget_exhausted' });
    expect(permit(facts({ kind: 'manual', overBudget }), now)).toEqual({ kind: 'granted' });
  });
});
