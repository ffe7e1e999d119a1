import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOON, aContact, aMessage, aVerification, someFacts } from '../decide.fixtures.js';
import type { TraceNode } from '../decision.js';
import type { Condition } from '../definition/rule-definition.js';
import { compileCondition } from './condition.js';
import { conditionInput } from './condition-input.js';
import type { Schedules } from './condition-input.js';

const SCHEDULES: Schedules = new Map([
  ['Opening hours', { isOpen: (at: Date) => at.getUTCHours() >= 9 && at.getUTCHours() < 17 }],
  ['Never', { isOpen: () => false }],
]);

function ask(condition: Condition, text: string, facts = someFacts(), now = NOON): TraceNode {
  const situation = { event: aMessage(text), facts, now };
  return compileCondition(condition)(conditionInput(situation, SCHEDULES));
}

function holds(condition: Condition, text: string, facts = someFacts()): boolean {
  return ask(condition, text, facts).outcome === 'matched';
}

describe('text operators', () => {
  it.each([
    ['equals', 'hours', 'HOURS!', true],
    ['equals', 'hours?', 'hours', true],
    ['equals', 'hours', 'opening hours', false],
    ['firstWord', 'hours', 'Hours, please', true],
    ['firstWord', 'hours', 'your hours', false],
    ['firstWord', 'opening hours', 'Opening-hours today?', true],
    ['word', 'hours', 'what are your hours?', true],
    ['word', 'hour', 'what are your hours?', false],
    ['word', 'our', 'hours', false],
    ['word', 'opening hours', 'the opening   hours?', true],
    ['word', 'opening hours', 'hours of opening', false],
    ['word', 'café', 'le CAFE\u0301 est ouvert', true],
    ['word', 'horaire', "l'horaire svp", true],
    ['word', '营业时间', '请问你们的营业时间是几点', true],
    ['word', 'เวลา', 'ขอเวลาเปิด', true],
    ['word', 'часы', 'Какие ЧАСЫ работы?', true],
    ['word', 'час', 'Какие часы работы?', false],
    ['contains', 'hour', 'our hourly rate', true],
    ['contains', '?', 'open?', true],
    ['contains', '👍', 'ok 👍', true],
    ['startsWith', 'open', '"Open" or not', true],
    ['startsWith', 'en', 'open', false],
    ['endsWith', 'open', 'are you open?', true],
    ['endsWith', '?', 'are you open?', true],
    ['matches', 'when.*(open|close)', 'So WHEN do you open', true],
    ['matches', '^\\d{4}$', '1234', true],
    ['matches', '^\\d{4}$', '12345', false],
  ] as const)('%s %j against %j is %s', (op, value, text, expected) => {
    const fact = 'message.text';
    const condition: Condition = op === 'equals' ? { fact, op, value } : { fact, op, value };
    expect(holds(condition, text)).toBe(expected);
  });

  it('holds when any value of a list does', () => {
    const condition: Condition = { fact: 'message.text', op: 'word', value: ['hours', 'open'] };
    expect(holds(condition, 'are you open?')).toBe(true);
    expect(holds(condition, 'are you closed?')).toBe(false);
  });

  it('I9: minds case only when told to', () => {
    const condition: Condition = { fact: 'message.text', op: 'contains', value: 'ID', caseSensitive: true };
    expect(holds(condition, 'my ID')).toBe(true);
    expect(holds(condition, 'I did')).toBe(false);
    expect(
      holds({ fact: 'message.text', op: 'matches', value: '[A-Z]{2}\\d', caseSensitive: true }, 'ab1'),
    ).toBe(false);
  });

  it.each(['(a+)+$', '(x+x+)+y', '(a|aa)*b'])('answers the pattern %s in time whatever the text', (value) => {
    expect(holds({ fact: 'message.text', op: 'matches', value }, `${'ax'.repeat(50_000)}!`)).toBe(false);
  });
});

describe('fuzzy', () => {
  it.each([
    ['hours', 'what are your horus?', true],
    ['hours', 'what are your hour', true],
    ['hours', 'HOUURS', true],
    ['hours', 'what are your hrs', false],
    ['open', 'opne', true],
    ['open', 'pone', false],
    ['yes', 'yea', false],
    ['yes', 'yes please', true],
    ['appointment', 'an apointmant please', true],
    ['appointment', 'an apontmant please', false],
    ['opening hours', 'your openning hurs', true],
    ['opening hours', 'hours of opening', false],
    ['opening', 'op en ing', false],
    ['café au lait', 'CAFE\u0301 au liat', true],
    ['café au lait', 'café du lait', false],
    ['часы', 'какие чаcы', true],
    ['营业时间', '营业时问', false],
  ])('takes %j for %j: %s', (value, text, expected) => {
    expect(holds({ fact: 'message.text', op: 'fuzzy', value }, text)).toBe(expected);
  });

  it('shows the words that were taken for the wanted ones', () => {
    const node = ask(
      { fact: 'message.text', op: 'fuzzy', value: ['price', 'opening hours'] },
      'Openning hours?',
    );
    expect(node).toMatchObject({
      outcome: 'matched',
      actual: 'openning hours?',
      expected: ['price', 'opening hours'],
      detail: '"openning hours" was taken for "opening hours".',
    });
  });

  it('never finds less than whole words do, and nothing that takes more slips than one in four letters', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 4 }), (value, words) => {
        const text = words.join(' ');
        const isFuzzy = holds({ fact: 'message.text', op: 'fuzzy', value }, text);
        if (holds({ fact: 'message.text', op: 'word', value }, text)) expect(isFuzzy).toBe(true);
        const allowed = Math.min(2, Math.floor(value.length / 4));
        const lengths = words.map((each) => Math.abs(each.length - value.length));
        if (lengths.every((difference) => difference > allowed)) expect(isFuzzy).toBe(false);
      }),
    );
  });
});

describe('within', () => {
  const during = (value: string | string[]): Condition => ({ fact: 'time.now', op: 'within', value });
  const EVENING = new Date('2026-04-10T21:00:00Z');

  it.each<[string | string[], Date, boolean]>([
    ['Opening hours', NOON, true],
    ['Opening hours', EVENING, false],
    [['Never', 'Opening hours'], NOON, true],
    [['Never', 'Opening hours'], EVENING, false],
  ])('%j at %s is %s', (value, now, expected) => {
    expect(ask(during(value), '', someFacts(), now).outcome).toBe(expected ? 'matched' : 'not_matched');
    const outside = ask({ not: during(value) }, '', someFacts(), now).outcome;
    expect(outside).toBe(expected ? 'not_matched' : 'matched');
  });

  it('shows the moment and which schedule was open', () => {
    expect(ask(during(['Never', 'Opening hours']), '')).toEqual({
      label: 'time.now within',
      outcome: 'matched',
      actual: '2026-04-10T12:00:00.000Z',
      expected: ['Never', 'Opening hours'],
      detail: '"Opening hours" is open.',
    });
  });

  it('does not hold for a schedule that is gone, and says so', () => {
    expect(ask(during('Summer'), '')).toMatchObject({
      outcome: 'not_matched',
      detail: 'There is no schedule "Summer" any more.',
    });
  });
});

describe('the clock', () => {
  it.each<[Condition, boolean]>([
    [{ fact: 'time.hour', op: 'equals', value: 12, timeZone: 'Africa/Banjul' }, true],
    [{ fact: 'time.hour', op: 'gt', value: 12, timeZone: 'Europe/Berlin' }, true],
    [{ fact: 'time.weekday', op: 'in', value: ['Friday'], timeZone: 'Africa/Banjul' }, true],
    [{ fact: 'time.weekday', op: 'equals', value: 'saturday', timeZone: 'Pacific/Kiritimati' }, true],
    [{ fact: 'time.date', op: 'equals', value: '2026-04-10', timeZone: 'Africa/Banjul' }, true],
    [{ fact: 'time.date', op: 'startsWith', value: '2026-04-11', timeZone: 'Pacific/Kiritimati' }, true],
    [{ fact: 'time.hour', op: 'exists' }, false],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, '')).toBe(expected);
  });

  it('says by whose clock', () => {
    const node = ask({ fact: 'time.hour', op: 'lt', value: 9, timeZone: 'Europe/Berlin' }, '');
    expect(node).toMatchObject({ label: 'time.hour lt (Europe/Berlin)', actual: 14, expected: 9 });
  });
});

describe('facts of a message', () => {
  it.each<[Condition, boolean]>([
    [{ fact: 'message.length', op: 'lt', value: 4 }, true],
    [{ fact: 'message.attachments.types', op: 'in', value: ['image'] }, true],
    [{ fact: 'message.attachments.types', op: 'in', value: ['application/pdf'] }, true],
    [{ fact: 'message.attachments.types', op: 'in', value: ['video'] }, false],
    [{ fact: 'message.countries', op: 'in', value: ['gm'] }, true],
    [{ fact: 'message.countries', op: 'in', value: ['US'] }, false],
  ])('%j is %s', (condition, expected) => {
    const attachments = [
      { url: 'https://acme.test/1', mimeType: 'Image/JPEG; q=1' },
      { url: 'https://acme.test/2', mimeType: 'application/pdf' },
      { url: 'https://acme.test/3' },
    ];
    const situation = { event: aMessage('hi!', { attachments }), facts: someFacts(), now: NOON };
    expect(compileCondition(condition)(conditionInput(situation, SCHEDULES)).outcome).toBe(
      expected ? 'matched' : 'not_matched',
    );
  });

  it('has no kinds of files where there are none', () => {
    expect(holds({ fact: 'message.attachments.types', op: 'exists' }, 'hi')).toBe(false);
  });
});

describe('other operators', () => {
  const facts = someFacts({
    contact: aContact({
      hasWrittenBefore: false,
      tags: ['vip'],
      attributes: { orders: 3, city: 'Banjul', trusted: true, level: '5' },
    }),
  });

  it.each<[Condition, boolean]>([
    [{ fact: 'contact.tags', op: 'in', value: ['VIP', 'new'] }, true],
    [{ fact: 'contact.tags', op: 'in', value: ['new'] }, false],
    [{ fact: 'message.channel', op: 'in', value: ['sms', 'email'] }, true],
    [{ fact: 'contact.attributes.orders', op: 'gt', value: 2 }, true],
    [{ fact: 'contact.attributes.orders', op: 'lt', value: 3 }, false],
    [{ fact: 'contact.attributes.orders', op: 'equals', value: 3 }, true],
    [{ fact: 'contact.attributes.trusted', op: 'equals', value: true }, true],
    [{ fact: 'contact.attributes.city', op: 'equals', value: 'banjul' }, true],
    [{ fact: 'contact.attributes.level', op: 'gt', value: 1 }, false],
    [{ fact: 'contact.attributes.constructor', op: 'exists' }, false],
    [{ fact: 'message.attachments.count', op: 'equals', value: 0 }, true],
    [{ fact: 'message.isFirst', op: 'equals', value: true }, true],
    [{ fact: 'message.isFirst', op: 'equals', value: false }, false],
    [{ fact: 'contact.name', op: 'exists' }, false],
    [{ fact: 'contact.name', op: 'exists', value: false }, true],
    [{ not: { fact: 'contact.name', op: 'contains', value: 'a' } }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
  ])('I11: %j is %s', (condition, expected) => {
    expect(holds(condition, 'hi', facts)).toBe(expected);
  });

  it('reads the details of an identity check', () => {
    const event = aVerification({ country: 'GM' });
    const input = conditionInput({ event, facts: someFacts(), now: NOON }, SCHEDULES);
    const inGambia = compileCondition({ fact: 'identity.details.country', op: 'equals', value: 'gm' });
    expect(inGambia(input).outcome).toBe('matched');
  });
});

describe('the trace of a condition', () => {
  it('shows what was seen, what was wanted, and what was not asked any more', () => {
    const condition: Condition = {
      any: [
        { fact: 'message.text', op: 'word', value: 'hours' },
        { not: { fact: 'contact.name', op: 'exists' } },
        { fact: 'message.text', op: 'matches', value: 'open' },
      ],
    };
    expect(ask(condition, 'You OPEN?')).toEqual({
      label: 'any',
      outcome: 'matched',
      children: [
        { label: 'message.text word', outcome: 'not_matched', actual: 'you open?', expected: 'hours' },
        {
          label: 'not',
          outcome: 'matched',
          children: [{ label: 'contact.name exists', outcome: 'not_matched', expected: true }],
        },
        { label: 'message.text matches', outcome: 'skipped', expected: 'open' },
      ],
    });
  });

  it('says that a fact is missing', () => {
    const node = ask({ fact: 'contact.name', op: 'equals', value: 'Ada' }, 'hi');
    expect(node).toMatchObject({ outcome: 'not_matched', detail: 'There is no contact.name.' });
  });

  it('shows only the beginning of a long text', () => {
    const node = ask({ fact: 'message.text', op: 'contains', value: 'x' }, 'a'.repeat(5_000));
    expect(node.actual).toBe(`${'a'.repeat(200)}…`);
  });
});
