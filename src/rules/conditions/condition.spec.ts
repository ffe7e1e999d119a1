import { describe, expect, it } from '@jest/globals';
import { aContact, aMessage, aVerification, someFacts } from '../decide.fixtures.js';
import type { TraceNode } from '../decision.js';
import type { Condition } from '../definition/rule-definition.js';
import { compileCondition, conditionInput } from './condition.js';

function ask(condition: Condition, text: string, facts = someFacts()): TraceNode {
  return compileCondition(condition)(conditionInput(aMessage(text), facts));
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

  it('minds case only when told to', () => {
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

describe('other operators', () => {
  const facts = someFacts({
    contact: aContact({
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
    [{ fact: 'contact.name', op: 'exists' }, false],
    [{ fact: 'contact.name', op: 'exists', value: false }, true],
    [{ not: { fact: 'contact.name', op: 'contains', value: 'a' } }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, 'hi', facts)).toBe(expected);
  });

  it('reads the details of an identity check', () => {
    const input = conditionInput(aVerification({ country: 'GM' }), someFacts());
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
