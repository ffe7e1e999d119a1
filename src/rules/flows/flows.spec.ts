import { describe, expect, it } from '@jest/globals';
import { decide } from '../decide.js';
import {
  NOON,
  aContact,
  aConversation,
  aMessage,
  aRule,
  guardsKnowing,
  someFacts,
} from '../decide.fixtures.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import type { CompiledRuleSet } from '../rule-set.js';
import { aFlow, aTimeout, endOf, rulesWith, runAfter } from './flows.fixtures.js';
import type { ActiveRun } from './run-state.js';

const ASK_NAME = { ask: { text: 'Your name?' }, saveAs: 'name', next: 'thanks' };
const FLOW = aFlow({
  ask_name: ASK_NAME,
  thanks: { end: { text: 'Thank you, {{ flow.name }}.' } },
});

function begun(rules: CompiledRuleSet, facts: Facts = someFacts()): ActiveRun {
  const run = runAfter(decide(aMessage('book'), facts, rules, NOON));
  if (run === undefined) throw new Error('The flow does not wait.');
  return run;
}

function told(
  rules: CompiledRuleSet,
  run: ActiveRun,
  text: string,
  differences: Partial<Facts> = {},
): Decision {
  return decide(aMessage(text), someFacts({ flow: run, ...differences }), rules, NOON);
}

const textsOf = ({ replies }: Decision) => replies.map(({ text }) => text);

describe('a rule that starts a flow', () => {
  const rules = rulesWith(FLOW);

  it('replies with the first message of the flow, as its own reply', () => {
    const decision = decide(aMessage('book'), someFacts(), rules, NOON);
    expect(decision).toMatchObject({
      verdict: 'replied',
      sentence: 'Replied: rule "Book" started flow "Booking", step "ask_name".',
      ruleRevisionId: 'revision-1',
      firedRuleIds: ['rule-1'],
      replies: [{ slot: 'flow:ask_name', text: 'Your name?', ruleRevisionId: 'revision-1' }],
    });
    expect(runAfter(decision)).toMatchObject({ step: 'ask_name', waitUntil: '2026-04-11T12:00:00.000Z' });
  });

  it('gives the flow its message category', () => {
    const run = begun(rulesWith(FLOW, [], { category: 'offers' }));
    expect(run.category).toBe('offers');
    const left = aContact({ categoriesLeft: ['offers'] });
    const decision = told(rulesWith(FLOW, [aRule()]), run, 'Ann', { contact: left });
    expect([endOf(decision), textsOf(decision)]).toEqual(['cancelled', ['hello']]);
  });

  it('starts none when the contact’s budget is used up', () => {
    const guards = guardsKnowing({ budgetFilledAt: { hour: '2026-04-10T11:30:00Z' } });
    const decision = decide(aMessage('book'), someFacts({ guards }), rules, NOON);
    expect([decision.verdict, decision.effects]).toEqual(['budget_exhausted', []]);
  });

  it('leaves another flow that waits in peace when it comes with another event, unless it is hot', () => {
    const verified = { ...aMessage(''), name: 'identity.verified', payload: { details: {} } } as const;
    const trigger = { trigger: { event: 'identity.verified' }, when: { all: [] } };
    const facts = someFacts({ flow: begun(rules) });
    const polite = decide(verified, facts, rulesWith(FLOW, [], trigger), NOON);
    expect(polite.sentence).toBe(
      'No reply: rule "Book" matched, but another flow waits in this conversation, and only a hot rule takes its place.',
    );
    expect(polite.effects).toEqual([]);
    const hot = decide(verified, facts, rulesWith(FLOW, [], { ...trigger, hot: true }), NOON);
    expect(hot.effects).toMatchObject([
      { kind: 'flow', runId: 'run-1', state: { status: 'cancelled' } },
      { kind: 'flow', state: { status: 'active' } },
    ]);
  });

  it('says that the flow is gone when it is', () => {
    const decision = decide(
      aMessage('book'),
      someFacts(),
      rulesWith(FLOW, [], { then: [{ startFlow: 'Gone' }] }),
      NOON,
    );
    expect(decision.sentence).toContain('there is no flow "Gone" any more');
  });
});

describe('while a flow waits', () => {
  const others = [
    aRule({ name: 'Price', hot: true, when: { fact: 'message.text', op: 'equals', value: 'price' } }),
    aRule({ name: 'Everything', then: [{ reply: { text: 'Hi.' } }] }),
  ];
  const rules = rulesWith(FLOW, others);
  const run = begun(rules);

  it('a message is its answer, and no rule is asked', () => {
    const decision = told(rules, run, 'Ann');
    expect(decision).toMatchObject({
      verdict: 'replied',
      sentence: 'Replied: flow "Booking", step "thanks".',
      ruleRevisionId: 'revision-1',
      firedRuleIds: [],
    });
    expect(textsOf(decision)).toEqual(['Thank you, Ann.']);
    expect(endOf(decision)).toBe('completed');
  });

  it('a hot rule goes before the answer, and the flow waits on', () => {
    const decision = told(rules, run, 'price');
    expect([textsOf(decision), decision.effects]).toEqual([['hello'], []]);
  });

  it.each<[string, string, Partial<Facts>, string | undefined]>([
    ['STOP ends it', 'STOP', {}, 'cancelled'],
    ['an opt-out ends it', 'Ann', { contact: aContact({ consent: 'opted_out' }) }, 'cancelled'],
    ['an unclear stop ends it', 'Ann', { contact: aContact({ consent: 'held' }) }, 'cancelled'],
    [
      'a person who takes over ends it',
      'Ann',
      { conversation: aConversation({ pausedUntil: '2026-04-10T13:00:00Z' }) },
      'handed_over',
    ],
    ['HELP leaves it waiting', 'HELP', {}, undefined],
    [
      'a kill switch leaves it waiting',
      'Ann',
      {
        guards: guardsKnowing({
          killSwitches: [{ scope: 'all', reason: 'x', actor: 'x', since: '2026-04-10T11:00:00Z' }],
        }),
      },
      undefined,
    ],
    [
      'a budget that is used up leaves it waiting',
      'Ann',
      { guards: guardsKnowing({ budgetFilledAt: { hour: '2026-04-10T11:30:00Z' } }) },
      undefined,
    ],
  ])('%s', (_case, text, facts, end) => {
    const decision = told(rules, run, text, facts);
    expect(endOf(decision)).toBe(end);
    expect(runAfter(decision)).toBeUndefined();
    expect(textsOf(decision)).not.toContain('Thank you, Ann.');
  });

  it('a rule that hands over ends it', () => {
    const person = aRule({
      name: 'Person',
      hot: true,
      when: { fact: 'message.text', op: 'equals', value: 'person' },
      then: [{ handOver: { reason: 'Asked for one' } }],
    });
    expect(endOf(told(rulesWith(FLOW, [person]), run, 'person'))).toBe('handed_over');
  });

  it('and has lasted too long, it is over and the rules answer', () => {
    const later = new Date('2026-04-11T12:00:00Z');
    const decision = decide(aMessage('Ann'), someFacts({ flow: run }), rules, later);
    expect([endOf(decision), textsOf(decision)]).toEqual(['timed_out', ['Hi.']]);
  });

  it('and its revision cannot be read, it is over and the rules answer', () => {
    const decision = told(rules, { ...run, flowRevisionId: 'unknown' }, 'Ann');
    expect([endOf(decision), textsOf(decision)]).toEqual(['failed', ['Hi.']]);
  });
});

describe('an answer that does not fit', () => {
  const flow = aFlow({
    ask: {
      ask: { text: 'How many?' },
      saveAs: 'guests',
      expect: { kind: 'number', min: 1, max: 9 },
      retries: 1,
      retryText: { text: 'A number, please.' },
      onInvalid: 'sorry',
      next: 'end',
    },
    sorry: { handOver: { reason: 'Not understood', text: 'Somebody will write to you.' } },
  });
  const rules = rulesWith(flow);

  it('is asked for again so often, and then leads elsewhere', () => {
    const first = told(rules, begun(rules), 'a few');
    expect(textsOf(first)).toEqual(['A number, please.']);
    expect(first.stages.find(({ label }) => label === 'flow')?.children).toEqual([
      expect.objectContaining({
        actual: 'a few',
        expected: 'one number from 1 to 9',
        outcome: 'not_matched',
      }),
    ]);
    const run = runAfter(first);
    expect(run).toMatchObject({ step: 'ask', refused: 1, steps: 2 });
    const second = run && told(rules, run, '12');
    expect(second && textsOf(second)).toEqual(['Somebody will write to you.']);
    expect(second?.effects).toMatchObject([
      { kind: 'handOver', reason: 'Not understood' },
      { kind: 'flow', runId: 'run-1', state: { status: 'handed_over' } },
    ]);
  });

  it('ends a flow that has nowhere else to go, without a word', () => {
    const plain = rulesWith(
      aFlow({ ask: { ...ASK_NAME, expect: { kind: 'email' }, retries: 0, next: 'end' } }),
    );
    const decision = told(plain, begun(plain), 'no idea');
    expect([endOf(decision), decision.replies, decision.verdict]).toEqual(['failed', [], 'no_action']);
  });
});

describe('the time of a step', () => {
  const flow = aFlow({
    ask: { ...ASK_NAME, timeout: 'PT10M', onTimeout: 'later', next: 'end' },
    later: { end: { text: 'Write again when you like.' } },
  });
  const rules = rulesWith(flow);
  const run = begun(rules);
  const late = new Date('2026-04-10T12:10:00Z');

  it('is how long it waits and how long its question is worth sending', () => {
    const decision = decide(aMessage('book'), someFacts(), rules, NOON);
    expect(run.waitUntil).toBe('2026-04-10T12:10:00.000Z');
    expect(decision.replies[0]?.expiresAfterMs).toBe(600_000);
  });

  it('leads on when nobody answers', () => {
    const decision = decide(aTimeout(run), someFacts({ flow: run }), rules, late);
    expect([textsOf(decision), endOf(decision)]).toEqual([['Write again when you like.'], 'completed']);
  });

  it('is nothing to a flow that was answered meanwhile, or is over', () => {
    const moved = { ...run, steps: run.steps + 1 };
    expect(decide(aTimeout(run), someFacts({ flow: moved }), rules, late).effects).toEqual([]);
    expect(decide(aTimeout(run), someFacts(), rules, late)).toMatchObject({
      verdict: 'no_action',
      effects: [],
    });
  });

  it.each<[string, Partial<Facts>]>([
    [
      'the budget is used up',
      { guards: guardsKnowing({ budgetFilledAt: { hour: '2026-04-10T12:05:00Z' } }) },
    ],
    [
      'replies are switched off',
      {
        guards: guardsKnowing({
          killSwitches: [{ scope: 'all', reason: 'x', actor: 'x', since: '2026-04-10T11:00:00Z' }],
        }),
      },
    ],
  ])('ends the flow also when %s, without a word', (_case, facts) => {
    const decision = decide(aTimeout(run), someFacts({ flow: run, ...facts }), rules, late);
    expect([decision.replies, endOf(decision)]).toEqual([[], 'timed_out']);
  });

  it('can be what a rule is about, where the flow itself says nothing', () => {
    const silent = aFlow({ ask: { ...ASK_NAME, timeout: 'PT10M', next: 'end' } });
    const asked = aRule({
      trigger: { event: 'flow.timed_out' },
      when: { fact: 'timeout.step', op: 'equals', value: 'ask' },
      then: [{ reply: { text: 'Still there?' } }, { tag: 'lost' }],
    });
    const set = rulesWith(silent, [asked]);
    const waiting = begun(set);
    const decision = decide(aTimeout(waiting), someFacts({ flow: waiting }), set, late);
    expect([textsOf(decision), endOf(decision)]).toEqual([['Still there?'], 'timed_out']);
    expect(decision.effects).toContainEqual({ kind: 'tag', tag: 'lost' });
  });
});

describe('a walk', () => {
  it('puts the texts of one event together, does what is on the way, and tells another system the answers', () => {
    const flow = aFlow({
      ask: { ...ASK_NAME, next: 'mark' },
      mark: { set: { tag: 'known', attribute: { name: 'first', value: '{{ flow.name }}' } }, next: 'tell' },
      tell: { webhook: { url: 'https://example.com/hook' }, next: 'who' },
      who: {
        branch: [{ when: { fact: 'flow.name', op: 'equals', value: 'ann' }, next: 'friend' }],
        otherwise: 'end',
      },
      friend: { say: { text: 'Hello again.' }, next: 'more' },
      more: { ask: { text: 'What else?' }, saveAs: 'wish', next: 'end' },
    });
    const rules = rulesWith(flow);
    const decision = told(rules, begun(rules), 'Ann');
    expect(textsOf(decision)).toEqual(['Hello again.\n\nWhat else?']);
    expect(decision.effects).toMatchObject([
      { kind: 'tag', tag: 'known' },
      { kind: 'attribute', name: 'first', value: 'Ann' },
      {
        kind: 'webhook',
        slot: 'flow:tell',
        payload: {
          type: 'flow.step',
          data: { flow: { name: 'Booking', step: 'tell', answers: { name: 'Ann' } } },
        },
      },
      { kind: 'flow', state: { step: 'more', variables: { name: 'Ann' } } },
    ]);
    const steps = decision.stages.find(({ label }) => label === 'flow')?.children?.map(({ label }) => label);
    expect(steps).toEqual([
      'answer to step "ask"',
      'step "mark"',
      'step "tell"',
      'step "who"',
      'step "friend"',
      'step "more"',
    ]);
  });

  it('does nothing of what was on the way when a text cannot be made', () => {
    const flow = aFlow({
      ask: { ...ASK_NAME, next: 'mark' },
      mark: { set: { tag: 'known' }, next: 'say' },
      say: { say: { text: 'Hi {{ contact.name }}' }, next: 'end' },
    });
    const rules = rulesWith(flow);
    const decision = told(rules, begun(rules), 'Ann');
    expect(decision).toMatchObject({ verdict: 'render_failed', replies: [] });
    expect(decision.effects).toMatchObject([{ kind: 'flow', state: { status: 'failed' } }]);
  });

  it('ends at the flow’s limit', () => {
    const flow = aFlow(
      { ask: { ...ASK_NAME, next: 'again' }, again: { ask: { text: 'Again?' }, saveAs: 'x', next: 'ask' } },
      { limits: { maxSteps: 3 } },
    );
    const rules = rulesWith(flow);
    let run: ActiveRun | undefined = begun(rules);
    const ends: (string | undefined)[] = [];
    while (run !== undefined) {
      const decision: Decision = told(rules, run, 'x');
      ends.push(endOf(decision));
      run = runAfter(decision);
    }
    expect(ends).toEqual([undefined, undefined, 'failed']);
  });

  it('speaks the language in which the conversation began, labels included', () => {
    const flow = aFlow({
      menu: {
        menu: {
          text: 'Choose:',
          languages: { fr: 'Choisissez :' },
          options: [
            { label: 'Opening hours', languages: { fr: 'Horaires' }, next: 'again' },
            { label: 'Nothing', next: 'end' },
          ],
        },
      },
      again: { say: { text: 'From 9.', languages: { fr: 'Dès 9 h.' } }, next: 'menu' },
    });
    const rules = rulesWith(flow);
    const french = someFacts({ contact: aContact({ attributes: { language: 'fr' } }) });
    expect(textsOf(decide(aMessage('book'), french, rules, NOON))).toEqual([
      'Choisissez :\n1. Horaires\n2. Nothing',
    ]);
    const run = begun(rules, french);
    expect(textsOf(told(rules, run, 'horaires'))).toEqual([
      'Dès 9 h.\n\nChoisissez :\n1. Horaires\n2. Nothing',
    ]);
  });
});

describe('a hot word of the flow', () => {
  const flow = aFlow(
    { ask: { ...ASK_NAME, next: 'end' }, about: { say: { text: 'About us.' }, next: 'ask' } },
    { hotWords: { about: 'about', back: 'end' } },
  );
  const hot = aRule({ hot: true });
  const rules = rulesWith(flow, [hot]);
  const run = begun(rules);

  it('leads to its step before any rule is asked', () => {
    expect(textsOf(told(rules, run, ' About! '))).toEqual(['About us.\n\nYour name?']);
  });

  it('leaves the flow', () => {
    const decision = told(rules, run, 'BACK');
    expect([endOf(decision), decision.replies]).toEqual(['cancelled', []]);
    expect(decision.sentence).toBe('No reply: flow "Booking" was left at step "ask". The customer left it.');
  });
});
