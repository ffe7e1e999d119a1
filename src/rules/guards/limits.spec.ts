import { describe, expect, it } from '@jest/globals';
import {
  NOON,
  aConversation,
  aMessage,
  aRule,
  guardsKnowing,
  ruleSet,
  someFacts,
} from '../decide.fixtures.js';
import { decide } from '../decide.js';
import { parseRuleDefinition } from '../definition/parse-rule-definition.js';
import type { GuardFacts, RuleFiring } from './guard-facts.js';

const HERE = 'conversation-1';

function fired(minutesAgo: number | readonly number[], differences: Partial<RuleFiring> = {}): RuleFiring {
  const at = [minutesAgo].flat().map((minutes) => new Date(NOON.getTime() - minutes * 60_000).toISOString());
  return { ruleId: 'rule-1', channel: 'sms', conversationId: HERE, at, ...differences };
}

function decided(limits: object, known: Partial<GuardFacts>, more: object = {}) {
  const rules = ruleSet(aRule({ limits, ...more }), aRule({ name: 'Other', group: 'promo' }));
  const facts = someFacts({ conversation: aConversation(), guards: guardsKnowing(known) });
  return decide(aMessage('hi'), facts, rules, NOON);
}

describe('a cooldown', () => {
  it.each([
    ['channel', fired(5, { conversationId: 'another' }), 'cooldown'],
    ['channel', fired(5, { channel: 'whatsapp' }), 'replied'],
    ['contact', fired(5, { channel: 'whatsapp', conversationId: 'another' }), 'cooldown'],
    ['conversation', fired(5, { conversationId: 'another' }), 'replied'],
    ['conversation', fired(5), 'cooldown'],
    ['channel', fired(11), 'replied'],
  ])('of scope %s looks at %j: %s', (cooldownScope, firing, verdict) => {
    expect(decided({ cooldown: 'PT10M', cooldownScope }, { firings: [firing] }).verdict).toBe(verdict);
  });

  it('I24: of a group counts what any rule of the group said', () => {
    const firings = [fired(5, { ruleId: 'rule-2', channel: 'whatsapp' })];
    const limits = { cooldown: 'PT10M', cooldownScope: 'group' };
    const decision = decided(limits, { firings }, { group: 'promo' });
    expect(decision.sentence).toBe(
      'No reply: rule "Greeting" matched, but the 10-minute cooldown of its group ends at 12:05 UTC.',
    );
    expect(decided({ cooldown: 'PT10M' }, { firings }, { group: 'promo' }).verdict).toBe('replied');
  });
});

describe('a frequency', () => {
  const limits = { atMost: { count: 3, per: 'P1D' } };

  it('stops at its count and says when it ends', () => {
    const decision = decided(limits, { firings: [fired([1, 600]), fired(900, { channel: 'whatsapp' })] });
    expect(decision.verdict).toBe('cooldown');
    expect(decision.sentence).toBe(
      'No reply: rule "Greeting" matched, but it answers a contact at most 3 times in 1 day, and may again at 21:00 UTC.',
    );
  });

  it('lets pass what is below it, or longer ago', () => {
    expect(decided(limits, { firings: [fired([1, 600])] }).verdict).toBe('replied');
    expect(decided(limits, { firings: [fired([1, 600, 1441])] }).verdict).toBe('replied');
  });
});

describe('a rule that answers once', () => {
  it('answers a contact never again', () => {
    const firings = [fired(500_000, { channel: 'whatsapp', conversationId: 'another' })];
    expect(decided({ once: true }, { firings }).sentence).toContain('it answers each contact only once');
    expect(decided({ once: 'conversation' }, { firings }).verdict).toBe('replied');
    expect(decided({ once: 'conversation' }, { firings: [fired(500_000)] }).verdict).toBe('cooldown');
  });
});

describe('a kill switch', () => {
  const since = '2026-04-10T11:04:00Z';
  const off = (scope: string) => ({ scope, actor: 'ada@acme.test', reason: 'Wrong prices', since });

  it.each(['all', 'connection:connection-1'])(
    'on %s silences every rule, and names who, when and why',
    (scope) => {
      const decision = decided({}, { killSwitches: [off(scope)] });
      expect(decision).toMatchObject({ verdict: 'paused', replies: [], effects: [] });
      expect(decision.sentence).toContain('switched off since 11:04 UTC by ada@acme.test');
      expect(decision.sentence).toContain('Wrong prices');
    },
  );

  it('does not keep HELP from being answered', () => {
    const facts = someFacts({ guards: guardsKnowing({ killSwitches: [off('all')] }) });
    expect(decide(aMessage('HELP'), facts, ruleSet(aRule()), NOON).verdict).toBe('help_sent');
  });

  it('I24: on a group silences its rules only', () => {
    expect(decided({}, { killSwitches: [off('group:promo')] }, { group: 'promo' })).toMatchObject({
      verdict: 'paused',
      sentence: expect.stringContaining('its group "promo" is switched off since 11:04 UTC'),
    });
    expect(decided({}, { killSwitches: [off('group:promo')] }).verdict).toBe('replied');
    expect(decided({}, { killSwitches: [off('connection:another')] }).verdict).toBe('replied');
  });
});

describe('limits as they are written', () => {
  const problemsOf = (differences: object) => {
    const rule = {
      name: 'x',
      trigger: { event: 'message.received' },
      when: { all: [] },
      then: [{ tag: 'x' }],
    };
    const reading = parseRuleDefinition({ ...rule, ...differences });
    return reading.ok ? [] : reading.problems.map(({ pointer }) => pointer);
  };

  it.each([
    [{ atMost: { count: 0, per: 'P1D' } }, '/limits/atMost/count'],
    [{ atMost: { count: 21, per: 'P1D' } }, '/limits/atMost/count'],
    [{ atMost: { count: 1 } }, '/limits/atMost/per'],
    [{ atMost: { count: 1, per: '1 day' } }, '/limits/atMost/per'],
    [{ cooldownScope: 'contact' }, '/limits/cooldownScope'],
    [{ cooldown: 'PT1H', cooldownScope: 'group' }, '/limits/cooldownScope'],
    [{ once: 'never' }, '/limits/once'],
    [{ debounce: 'PT61S' }, '/limits/debounce'],
    [{ debounce: 3 }, '/limits/debounce'],
  ])('refuse %j at its place', (limits, pointer) => {
    expect(problemsOf({ limits })).toEqual([pointer]);
  });

  it('refuse to wait for a next message where none is awaited', () => {
    expect(problemsOf({ trigger: { event: 'message.failed' }, limits: { debounce: 'PT3S' } })).toEqual([
      '/limits/debounce',
    ]);
  });

  it('are kept as they are', () => {
    const limits = {
      cooldown: 'PT1H',
      cooldownScope: 'group',
      atMost: { count: 3, per: 'P1D' },
      once: true,
      debounce: 'PT3S',
    };
    expect(aRule({ limits, group: ' promo ' })).toMatchObject({ limits, group: 'promo' });
    expect(aRule({ limits: { debounce: 'PT0S', once: false } }).limits).toEqual({});
  });
});
