import { describe, expect, it } from '@jest/globals';
import { NO_TENANT_WORDS } from '../rules/compliance/classification.js';
import { matrixRows, rehearse } from './rehearsal.js';

function reading(text: string, was: string, more: object = {}) {
  const at = '2026-04-10T12:00:00.000Z';
  return {
    messageId: 'm1',
    at,
    channel: 'sms',
    subject: null,
    text,
    class: was,
    ruleId: 'old.rule',
    ...more,
  };
}

describe('rehearse', () => {
  it('finds nothing where this build reads as was read', () => {
    const rehearsal = rehearse([reading('STOP', 'opt_out'), reading('hello', 'none')], NO_TENANT_WORDS);
    expect(rehearsal).toMatchObject({ compared: 2, unreadable: 0, differences: [] });
  });

  it('says what was, what would be, by which rules, and in which words', () => {
    expect(rehearse([reading('hello', 'opt_out')], NO_TENANT_WORDS).differences).toEqual([
      {
        messageId: 'm1',
        at: '2026-04-10T12:00:00.000Z',
        was: 'opt_out',
        wouldBe: 'none',
        wasRule: 'old.rule',
        rule: 'none',
        text: 'hello',
        isGrave: true,
      },
    ]);
  });

  it.each([
    ['hello', 'opt_out', true],
    ['START', 'opt_out', true],
    ['HELP', 'opt_out', true],
    ['STOP', 'none', true],
    ['STOP', 'help', true],
    ['STOP', 'hold', false],
    ['no thanks', 'opt_out', false],
    ['no thanks', 'none', false],
    ['HELP', 'none', false],
    ['START', 'none', false],
  ])('weighs %j, which was %s', (text, was, isGrave) => {
    expect(rehearse([reading(text, was)], NO_TENANT_WORDS).differences).toMatchObject([{ isGrave }]);
  });

  it('reads the subject of an e-mail, as live traffic does', () => {
    const mail = reading('Thanks, Ada', 'opt_out', { channel: 'email', subject: 'Unsubscribe' });
    expect(rehearse([mail], NO_TENANT_WORDS).differences).toEqual([]);
  });

  it('knows the words that the settings add', () => {
    const vocabulary = { ...NO_TENANT_WORDS, extraOptOutKeywords: ['genoeg zo'] };
    expect(rehearse([reading('Genoeg zo!', 'opt_out')], vocabulary).differences).toEqual([]);
    expect(rehearse([reading('Genoeg zo!', 'opt_out')], NO_TENANT_WORDS).differences).toHaveLength(1);
  });

  it('passes over what it cannot read, and counts it', () => {
    const odd = [{}, reading('STOP', 'maybe'), reading('STOP', 'opt_out', { channel: 'pigeon' })];
    expect(rehearse(odd, NO_TENANT_WORDS)).toMatchObject({ compared: 0, unreadable: 3, differences: [] });
  });

  it('sums up in a matrix that leaves out what does not occur', () => {
    const rehearsal = rehearse(
      [reading('STOP', 'opt_out'), reading('STOP', 'none'), reading('hello', 'none'), reading('hi', 'none')],
      NO_TENANT_WORDS,
    );
    expect(matrixRows(rehearsal)).toEqual([
      ['was \\ would be', 'opt_out', 'none'],
      ['opt_out', '1', '0'],
      ['none', '1', '2'],
    ]);
  });
});
