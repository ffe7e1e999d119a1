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
import type { GuardFacts } from './guard-facts.js';
import { DEFAULT_REPLY_SETTINGS, parseReplySettings, settingsFor } from './reply-settings.js';

function decided(known: Partial<GuardFacts>, text = 'hi', channel = 'sms') {
  const facts = someFacts({ conversation: aConversation({ channel }), guards: guardsKnowing(known) });
  return decide(
    aMessage(text),
    facts,
    ruleSet(aRule({ then: [{ reply: { text: 'x'.repeat(161) } }] })),
    NOON,
  );
}

describe('the reply budget of a contact', () => {
  it('is used up while the reply that filled it is less than an hour old', () => {
    const decision = decided({ budgetFilledAt: { hour: '2026-04-10T11:04:30Z' } });
    expect(decision).toMatchObject({ verdict: 'budget_exhausted', replies: [], firedRuleIds: [] });
    expect(decision.sentence).toBe(
      'No reply: rule "Greeting" matched, but this contact’s budget of 10 automatic replies an hour is used up until 12:04 UTC.',
    );
    expect(decided({ budgetFilledAt: { hour: '2026-04-10T11:00:00Z' } }).verdict).toBe('replied');
  });

  it('names the budget that lasts longest', () => {
    const budgetFilledAt = { hour: '2026-04-10T11:04:30Z', day: '2026-04-10T09:00:00Z' };
    expect(decided({ budgetFilledAt }).sentence).toContain(
      '30 automatic replies a day is used up until 2026-04-11 09:00 UTC',
    );
  });

  it('is none where the settings say so', () => {
    const settings = { ...DEFAULT_REPLY_SETTINGS, replyBudget: { perHour: null, perDay: null } };
    const budgetFilledAt = { hour: NOON.toISOString(), day: NOON.toISOString() };
    expect(decided({ settings, budgetFilledAt }).verdict).toBe('replied');
  });

  it('never stops the law’s own messages', () => {
    const guards = { budgetFilledAt: { hour: NOON.toISOString(), day: NOON.toISOString() } };
    expect(decided(guards, 'HELP').verdict).toBe('help_sent');
  });

  it('is its own stage of the explanation', () => {
    const { stages } = decided({ budgetFilledAt: { hour: NOON.toISOString() } });
    expect(stages.map(({ label, outcome }) => [label, outcome])).toContainEqual(['budget', 'stopped']);
  });
});

describe('the daily budget of a connection', () => {
  const settings = {
    ...DEFAULT_REPLY_SETTINGS,
    costBudgets: [
      { connectionId: 'connection-1', segmentsPerDay: 1_000, pricePerSegment: 0.0075, currency: 'USD' },
    ],
  };
  const spent = (segments: number, day = '2026-04-10') => ({ settings, segmentsSpent: { day, segments } });

  it('stops the reply that needs more than is left, and says what it is about', () => {
    const decision = decided(spent(999));
    expect(decision.verdict).toBe('budget_exhausted');
    expect(decision.sentence).toBe(
      'No reply: rule "Greeting" matched, but the connection’s daily budget of 1000 SMS segments (7.50 USD) is used up until 2026-04-11 00:00 UTC: 999 are spent, and this needs 2.',
    );
  });

  it.each([
    ['exactly enough is left', spent(998), 'sms'],
    ['yesterday’s is spent', spent(1_000, '2026-04-09'), 'sms'],
    ['the channel has no segments', spent(1_000), 'whatsapp'],
    ['nobody set one', { segmentsSpent: { day: '2026-04-10', segments: 9_999 } }, 'sms'],
  ])('lets a reply go when %s', (_case, known, channel) => {
    expect(decided(known, 'hi', channel).verdict).toBe('replied');
  });
});

describe('reply settings', () => {
  it('have a default for everything', () => {
    expect(parseReplySettings({})).toEqual({ ok: true, settings: DEFAULT_REPLY_SETTINGS });
  });

  it.each([
    [{ replyBudget: { perHour: 0 } }, '/replyBudget/perHour'],
    [{ replyBudget: { perDay: 1.5 } }, '/replyBudget/perDay'],
    [{ costBudgets: [{ connectionId: 'x', segmentsPerDay: 1 }] }, '/costBudgets/0/connectionId'],
    [{ humanPause: { length: 'long' } }, '/humanPause/length'],
    [{ humanPause: { scope: 'all' } }, '/humanPause/scope'],
    [{ loopGuard: { sensitivity: 'very' } }, '/loopGuard/sensitivity'],
    [{ loopGuard: { pause: null } }, '/loopGuard/pause'],
    [{ budgets: {} }, '/budgets'],
    ['x', ''],
  ])('refuse %j', (json, pointer) => {
    const reading = parseReplySettings(json);
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.pointer)).toEqual([pointer]);
  });

  it('that cannot be read any more are the defaults, and hold no other connection’s budget', () => {
    expect(settingsFor('a', { humanPause: 7 })).toEqual(DEFAULT_REPLY_SETTINGS);
    const id = '0190a0b0-0000-7000-8000-000000000001';
    const document = { costBudgets: [{ connectionId: id, segmentsPerDay: 5 }] };
    expect(settingsFor(id, document).costBudgets).toHaveLength(1);
    expect(settingsFor('a', document).costBudgets).toEqual([]);
  });
});
