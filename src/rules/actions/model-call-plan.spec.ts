import { describe, expect, it } from '@jest/globals';
import { decide, obstacleNow } from '../decide.js';
import {
  NOON,
  aContact,
  aConversation,
  aMessage,
  aRule,
  guardsKnowing,
  ruleSet,
  someFacts,
} from '../decide.fixtures.js';
import { parseRuleDefinition } from '../definition/parse-rule-definition.js';
import type { RuleDefinition } from '../definition/rule-definition.js';
import type { Facts } from '../facts.js';

const MODEL = { instructions: 'We are open 9 to 17.', topics: ['opening hours'], mode: 'live' };
const asking = (differences: Record<string, unknown> = {}) =>
  aRule({ name: 'Ask', then: [{ model: MODEL }], ...differences });

const decideOn = (text: string, facts: Facts, ...rules: readonly RuleDefinition[]) =>
  decide(aMessage(text), facts, ruleSet(...rules), NOON);

function problemsOf(then: readonly unknown[], event = 'message.received'): readonly string[] {
  const reading = parseRuleDefinition({ name: 'x', trigger: { event }, when: { all: [] }, then });
  return reading.ok ? [] : reading.problems.map(({ pointer }) => pointer);
}

describe('a rule that asks the language model', () => {
  it('plans the question with its bounds, and sends nothing', () => {
    const decision = decideOn('hours?', someFacts(), asking({ category: 'service' }));
    expect(decision).toMatchObject({
      verdict: 'no_action',
      sentence: 'Asked the language model, as rule "Ask" says; its answer is shown below.',
      replies: [],
      firedRuleIds: ['rule-1'],
      effects: [
        {
          kind: 'model',
          slot: 'revision-1:0',
          ruleRevisionId: 'revision-1',
          category: 'service',
          ...MODEL,
          maxTokens: 200,
        },
      ],
    });
  });

  it.each([
    ['STOP', someFacts()],
    ['HELP', someFacts()],
    ['hours?', someFacts({ contact: aContact({ consent: 'opted_out' }) })],
    ['hours?', someFacts({ contact: aContact({ consent: 'held' }) })],
    ['hours?', someFacts({ conversation: aConversation({ pausedUntil: '2026-04-10T13:00:00.000Z' }) })],
    [
      'hours?',
      someFacts({
        guards: guardsKnowing({
          killSwitches: [{ scope: 'all', reason: 'x', actor: 'y', since: NOON.toISOString() }],
        }),
      }),
    ],
    [
      'hours?',
      someFacts({ guards: guardsKnowing({ budgetFilledAt: { hour: '2026-04-10T11:59:00.000Z' } }) }),
    ],
  ])('is not asked about %j where a guard stands before it', (text, facts) => {
    expect(decideOn(text, facts, asking()).effects.filter(({ kind }) => kind === 'model')).toEqual([]);
  });

  it('gives way to a reply, and to the rule before it that asks', () => {
    const first = asking({ continue: true });
    const answered = decideOn('hours?', someFacts(), first, aRule());
    expect(answered).toMatchObject({ verdict: 'replied', effects: [], firedRuleIds: ['rule-2'] });
    const twice = decideOn('hours?', someFacts(), first, asking({ name: 'Again' }));
    expect(twice.effects).toMatchObject([{ ruleName: 'Ask' }]);
  });

  it('is refused beside whatever else answers, for other events, and with variables or the topic "none"', () => {
    expect(problemsOf([{ model: MODEL }])).toEqual([]);
    for (const other of [
      { reply: { text: 'x' } },
      { startFlow: 'x' },
      { pause: { for: 'PT1H' } },
      { model: MODEL },
    ]) {
      expect(problemsOf([{ model: MODEL }, other])).toEqual(['/then']);
    }
    expect(problemsOf([{ model: MODEL }], 'message.failed')).toEqual(['/then/0/model']);
    expect(problemsOf([{ model: { ...MODEL, instructions: 'Hi {{ contact.name }}' } }])).toEqual([
      '/then/0/model/instructions',
    ]);
    expect(problemsOf([{ model: { ...MODEL, topics: ['None'] } }])).toEqual(['/then/0/model/topics/0']);
    expect(problemsOf([{ model: { ...MODEL, topics: [] } }])).toEqual(['/then/0/model/topics']);
    expect(problemsOf([{ model: { ...MODEL, maxTokens: 1e9 } }])).toEqual(['/then/0/model/maxTokens']);
    expect(problemsOf([{ model: { ...MODEL, mode: 'auto' } }])).toEqual(['/then/0/model/mode']);
  });
});

describe('what stands in the way of a late answer', () => {
  it('is what stood before the rules, with what is true by now', () => {
    const situation = (facts: Facts) => ({ event: aMessage('hours?'), facts, now: NOON });
    expect(obstacleNow(situation(someFacts()))).toBeUndefined();
    expect(
      obstacleNow(situation(someFacts({ contact: aContact({ consent: 'opted_out' }) })))?.sentence,
    ).toMatch(/opted out/);
  });
});
