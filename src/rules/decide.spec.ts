import { describe, expect, it } from '@jest/globals';
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
import type { Decision } from './decision.js';
import { compileRules } from './rule-set.js';
import type { ConsentEntryFacts } from './facts.js';

const GREETING = ruleSet(aRule());
const stageOf = ({ stages }: Decision, label: string) => stages.find((stage) => stage.label === label);
const firing = (at: string) => ({ ruleId: 'rule-1', channel: 'sms', at: [at] });
const MINUTE_MS = 60_000;

const revoked = (changed = true): ConsentEntryFacts => ({ id: 'entry-1', action: 'revoke', changed });
const granted = (changed = true): ConsentEntryFacts => ({ id: 'entry-2', action: 'grant', changed });
const optedOut = aContact({ consent: 'opted_out' });

describe('decide: compliance', () => {
  it('confirms a STOP once, with five minutes to live, whatever the rules say', () => {
    const facts = someFacts({ contact: optedOut, consentEntry: revoked() });
    const decision = decide(aMessage('STOP'), facts, GREETING, NOON);
    expect(decision.verdict).toBe('opt_out_recorded');
    expect(decision.replies).toEqual([
      {
        slot: 'compliance',
        kind: 'confirmation',
        text: "Acme: You're unsubscribed and will get no more messages from us. Reply START to resubscribe.",
        consentEventId: 'entry-1',
        expiresAfterMs: 5 * MINUTE_MS,
      },
    ]);
  });

  it.each([
    ['a repeated STOP', aMessage('STOP'), someFacts({ contact: optedOut, consentEntry: revoked(false) })],
    [
      'a STOP that the provider confirms itself',
      aMessage('STOP'),
      someFacts({ contact: optedOut, consentEntry: revoked(), providerConfirmsOptOut: true }),
    ],
    ['a STOP of which the ledger holds nothing', aMessage('STOP'), someFacts({ contact: optedOut })],
  ])('records %s and stays silent', (_case, event, facts) => {
    const decision = decide(event, facts, GREETING, NOON);
    expect(decision.verdict).toBe('opt_out_recorded');
    expect(decision.replies).toEqual([]);
  });

  it('takes a STOP written by a machine for no word about consent', () => {
    const decision = decide(aMessage('STOP', { isAutomatic: true }), someFacts(), GREETING, NOON);
    expect(decision.verdict).toBe('loop_suspected');
    expect(decision.replies).toEqual([]);
  });

  it('trusts the ledger when today’s detector would read the text otherwise', () => {
    const facts = someFacts({ contact: optedOut, consentEntry: revoked() });
    expect(decide(aMessage('what are your hours?'), facts, GREETING, NOON).verdict).toBe('opt_out_recorded');
  });

  it('confirms a START that lifted an opt-out', () => {
    const decision = decide(aMessage('START'), someFacts({ consentEntry: granted() }), GREETING, NOON);
    expect(decision.verdict).toBe('opt_in_recorded');
    expect(decision.replies).toMatchObject([{ kind: 'confirmation', consentEventId: 'entry-2' }]);
  });

  it('leaves a START that changed nothing to the rules', () => {
    const facts = someFacts({ consentEntry: granted(false) });
    expect(decide(aMessage('START'), facts, GREETING, NOON).verdict).toBe('replied');
    const unanswered = decide(aMessage('START'), facts, ruleSet(), NOON);
    expect(unanswered.verdict).toBe('opt_in_recorded');
    expect(unanswered.replies).toEqual([]);
  });

  it('does not confirm a START that a later STOP has overtaken', () => {
    const facts = someFacts({ contact: optedOut, consentEntry: granted() });
    expect(decide(aMessage('START'), facts, GREETING, NOON)).toMatchObject({
      verdict: 'suppressed',
      replies: [],
    });
  });

  it('answers HELP, also while a person has paused the conversation', () => {
    const conversation = aConversation({ pausedUntil: '2026-04-10T13:00:00Z' });
    const decision = decide(aMessage('HELP'), someFacts({ conversation }), GREETING, NOON);
    expect(decision.verdict).toBe('help_sent');
    expect(decision.replies).toMatchObject([{ kind: 'help', slot: 'compliance' }]);
  });

  it('gives no help to somebody who opted out, and says why', () => {
    const decision = decide(aMessage('HELP'), someFacts({ contact: optedOut }), GREETING, NOON);
    expect(decision).toMatchObject({ verdict: 'suppressed', replies: [] });
    expect(decision.sentence).toContain('asked for help but are opted out');
  });

  it('holds replies back after an unclear stop, and asks once what it meant', () => {
    const contact = aContact({ consent: 'held' });
    const entry = (changed: boolean): ConsentEntryFacts => ({ id: 'entry-3', action: 'hold', changed });
    const first = decide(
      aMessage('not any more'),
      someFacts({ contact, consentEntry: entry(true) }),
      GREETING,
      NOON,
    );
    expect(first).toMatchObject({
      verdict: 'held',
      replies: [
        {
          kind: 'clarification',
          consentEventId: 'entry-3',
          text: expect.stringContaining('Reply YES to stop'),
        },
      ],
    });
    const again = decide(
      aMessage('not any more'),
      someFacts({ contact, consentEntry: entry(false) }),
      GREETING,
      NOON,
    );
    expect(again).toMatchObject({ verdict: 'held', replies: [] });
  });

  it('goes on silently when they say that messages may go on', () => {
    const consentEntry: ConsentEntryFacts = { id: 'entry-4', action: 'release', changed: true };
    const decision = decide(aMessage('no'), someFacts({ consentEntry }), GREETING, NOON);
    expect(decision).toMatchObject({ verdict: 'opt_in_recorded', replies: [] });
  });

  it('confirms a repeated STOP only where the account has to', () => {
    const consentEntry: ConsentEntryFacts = { id: 'entry-5', action: 'revoke', changed: false };
    const facts = someFacts({ contact: optedOut, consentEntry });
    expect(decide(aMessage('STOP'), facts, GREETING, NOON).replies).toEqual([]);
    expect(decide(aMessage('STOP'), { ...facts, answersHelpAlways: true }, GREETING, NOON)).toMatchObject({
      verdict: 'opt_out_recorded',
      replies: [{ kind: 'confirmation', consentEventId: 'entry-5' }],
    });
  });

  it('answers HELP from an opted-out contact only where the account has to', () => {
    const facts = someFacts({ contact: optedOut });
    expect(decide(aMessage('HELP'), facts, GREETING, NOON)).toMatchObject({
      verdict: 'suppressed',
      replies: [],
    });
    const onShortCode = { ...facts, answersHelpAlways: true };
    expect(decide(aMessage('HELP'), onShortCode, GREETING, NOON)).toMatchObject({
      verdict: 'help_sent',
      replies: [{ kind: 'help' }],
    });
  });
});

describe('decide: guards', () => {
  const verified = ruleSet(
    aRule({
      trigger: { event: 'identity.verified' },
      then: [{ reply: { text: 'Thank you.' } }, { tag: 'verified' }],
    }),
  );

  it.each([
    ['opted_out', 'suppressed'],
    ['held', 'held'],
  ] as const)('does nothing for a contact that is %s, whatever the event', (consent, verdict) => {
    const facts = someFacts({ contact: aContact({ consent }) });
    for (const event of [aMessage('hi'), aVerification()]) {
      expect(decide(event, facts, verified, NOON)).toMatchObject({ verdict, replies: [], effects: [] });
    }
  });

  it('is silent until the pause ends, to the minute that it names', () => {
    const facts = someFacts({
      conversation: aConversation({ pausedUntil: '2026-04-10T21:04:00Z', pauseReason: 'Ada writes' }),
    });
    const paused = decide(aMessage('hi'), facts, GREETING, NOON);
    expect(paused.verdict).toBe('paused');
    expect(paused.sentence).toBe('No reply: the conversation is paused until 21:04 UTC (Ada writes).');
    expect(decide(aMessage('hi'), facts, GREETING, new Date('2026-04-10T21:04:00Z')).verdict).toBe('replied');
  });

  it('takes a pause whose end cannot be read for one without end', () => {
    const facts = someFacts({ conversation: aConversation({ pausedUntil: 'infinity' }) });
    expect(decide(aMessage('hi'), facts, GREETING, NOON).verdict).toBe('paused');
  });

  it.each(['hi', 'START', 'HELP'])('does not answer a machine that writes %s', (text) => {
    const event = aMessage(text, { isAutomatic: true, channel: 'email' });
    expect(decide(event, someFacts(), GREETING, NOON)).toMatchObject({
      verdict: 'loop_suspected',
      replies: [],
    });
  });
});

describe('decide: rules', () => {
  const hours = (differences: Record<string, unknown> = {}) =>
    aRule({ name: 'Hours', when: { fact: 'message.text', op: 'word', value: 'hours' }, ...differences });

  it('lets the first matching rule reply and does not ask the later ones', () => {
    const rules = ruleSet(hours({ then: [{ reply: { text: '9-17' } }] }), aRule(), aRule({ name: 'Third' }));
    const decision = decide(aMessage('your hours?'), someFacts(), rules, NOON);
    expect(decision).toMatchObject({
      verdict: 'replied',
      sentence: 'Replied: rule "Hours" matched.',
      ruleRevisionId: 'revision-1',
    });
    expect(decision.replies).toMatchObject([{ slot: 'revision-1:0', kind: 'reply', text: '9-17' }]);
    expect(stageOf(decision, 'rules')?.children?.map(({ label, outcome }) => [label, outcome])).toEqual([
      ['rule "Hours"', 'matched'],
      ['2 later rules', 'skipped'],
    ]);
  });

  it('sends one reply at most, also when a rule lets the search go on, and collects the tags', () => {
    const rules = ruleSet(
      aRule({ name: 'First', continue: true, then: [{ tag: 'a' }, { reply: { text: 'one' } }] }),
      aRule({ name: 'Second', then: [{ reply: { text: 'two' } }, { tag: 'a' }, { tag: 'b' }] }),
    );
    const decision = decide(aMessage('hi'), someFacts(), rules, NOON);
    expect(decision.replies.map(({ slot, text }) => [slot, text])).toEqual([['revision-1:1', 'one']]);
    expect(decision.effects).toEqual([
      { kind: 'tag', tag: 'a' },
      { kind: 'tag', tag: 'b' },
    ]);
    expect(decision.firedRuleIds).toEqual(['rule-1', 'rule-2']);
    expect(stageOf(decision, 'rules')?.children?.[1]?.detail).toContain('rule "First" replies');
  });

  it('does not count a rule whose reply was held back for its cooldown', () => {
    const rules = ruleSet(aRule({ continue: true }), aRule());
    expect(decide(aMessage('hi'), someFacts(), rules, NOON).firedRuleIds).toEqual(['rule-1']);
  });

  it('stops at a rule in its cooldown and names the end', () => {
    const rules = ruleSet(hours({ limits: { cooldown: 'PT10M' } }), aRule());
    const facts = someFacts({ guards: guardsKnowing({ firings: [firing('2026-04-10T11:54:00Z')] }) });
    const decision = decide(aMessage('hours'), facts, rules, NOON);
    expect(decision).toMatchObject({
      verdict: 'cooldown',
      replies: [],
      firedRuleIds: [],
      ruleRevisionId: 'revision-1',
    });
    expect(decision.sentence).toBe(
      'No reply: rule "Hours" matched, but its 10-minute cooldown ends at 12:04 UTC.',
    );
    expect(decide(aMessage('hours'), facts, rules, new Date('2026-04-10T12:04:00Z')).verdict).toBe('replied');
  });

  it('goes on past a rule in its cooldown that says continue', () => {
    const rules = ruleSet(hours({ limits: { cooldown: 'PT10M' }, continue: true }), aRule());
    const facts = someFacts({ guards: guardsKnowing({ firings: [firing(NOON.toISOString())] }) });
    expect(decide(aMessage('hours'), facts, rules, NOON)).toMatchObject({
      verdict: 'replied',
      ruleRevisionId: 'revision-2',
    });
  });

  it('tells of a rule that is held back before one that somebody made a shadow', () => {
    const shadow = aRule({ name: 'Trial', mode: 'shadow' });
    const heldBack = { at: NOON, reason: 'It fired 33 times in 24 hours.' };
    const stored = (definition: typeof shadow, position: number) => ({
      id: `rule-${position}`,
      revisionId: `revision-${position}`,
      number: 1,
      position,
      definition,
    });
    const rules = compileRules([stored(shadow, 1), { ...stored(aRule(), 2), heldBack }]);
    expect(decide(aMessage('hi'), someFacts(), rules, NOON)).toMatchObject({
      sentence:
        'No reply: no rule matched. Rule "Greeting" would have, but it is held back. It fired 33 times in 24 hours.',
      shadowRuleIds: ['rule-1', 'rule-2'],
    });
  });

  it('counts a shadow rule, shows what it would have done, and asks the next', () => {
    const shadow = aRule({
      name: 'Trial',
      mode: 'shadow',
      then: [{ reply: { text: 'never' } }, { tag: 'never' }],
    });
    const alone = decide(aMessage('hi'), someFacts(), ruleSet(shadow), NOON);
    expect(alone).toMatchObject({
      verdict: 'no_rule_matched',
      replies: [],
      effects: [],
      shadowRuleIds: ['rule-1'],
    });
    expect(alone.sentence).toBe('No reply: no rule matched. Shadow rule "Trial" would have.');
    const followed = decide(aMessage('hi'), someFacts(), ruleSet(shadow, aRule()), NOON);
    expect(followed.replies.map(({ text }) => text)).toEqual(['hello']);
  });

  it('never asks a rule that is off, or one for another channel; MMS counts as SMS', () => {
    const onWhatsapp = aRule({ trigger: { event: 'message.received', channels: ['whatsapp'] } });
    const onSms = aRule({ trigger: { event: 'message.received', channels: ['sms'] } });
    expect(decide(aMessage('hi'), someFacts(), ruleSet(aRule({ enabled: false })), NOON).verdict).toBe(
      'no_rule_matched',
    );
    expect(decide(aMessage('hi'), someFacts(), ruleSet(onWhatsapp), NOON).verdict).toBe('no_rule_matched');
    expect(decide(aMessage('hi', { channel: 'mms' }), someFacts(), ruleSet(onSms), NOON).verdict).toBe(
      'replied',
    );
  });

  it('reports a rule that only tags as no reply', () => {
    const decision = decide(aMessage('hi'), someFacts(), ruleSet(aRule({ then: [{ tag: 'seen' }] })), NOON);
    expect(decision).toMatchObject({
      verdict: 'no_action',
      effects: [{ kind: 'tag', tag: 'seen' }],
      firedRuleIds: ['rule-1'],
    });
  });

  it('sends nothing rather than a text with a hole in it', () => {
    const rules = ruleSet(aRule({ then: [{ reply: { text: 'Dear {{ contact.name }}' } }] }), aRule());
    const decision = decide(aMessage('hi'), someFacts(), rules, NOON);
    expect(decision).toMatchObject({ verdict: 'render_failed', replies: [], firedRuleIds: [] });
    expect(decision.sentence).toContain("{{ contact.name | default: '…' }}");
  });

  it('says how an identity check gets a conversation to be answered in', () => {
    const rules = ruleSet(aRule({ trigger: { event: 'identity.verified' } }));
    const { contact: _contact, conversation: _conversation, ...unlinked } = someFacts();
    const decision = decide(aVerification(), unlinked, rules, NOON);
    expect(decision).toMatchObject({ verdict: 'no_action', replies: [] });
    expect(decision.sentence).toContain('PUT /api/v1/identity-sessions/:id');
    expect(decide(aVerification(), someFacts(), rules, NOON).verdict).toBe('replied');
  });

  it.each([
    ['reply', 'loop_suspected'],
    ['confirmation', 'loop_suspected'],
    ['manual', 'replied'],
  ])('answers the failure of a %s with %s', (kind, verdict) => {
    const rules = ruleSet(aRule({ trigger: { event: 'message.failed' } }));
    expect(decide(aFailure(kind), someFacts(), rules, NOON).verdict).toBe(verdict);
  });

  it('has nothing to do for an event that no rule is about', () => {
    expect(decide(aFailure('reply'), someFacts(), GREETING, NOON).verdict).toBe('no_action');
  });

  it('shows every stage of every decision in one order', () => {
    for (const event of [aMessage('STOP'), aMessage('hi'), aFailure('reply')]) {
      const labels = decide(event, someFacts(), GREETING, NOON).stages.map(({ label }) => label);
      expect(labels).toEqual([
        'compliance',
        'consent',
        'kill switch',
        'pause',
        'automatic sender',
        'loop guard',
        'flow',
        'rules',
        'render',
        'budget',
        'actions',
      ]);
    }
  });
});
