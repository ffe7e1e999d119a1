import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveConsentSettings } from '../../src/consent/settings/live-consent-settings.js';
import { Database } from '../../src/platform/database/database.js';
import { eventually } from '../support/eventually.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import { messageBody } from '../support/webhook-bodies.js';
import { secondsApart } from '../support/next-second.js';
import {
  acceptedFor,
  connectionOf,
  fillBuckets,
  holdBack,
  letGo,
  newCustomer,
  queueIsEmpty,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';

type Settings = { readonly version: number };
type Consent = {
  readonly state: string;
  readonly categories: readonly { readonly key: string; readonly state: string }[];
};
type Simulation = {
  readonly verdict: string;
  readonly sentence: string;
  readonly replies: readonly { readonly text: string }[];
};

let heed: TestHeed;

const SETTINGS = {
  keywords: { optOut: ['genoeg zo'], optIn: ['letsgo'], help: ['assist'] },
  categories: [
    { key: 'marketing', name: 'Marketing', keywords: ['marketing', 'promo', 'offers'] },
    { key: 'orders', name: 'Order updates', keywords: ['orders'] },
  ],
};

const rule = (name: string, word: string, text: string, more: object = {}) => ({
  name,
  trigger: { event: 'message.received' },
  when: { fact: 'message.text', op: 'word', value: word },
  then: [{ reply: { text } }],
  ...more,
});

beforeAll(async () => {
  heed = await startHeed();
  const { body } = await heed.api<Settings>('GET', '/consent/settings');
  const change = { ...SETTINGS, version: body.version, reason: 'We sell and we deliver.' };
  expect((await heed.api('PUT', '/consent/settings', change)).status).toBe(200);
  const marketing = rule('Deals', 'deals', 'Two for one!', { category: 'marketing', continue: true });
  expect((await heed.api('POST', '/rules', marketing)).status).toBe(201);
  expect((await heed.api('POST', '/rules', rule('Hours', 'hours', 'We are open 9-17.'))).status).toBe(201);
});

afterAll(async () => {
  await heed.close();
});

/** Words of one second tie, and a tie goes to the revocation. */
const nextMoment = secondsApart();

async function says(from: string, text: string): Promise<void> {
  const body = messageBody('contiguity', { from, text, at: nextMoment() });
  const { status } = await heed.webhook('contiguity', body);
  expect(status).toBe(200);
}

const texts = (customer: string) => acceptedFor(heed, customer).map(({ text }) => text);

async function answersTo(customer: string, text: string): Promise<string[]> {
  await fillBuckets(heed);
  const before = texts(customer).length;
  await says(customer, text);
  await settled(heed);
  return texts(customer).slice(before);
}

async function consentOf(customer: string): Promise<Consent> {
  return (await heed.api<Consent>('GET', `/consent/${encodeURIComponent(customer)}`)).body;
}

async function simulated(from: string, text: string): Promise<Simulation> {
  const { body } = await heed.api<Simulation>('POST', '/simulate', { channel: 'sms', from, text });
  return body;
}

async function verdictOf(customer: string): Promise<{ verdict: string; sentence: string }> {
  const { rows } = await heed.database.query(
    `select decision.verdict, decision.sentence from decision
       join message on message.id = decision.message_id
      where message.their_address = $1 order by decision.decided_at desc, decision.id desc limit 1`,
    [customer],
  );
  return rows[0];
}

const LEFT_MARKETING = 'Acme: You will get no more Marketing messages. Reply STOP to end all messages.';

describe('a category of messages', () => {
  it('B8: is left by STOP MARKETING, which is confirmed once; what is no marketing goes on', async () => {
    const customer = newCustomer('contiguity');
    expect(await answersTo(customer, 'any deals?')).toEqual(['Two for one!']);
    expect(await simulated(customer, 'STOP MARKETING')).toMatchObject({
      verdict: 'opt_out_recorded',
      replies: [{ text: LEFT_MARKETING }],
    });
    expect(await answersTo(customer, 'Stop promo, please')).toEqual([LEFT_MARKETING]);
    expect(await consentOf(customer)).toMatchObject({
      state: 'subscribed',
      categories: [
        { key: 'marketing', name: 'Marketing', state: 'opted_out' },
        { key: 'orders', state: 'subscribed', since: null },
      ],
    });
    expect(await answersTo(customer, 'STOP MARKETING')).toEqual([]);

    expect(await answersTo(customer, 'any deals?')).toEqual([]);
    const silence = {
      verdict: 'suppressed',
      sentence: 'No reply: this contact has left Marketing messages.',
    };
    expect(await verdictOf(customer)).toEqual(silence);
    expect(await simulated(customer, 'any deals?')).toMatchObject(silence);
    expect(await answersTo(customer, 'your hours?')).toEqual(['We are open 9-17.']);
    expect(await answersTo(customer, 'deals and hours?')).toEqual(['We are open 9-17.']);
  });

  it('is told to rules: contact.opted_out and contact.opted_in name it', async () => {
    const customer = newCustomer('contiguity');
    await answersTo(customer, 'STOP OFFERS');
    await answersTo(customer, 'START OFFERS');
    const { rows } = await heed.database.query(
      `select name, payload->>'scope' as scope, payload->>'source' as source from domain_event
        where contact_id = (select contact_id from contact_address where canonical = $1) and name like 'contact.%' order by seq`,
      [customer],
    );
    expect(rows).toEqual([
      { name: 'contact.opted_out', scope: 'marketing', source: 'message' },
      { name: 'contact.opted_in', scope: 'marketing', source: 'message' },
    ]);
  });

  it('takes what is queued of it along, in the transaction that stores the webhook, and nothing else', async () => {
    const customer = newCustomer('contiguity');
    await holdBack(heed, 'contiguity');
    await says(customer, 'any deals?');
    await storyWith(heed, customer, 'queued');
    await says(customer, 'your hours?');
    await eventually(async () => expect(await storiesOf(heed, customer)).toHaveLength(2));
    await says(customer, 'STOP MARKETING');
    expect(await storiesOf(heed, customer)).toMatchObject([
      { text: 'Two for one!', status: 'cancelled', attempt: 0 },
      { text: 'We are open 9-17.', status: 'queued' },
    ]);
    await eventually(async () => expect(await storiesOf(heed, customer)).toHaveLength(3));
    await letGo(heed, 'contiguity');
    await queueIsEmpty(heed);
    expect(texts(customer).toSorted()).toEqual([LEFT_MARKETING, 'We are open 9-17.']);
  });

  it('holds at the permit too, for a message that was queued after the word was said', async () => {
    const customer = newCustomer('contiguity');
    await answersTo(customer, 'STOP MARKETING');
    await holdBack(heed, 'contiguity');
    await says(customer, 'your hours?');
    const { id } = await storyWith(heed, customer, 'queued');
    await heed.database.query(`update message set category = 'marketing' where id = $1`, [id]);
    await letGo(heed, 'contiguity');
    expect(await storyWith(heed, customer, 'suppressed')).toMatchObject({
      reason: 'The contact has left the messages of category "marketing".',
    });
    expect(texts(customer)).toEqual([LEFT_MARKETING]);
  });

  it('is lifted by START MARKETING alone; START lifts it with everything else', async () => {
    const customer = newCustomer('contiguity');
    await answersTo(customer, 'STOP MARKETING');
    await answersTo(customer, 'STOP ORDERS');
    expect(await answersTo(customer, 'START MARKETING')).toEqual([
      expect.stringMatching(/^Acme: Marketing messages are on again\./),
    ]);
    expect(await answersTo(customer, 'any deals?')).toEqual(['Two for one!']);
    expect((await consentOf(customer)).categories.map(({ state }) => state)).toEqual([
      'subscribed',
      'opted_out',
    ]);
    expect(await answersTo(customer, 'START')).toEqual([expect.stringContaining("You're resubscribed")]);
    expect((await consentOf(customer)).categories.map(({ state }) => state)).toEqual([
      'subscribed',
      'subscribed',
    ]);
    expect(await answersTo(customer, 'START')).toEqual([]);
  });

  it('is covered by STOP, and START MARKETING does not lift that', async () => {
    const customer = newCustomer('contiguity');
    await answersTo(customer, 'STOP');
    expect(await answersTo(customer, 'STOP MARKETING')).toEqual([]);
    expect(await answersTo(customer, 'START MARKETING')).toEqual([]);
    expect((await consentOf(customer)).state).toBe('opted_out');
    expect(await answersTo(customer, 'any deals?')).toEqual([]);
    expect(await answersTo(customer, 'START')).toEqual([expect.stringContaining("You're resubscribed")]);
    expect(await answersTo(customer, 'any deals?')).toEqual(['Two for one!']);
  });

  it('does not shrink a stop of a kind of messages that has no category', async () => {
    const customer = newCustomer('contiguity');
    expect(await answersTo(customer, 'STOP NOTIFICATIONS')).toEqual([
      expect.stringContaining("You're unsubscribed"),
    ]);
    expect((await consentOf(customer)).state).toBe('opted_out');
  });

  it('is left and joined by an administrator too, who raises the same events', async () => {
    const customer = newCustomer('contiguity');
    await answersTo(customer, 'your hours?');
    const path = `/consent/${encodeURIComponent(customer)}`;
    const act = { action: 'opt_out', category: 'marketing', reason: 'Asked for it on the phone.' };
    expect((await heed.api<Consent>('POST', path, act)).body).toMatchObject({
      state: 'subscribed',
      categories: [{ key: 'marketing', state: 'opted_out' }, { key: 'orders' }],
    });
    expect(await answersTo(customer, 'any deals?')).toEqual([]);
    await heed.api('POST', path, { action: 'opt_out', reason: 'Asked for it on the phone.' });
    const { rows } = await heed.database.query(
      `select name, connection_id as connection, payload->>'scope' as scope from domain_event
        where contact_id = (select contact_id from contact_address where canonical = $1)
          and payload->>'source' = 'administrator' order by seq`,
      [customer],
    );
    const { id } = await connectionOf(heed, 'contiguity');
    expect(rows).toEqual([
      { name: 'contact.opted_out', connection: id, scope: 'marketing' },
      { name: 'contact.opted_out', connection: id, scope: 'all' },
    ]);
    const unknown = await heed.api('POST', path, { ...act, category: 'news' });
    expect([unknown.status, unknown.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/category' })],
    ]);
  });

  it('cannot be taken away while a rule is in it, and a rule cannot be in one that is not there', async () => {
    const nowhere = await heed.api(
      'POST',
      '/rules',
      rule('News', 'news', 'Read this!', { category: 'news' }),
    );
    expect([nowhere.status, nowhere.body['errors']]).toEqual([
      422,
      [{ pointer: '/category', detail: expect.stringContaining('"news"') }],
    ]);
    const { body } = await heed.api<Settings>('GET', '/consent/settings');
    const without = await heed.api('PUT', '/consent/settings', { ...body, categories: [] });
    expect([without.status, without.body['errors']]).toEqual([
      422,
      [{ pointer: '/categories', detail: expect.stringContaining('"Deals"') }],
    ]);
  });
});

describe('a tenant’s keyword', () => {
  it('stops, opens again and asks for help like a built-in one, and the simulator agrees', async () => {
    const customer = newCustomer('contiguity');
    expect((await simulated(customer, 'Assist')).verdict).toBe('help_sent');
    expect(await answersTo(customer, 'Assist')).toEqual([expect.stringContaining('Help at')]);
    expect((await simulated(customer, 'Genoeg zo!')).verdict).toBe('opt_out_recorded');
    expect(await answersTo(customer, 'Genoeg zo!')).toEqual([expect.stringContaining("You're unsubscribed")]);
    expect((await consentOf(customer)).state).toBe('opted_out');
    expect((await simulated(customer, 'letsgo')).verdict).toBe('opt_in_recorded');
    expect(await answersTo(customer, 'letsgo')).toEqual([expect.stringContaining("You're resubscribed")]);
    expect((await consentOf(customer)).state).toBe('subscribed');
  });

  it('stops even when it became one between the storing of the message and the deciding about it', async () => {
    const customer = newCustomer('contiguity');
    const { body: before } = await heed.api<Settings>('GET', '/consent/settings');
    // The settings as this process read them a moment ago, while another process changes them.
    await heed.app.nest
      .get(LiveConsentSettings, { strict: false })
      .recent(heed.app.nest.get(Database, { strict: false }));
    await heed.database.query(
      `insert into consent_settings_revision (number, settings, actor)
       select $1, jsonb_set(settings, '{keywords,optOut}', '["genoeg zo", "ende gelaende"]'), 'test'
         from consent_settings_revision order by number desc limit 1`,
      [before.version + 1],
    );
    await says(customer, 'Ende Gelaende!');
    await settled(heed);
    expect((await consentOf(customer)).state).toBe('opted_out');
    expect(texts(customer)).toEqual([expect.stringContaining("You're unsubscribed")]);
  });
});

describe('the settings', () => {
  const problemsOf = async (change: object) => {
    const { body } = await heed.api<Settings>('GET', '/consent/settings');
    const answer = await heed.api<{ errors: { pointer: string; detail: string }[] }>(
      'PUT',
      '/consent/settings',
      { ...body, reason: undefined, ...change },
    );
    expect(answer.status).toBe(422);
    return answer.body.errors;
  };

  it('never let a stop mean anything else, in any language, and tell everything that is wrong at once', async () => {
    const problems = await problemsOf({
      keywords: { optIn: ['Stop', 'baja', 'genug'], help: ['退订'], optOut: ['help', 'start', 'genug'] },
      retention: { webhookBodyDays: 0, messageTextDays: 1.5 },
    });
    expect(problems.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/keywords/help/0',
      '/keywords/optIn/0',
      '/keywords/optIn/1',
      '/keywords/optIn/2',
      '/keywords/optOut/0',
      '/keywords/optOut/1',
      '/retention/messageTextDays',
      '/retention/webhookBodyDays',
    ]);
    expect(problems.find(({ pointer }) => pointer === '/keywords/optIn/1')?.detail).toContain(
      'stops all messages (Spanish)',
    );
  });

  it('keep every version with who made it and why, and refuse a change of an old one', async () => {
    const { body: read } = await heed.api<Settings>('GET', '/consent/settings');
    const change = { ...read, retention: { messageTextDays: 365 }, reason: 'The lawyers asked for it.' };
    const { status, body } = await heed.api('PUT', '/consent/settings', change);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        version: read.version + 1,
        retention: { messageTextDays: 365 },
        reason: 'The lawyers asked for it.',
        actor: expect.any(String),
      }),
    ]);
    expect((await heed.api('PUT', '/consent/settings', change)).status).toBe(409);
    const { body: versions } = await heed.api<{ items: Settings[] }>('GET', '/consent/settings/versions');
    expect(versions.items.map(({ version }) => version)).toEqual(
      Array.from({ length: read.version + 1 }, (_, index) => read.version + 1 - index),
    );
  });
});

describe('what was said about categories', () => {
  it('is proven, exported and taken over like everything else', async () => {
    const customer = newCustomer('contiguity');
    await answersTo(customer, 'STOP MARKETING');
    expect((await heed.api('GET', '/consent/verify')).body).toMatchObject({ isIntact: true, findings: [] });
    await heed.database.query(
      `update consent_category set state = 'subscribed' where contact_id = (select contact_id from contact_address where canonical = $1)`,
      [customer],
    );
    expect((await heed.api('GET', '/consent/verify')).body).toMatchObject({
      isIntact: false,
      findings: [{ kind: 'projection' }],
    });
    expect((await heed.api('POST', '/consent/rebuild')).body).toMatchObject({ corrected: 1 });
    expect((await heed.api('GET', '/consent/verify')).body).toMatchObject({ isIntact: true });
    expect((await consentOf(customer)).categories[0]).toMatchObject({ state: 'opted_out' });

    const other = newCustomer('contiguity');
    const content = `address,state,scope\n${other},opted_out,marketing\n${customer},subscribed,all`;
    const list = { format: 'csv', content, source: 'the CRM', reason: 'moving over' };
    expect((await heed.api('POST', '/consent/import', list)).body).toMatchObject({
      recorded: { optedOut: 1, subscribed: 0 },
      kept: 1,
    });
    expect(await consentOf(other)).toMatchObject({
      state: 'subscribed',
      categories: [{ key: 'marketing', state: 'opted_out' }, { key: 'orders' }],
    });
    const exported = await fetch(`${heed.url}/api/v1/consent/export?format=csv`, {
      headers: { authorization: `Bearer ${API_TOKEN}` },
    });
    const lines = (await exported.text()).split(/\r?\n/);
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^\\${other},marketing,opted_out,`)));
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^\\${customer},marketing,opted_out,`)));
  });
});
