import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import { says, settled } from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

type Json = Record<string, unknown>;

const HOURS = {
  name: 'Opening hours',
  trigger: { event: 'message.received', channels: ['sms', 'whatsapp'] },
  when: { any: [{ fact: 'message.text', op: 'word', value: ['hours', 'open'] }] },
  then: [
    { reply: { text: "We are open 9-17, {{ contact.name | default: 'friend' }}." } },
    { tag: 'asked-hours' },
  ],
  tests: [
    { text: 'what are your HOURS?', expect: 'reply' },
    { text: 'hello', expect: 'none' },
  ],
};

async function make(name: string, more: Json = {}): Promise<string> {
  const { status, body } = await heed.api('POST', '/rules', { ...HOURS, name, ...more });
  expect(status).toBe(201);
  return String(body['id']);
}

async function rules(): Promise<Json[]> {
  return (await heed.api<{ items: Json[] }>('GET', '/rules')).body.items;
}

async function put(id: string, body: Json, ifMatch: string): Promise<number> {
  const response = await fetch(`${heed.url}/api/v1/rules/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${API_TOKEN}`,
      'content-type': 'application/json',
      'if-match': ifMatch,
    },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

describe('a rule', () => {
  it('is made with its defaults, changed, rolled back and taken out, and every step is on record', async () => {
    const {
      status,
      body: made,
      headers,
    } = await heed.api('POST', '/rules', { ...HOURS, reason: 'Season starts' });
    expect([status, headers.get('etag')]).toEqual([201, '"1"']);
    expect(made).toMatchObject({
      revision: 1,
      name: 'Opening hours',
      enabled: true,
      mode: 'live',
      continue: false,
    });
    const path = `/rules/${String(made['id'])}`;
    expect((await heed.api('GET', path)).body).toEqual(made);

    const changed = await heed.api('PUT', path, { ...made, name: 'Hours', reason: 'Shorter' });
    expect(changed.body).toMatchObject({ id: made['id'], revision: 2, name: 'Hours' });
    const back = await heed.api('POST', `${path}/rollback`, { revision: 1, reason: 'Too short' });
    expect(back.body).toMatchObject({ revision: 3, name: 'Opening hours' });
    expect((await heed.api('POST', `${path}/rollback`, { revision: 9 })).status).toBe(404);

    const revisions = await heed.api<{ items: Json[] }>('GET', `${path}/revisions`);
    expect(revisions.body.items).toMatchObject([
      { revision: 3, reason: 'Back to revision 1: Too short', actor: 'api token' },
      { revision: 2, reason: 'Shorter', definition: { name: 'Hours' } },
      { revision: 1, reason: 'Season starts' },
    ]);
    expect((await heed.api('DELETE', path)).status).toBe(204);
    expect((await heed.api('GET', path)).status).toBe(404);
    expect((await heed.api('DELETE', path)).status).toBe(404);
    expect((await heed.api<{ items: Json[] }>('GET', `${path}/revisions`)).body.items).toHaveLength(3);
  });

  it('that is wrong is told every problem at once, where it stands', async () => {
    const wrong = { ...HOURS, when: { fact: 'message.txt', op: 'word', value: 'x' }, then: [], surprise: 1 };
    const { status, body } = await heed.api('POST', '/rules', wrong);
    const errors = body['errors'];
    expect(status).toBe(422);
    expect(Array.isArray(errors) && errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/surprise', '/when/fact', '/then']),
    );
    expect((await heed.api('POST', '/rules')).status).toBe(422);
  });

  it('that two people change at the same time loses neither change', async () => {
    const id = await make('Contested');
    const path = `/rules/${id}`;
    const change = { ...HOURS, name: 'Mine', revision: 1 };
    expect((await heed.api('PUT', path, change)).status).toBe(200);
    expect((await heed.api('PUT', path, { ...change, name: 'Yours' })).status).toBe(409);
    expect(await put(id, { ...HOURS, name: 'Yours' }, '"1"')).toBe(412);
    expect(await put(id, { ...HOURS, name: 'Yours' }, 'nonsense')).toBe(412);
    expect(await put(id, { ...HOURS, name: 'Ours' }, '"2"')).toBe(200);
    expect((await heed.api('GET', path)).body).toMatchObject({ name: 'Ours', revision: 3 });
    await heed.api('DELETE', path);
  });

  it('runs its own examples', async () => {
    const id = await make('Tested', { tests: [...HOURS.tests, { text: 'hello', expect: 'reply' }] });
    const { body } = await heed.api<{ items: Json[] }>('GET', `/rules/${id}/tests`);
    expect(body.items.map(({ ok }) => ok)).toEqual([true, true, false]);
    await heed.api('DELETE', `/rules/${id}`);
  });

  it('I23: stands in an order that is set as a whole', async () => {
    const ids = [await make('One'), await make('Two'), await make('Three')];
    const order = ids.toReversed();
    expect((await heed.api('POST', '/rules/reorder', { ids: order })).status).toBe(200);
    expect((await rules()).map(({ id }) => id)).toEqual(order);
    expect((await heed.api('POST', '/rules/reorder', { ids: order.slice(1) })).status).toBe(409);
    expect((await heed.api('POST', '/rules/reorder', { ids: ['x'] })).status).toBe(422);
    for (const id of ids) await heed.api('DELETE', `/rules/${id}`);
  });
});

describe('a simulation', () => {
  const customer = '+2207000801';
  const message = (text: string, more: Json = {}) => ({ channel: 'sms', from: customer, text, ...more });

  async function simulate(request: Json): Promise<Json> {
    const { status, body } = await heed.api('POST', '/simulate', request);
    expect([status, status === 200 ? '' : body]).toEqual([200, '']);
    return body;
  }

  async function counts(): Promise<unknown> {
    const { rows } = await heed.database.query(
      `select (select count(*) from contact) as contacts, (select count(*) from message) as messages,
              (select count(*) from decision) as decisions, (select count(*) from consent_event) as words,
              (select count(*) from conversation) as conversations, (select count(*) from domain_event) as events`,
    );
    return rows[0];
  }

  beforeAll(async () => {
    await make('Opening hours');
    await make('Verified', {
      trigger: { event: 'identity.verified' },
      when: { all: [] },
      then: [{ reply: { text: 'You are verified.' } }],
      tests: [],
    });
  });

  it('answers as real traffic would, and stores nothing', async () => {
    const before = await counts();
    expect(
      await simulate(message('what are your hours?', { to: '+2203001234', at: '2026-04-10T12:00:00Z' })),
    ).toMatchObject({
      verdict: 'replied',
      replies: [{ text: 'We are open 9-17, friend.', channel: 'sms', encoding: 'GSM-7', segments: 1 }],
      stages: expect.arrayContaining([
        expect.objectContaining({ label: 'rules', outcome: expect.any(String) }),
      ]),
    });
    expect(await simulate(message('STOP'))).toMatchObject({
      verdict: 'opt_out_recorded',
      replies: [expect.objectContaining({ text: expect.stringContaining('Acme') })],
    });
    expect(await simulate(message('HELP'))).toMatchObject({ verdict: 'help_sent' });
    expect(await simulate(message('hello'))).toMatchObject({ verdict: 'no_rule_matched', replies: [] });
    expect(await counts()).toEqual(before);
  });

  it('I21: agrees with what real traffic then does', async () => {
    for (const text of ['hello', 'hours?', 'HELP', 'STOP', 'hours?', 'STOP']) {
      const simulated = await simulate(message(text, { connection: 'integify/default' }));
      await says(heed, 'integify', 'sms', customer, text);
      await settled(heed);
      const { rows } = await heed.database.query(
        `select decision.verdict, decision.sentence from decision join message on message.id = decision.message_id
          where message.direction = 'inbound' order by decision.decided_at desc, decision.id desc limit 1`,
      );
      expect({ text, verdict: simulated['verdict'], sentence: simulated['sentence'] }).toEqual({
        text,
        ...rows[0],
      });
    }
  });

  it('takes a whole event, with the customer it concerns', async () => {
    const event = { name: 'identity.verified', payload: { sessionId: 's1', details: {} } };
    expect(await simulate({ event })).toMatchObject({ verdict: 'no_action' });
    expect(await simulate({ event: { ...event, address: '+2207000899' } })).toMatchObject({
      verdict: 'replied',
      replies: [{ text: 'You are verified.', channel: 'sms' }],
    });
    const incomplete = { event: { name: 'message.failed', payload: { to: '+2207000899' } } };
    const { status, body } = await heed.api('POST', '/simulate', incomplete);
    expect([status, body['errors']]).toEqual([
      422,
      [
        expect.objectContaining({ pointer: '/event/payload/channel' }),
        expect.objectContaining({ pointer: '/event/payload/messageKind' }),
      ],
    ]);
  });

  it('says that conditions look at the beginning of a long text only', async () => {
    const ask = (text: string) =>
      heed.api('POST', '/simulate', { channel: 'sms', from: '+15550170009', to: '+15550100000', text });
    expect((await ask(`${'x'.repeat(1_990)} word`)).body['note']).toBeUndefined();
    expect((await ask(`${'x'.repeat(2_440)} a b c word`)).body['note']).toBe(
      'Conditions look at the first 2,000 characters of a text only; this one has 2,451.',
    );
  });

  it('says what is missing of a message', async () => {
    const { status, body } = await heed.api('POST', '/simulate', { channel: 'sms' });
    const errors = body['errors'];
    expect(status).toBe(422);
    expect(Array.isArray(errors) && errors.map(({ pointer }) => pointer)).toEqual(['/from', '/text']);
    for (const wrong of [{ at: 'yesterday' }, { at: '2026-04-10T12:00:00' }, { connection: 'nobody/x' }]) {
      expect((await heed.api('POST', '/simulate', message('hi', wrong))).status).toBe(422);
    }
  });
});
