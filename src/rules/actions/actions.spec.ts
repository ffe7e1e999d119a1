import { describe, expect, it } from '@jest/globals';
import { decide } from '../decide.js';
import {
  NOON,
  aContact,
  aConversation,
  aFailure,
  aMessage,
  aRule,
  aVerification,
  ruleSet,
  someFacts,
} from '../decide.fixtures.js';
import type { TraceNode } from '../decision.js';
import type { Facts } from '../facts.js';
import { EMPTY_LIBRARY } from '../library.js';
import { compileRules } from '../rule-set.js';
import type { ReachFacts } from './reach-facts.js';

const decideOn = (
  then: readonly unknown[],
  facts: Facts = someFacts(),
  event = aMessage('hi'),
  more: object = {},
) => decide(event, facts, ruleSet(aRule({ then, trigger: { event: event.name }, ...more })), NOON);

const replyTo = (reply: object, facts?: Facts, event = aMessage('hi')) =>
  decideOn([{ reply }], facts, event).replies[0];

function stage(stages: readonly TraceNode[], label: string): TraceNode | undefined {
  return stages.find((each) => each.label === label);
}

describe('a reply', () => {
  const languages = { fr: 'Bonjour', 'pt-BR': 'Olá' };
  const speaking = (language: string) => someFacts({ contact: aContact({ attributes: { language } }) });

  it.each([
    ['fr', 'Bonjour'],
    ['FR_CA', 'Bonjour'],
    ['pt', 'Olá'],
    ['pt-br', 'Olá'],
    ['de', 'Hello'],
    ['', 'Hello'],
    ['__proto__', 'Hello'],
  ])('to a contact who speaks %j is %s', (language, text) => {
    expect(replyTo({ text: 'Hello', languages }, speaking(language))?.text).toBe(text);
  });

  it('follows the language of the message where nothing is on record of the contact', () => {
    const french = aMessage('Bonjour, à quelle heure est-ce que vous ouvrez demain matin ?');
    expect(replyTo({ text: 'Hello', languages }, undefined, french)?.text).toBe('Bonjour');
    expect(replyTo({ text: 'Hello', languages }, speaking('pt'), french)?.text).toBe('Olá');
  });

  it('takes a variant by the event, the same one every time', () => {
    const variants = ['one', 'two', 'three'];
    const chosen = Array.from({ length: 60 }, (_, index) => {
      const event = { ...aMessage('hi'), id: `event-${index}` };
      const text = replyTo({ variants }, undefined, event)?.text;
      expect(replyTo({ variants }, undefined, event)?.text).toBe(text);
      return text;
    });
    expect(new Set(chosen)).toEqual(new Set(variants));
  });

  it('falls back, never to a gap, when a variable has no value', () => {
    const { replies, stages } = decideOn([{ reply: { text: 'Dear {{ contact.name }}', fallback: 'Hello' } }]);
    expect(replies).toMatchObject([{ text: 'Hello' }]);
    expect(stage(stages, 'render')?.detail).toContain('The fallback was taken.');
    expect(decideOn([{ reply: { text: 'Dear {{ contact.name }}' } }])).toMatchObject({
      verdict: 'render_failed',
      replies: [],
    });
  });

  it('uses a stored text with its languages, and says when there is none of that name', () => {
    const library = {
      ...EMPTY_LIBRARY,
      templates: new Map([['Greeting', { name: 'Greeting', text: 'Hello', languages: { wo: 'Nanga def' } }]]),
    };
    const using = (name: string, facts = someFacts()) =>
      decide(
        aMessage('hi'),
        facts,
        compileRules(
          [
            {
              id: 'r',
              revisionId: 'v',
              number: 1,
              position: 1,
              definition: aRule({ then: [{ reply: { use: name } }] }),
            },
          ],
          library,
        ),
        NOON,
      );
    expect(using('Greeting').replies).toMatchObject([{ text: 'Hello' }]);
    expect(using('Greeting', speaking('wo')).replies).toMatchObject([{ text: 'Nanga def' }]);
    expect(using('Gone')).toMatchObject({
      verdict: 'render_failed',
      sentence: expect.stringContaining('There is no stored template "Gone"'),
    });
  });

  it('carries as many files as its account can send, and says which it leaves out', () => {
    const media = [{ url: 'https://example.com/a.jpg' }, { url: 'https://example.com/b.jpg' }];
    const able = decideOn([{ reply: { text: 'Look', media } }], someFacts({ mediaLimits: { sms: 1 } }));
    expect(able.replies).toMatchObject([{ text: 'Look', media: [{ url: 'https://example.com/a.jpg' }] }]);
    expect(stage(able.stages, 'render')?.detail).toContain('Without one file: this account sends at most 1');
    expect(decideOn([{ reply: { text: 'Look', media } }]).replies[0]).not.toHaveProperty('media');
  });

  it('brings its template, filled in, for the time after the service window', () => {
    const template = (parameter: string) => ({
      text: 'Hello',
      template: { name: 'greeting', language: 'en', parameters: { body_1: parameter } },
    });
    const facts = someFacts({ contact: aContact({ name: 'Ada' }) });
    expect(replyTo(template('{{ contact.name }}'), facts)?.template).toEqual({
      name: 'greeting',
      language: 'en',
      parameters: { body_1: 'Ada' },
    });
    const without = decideOn([{ reply: template('{{ contact.name }}') }]);
    expect(without.replies[0]).not.toHaveProperty('template');
    expect(stage(without.stages, 'render')?.detail).toContain('Without template "greeting"');
  });
});

describe('what a rule does besides replying', () => {
  it('is done in order and told action by action', () => {
    const { effects, stages, verdict } = decideOn([
      { tag: 'new' },
      { untag: 'old' },
      { attribute: { name: 'said', value: '{{ message.text }}' } },
      { attribute: { name: 'visits', value: 3 } },
      { attribute: { name: 'gone', value: null } },
      { pause: { for: 'PT8H' } },
    ]);
    expect(verdict).toBe('no_action');
    expect(effects).toEqual([
      { kind: 'tag', tag: 'new' },
      { kind: 'untag', tag: 'old' },
      { kind: 'attribute', name: 'said', value: 'hi' },
      { kind: 'attribute', name: 'visits', value: 3 },
      { kind: 'attribute', name: 'gone', value: null },
      { kind: 'pause', forMs: 8 * 3_600_000 },
    ]);
    expect(stage(stages, 'actions')?.children?.map(({ label, outcome }) => [label, outcome])).toEqual([
      ['tag "new"', 'matched'],
      ['untag "old"', 'matched'],
      ['attribute said', 'matched'],
      ['attribute visits', 'matched'],
      ['attribute gone', 'matched'],
      ['pause', 'matched'],
    ]);
  });

  it('adds up over rules that continue, the last word counting, and a hand-over outweighing a pause', () => {
    const rules = ruleSet(
      aRule({ continue: true, then: [{ tag: 'a' }, { handOver: { reason: 'Asked for a person' } }] }),
      aRule({ continue: true, then: [{ untag: 'a' }, { pause: { for: 'PT1H' } }] }),
      aRule({ then: [{ reply: { text: 'One moment.' } }] }),
    );
    const decision = decide(aMessage('hi'), someFacts(), rules, NOON);
    expect(decision.replies).toMatchObject([{ text: 'One moment.' }]);
    expect(decision.effects).toEqual([
      { kind: 'handOver', reason: 'Asked for a person' },
      { kind: 'untag', tag: 'a' },
    ]);
    expect(decision.firedRuleIds).toEqual(['rule-1', 'rule-2', 'rule-3']);
  });

  it('leaves an attribute as it is when its value cannot be made or is too long', () => {
    const long = aMessage('x'.repeat(501));
    const set = (value: string) => ({ attribute: { name: 'x', value } });
    expect(decideOn([set('{{ contact.name }}')]).effects).toEqual([]);
    expect(decideOn([set('{{ message.text }}')], someFacts(), long).effects).toEqual([]);
  });

  it('does nothing to a conversation or a contact that is not there', () => {
    const { contact: _contact, conversation: _conversation, ...unlinked } = someFacts();
    const then = [
      { tag: 'x' },
      { attribute: { name: 'x', value: 1 } },
      { pause: { for: 'PT1H' } },
      { handOver: { reason: 'x' } },
    ];
    // Two ways of pausing are refused in one rule, so they stand in two.
    const rules = ruleSet(
      aRule({ trigger: { event: 'identity.verified' }, continue: true, then: then.slice(0, 3) }),
      aRule({ trigger: { event: 'identity.verified' }, then: then.slice(3) }),
    );
    expect(decide(aVerification(), unlinked, rules, NOON)).toMatchObject({ effects: [], firedRuleIds: [] });
  });

  it('tells a webhook only what it includes', () => {
    const facts = someFacts({ contact: aContact({ name: 'Ada' }) });
    const webhook = (include?: readonly string[]) =>
      decideOn([{ webhook: { url: 'https://example.com/hook', include } }], facts).effects;
    const bare = webhook();
    expect(bare).toEqual([
      {
        kind: 'webhook',
        slot: 'revision-1:0',
        ruleRevisionId: 'revision-1',
        url: 'https://example.com/hook',
        payload: {
          type: 'rule.fired',
          timestamp: NOON.toISOString(),
          data: {
            event: { id: 'event-1', name: 'message.received', occurredAt: NOON.toISOString() },
            rule: { id: 'rule-1', name: 'Greeting', revisionId: 'revision-1' },
          },
        },
      },
    ]);
    expect(JSON.stringify(bare)).not.toContain('+2207654321');
    expect(webhook(['message', 'contact', 'conversation'])).toMatchObject([
      {
        payload: {
          data: {
            message: { text: 'hi', from: '+2207654321' },
            contact: { name: 'Ada' },
            conversation: { channel: 'sms' },
          },
        },
      },
    ]);
  });
});

describe('a message by another way', () => {
  const reach: ReachFacts = {
    addresses: [
      { kind: 'phone', value: '+2207654321' },
      { kind: 'email', value: 'ada@example.com' },
    ],
    connections: [
      { id: 'connection-1', name: 'contiguity/default', channels: ['sms', 'mms', 'whatsapp', 'email'] },
      { id: 'connection-2', name: 'integify/default', channels: ['sms'] },
    ],
  };
  const original = {
    id: 'message-1',
    status: 'failed',
    text: 'Your order is ready.',
    theirAddress: '+2207654321',
  };
  const failed = (differences: Partial<NonNullable<ReachFacts['original']>> = {}) =>
    someFacts({
      reach: {
        ...reach,
        original: { ...original, isSubstitute: false, hasSubstitute: false, ...differences },
      },
    });
  const failure = (kind = 'reply') => aFailure(kind);
  const bySms = { send: { channel: 'sms' } };

  it('goes to the contact’s address of that kind', () => {
    const { effects, verdict, sentence } = decideOn(
      [{ send: { channel: 'email', text: 'Hello {{ message.from }}' } }],
      someFacts({ reach }),
    );
    expect({ verdict, sentence }).toEqual({
      verdict: 'replied',
      sentence: 'Sent by contiguity/default: rule "Greeting" matched.',
    });
    expect(effects).toMatchObject([
      { kind: 'send', channel: 'email', connectionId: 'connection-1', theirAddress: 'ada@example.com' },
    ]);
  });

  it('stands in for one that did not arrive, with its text, by another connection', () => {
    const decision = decideOn([bySms], failed(), failure());
    expect(decision.sentence).toBe('Sent by integify/default instead: rule "Greeting" matched.');
    expect(decision.effects).toEqual([
      {
        kind: 'send',
        slot: 'revision-1:0',
        ruleRevisionId: 'revision-1',
        channel: 'sms',
        connectionId: 'connection-2',
        connection: 'integify/default',
        theirAddress: '+2207654321',
        text: 'Your order is ready.',
        expiresAfterMs: 24 * 3_600_000,
        failoverOfId: 'message-1',
      },
    ]);
  });

  it('is of the category of the message that it stands in for, and of its rule’s where that has none', () => {
    const own = { category: 'orders' };
    const categoryOf = (facts: Facts) => decideOn([bySms], facts, failure(), own).effects?.[0];
    expect(categoryOf(failed({ category: 'marketing' }))).toMatchObject({ category: 'marketing' });
    expect(categoryOf(failed())).toMatchObject({ category: 'orders' });
  });

  it.each([
    ['a substitute', failed({ isSubstitute: true }), failure(), 'stood in for another one already'],
    ['one that has a substitute', failed({ hasSubstitute: true }), failure(), 'stands in for it already'],
    ['one that was delivered after all', failed({ status: 'delivered' }), failure(), 'delivered after all'],
    ['a confirmation', failed(), failure('confirmation'), 'a confirmation is sent in its own conversation'],
    ['help', failed(), failure('help'), 'a help is sent in its own conversation'],
    ['one that is not on record', someFacts({ reach }), failure(), 'not on record'],
    ['one that was erased', failed({ text: '' }), failure(), 'no message whose text'],
  ])('does not stand in for %s', (_case, facts, event, why) => {
    const decision = decideOn([bySms], facts, event);
    expect(decision).toMatchObject({ verdict: 'no_action', effects: [], firedRuleIds: [] });
    expect(decision.sentence).toContain(why);
  });

  it.each([
    ['no address of that kind', { channel: 'email', text: 'x' }, 'the contact has no e-mail address'],
    [
      'no connection that carries it',
      { channel: 'imessage', text: 'x' },
      'no other connection sends by imessage',
    ],
    [
      'a connection that is not there',
      { channel: 'sms', connection: 'integify/two', text: 'x' },
      'no enabled connection integify/two',
    ],
  ])('says that there is %s', (_case, send, why) => {
    const phoneOnly = { ...reach, addresses: reach.addresses.slice(0, 1) };
    const decision = decideOn([{ send }], someFacts({ reach: phoneOnly }));
    expect(decision).toMatchObject({ verdict: 'no_action', effects: [] });
    expect(decision.sentence).toContain(why);
  });

  it('never takes the way that has just failed', () => {
    const named = { send: { channel: 'sms', connection: 'contiguity/default' } };
    expect(decideOn([named], failed(), failure()).sentence).toContain(
      'is the way by which it did not arrive',
    );
  });

  it('stands in once, however many rules want it', () => {
    const rule = { trigger: { event: 'message.failed' }, then: [bySms] };
    const rules = ruleSet(aRule({ ...rule, continue: true }), aRule(rule));
    const { effects, stages } = decide(failure(), failed(), rules, NOON);
    expect(effects).toHaveLength(1);
    expect(stage(stages, 'actions')?.children?.map(({ outcome }) => outcome)).toEqual([
      'matched',
      'not_matched',
    ]);
  });

  it('does not make a reply to an automatic message possible', () => {
    const decision = decideOn([{ reply: { text: 'Sorry' } }], failed(), failure());
    expect(decision).toMatchObject({ verdict: 'loop_suspected', replies: [] });
  });

  it('is not planned for somebody who opted out, held, or whose conversation is paused', () => {
    for (const facts of [
      { ...failed(), contact: aContact({ consent: 'opted_out' as const }) },
      { ...failed(), contact: aContact({ consent: 'held' as const }) },
      { ...failed(), conversation: aConversation({ pausedUntil: '2026-04-10T13:00:00Z' }) },
    ]) {
      expect(decideOn([bySms], facts, failure()).effects).toEqual([]);
    }
  });
});
