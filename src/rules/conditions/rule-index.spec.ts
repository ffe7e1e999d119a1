import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOON, aContact, aMessage, guardsKnowing, aRule, someFacts } from '../decide.fixtures.js';
import type { Condition } from '../definition/rule-definition.js';
import type { CompiledSchedule } from '../schedules/schedule.js';
import { explainRule, matchRules } from '../match-rules.js';
import type { RuleMatches } from '../match-rules.js';
import { compileRules } from '../rule-set.js';
import type { CompiledRuleSet } from '../rule-set.js';
import { compileCondition } from './condition.js';
import { conditionInput } from './condition-input.js';
import { buildRuleIndex } from './rule-index.js';

const WORDS = ['open', 'opening', 'hours', 'Hour', 'x1', 'é', '营业', 'yes', 'no', 'a', '?', '👍'];
const PATTERNS = ['hou?rs', '^open', 'a|b', '\\d+', 'yes.*no', '[A-Z]', '\\bno\\b', 'é'];

const texts = fc
  .array(fc.oneof(fc.constantFrom(...WORDS, ...WORDS.map((word) => word.toUpperCase())), fc.string()), {
    maxLength: 6,
  })
  .map((parts) => parts.join(' '));
const values = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS).chain((one) => fc.constantFrom(...WORDS).map((other) => `${one} ${other}`)),
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
);

const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('message.text', 'message.subject', 'contact.attributes.city'),
    op: fc.constantFrom('word', 'firstWord', 'contains', 'startsWith', 'endsWith', 'fuzzy'),
    value: values,
    caseSensitive: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('message.text'),
    op: fc.constant('matches'),
    value: fc.constantFrom(...PATTERNS),
    caseSensitive: fc.boolean(),
  }),
  fc.record({
    fact: fc.constantFrom('message.text', 'message.channel', 'contact.tags', 'contact.attributes.city'),
    op: fc.constantFrom('equals', 'in'),
    value: fc.oneof(values, fc.constantFrom('sms', 'vip', ['sms', 'email'])),
  }),
  fc.record({
    fact: fc.constantFrom('contact.attributes.orders', 'message.length', 'message.attachments.count'),
    op: fc.constantFrom('equals', 'in'),
    value: fc.constantFrom(0, 1, 3, [0, 3]),
  }),
  fc.record({
    fact: fc.constant('contact.attributes.trusted'),
    op: fc.constant('equals'),
    value: fc.oneof(fc.boolean(), fc.constant('true')),
  }),
  fc.record({
    fact: fc.constantFrom('contact.attributes.orders', 'message.length'),
    op: fc.constantFrom('gt', 'lt'),
    value: fc.nat(4),
  }),
  fc.record({
    fact: fc.constantFrom('contact.name', 'contact.tags', 'message.subject'),
    op: fc.constant('exists'),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('time.now'),
    op: fc.constant('within'),
    value: fc.constantFrom('Open', 'Closed', 'Gone', ['Closed', 'Open']),
  }),
  fc.constantFrom(
    { fact: 'time.hour', op: 'equals', value: 12, timeZone: 'Africa/Banjul' } as const,
    {
      fact: 'time.weekday',
      op: 'in',
      value: ['sunday', 'friday'],
      timeZone: 'Europe/Berlin',
    } as const,
  ),
) as fc.Arbitrary<Condition>;

const { condition: conditions } = fc.letrec<{ condition: Condition; group: Condition }>((tie) => ({
  condition: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaves, tie('group')),
  group: fc.oneof(
    fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));

const situations = fc
  .record({
    text: texts,
    subject: fc.option(texts, { nil: undefined }),
    channel: fc.constantFrom('sms' as const, 'email' as const),
    tags: fc.subarray(['vip', 'open', 'Hour']),
    attributes: fc.record(
      {
        orders: fc.nat(4),
        city: fc.constantFrom<string | number>('open', 'Hour', 3),
        trusted: fc.constantFrom<string | boolean>(true, false, 'true'),
      },
      { requiredKeys: [] },
    ),
    firings: fc.array(
      fc.record({
        ruleId: fc.constantFrom('rule-0', 'rule-1', 'rule-2'),
        channel: fc.constantFrom('sms', 'email'),
        at: fc.constant(['2026-04-10T11:55:00Z']),
      }),
    ),
  })
  .map(({ text, subject, channel, tags, attributes, firings }) => ({
    event: aMessage(text, { channel, ...(subject !== undefined && { subject }) }),
    facts: someFacts({ contact: aContact({ tags, attributes }), guards: guardsKnowing({ firings }) }),
    now: NOON,
  }));

function schedule(name: string, isOpen: boolean): CompiledSchedule {
  return {
    name,
    isByContact: false,
    zone: () => 'UTC',
    isOpen: () => isOpen,
    nextChange: () => undefined,
    weekOf: () => [],
  };
}

const library = {
  schedules: new Map([
    ['Open', schedule('Open', true)],
    ['Closed', schedule('Closed', false)],
  ]),
  templates: new Map(),
  flows: new Map(),
  flowRevisions: new Map(),
};

const definitions = fc
  .record({
    when: conditions,
    mode: fc.constantFrom('live', 'live', 'shadow'),
    continue: fc.boolean(),
    then: fc.constantFrom([{ reply: { text: 'hello' } }], [{ tag: 'seen' }]),
    limits: fc.constantFrom({}, { cooldown: 'PT10M' }),
    trigger: fc.constantFrom(
      { event: 'message.received' },
      { event: 'message.received', channels: ['email'] },
    ),
  })
  .map((each) => ({ ...aRule({ ...each, when: { all: [] } }), when: each.when }));

function ruleSetOf(all: readonly ReturnType<typeof aRule>[]): CompiledRuleSet {
  const stored = all.map((definition, index) => ({
    id: `rule-${index}`,
    revisionId: `revision-${index}`,
    number: 1,
    position: index,
    definition,
  }));
  return compileRules(stored, library);
}

/** What matching decides, without how it is told. */
function outcomeOf({ fired, replying, cooling, shadows, askedCount }: RuleMatches) {
  return {
    fired: fired.map(({ id }) => id),
    replying: replying?.id,
    cooling: [cooling?.rule.id, cooling?.sentence],
    shadows: shadows.map(({ id }) => id),
    askedCount,
  };
}

describe('the index', () => {
  it.each([0, Number.POSITIVE_INFINITY])(
    'names every condition that holds (patterns asked singly up to %d)',
    (patternsAskedSingly) => {
      fc.assert(
        fc.property(fc.array(conditions, { maxLength: 8 }), situations, (all, situation) => {
          const input = conditionInput(situation, library.schedules);
          const named = buildRuleIndex(all, patternsAskedSingly).candidates(input);
          const holding = all.flatMap((condition, position) =>
            compileCondition(condition)(input).outcome === 'matched' ? [position] : [],
          );
          expect(named).toEqual(expect.arrayContaining(holding));
          expect(named).toEqual([...new Set(named)].sort((one, other) => one - other));
        }),
        { numRuns: 500 },
      );
    },
  );

  it('changes nothing about what fires, replies, waits and is shadowed', () => {
    let fired = 0;
    fc.assert(
      fc.property(fc.array(definitions, { maxLength: 6 }), situations, (all, situation) => {
        const plain = ruleSetOf(all);
        const index = buildRuleIndex(
          all.map(({ when }) => when),
          0,
        );
        const indexed = { ...plain, indexes: new Map([['message.received' as const, index]]) };
        const expected = matchRules(plain, situation);
        fired += expected.fired.length;
        expect(outcomeOf(matchRules(indexed, situation))).toEqual(outcomeOf(expected));
      }),
      { numRuns: 500 },
    );
    expect(fired).toBeGreaterThan(0);
  });

  it.each<[string, Condition, Condition, string]>([
    ['a word', { fact: 'message.text', op: 'word', value: 'hours' }, { all: [] }, 'our hourly rate'],
    ['the rarest word', { fact: 'message.text', op: 'word', value: 'the hours' }, { all: [] }, 'the rate'],
    ['a part', { fact: 'message.text', op: 'contains', value: 'hours' }, { all: [] }, 'hour ours'],
    ['a short part', { fact: 'message.text', op: 'endsWith', value: '?' }, { all: [] }, 'hour'],
    ['the whole', { fact: 'message.text', op: 'equals', value: 'hours' }, { all: [] }, 'hours please'],
    ['a pattern', { fact: 'message.text', op: 'matches', value: 'h.*s' }, { all: [] }, 'hour'],
    [
      'one of all',
      {
        all: [
          { fact: 'message.channel', op: 'equals', value: 'sms' },
          { fact: 'message.text', op: 'word', value: 'hours' },
        ],
      },
      { fact: 'message.channel', op: 'equals', value: 'sms' },
      'hour',
    ],
  ])('rules out a condition that needs %s', (_what, condition, other, text) => {
    const input = conditionInput({ event: aMessage(text), facts: someFacts(), now: NOON }, new Map());
    const words: Condition[] = Array.from({ length: 3 }, () => ({
      fact: 'message.text',
      op: 'word',
      value: 'the',
    }));
    const index = buildRuleIndex([condition, other, ...words], 0);
    expect(index.candidates(input)).not.toContain(0);
    expect(index.candidates(input)).toContain(1);
  });
});

describe('many rules', () => {
  const keywords = Array.from({ length: 1_000 }, (_, index) =>
    aRule({
      name: `Keyword ${index}`,
      when: { fact: 'message.text', op: 'word', value: `keyword${index}` },
    }),
  );
  const rules = ruleSetOf([...keywords, aRule({ name: 'Else' })]);
  const situation = { event: aMessage('keyword700 please'), facts: someFacts(), now: NOON };

  it('are explained by those that were asked, and by numbers', () => {
    const { trace } = matchRules(rules, situation);
    expect(trace.children?.map(({ label, outcome }) => [label, outcome])).toEqual([
      ['rule "Keyword 700"', 'matched'],
      ['700 other rules', 'not_matched'],
      ['300 later rules', 'skipped'],
    ]);
  });

  it('can each be explained by name', () => {
    expect(explainRule(rules, situation, 'rule-3')).toMatchObject({
      label: 'rule "Keyword 3"',
      outcome: 'not_matched',
      children: [{ label: 'message.text word', actual: 'keyword700 please', expected: 'keyword3' }],
    });
    expect(explainRule(rules, situation, 'rule-9999')).toBeUndefined();
  });

  it('keep the trace short even when each of them has to be asked', () => {
    const never = aRule({ when: { not: { fact: 'message.text', op: 'exists' } } });
    const { trace } = matchRules(ruleSetOf(Array.from({ length: 1_000 }, () => never)), situation);
    expect(trace.children).toHaveLength(51);
    expect(trace.children?.at(-1)).toMatchObject({ label: '950 more rules', outcome: 'not_matched' });
    const shadow = aRule({ mode: 'shadow' });
    const shadows = matchRules(ruleSetOf(Array.from({ length: 200 }, () => shadow)), situation);
    expect(shadows.shadows).toHaveLength(200);
    expect(shadows.trace.children).toHaveLength(51);
  });

  it('are all shown up to fifty', () => {
    const { trace } = matchRules(ruleSetOf(keywords.slice(0, 50)), situation);
    expect(trace.children).toHaveLength(50);
    expect(trace.children?.[49]?.children?.[0]).toMatchObject({ actual: 'keyword700 please' });
  });
});
