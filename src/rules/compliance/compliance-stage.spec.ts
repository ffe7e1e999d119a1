import { describe, expect, it } from '@jest/globals';
import { aContact, aMessage, NOON, someFacts } from '../decide.fixtures.js';
import type { ConsentEntryFacts, ContactFacts, Facts } from '../facts.js';
import type { StageResult } from '../stage.js';
import { complianceStage, CONFIRMATION_EXPIRY_MS } from './compliance-stage.js';

const MARKETING = { key: 'marketing', name: 'Marketing', keywords: ['marketing'] };

/** What is decided upon a STOP that the ledger took so. */
function afterStop(entry: Partial<ConsentEntryFacts>, consent: ContactFacts['consent']): StageResult {
  return complianceStage({
    event: aMessage('STOP'),
    facts: someFacts({
      contact: aContact({ consent }),
      consentEntry: { id: 'entry-1', action: 'revoke', changed: true, ...entry },
      consentVocabulary: { categories: [MARKETING] },
    }),
    now: NOON,
  });
}

describe('the one confirmation of an opt-out', () => {
  it.each([
    ['everything', {}, 'opted_out'],
    ['a category', { scope: 'marketing' }, 'subscribed'],
  ] as const)(
    'of %s has five minutes from when it was said, however late it reached us',
    (_name, entry, consent) => {
      const left = (delayMs: number) =>
        afterStop({ ...entry, delayMs }, consent).ending?.replies.map(({ expiresAfterMs }) => expiresAfterMs);
      expect(left(0)).toEqual([CONFIRMATION_EXPIRY_MS]);
      expect(left(CONFIRMATION_EXPIRY_MS - 1)).toEqual([1]);
      expect(left(CONFIRMATION_EXPIRY_MS)).toEqual([]);
      expect(left(72 * 3_600_000)).toEqual([]);
    },
  );

  it('is not promised where it comes too late', () => {
    const { ending } = afterStop({ delayMs: 400_000 }, 'opted_out');
    expect(ending?.verdict).toBe('opt_out_recorded');
    expect(ending?.sentence).toBe(
      'They asked to stop: they are opted out. Their message reached us too late for a confirmation, so nothing is sent.',
    );
  });

  it.each([
    ['everything', {}, 'opted_out'],
    ['a category', { scope: 'marketing' }, 'subscribed'],
  ] as const)('B2: of %s by e-mail is sent only where the account is set to', (_name, entry, consent) => {
    const byMail = (more: Partial<Facts>) =>
      complianceStage({
        event: aMessage('unsubscribe', { channel: 'email' }),
        facts: {
          ...someFacts({
            contact: aContact({ consent }),
            consentEntry: { id: 'entry-1', action: 'revoke', changed: true, ...entry },
            consentVocabulary: { categories: [MARKETING] },
          }),
          ...more,
        },
        now: NOON,
      }).ending;
    expect(byMail({})?.replies).toEqual([]);
    expect(byMail({})?.sentence).toContain('by e-mail is not confirmed');
    expect(byMail({ confirmsEmailOptOut: true })?.replies).toHaveLength(1);
  });

  it('is not said to have been sent where a later START stands against an older STOP', () => {
    const { ending } = afterStop({ changed: false }, 'subscribed');
    expect(ending?.replies).toEqual([]);
    expect(ending?.sentence).toContain('the later word counts');
  });
});

describe('the trace', () => {
  it('tells the class with its confidence, its scope and its rule', () => {
    const reading = (text: string) =>
      complianceStage({ event: aMessage(text), facts: someFacts(), now: NOON }).trace.actual;
    expect(reading('STOP')).toMatchObject({ class: 'opt_out', confidence: 'certain', scope: 'all' });
    expect(reading('please quit texting me')).toMatchObject({ class: 'opt_out', confidence: 'likely' });
    expect(
      complianceStage({
        event: aMessage('STOP MARKETING'),
        facts: someFacts({ consentVocabulary: { categories: [MARKETING] } }),
        now: NOON,
      }).trace.actual,
    ).toMatchObject({ class: 'opt_out', scope: 'marketing' });
  });
});
