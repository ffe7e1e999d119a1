import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOMAIN_EVENT_NAMES } from '../events/domain-events.js';
import type { DomainEvent } from '../events/domain-events.js';
import { CHANNELS } from '../messaging/channel.js';
import { decide } from './decide.js';
import {
  NOON,
  aContact,
  aConversation,
  aFailure,
  aMessage,
  aRule,
  aVerification,
  someFacts,
} from './decide.fixtures.js';
import type { RuleDefinition } from './definition/rule-definition.js';
import type { Facts } from './facts.js';
import { compileRules } from './rule-set.js';
import type { StoredRule } from './rule-set.js';

const texts = fc.oneof(
  fc.constantFrom('STOP', 'start', 'HELP', 'hours', 'when do you open?', ''),
  fc.string({ unit: 'binary' }),
);
const instants = fc.oneof(
  fc.constantFrom('2026-04-10T11:55:00Z', '2026-04-10T12:30:00Z', 'infinity', ''),
  fc.string(),
);

const messages = fc
  .tuple(texts, fc.record({ channel: fc.constantFrom(...CHANNELS), isAutomatic: fc.boolean() }))
  .map(([text, differences]) => aMessage(text, differences));

const events: fc.Arbitrary<DomainEvent> = fc.oneof(
  { weight: 4, arbitrary: messages },
  { weight: 1, arbitrary: fc.constantFrom('reply', 'manual', 'anything').map(aFailure) },
  { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.string()).map(aVerification) },
);

const facts: fc.Arbitrary<Facts> = fc
  .record(
    {
      contact: fc
        .record({
          consent: fc.constantFrom('subscribed' as const, 'opted_out' as const, 'held' as const),
          tags: fc.array(fc.string()),
          attributes: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.boolean())),
        })
        .map(aContact),
      conversation: fc.oneof(fc.constant({}), fc.record({ pausedUntil: instants })).map(aConversation),
      consentEntry: fc.record({
        id: fc.constant('entry-1'),
        action: fc.constantFrom('revoke' as const, 'grant' as const, 'hold' as const),
        changed: fc.boolean(),
      }),
      providerConfirmsOptOut: fc.boolean(),
      lastFiredAt: fc.dictionary(fc.constantFrom('rule-0', 'rule-1', 'rule-2', '__proto__'), instants),
    },
    { requiredKeys: ['providerConfirmsOptOut', 'lastFiredAt'] },
  )
  .map((differences) => {
    const { contact: _contact, conversation: _conversation, ...unlinked } = someFacts();
    return { ...unlinked, ...differences };
  });

const definitions: fc.Arbitrary<RuleDefinition> = fc
  .record({
    mode: fc.constantFrom('live', 'shadow'),
    enabled: fc.boolean(),
    trigger: fc.record({
      event: fc.constantFrom(...DOMAIN_EVENT_NAMES.slice(0, 8), 'identity.verified', 'message.received'),
    }),
    when: fc.constantFrom(
      { all: [] },
      { fact: 'contact.name', op: 'exists', value: false },
      { not: { fact: 'contact.tags', op: 'in', value: ['x'] } },
    ),
    then: fc.constantFrom(
      [{ reply: { text: 'hello' } }],
      [{ tag: 'seen' }],
      [{ tag: 'seen' }, { reply: { text: '{{ contact.name }}' } }],
      [{ reply: { text: "{{ contact.attributes.city | default: 'x' }}" } }],
    ),
    continue: fc.boolean(),
    limits: fc.constantFrom({}, { cooldown: 'PT10M' }),
  })
  .map(aRule);

const rules: fc.Arbitrary<StoredRule[]> = fc
  .array(fc.tuple(definitions, fc.nat(5)), { maxLength: 6 })
  .map((all) =>
    all.map(([definition, position], index) => ({
      id: `rule-${index}`,
      revisionId: `revision-${index}`,
      number: 1,
      position,
      definition,
    })),
  );

describe('decide, for any event, facts and rules', () => {
  it('never throws, gives the same answer again, and explains it in plain JSON', () => {
    fc.assert(
      fc.property(events, facts, rules, (event, known, stored) => {
        const decision = decide(event, known, compileRules(stored), NOON);
        expect(decide(event, known, compileRules(stored.toReversed()), new Date(NOON))).toEqual(decision);
        expect(decision.sentence).toMatch(/^[A-Z].*[.…]$/su);
        expect(decision.stages).toHaveLength(6);
        expect(() => JSON.stringify(decision)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('replies once at most, and only with a verdict that says so', () => {
    fc.assert(
      fc.property(events, facts, rules, (event, known, stored) => {
        const { replies, verdict } = decide(event, known, compileRules(stored), NOON);
        expect(replies.length).toBeLessThanOrEqual(1);
        const kinds = {
          replied: 'reply',
          help_sent: 'help',
          opt_out_recorded: 'confirmation',
          opt_in_recorded: 'confirmation',
          held: 'clarification',
        };
        for (const { kind, text } of replies) {
          expect(Object.entries(kinds)).toContainEqual([verdict, kind]);
          expect(text.trim()).not.toBe('');
        }
        if (verdict === 'replied' || verdict === 'help_sent') expect(replies).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it('sends nothing to a contact that opted out but the confirmation of this very entry', () => {
    fc.assert(
      fc.property(events, facts, rules, (event, known, stored) => {
        const optedOut = { ...known, contact: aContact({ ...known.contact, consent: 'opted_out' }) };
        const { replies, effects } = decide(event, optedOut, compileRules(stored), NOON);
        expect(effects).toEqual([]);
        for (const reply of replies) {
          expect(known.consentEntry).toMatchObject({ action: 'revoke', changed: true });
          expect(reply).toMatchObject({ kind: 'confirmation', consentEventId: known.consentEntry?.id });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does the same whether shadow rules are there or not', () => {
    fc.assert(
      fc.property(events, facts, rules, (event, known, stored) => {
        const live = stored.filter(({ definition }) => definition.mode === 'live');
        const all = decide(event, known, compileRules(stored), NOON);
        const without = decide(event, known, compileRules(live), NOON);
        expect(all.replies).toEqual(without.replies);
        expect(all.effects).toEqual(without.effects);
        expect(all.firedRuleIds).toEqual(without.firedRuleIds);
      }),
      { numRuns: 300 },
    );
  });

  it('answers with the first rule in order that may answer', () => {
    const catchAlls = fc.array(fc.record({ position: fc.nat(9), enabled: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(catchAlls, (all) => {
        const stored = all.map(({ position, enabled }, index) => ({
          id: `rule-${index}`,
          revisionId: `revision-${index}`,
          number: 1,
          position,
          definition: aRule({ enabled }),
        }));
        const first = stored
          .filter(({ definition }) => definition.enabled)
          .toSorted((one, other) => one.position - other.position)[0];
        const decision = decide(aMessage('hi'), someFacts(), compileRules(stored), NOON);
        expect(decision.ruleRevisionId).toBe(first?.revisionId);
      }),
    );
  });
});
