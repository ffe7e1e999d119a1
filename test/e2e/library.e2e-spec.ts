import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asObject } from '../../src/messaging/untrusted.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import { acceptedFor, says, settled } from '../support/outbound.js';

let heed: TestHeed;
let colleague: Record<string, unknown> | undefined;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

type Json = Record<string, unknown>;

const SHOP = {
  name: 'Shop',
  timeZone: 'Africa/Banjul',
  weekly: {
    monday: [
      ['09:00', '12:30'],
      ['14:00', '18:00'],
    ],
  },
  exceptions: [{ date: '2026-12-28', closed: true, note: 'Stocktaking' }],
};

const GREETING = { name: 'Greeting', text: 'Good day, {{ contact.name | default: "friend" }}.' };

function rule(name: string, more: Json): Json {
  return {
    name,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: name },
    then: [{ reply: { text: 'Yes.' } }],
    ...more,
  };
}

async function make(path: string, body: Json): Promise<string> {
  const made = await heed.api('POST', path, body);
  expect([made.status, made.status === 201 ? '' : made.body]).toEqual([201, '']);
  return String(made.body['id']);
}

async function withHeader(method: string, path: string, ifMatch: string, body?: Json): Promise<number> {
  const response = await fetch(`${heed.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${API_TOKEN}`,
      'if-match': ifMatch,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** The same call by another person, who says nothing of what they have read. */
async function bySomebodyElse(
  method: string,
  path: string,
  body: Json,
): Promise<{ status: number; body: Json }> {
  colleague ??= (await heed.api('POST', '/tokens', { name: 'A colleague', role: 'editor' })).body;
  const response = await fetch(`${heed.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${String(colleague['token'])}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: asObject(await response.json()) ?? {} };
}

describe.each([
  ['schedules', SHOP, { timeZone: 'Europe/Berlin' }],
  ['templates', GREETING, { text: 'Hello.' }],
])('%s', (collection, document, change) => {
  it('are made, changed, rolled back and taken out, and every step is on record', async () => {
    const made = await heed.api('POST', `/${collection}`, { ...document, reason: 'First' });
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    expect(made.body).toMatchObject({ ...document, revision: 1 });
    const path = `/${collection}/${String(made.body['id'])}`;
    expect((await heed.api('GET', path)).body).toEqual(made.body);
    expect((await heed.api<{ items: Json[] }>('GET', `/${collection}`)).body.items).toEqual([made.body]);

    const changed = await heed.api('PUT', path, { ...made.body, ...change, reason: 'Second' });
    expect(changed.body).toMatchObject({ id: made.body['id'], revision: 2, ...change });
    const back = await heed.api('POST', `${path}/rollback`, { revision: 1, reason: 'It was right' });
    expect(back.body).toMatchObject({ revision: 3, ...document });
    expect((await heed.api('POST', `${path}/rollback`, { revision: 9 })).status).toBe(404);

    const revisions = await heed.api<{ items: Json[] }>('GET', `${path}/revisions`);
    expect(revisions.body.items).toMatchObject([
      { revision: 3, reason: 'Back to revision 1: It was right' },
      { revision: 2, reason: 'Second', definition: change },
      { revision: 1, reason: 'First', definition: document },
    ]);
    expect((await heed.api('DELETE', path)).status).toBe(204);
    expect((await heed.api('GET', path)).status).toBe(404);
    expect((await heed.api('PUT', path, document)).status).toBe(404);
    expect((await heed.api('DELETE', path)).status).toBe(404);
    expect((await heed.api<{ items: Json[] }>('GET', `${path}/revisions`)).body.items).toHaveLength(3);
  });

  it('have a name of their own, which is free again when they are gone', async () => {
    const id = await make(`/${collection}`, { ...document, name: 'Taken' });
    const again = await heed.api('POST', `/${collection}`, { ...document, name: 'Taken' });
    expect([again.status, String(again.body['detail'])]).toEqual([409, expect.stringContaining(id)]);
    await heed.api('DELETE', `/${collection}/${id}`);
    await heed.api(
      'DELETE',
      `/${collection}/${await make(`/${collection}`, { ...document, name: 'Taken' })}`,
    );
  });

  it('I19: lose nobody’s change when two people change them at the same time', async () => {
    const path = `/${collection}/${await make(`/${collection}`, { ...document, name: 'Contested' })}`;
    const draft = { ...document, ...change, name: 'Contested' };
    const answers = await Promise.all(
      ['Mine', 'Yours'].map((reason) => heed.api('PUT', path, { ...draft, reason, revision: 1 })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(answers.find(({ status }) => status === 409)?.body['detail']).toContain('Read it again');
    expect(await withHeader('PUT', path, '"1"', draft)).toBe(412);
    expect((await heed.api('POST', `${path}/rollback`, { revision: 1, current: 1 })).status).toBe(409);
    expect((await heed.api('DELETE', `${path}?revision=1`)).status).toBe(409);
    expect(await withHeader('DELETE', path, '"1"')).toBe(412);
    expect((await heed.api<{ items: Json[] }>('GET', `${path}/revisions`)).body.items).toHaveLength(2);
    const mine = await heed.api('PUT', path, draft);
    expect([mine.status, mine.body['revision']]).toEqual([200, 3]);
    const unsaid = await bySomebodyElse('PUT', path, draft);
    expect([unsaid.status, String(unsaid.body['detail'])]).toEqual([
      428,
      expect.stringContaining('Revision 3 of this'),
    ]);
    expect((await bySomebodyElse('PUT', path, { ...draft, revision: 3 })).status).toBe(200);
    expect((await heed.api('PUT', path, draft)).status).toBe(428);
    expect(await withHeader('PUT', path, '*', draft)).toBe(200);
    expect((await heed.api('DELETE', `${path}?revision=5`)).status).toBe(204);
  });

  it('that are wrong are told every problem at once, where it stands', async () => {
    const { status, body } = await heed.api('POST', `/${collection}`, { name: '', surprise: 1, reason: 5 });
    const errors = body['errors'];
    expect(status).toBe(422);
    expect(Array.isArray(errors) && errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/name', '/surprise', '/reason']),
    );
  });
});

describe('a schedule', () => {
  it('tells whether it is open, until when, and the week', async () => {
    const id = await make('/schedules', SHOP);
    const at = async (instant: string) => (await heed.api('GET', `/schedules/${id}/now?at=${instant}`)).body;
    expect(await at('2026-11-23T15:00:00Z')).toMatchObject({
      at: '2026-11-23T15:00:00.000Z',
      isOpen: true,
      nextChangeAt: '2026-11-23T18:00:00.000Z',
      timeZone: 'Africa/Banjul',
      sentence: 'Open until 18:00 today.',
    });
    const closed = await at('2026-12-28T10:00:00Z');
    expect(closed).toMatchObject({ isOpen: false, nextChangeAt: '2027-01-04T09:00:00.000Z' });
    expect(closed['week']).toMatchObject([
      { date: '2026-12-28', note: 'Stocktaking', intervals: [] },
      {},
      {},
      {},
      {},
      {},
      {},
    ]);
    expect((await heed.api('GET', `/schedules/${id}/now`)).status).toBe(200);
    expect((await heed.api('GET', `/schedules/${id}/now?at=tomorrow`)).status).toBe(422);
    await heed.api('DELETE', `/schedules/${id}`);
  });
});

describe('a rule that refers to the library', () => {
  it('cannot be saved while the name is unknown', async () => {
    const answer = await heed.api('POST', '/rules', {
      ...rule('nobody', { then: [{ reply: { use: 'Nowhere' } }] }),
      when: { fact: 'time.now', op: 'within', value: 'Never' },
    });
    const errors = answer.body['errors'];
    expect(answer.status).toBe(422);
    expect(Array.isArray(errors) && errors.map(({ pointer }) => pointer)).toEqual([
      '/when',
      '/then/0/reply/use',
    ]);
  });

  it('answers with the text of the template as it is now, and keeps the template from going away', async () => {
    const customer = '+15550090001';
    const template = await make('/templates', GREETING);
    const id = await make(
      '/rules',
      rule('greet', {
        then: [{ reply: { use: 'Greeting' } }],
        tests: [{ text: 'greet', expect: 'reply' }],
      }),
    );
    const tests = await heed.api<{ items: Json[] }>('GET', `/rules/${id}/tests`);
    expect(tests.body.items).toMatchObject([{ ok: true }]);
    await says(heed, 'contiguity', 'sms', customer, 'greet');
    await settled(heed);
    await heed.api('PUT', `/templates/${template}`, { ...GREETING, text: 'Hi.' });
    await says(heed, 'contiguity', 'sms', customer, 'greet');
    await settled(heed);
    expect(acceptedFor(heed, customer).map(({ text }) => text)).toEqual(['Good day, friend.', 'Hi.']);

    const refused = await heed.api('DELETE', `/templates/${template}`);
    expect([refused.status, String(refused.body['detail'])]).toEqual([
      409,
      expect.stringContaining(`"greet" (${id})`),
    ]);
    const renamed = await heed.api('PUT', `/templates/${template}`, { ...GREETING, name: 'Welcome' });
    expect([renamed.status, String(renamed.body['detail'])]).toEqual([409, expect.stringContaining(id)]);
    await heed.api('DELETE', `/rules/${id}`);
    expect((await heed.api('DELETE', `/templates/${template}`)).status).toBe(204);
  });
});

describe('flows', () => {
  const flow = (next: string) => ({
    name: 'Survey',
    start: 'ask',
    steps: { ask: { ask: { text: 'How was it?' }, saveAs: 'said', next } },
  });

  it('are saved, with every problem of theirs told by its place', async () => {
    const { status, body } = await heed.api('POST', '/flows', flow('nowhere'));
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/steps/ask/next' }] },
    });
    const id = await make('/flows', flow('end'));
    expect((await heed.api('GET', `/flows/${id}`)).body).toMatchObject({ name: 'Survey', revision: 1 });
  });

  it('stay while a rule starts them', async () => {
    const { body } = await heed.api<{ items: Json[] }>('GET', '/flows');
    const id = String(body.items[0]?.['id']);
    await make('/rules', rule('survey', { then: [{ startFlow: 'Survey' }] }));
    expect((await heed.api('DELETE', `/flows/${id}`)).status).toBe(409);
  });

  it('keep the schedules that they ask about, which have to be there', async () => {
    const when = { fact: 'time.now', op: 'within', value: 'Flow hours' };
    const steps = { open: { branch: [{ when, next: 'end' }], otherwise: 'end' } };
    const asking = { name: 'Asking', start: 'open', steps };
    const refused = await heed.api('POST', '/flows', asking);
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/steps/open/branch/0/when' }] },
    });
    const schedule = { name: 'Flow hours', timeZone: 'UTC', weekly: { monday: [['09:00', '17:00']] } };
    const id = await make('/schedules', schedule);
    await make('/flows', asking);
    const { status, body } = await heed.api('DELETE', `/schedules/${id}`);
    expect([status, String(body['detail'])]).toEqual([409, expect.stringContaining('"Asking"')]);
  });
});

describe('rules', () => {
  it('tell what is different between two revisions', async () => {
    const id = await make('/rules', rule('compare', {}));
    await heed.api('PUT', `/rules/${id}`, rule('compare', { enabled: false, then: [{ tag: 'a' }] }));
    const { body } = await heed.api<{ items: Json[] }>('GET', `/rules/${id}/revisions/1/diff/2`);
    expect(body.items).toEqual(
      expect.arrayContaining([
        { pointer: '/enabled', before: true, after: false },
        { pointer: '/then/0/tag', after: 'a' },
        { pointer: '/then/0/reply', before: { text: 'Yes.' } },
      ]),
    );
    expect(body.items).toHaveLength(3);
    expect((await heed.api('GET', `/rules/${id}/revisions/1/diff/7`)).status).toBe(404);
    expect((await heed.api('GET', `/rules/${id}/revisions/1/diff/x`)).status).toBe(404);
    await heed.api('DELETE', `/rules/${id}`);
  });

  it('have a key of their own, given when they are made', async () => {
    const id = await make('/rules', { ...rule('keyed', {}), key: 'keyed' });
    const read = await heed.api('GET', `/rules/${id}`);
    expect(read.body).toMatchObject({ key: 'keyed' });
    expect((await heed.api('POST', '/rules', { ...rule('other', {}), key: 'keyed' })).status).toBe(409);
    expect((await heed.api('PUT', `/rules/${id}`, read.body)).status).toBe(200);
    expect((await heed.api('PUT', `/rules/${id}`, { ...read.body, key: 'renamed' })).status).toBe(422);
    await heed.api('DELETE', `/rules/${id}`);
    await heed.api('DELETE', `/rules/${await make('/rules', { ...rule('again', {}), key: 'keyed' })}`);
  });

  it('lose nobody’s change when two people change, delete, roll back or order at the same time', async () => {
    const [id, other] = [await make('/rules', rule('one', {})), await make('/rules', rule('two', {}))];
    const change = (name: string) => heed.api('PUT', `/rules/${id}`, { ...rule(name, {}), revision: 1 });
    const answers = await Promise.all([change('mine'), change('yours')]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await bySomebodyElse('PUT', `/rules/${id}`, rule('unseen', {}))).status).toBe(428);
    expect((await heed.api('PUT', `/rules/${id}`, rule('own', {}))).status).toBe(200);
    expect((await heed.api('DELETE', `/rules/${id}?revision=1`)).status).toBe(409);
    expect(await withHeader('DELETE', `/rules/${id}`, '"1"')).toBe(412);
    expect((await heed.api('POST', `/rules/${id}/rollback`, { revision: 1, current: 1 })).status).toBe(409);

    const list = await heed.api<{ items: Json[]; version: number }>('GET', '/rules');
    const ids = list.body.items.map((each) => String(each['id']));
    expect(list.headers.get('etag')).toBe(`"${list.body.version}"`);
    const order = (wanted: string[]) =>
      heed.api('POST', '/rules/reorder', { ids: wanted, version: list.body.version });
    const orders = await Promise.all([order(ids.toReversed()), order(ids)]);
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(orders.find(({ status }) => status === 409)?.body['detail']).toContain('Read the list again');
    expect(await withHeader('POST', '/rules/reorder', `"${list.body.version}"`, { ids })).toBe(412);
    for (const each of [id, other]) await heed.api('DELETE', `/rules/${each}`);
  });
});
