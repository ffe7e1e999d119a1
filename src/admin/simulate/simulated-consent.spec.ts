import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../../events/domain-events.js';
import type { Facts } from '../../rules/facts.js';
import { decide } from '../../rules/decide.js';
import { compileRules } from '../../rules/rule-set.js';
import { NOTHING_SAID, type ConsentStanding } from '../../contacts/consent-state.js';
import { withSimulatedConsent } from './simulated-consent.js';

const NOW = new Date('2026-04-10T12:00:00Z');

function message(text: string, isAutomatic = false): DomainEvent {
  return {
    id: 'event',
    name: 'message.received',
    lane: 'lane',
    occurredAt: NOW,
    connectionId: 'connection',
    payload: { channel: 'sms', from: '+2207654321', text, attachments: [], isAutomatic },
  };
}

function factsOf(standing: ConsentStanding): Facts {
  return {
    brand: { name: 'Acme' },
    contact: { id: 'contact', tags: [], attributes: {}, consent: standing.state },
    conversation: { id: 'conversation', channel: 'sms', theirAddress: '+2207654321' },
    providerConfirmsOptOut: false,
    answersHelpAlways: false,
  };
}

function verdictOn(text: string, standing: ConsentStanding = NOTHING_SAID) {
  const event = message(text);
  const facts = withSimulatedConsent(factsOf(standing), event, standing, 'entry');
  return decide(event, facts, compileRules([]), NOW);
}

describe('withSimulatedConsent', () => {
  it('lets a simulated STOP be recorded and confirmed, as a real one is', () => {
    const { verdict, replies } = verdictOn('STOP');
    expect(verdict).toBe('opt_out_recorded');
    expect(replies).toEqual([expect.objectContaining({ kind: 'confirmation', consentEventId: 'entry' })]);
  });

  it('confirms no second STOP', () => {
    expect(verdictOn('STOP', { state: 'opted_out', effectiveAt: new Date(0) }).replies).toEqual([]);
  });

  it('lets a simulated START lift an earlier opt-out', () => {
    expect(verdictOn('START', { state: 'opted_out', effectiveAt: new Date(0) }).verdict).toBe(
      'opt_in_recorded',
    );
  });

  it('leaves a START powerless that is older than the STOP on record', () => {
    const later = { state: 'opted_out', effectiveAt: new Date(NOW.getTime() + 60_000) } as const;
    expect(verdictOn('START', later).verdict).toBe('suppressed');
  });

  it('lets a simulated STOP of a category be confirmed by its name, and silence its rules', () => {
    const categories = [{ key: 'marketing', name: 'Marketing', keywords: ['promo'] }];
    const facts = { ...factsOf(NOTHING_SAID), consentVocabulary: { categories } };
    const simulated = withSimulatedConsent(facts, message('STOP PROMO'), NOTHING_SAID, 'entry');
    expect(simulated).toMatchObject({
      contact: { consent: 'subscribed', categoriesLeft: ['marketing'] },
      consentEntry: { action: 'revoke', scope: 'marketing', changed: true },
    });
    expect(decide(message('STOP PROMO'), simulated, compileRules([]), NOW).replies).toEqual([
      expect.objectContaining({
        text: 'Acme: You will get no more Marketing messages. Reply STOP to end all messages.',
      }),
    ]);
  });

  it('changes nothing for other words, or for a machine’s', () => {
    const facts = factsOf(NOTHING_SAID);
    expect(withSimulatedConsent(facts, message('hello'), NOTHING_SAID, 'entry')).toBe(facts);
    expect(withSimulatedConsent(facts, message('STOP', true), NOTHING_SAID, 'entry')).toBe(facts);
  });
});
