import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRuleDefinition } from './parse-rule-definition.js';

const OPENING_HOURS: unknown = JSON.parse(
  readFileSync(new URL('../fixtures/opening-hours.rule.json', import.meta.url), 'utf8'),
);

function aDraft(differences: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'Greeting',
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ reply: { text: 'hello' } }],
    ...differences,
  };
}

const aLeaf = (differences: Record<string, unknown>) =>
  aDraft({ when: { fact: 'message.text', op: 'word', value: 'x', ...differences } });
const aReply = (text: string) => aDraft({ then: [{ reply: { text } }] });

function nested(levels: number): unknown {
  return levels === 0 ? { all: [] } : { not: nested(levels - 1) };
}

function problemsOf(json: unknown) {
  const reading = parseRuleDefinition(json);
  return reading.ok ? [] : reading.problems;
}

describe('parseRuleDefinition', () => {
  it('reads the documented example unchanged', () => {
    expect(parseRuleDefinition(OPENING_HOURS)).toEqual({ ok: true, definition: OPENING_HOURS });
  });

  it('fills in what may be left out', () => {
    expect(parseRuleDefinition(aDraft())).toMatchObject({
      ok: true,
      definition: { enabled: true, mode: 'live', limits: {}, continue: false, tests: [] },
    });
  });

  it.each<[string, unknown, string, string]>([
    ['no object', 'rule', '', 'Write an object'],
    ['an unknown field', aDraft({ naem: 'x' }), '/naem', 'Did you mean "name"?'],
    ['no name', aDraft({ name: ' ' }), '/name', 'not empty'],
    ['a long name', aDraft({ name: 'x'.repeat(121) }), '/name', 'at most 120'],
    ['a quoted flag', aDraft({ enabled: 'true' }), '/enabled', 'without quotes'],
    ['an unknown mode', aDraft({ mode: 'test' }), '/mode', 'live, shadow'],
    [
      'an unknown event',
      aDraft({ trigger: { event: 'message.recieved' } }),
      '/trigger/event',
      'Did you mean "message.received"?',
    ],
    [
      'an unknown channel',
      aDraft({ trigger: { event: 'message.received', channels: ['fax'] } }),
      '/trigger/channels/0',
      'sms, mms',
    ],
    [
      'no channel',
      aDraft({ trigger: { event: 'message.received', channels: [] } }),
      '/trigger/channels',
      'empty',
    ],
    ['no condition', aDraft({ when: undefined }), '/when', 'Write a condition'],
    ['an empty any', aDraft({ when: { any: [] } }), '/when/any', '{"all": []}'],
    ['a mixed group', aDraft({ when: { all: [], any: [] } }), '/when/any', 'stands alone'],
    ['an unknown fact', aLeaf({ fact: 'message.txt' }), '/when/fact', 'Did you mean "message.text"?'],
    [
      'a fact of another event',
      aLeaf({ fact: 'otp.number' }),
      '/when/fact',
      'message.received has no "otp.number"',
    ],
    ['an unknown operator', aLeaf({ op: 'includes' }), '/when/op', 'contains'],
    ['a fuzzy text without letters', aLeaf({ op: 'fuzzy', value: '?!' }), '/when/value', 'use "contains"'],
    [
      'a moment compared',
      aLeaf({ fact: 'time.now', op: 'gt', value: 3 }),
      '/when/op',
      'the name of a schedule',
    ],
    [
      'a text for yes or no',
      aLeaf({ fact: 'message.isFirst', op: 'equals', value: 'true' }),
      '/when/value',
      'without quotes',
    ],
    [
      'a schedule for a text',
      aLeaf({ op: 'within', value: 'Hours' }),
      '/when/op',
      'cannot be asked of a text',
    ],
    [
      'a schedule without a name',
      aLeaf({ fact: 'time.now', op: 'within', value: 3 }),
      '/when/value',
      'not empty',
    ],
    [
      'an hour of no clock',
      aLeaf({ fact: 'time.hour', op: 'gt', value: 3 }),
      '/when/timeZone',
      'whose clock',
    ],
    [
      'an hour of an unknown clock',
      aLeaf({ fact: 'time.hour', op: 'gt', value: 3, timeZone: 'Mars/Base' }),
      '/when/timeZone',
      'Africa/Banjul',
    ],
    ['a clock for a text', aLeaf({ timeZone: 'Africa/Banjul' }), '/when/timeZone', 'leave this out'],
    [
      'the case of a schedule',
      aLeaf({ fact: 'time.now', op: 'within', value: 'x', caseSensitive: true }),
      '/when/caseSensitive',
      'knows no case',
    ],
    ['a moment in a reply', aReply('{{ time.now }}'), '/then/0/reply/text', 'time.now'],
    ['a language in a reply', aReply('{{ message.language }}'), '/then/0/reply/text', 'message.language'],
    ['an operator of another type', aLeaf({ op: 'gt', value: 3 }), '/when/op', 'cannot be asked of a text'],
    [
      'a text for a number',
      aLeaf({ fact: 'message.attachments.count', op: 'gt', value: '1' }),
      '/when/value',
      'a number',
    ],
    ['a single value for in', aLeaf({ op: 'in' }), '/when/value', 'takes a list'],
    ['a word without letters', aLeaf({ value: '?!' }), '/when/value', 'use "contains"'],
    ['an invisible value', aLeaf({ op: 'contains', value: '\u200B' }), '/when/value', 'visible'],
    ['a long value', aLeaf({ value: 'x'.repeat(201) }), '/when/value', 'at most 200'],
    ['too many values', aLeaf({ value: Array(101).fill('x') }), '/when/value', 'at most 100'],
    ['a bad pattern', aLeaf({ op: 'matches', value: 'a(' }), '/when/value', 'missing closing )'],
    [
      'a look-around',
      aLeaf({ op: 'matches', value: '(?!un)subscribe' }),
      '/when/value',
      'For "and does not contain", put "not" around',
    ],
    [
      'a look-behind',
      aLeaf({ op: 'matches', value: '(?<!un)subscribe' }),
      '/when/value',
      'is what "word" finds',
    ],
    ['a long pattern', aLeaf({ op: 'matches', value: 'x'.repeat(513) }), '/when/value', 'at most 512'],
    ['a back-reference', aLeaf({ op: 'matches', value: '(a)\\1' }), '/when/value', 'can take for ever'],
    [
      'a costly pattern',
      aLeaf({ op: 'matches', value: '.{0,900}'.repeat(9) }),
      '/when/value',
      'repeats too much',
    ],
    [
      'a value in a list',
      aDraft({ when: { any: [{ fact: 'message.text', op: 'matches', value: ['ok', '('] }] } }),
      '/when/any/0/value/1',
      'closing',
    ],
    ['nesting too deep', aDraft({ when: nested(10) }), `/when${'/not'.repeat(10)}`, 'deeper than 10'],
    [
      'too many questions',
      aDraft({
        when: {
          all: [
            { all: Array.from({ length: 150 }, () => ({ fact: 'message.text', op: 'exists' })) },
            { all: Array.from({ length: 150 }, () => ({ fact: 'message.text', op: 'exists' })) },
          ],
        },
      }),
      '/when/all/1/all/50',
      'at most 200',
    ],
    ['no action', aDraft({ then: [] }), '/then', 'at least one'],
    [
      'two replies',
      aDraft({ then: [{ reply: { text: 'a' } }, { reply: { text: 'b' } }] }),
      '/then',
      'replies once',
    ],
    ['two actions in one', aDraft({ then: [{ reply: { text: 'a' }, tag: 'b' }] }), '/then/0', 'one of'],
    ['a bad template', aReply('Hi {{ contact.name'), '/then/0/reply/text', 'Line 1, column 4'],
    [
      'an unknown filter',
      aReply('{{ contact.name | shout }}'),
      '/then/0/reply/text',
      'undefined filter: shout',
    ],
    ['an unknown variable', aReply('{{ contact.nmae }}'), '/then/0/reply/text', 'contact.name'],
    ['a variable of another event', aReply('{{ otp.number }}'), '/then/0/reply/text', 'message.received'],
    ['a bad duration', aDraft({ limits: { cooldown: '10m' } }), '/limits/cooldown', 'PT10M'],
    [
      'a reply text where none is expected',
      aDraft({ tests: [{ text: 'x', expect: 'none', expectText: 'y' }] }),
      '/tests/0/expectText',
      'leave this out',
    ],
    [
      'a test at no instant',
      aDraft({ tests: [{ text: 'x', expect: 'none', at: '2026-04-10' }] }),
      '/tests/0/at',
      'with its offset',
    ],
    ['a test without expectation', aDraft({ tests: [{ text: 'hi' }] }), '/tests/0/expect', 'reply, none'],
    [
      'tests without messages',
      aDraft({ trigger: { event: 'otp.verified' }, tests: [{ text: 'hi', expect: 'none' }] }),
      '/tests',
      'Tests are messages',
    ],
  ])('refuses %s and says what to do', (_case, json, pointer, message) => {
    const problem = problemsOf(json).find((each) => each.pointer === pointer);
    expect(problem?.message).toContain(message);
  });

  it('tells all problems at once', () => {
    const pointers = problemsOf(aDraft({ name: '', mode: 'x', then: [], limits: { cooldown: 1 } })).map(
      ({ pointer }) => pointer,
    );
    expect(pointers).toEqual(['/name', '/mode', '/then', '/limits/cooldown']);
  });

  it('quotes a refused value only in part', () => {
    const secret = `${'x'.repeat(60)}SECRET`;
    expect(JSON.stringify(problemsOf(aLeaf({ fact: secret, op: secret })))).not.toContain('SECRET');
  });

  it('reads any JSON without throwing, and reads again what it gave back', () => {
    const field = (...values: unknown[]) =>
      fc.oneof(
        { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
        { weight: 19, arbitrary: fc.constantFrom(...values) },
      );
    const leaf = fc.record(
      {
        fact: field('message.text', 'contact.tags', 'contact.attributes.x'),
        op: field('word', 'in', 'exists', 'gt', 'matches'),
        value: field('a', ['a', 'b'], 1, true),
      },
      { requiredKeys: ['fact', 'op'] },
    );
    const draft = fc.record(
      {
        name: field('A'),
        trigger: field({ event: 'message.received' }, { event: 'otp.verified', channels: ['sms'] }),
        when: fc.oneof(leaf, fc.record({ any: fc.array(leaf) }), fc.record({ not: leaf }), fc.jsonValue()),
        then: field([{ tag: 'x' }], [{ reply: { text: 'hello' } }]),
        limits: field({ cooldown: 'P1D' }),
        continue: field(true),
        tests: field([]),
      },
      { requiredKeys: ['name', 'trigger', 'when', 'then'] },
    );
    let readable = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: draft }, { weight: 1, arbitrary: fc.jsonValue() }),
        (json) => {
          const reading = parseRuleDefinition(json);
          if (!reading.ok) return expect(reading.problems.length).toBeGreaterThan(0);
          readable += 1;
          return expect(parseRuleDefinition(JSON.parse(JSON.stringify(reading.definition)))).toEqual(reading);
        },
      ),
      { numRuns: 500 },
    );
    expect(readable).toBeGreaterThan(0);
  });
});
