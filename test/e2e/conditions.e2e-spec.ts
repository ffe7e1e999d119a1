import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { acceptedFor, addRule, newCustomer, says, settled } from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

type Json = Record<string, unknown>;
type Node = { readonly label: string; readonly outcome: string; readonly children?: readonly Node[] };

const rule = (name: string, when: Json, more: Json = {}) => ({
  name,
  trigger: { event: 'message.received' },
  when,
  then: [{ reply: { text: `${name}!` } }],
  ...more,
});

async function simulate(text: string, more: Json = {}): Promise<Json> {
  const message = { channel: 'sms', from: '+2207654321', text, ...more };
  const { status, body } = await heed.api('POST', '/simulate', message);
  expect(status).toBe(200);
  return body;
}

function askedRules(decision: Json): readonly Node[] {
  const stages = decision['stages'] as readonly Node[];
  return stages.find(({ label }) => label === 'rules')?.children ?? [];
}

describe('conditions', () => {
  it('publish their schema', async () => {
    const { status, body } = await heed.api('GET', '/rules/schema');
    expect(status).toBe(200);
    expect(body).toEqual(
      JSON.parse(readFileSync(new URL('../../docs/rule.schema.json', import.meta.url), 'utf8')),
    );
  });

  it('I7, I20: forgive slips of the keyboard, and go by schedules, clocks and languages', async () => {
    const weekly = { friday: [['09:00', '17:00']] };
    const shop = { name: 'Shop', timeZone: 'Africa/Banjul', weekly, exceptions: [] };
    expect((await heed.api('POST', '/schedules', shop)).status).toBe(201);
    const closed = { not: { fact: 'time.now', op: 'within', value: 'Shop' } };
    const french = { fact: 'message.language', op: 'equals', value: 'fr' };
    const late = { fact: 'time.hour', op: 'gt', value: 15, timeZone: 'Africa/Banjul' };
    const whatsapp = { trigger: { event: 'message.received', channels: ['whatsapp'] } };
    await addRule(heed, rule('Hours', { fact: 'message.text', op: 'fuzzy', value: 'hours' }, whatsapp));
    await addRule(heed, rule('Bonjour', french, whatsapp));
    await addRule(heed, rule('Closed', closed, whatsapp));
    await addRule(heed, rule('Late', late, whatsapp));
    const answerTo = async (text: string, at: string) =>
      (await simulate(text, { channel: 'whatsapp', at }))['sentence'];
    const NOON = '2026-04-10T12:00:00Z';
    expect(await answerTo('your horus?', NOON)).toContain('"Hours"');
    expect(await answerTo('est-ce que vous vendez des chaussures ?', NOON)).toContain('"Bonjour"');
    expect(await answerTo('hi', '2026-04-11T12:00:00Z')).toContain('"Closed"');
    expect(await answerTo('hi', '2026-04-10T16:30:00Z')).toContain('"Late"');
    expect(await answerTo('hi', NOON)).toContain('no rule matched');
  });

  it('know the first message of a customer', async () => {
    const isFirst = { fact: 'message.isFirst', op: 'equals', value: true };
    await addRule(
      heed,
      rule('Welcome', { all: [isFirst, { fact: 'message.text', op: 'word', value: 'yo' }] }),
    );
    await addRule(heed, rule('Again', { fact: 'message.text', op: 'word', value: 'yo' }));
    const customer = newCustomer('integify');
    expect(await simulate('yo', { from: customer })).toMatchObject({ replies: [{ text: 'Welcome!' }] });
    await says(heed, 'integify', 'sms', customer, 'yo');
    await settled(heed);
    expect(acceptedFor(heed, customer)).toMatchObject([{ text: 'Welcome!' }]);
    expect(await simulate('yo', { from: customer })).toMatchObject({ replies: [{ text: 'Again!' }] });
  });

  it('of many rules are explained by those that were asked, and one by one on demand', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      ids.push(
        await addRule(
          heed,
          rule(`Code ${index}`, { fact: 'message.text', op: 'word', value: `code${index}` }),
        ),
      );
    }
    const decision = await simulate('code40', { at: '2026-04-10T12:00:00Z' });
    expect(decision).toMatchObject({ replies: [{ text: 'Code 40!' }] });
    const nodes = askedRules(decision);
    expect(nodes.map(({ label }) => label)).toContain('rule "Code 40"');
    expect(nodes.map(({ label }) => label)).not.toContain('rule "Code 3"');
    expect(nodes.find(({ label }) => label.endsWith('other rules'))).toMatchObject({
      outcome: 'not_matched',
    });

    expect(await simulate('code40', { ruleId: ids[3] })).toMatchObject({
      replies: [{ text: 'Code 40!' }],
      rule: {
        label: 'rule "Code 3"',
        outcome: 'not_matched',
        children: [{ actual: 'code40', expected: 'code3' }],
      },
    });
    const unknown = { channel: 'sms', from: '+2207654321', text: 'hi', ruleId: 'none' };
    expect((await heed.api('POST', '/simulate', unknown)).status).toBe(422);
  });
});
