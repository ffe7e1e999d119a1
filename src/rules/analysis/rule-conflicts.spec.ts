import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANNELS } from '../../messaging/channel.js';
import { conditionInput } from '../conditions/condition-input.js';
import { compileCondition } from '../conditions/condition.js';
import { decide } from '../decide.js';
import { aContact, aRule, NOON, someFacts } from '../decide.fixtures.js';
import type { Condition } from '../definition/rule-definition.js';
import { EMPTY_LIBRARY } from '../library.js';
import { explainRule } from '../match-rules.js';
import { compileRules, type StoredRule } from '../rule-set.js';
import type { Situation } from '../stage.js';
import { alwaysHolds, neverHolds } from './certainty.js';
import { implies } from './implication.js';
import { patternSamples } from './pattern-samples.js';
import { conditions, messages, randomRules } from './random-rules.fixtures.js';
import { ruleConflicts, type RuleConflict } from './rule-conflicts.js';

const situations: fc.Arbitrary<Situation> = fc
  .record({
    event: messages,
    tags: fc.subarray(['vip', 'VIP', 'new']),
    attributes: fc.oneof(fc.constant({}), fc.record({ city: fc.constantFrom('Banjul', 'BAN', '', 5) })),
  })
  .map(({ event, ...contact }) => ({ event, facts: someFacts({ contact: aContact(contact) }), now: NOON }));

function holds(condition: Condition, situation: Situation): boolean {
  const input = conditionInput(situation, EMPTY_LIBRARY.schedules);
  return compileCondition(condition)(input).outcome === 'matched';
}

function text(op: string, value: string | readonly string[]): Condition {
  return { fact: 'message.text', op, value } as Condition;
}

function stored(...definitions: readonly Record<string, unknown>[]): readonly StoredRule[] {
  return definitions.map((differences, index) => ({
    id: `rule-${index + 1}`,
    revisionId: `revision-${index + 1}`,
    number: 1,
    position: index + 1,
    definition: aRule({ then: [{ reply: { text: `Reply ${index + 1}` } }], ...differences }),
  }));
}

function conflictsIn(rules: readonly StoredRule[]): readonly RuleConflict[] {
  return [...ruleConflicts(rules, EMPTY_LIBRARY)].flatMap(({ conflicts }) => conflicts);
}

describe('a proof that one condition follows from another', () => {
  it.each([
    [text('equals', 'Opening hours?'), text('word', 'hours')],
    [text('equals', 'hours'), text('equals', ['HOURS!', 'times'])],
    [text('firstWord', 'open'), text('word', ['open', 'shut'])],
    [text('word', 'opening hours'), text('contains', 'hour')],
    [text('contains', 'opening'), text('contains', 'open')],
    [text('startsWith', 'open the'), text('contains', 'open')],
    [text('matches', 'a+'), { any: [text('matches', 'a+'), text('word', 'b')] }],
    [{ all: [text('word', 'a'), text('word', 'b')] }, text('word', 'a')],
    [{ any: [text('word', 'a'), text('equals', 'b')] }, text('word', ['a', 'b'])],
    [{ not: text('contains', 'a') }, { not: text('word', 'a') }],
    [text('word', 'a'), { fact: 'message.text', op: 'exists' }],
    [
      { fact: 'message.length', op: 'gt', value: 9 } as const,
      { fact: 'message.length', op: 'gt', value: 3 } as const,
    ],
  ])('is found: %j gives %j', (stronger, weaker) => {
    expect(implies(stronger, weaker as Condition)).toBe(true);
    expect(implies(weaker as Condition, stronger)).toBe(false);
  });

  it.each([
    [text('contains', 'hours'), text('word', 'hours')],
    [text('word', 'open hours'), text('contains', 'open hours')],
    [text('word', 'hours'), text('matches', 'hours')],
    [{ ...text('word', 'Hours'), caseSensitive: true } as Condition, text('word', 'hours')],
  ])('is not claimed where it is not certain: %j and %j', (stronger, weaker) => {
    expect(implies(stronger, weaker)).toBe(false);
  });

  it('is never wrong', () => {
    let proven = 0;
    fc.assert(
      fc.property(conditions, conditions, fc.array(situations, { maxLength: 20 }), (one, other, all) => {
        if (!implies(one, other)) return;
        proven += 1;
        for (const situation of all) if (holds(one, situation)) expect(holds(other, situation)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
    expect(proven).toBeGreaterThan(100);
  });

  it('is never wrong about what always or never holds', () => {
    fc.assert(
      fc.property(conditions, situations, (condition, situation) => {
        if (alwaysHolds(condition)) expect(holds(condition, situation)).toBe(true);
        if (neverHolds(condition)) expect(holds(condition, situation)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  const channel = (op: string, value: unknown) => ({ fact: 'message.channel', op, value }) as Condition;
  const hour = (op: 'gt' | 'lt', value: number): Condition => ({
    fact: 'time.hour',
    op,
    value,
    timeZone: 'Africa/Banjul',
  });

  it.each([
    { any: [text('word', 'a'), { not: text('word', 'a') }] },
    { any: [text('contains', 'a'), { any: [{ not: text('word', 'a') }] }] },
    { any: [text('word', 'a'), { all: [] }] },
    {
      any: [
        { fact: 'contact.name', op: 'exists' },
        { fact: 'contact.name', op: 'exists', value: false },
      ],
    },
    { not: { all: [text('equals', 'a'), text('equals', 'b')] } },
    { not: { any: [{ not: { all: [] } }] } },
    { fact: 'message.channel', op: 'exists' },
    { fact: 'message.length', op: 'gt', value: -1 },
    { any: [hour('gt', 8), hour('lt', 9)] },
    { any: [channel('equals', 'SMS'), channel('in', CHANNELS.slice(1))] },
    text('matches', '.*'),
    text('matches', ['hours', '^\\s*']),
  ] as Condition[])('is found of what always holds: %j', (condition) => {
    expect(alwaysHolds(condition)).toBe(true);
    expect(neverHolds({ not: condition })).toBe(true);
  });

  it.each([
    { any: [text('word', 'a'), { not: text('contains', 'a') }] },
    { any: [hour('gt', 9), hour('lt', 9)] },
    { fact: 'message.text', op: 'exists' },
    channel('equals', 'sms'),
    text('matches', 'a*$'),
    text('matches', '\\B'),
    { fact: 'message.subject', op: 'matches', value: '.*' },
  ] as Condition[])('is not claimed of what may not hold: %j', (condition) => {
    expect(alwaysHolds(condition)).toBe(false);
  });

  it.each([channel('equals', 'fax'), hour('gt', 23), hour('lt', 0)])(
    'is found of what its fact can never be: %j',
    (condition) => expect(neverHolds(condition)).toBe(true),
  );
});

describe('conflicts between rules', () => {
  it('are told with a message that shows them', () => {
    const rules = stored(
      { name: 'Hours', when: text('word', ['hours', 'open']) },
      { name: 'Sunday', when: text('equals', 'Are you open on Sunday?') },
    );
    expect(conflictsIn(rules)).toEqual([
      {
        kind: 'shadowed',
        certainty: 'proven',
        rule: { id: 'rule-2', name: 'Sunday' },
        earlier: { id: 'rule-1', name: 'Hours' },
        example: {
          event: 'message.received',
          text: 'Are you open on Sunday?',
          channel: 'sms',
          sentence: 'Replied: rule "Hours" matched.',
        },
      },
    ]);
  });

  it.each([
    ['duplicate', text('word', 'hours'), text('word', ['HOURS'])],
    ['hidden', { all: [] }, text('word', 'hours')],
    ['overlap', text('matches', 'opening.*hours'), text('contains', 'opening hours')],
    ['overlap', text('word', 'hours'), text('matches', '(business|opening) hours?')],
  ])('are of the kind %s: %j above %j', (kind, earlier, later) => {
    const certainty = kind === 'overlap' ? 'example_found' : 'proven';
    expect(conflictsIn(stored({ when: earlier }, { when: later }))).toMatchObject([{ kind, certainty }]);
  });

  it.each([
    { all: [text('equals', 'a'), text('equals', 'b')] },
    { all: [text('word', 'a'), { not: text('contains', 'a') }] },
    {
      all: [
        { fact: 'message.length', op: 'gt', value: 9 },
        { all: [{ fact: 'message.length', op: 'lt', value: 9 }] },
      ],
    },
    { not: { all: [] } },
    { all: [text('word', 'a'), { fact: 'message.text', op: 'exists', value: false }] },
  ])('are found within one rule that can never answer: %j', (when) => {
    expect(conflictsIn(stored({ when }))).toMatchObject([{ kind: 'unreachable', certainty: 'proven' }]);
  });

  it('are found of a rule that asks for something and answers everything', () => {
    const when = { any: [text('word', 'hours'), { not: text('word', 'hours') }] };
    expect(conflictsIn(stored({ when }))).toEqual([
      {
        kind: 'always',
        certainty: 'proven',
        rule: { id: 'rule-1', name: 'Greeting' },
        example: {
          event: 'message.received',
          text: 'hours',
          channel: 'sms',
          sentence: 'Replied: rule "Greeting" matched.',
        },
      },
    ]);
    expect(conflictsIn(stored({ when: { all: [] } }))).toEqual([]);
  });

  it.each([
    text('equals', 'STOP'),
    text('equals', ['stop', 'unsubscribe', 'help']),
    { all: [text('equals', 'Stop'), { fact: 'message.length', op: 'lt', value: 9 }] },
    { any: [text('equals', 'quit'), text('equals', 'end')] },
  ])('are found of a rule that only wants words of consent: %j', (when) => {
    expect(conflictsIn(stored({ when }))).toMatchObject([
      {
        kind: 'unreachable',
        certainty: 'proven',
        example: { text: expect.any(String), sentence: expect.stringMatching(/asked/) },
      },
    ]);
  });

  it.each([
    text('equals', ['stop', 'hours']),
    text('word', 'stop'),
    text('equals', 'start'),
    { any: [text('equals', 'stop'), text('contains', 'order')] },
    { not: text('equals', 'stop') },
  ])('are not found of a rule that wants other words too: %j', (when) => {
    expect(conflictsIn(stored({ when }))).toEqual([]);
  });

  it('are found among rules about other events, and never across events', () => {
    const failed = { event: 'message.failed' };
    const code = (value: string | readonly string[]) => ({ fact: 'delivery.errorCode', op: 'in', value });
    const rules = stored(
      { name: 'Any message', when: { all: [] } },
      { name: 'Spam', trigger: failed, when: code(['30007', '30008']) },
      { name: 'Filtered', trigger: failed, when: code(['30007']) },
      { name: 'Proved', trigger: { event: 'otp.verified' }, when: { not: { all: [] } } },
    );
    expect(conflictsIn(rules)).toMatchObject([
      {
        kind: 'shadowed',
        rule: { name: 'Filtered' },
        earlier: { name: 'Spam' },
        example: {
          event: 'message.failed',
          text: expect.stringContaining('"errorCode":"30007"'),
          sentence: 'Replied: rule "Spam" matched.',
        },
      },
      { kind: 'unreachable', rule: { name: 'Proved' } },
    ]);
  });

  it.each([
    ['goes on to the next', { continue: true }],
    ['is a shadow', { mode: 'shadow' }],
    ['is off', { enabled: false }],
    ['leaves those alone who left its category', { category: 'offers' }],
    ['is for another channel', { trigger: { event: 'message.received', channels: ['email'] } }],
  ])('are not claimed where the earlier rule %s', (_why, differences) => {
    const rules = stored({ when: { all: [] }, ...differences }, { when: text('word', 'hours') });
    expect(conflictsIn(rules)).toEqual([]);
  });

  it('D8: are proven for every message: whatever matches a shadowed rule matches the one above it', () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(randomRules, fc.array(situations, { maxLength: 15 }), (rules, all) => {
        const compiled = compileRules(
          rules.map((rule) => ({ ...rule, definition: { ...rule.definition, mode: 'live' } })),
        );
        for (const { kind, certainty, rule, earlier } of conflictsIn(rules)) {
          found.add(kind);
          if (certainty !== 'proven') continue;
          for (const situation of all) {
            const isMatch = explainRule(compiled, situation, rule.id)?.outcome === 'matched';
            if (!isMatch) continue;
            expect(kind).not.toBe('unreachable');
            if (kind === 'always') continue;
            expect(explainRule(compiled, situation, earlier?.id ?? '')?.outcome).toBe('matched');
            const decision = decide(situation.event, situation.facts, compileRules(rules), situation.now);
            expect(decision.firedRuleIds).not.toContain(rule.id);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect([...found]).toEqual(
      expect.arrayContaining(['shadowed', 'hidden', 'overlap', 'unreachable', 'always']),
    );
  });

  it('are looked for among many rules without comparing each with each', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ when: text('word', `keyword${index}`) }));
    const rules = stored(...many, { when: text('word', 'beyond the bound') });
    const findings = [...ruleConflicts(rules, EMPTY_LIBRARY)];
    expect([findings.length, findings.flatMap(({ conflicts }) => conflicts)]).toEqual([2_000, []]);
  });
});

describe('samples of a pattern', () => {
  it.each([
    ['when.*(open|close)', ['when open', 'when close']],
    ['^\\s*hi\\b', ['hi']],
    ['[hH]ours?', ['hours']],
  ])('of %s are %j', (pattern, samples) => {
    expect(patternSamples(pattern)).toEqual(samples);
  });

  it('never throw, whatever the pattern', () => {
    fc.assert(
      fc.property(fc.string(), (pattern) => expect(Array.isArray(patternSamples(pattern))).toBe(true)),
    );
  });
});
