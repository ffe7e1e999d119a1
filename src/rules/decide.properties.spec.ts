import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOMAIN_EVENT_NAMES } from '../events/domain-events.js';
import type { DomainEvent } from '../events/domain-events.js';
import { CHANNELS, threadChannel } from '../messaging/channel.js';
import type { ReachFacts } from './actions/reach-facts.js';
import { decide } from './decide.js';
import {
  NOON,
  aContact,
  aConversation,
  aFailure,
  aMessage,
  aRule,
  aVerification,
  guardsKnowing,
  ruleSet,
  someFacts,
} from './decide.fixtures.js';
import { parseRuleDefinition } from './definition/parse-rule-definition.js';
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

const reaches: fc.Arbitrary<ReachFacts> = fc.record(
  {
    addresses: fc.array(
      fc.record({
        kind: fc.constantFrom('phone', 'email', 'opaque'),
        value: fc.constantFrom('+2207654321', 'ada@example.com', 'id-1'),
      }),
    ),
    connections: fc.array(
      fc.record({
        id: fc.constantFrom('connection-1', 'connection-2'),
        name: fc.constantFrom('connectly/default', 'contiguity/default'),
        channels: fc.subarray([...CHANNELS]),
      }),
    ),
    original: fc.record({
      id: fc.constant('message-1'),
      status: fc.constantFrom('failed', 'undelivered', 'delivered'),
      text: fc.constantFrom('', 'hello'),
      theirAddress: fc.string(),
      isSubstitute: fc.boolean(),
      hasSubstitute: fc.boolean(),
    }),
  },
  { requiredKeys: ['addresses', 'connections'] },
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
      mediaLimits: fc.constant({ sms: 1 }),
      reach: reaches,
      guards: fc
        .record({
          isFromUs: fc.boolean(),
          firings: fc.array(
            fc.record({
              ruleId: fc.constantFrom('rule-0', 'rule-1', 'rule-2', '__proto__'),
              channel: fc.constantFrom('sms', ''),
              at: fc.array(instants, { maxLength: 3 }),
            }),
          ),
          recentMessages: fc.array(
            fc.record({
              from: fc.constantFrom('them' as const, 'us' as const),
              isReply: fc.boolean(),
              at: instants,
              text: texts,
            }),
            { maxLength: 12 },
          ),
          waitingReplies: fc.array(
            fc.record({ messageId: fc.string(), ruleId: fc.constantFrom('rule-0', 'x'), since: instants }),
          ),
          killSwitches: fc.array(
            fc.record({
              scope: fc.constantFrom('all', 'connection:connection-1', 'group:promo'),
              reason: fc.string(),
              actor: fc.string(),
              since: instants,
            }),
            { maxLength: 1 },
          ),
          budgetFilledAt: fc.record({ hour: instants, day: instants }, { requiredKeys: [] }),
        })
        .map(guardsKnowing),
    },
    { requiredKeys: ['providerConfirmsOptOut'] },
  )
  .map((differences) => {
    const { contact: _contact, conversation: _conversation, ...unlinked } = someFacts();
    return { ...unlinked, ...differences };
  });

/** Some actions are refused for some triggers, and `send` after most of what happens to our own messages. */
function isReadable(differences: object): boolean {
  return parseRuleDefinition({ name: 'A', trigger: {}, when: { all: [] }, ...differences }).ok;
}

const replies = fc.constantFrom(
  { reply: { variants: ['one', 'two', '{{ contact.name }}'], fallback: 'three' } },
  { reply: { text: 'hello', languages: { fr: 'bonjour', wo: '{{ contact.name }}' } } },
  { reply: { use: 'Nothing of this name' } },
  {
    reply: {
      text: 'hello',
      media: [{ url: 'https://example.com/a.jpg' }],
      template: { name: 'a', language: 'en', parameters: { body_1: '{{ contact.name }}' } },
    },
  },
);

const acts = fc.constantFrom(
  { send: { channel: 'email', text: '{{ contact.name | default: "you" }}' } },
  { send: { channel: 'whatsapp', connection: 'connectly/default', text: 'hello' } },
  { tag: 'a' },
  { untag: 'a' },
  { attribute: { name: 'language', value: '{{ contact.name }}' } },
  { attribute: { name: 'language', value: null } },
  { webhook: { url: 'https://example.com/hook', include: ['message', 'contact', 'conversation'] } },
);

const endings = fc.constantFrom({ pause: { for: 'PT8H' } }, { handOver: { reason: 'Asked for it' } });

/** Every action there is, in lists that a rule may hold. */
const thens = fc
  .tuple(fc.option(replies), fc.array(acts, { maxLength: 4 }), fc.option(endings))
  .map(([reply, some, end]) => [...(reply === null ? [] : [reply]), ...some, ...(end === null ? [] : [end])])
  .filter((then) => then.length > 0);

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
    then: fc.oneof(
      fc.constantFrom(
        [{ reply: { text: 'hello' } }],
        [{ tag: 'seen' }],
        [{ tag: 'seen' }, { reply: { text: '{{ contact.name }}' } }],
        [{ reply: { text: "{{ contact.attributes.city | default: 'x' }}" } }],
      ),
      thens,
    ),
    continue: fc.boolean(),
    group: fc.constantFrom(undefined, 'promo'),
    limits: fc.constantFrom({}, { cooldown: 'PT10M' }, { atMost: { count: 2, per: 'P1D' }, once: 'contact' }),
  })
  .map((differences) => (isReadable(differences) ? aRule(differences) : aRule()));

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
        expect(decision.stages).toHaveLength(11);
        expect(() => JSON.stringify(decision)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('replies once at most, and only with a verdict that says so', () => {
    fc.assert(
      fc.property(events, facts, rules, (event, known, stored) => {
        const { replies, effects, verdict } = decide(event, known, compileRules(stored), NOON);
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
        if (verdict === 'help_sent') expect(replies).toHaveLength(1);
        // By their conversation, or by another way.
        const messages = [...replies, ...effects.filter(({ kind }) => kind === 'send')];
        if (verdict === 'replied') expect(messages.length).toBeGreaterThan(0);
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

  it('decides the same about facts that were stored and read again, which is what a replay does', () => {
    fc.assert(
      fc.property(events, facts, rules, (event, known, stored) => {
        const compiled = compileRules(stored);
        const decision = decide(event, known, compiled, NOON);
        const again: { event: DomainEvent; facts: Facts } = JSON.parse(
          JSON.stringify({ event, facts: known }),
        );
        const replayed = { ...again.event, occurredAt: event.occurredAt } as DomainEvent;
        expect(JSON.stringify(decide(replayed, again.facts, compiled, NOON))).toBe(JSON.stringify(decision));
      }),
      { numRuns: 300 },
    );
  });

  it('sends by another way at most once for each action, and in place of another message once and only after it failed', () => {
    const sends = fc.array(
      fc
        .record({ channel: fc.constantFrom(...CHANNELS), text: fc.constant('hello') })
        .map((send) => ({ send })),
      { minLength: 1, maxLength: 3 },
    );
    const lists = fc.array(sends, { minLength: 1, maxLength: 4 });
    const about = fc.constantFrom(aMessage('hi'), aFailure('reply'), aFailure('manual'), aFailure('help'));
    let planned = 0;
    fc.assert(
      fc.property(about, reaches, lists, (event, reach, thens) => {
        const trigger = { event: event.name };
        const set = ruleSet(...thens.map((then) => aRule({ trigger, then, continue: true })));
        const { effects } = decide(event, someFacts({ reach }), set, NOON);
        const sent = effects.flatMap((effect) => (effect.kind === 'send' ? [effect] : []));
        planned += sent.length;
        expect(new Set(sent.map(({ slot }) => slot)).size).toBe(sent.length);
        for (const { theirAddress, connectionId, channel } of sent) {
          expect(reach.addresses.map(({ value }) => value)).toContain(theirAddress);
          const carrying = reach.connections.filter(({ channels }) =>
            channels.map(threadChannel).includes(channel),
          );
          expect(carrying.map(({ id }) => id)).toContain(connectionId);
        }
        if (event.name === 'message.received') return;
        expect(sent.length).toBeLessThanOrEqual(1);
        if (sent.length === 0) return;
        expect(reach.original).toMatchObject({ isSubstitute: false, hasSubstitute: false });
        expect(reach.original?.status).not.toBe('delivered');
        expect(sent[0]?.failoverOfId).toBe('message-1');
      }),
      { numRuns: 500 },
    );
    expect(planned).toBeGreaterThan(0);
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
