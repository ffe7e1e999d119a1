import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { messageBody } from '../support/webhook-bodies.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

type Json = Record<string, unknown>;

async function connections(): Promise<Json[]> {
  const { status, body } = await heed.api<{ items: Json[] }>('GET', '/connections');
  expect(status).toBe(200);
  return body.items;
}

async function idOf(provider: string): Promise<string> {
  const found = (await connections()).find((connection) => connection['provider'] === provider);
  return String(found?.['id']);
}

describe('the list of connections', () => {
  it('says what each has and where its webhooks go, and shows no secret', async () => {
    const all = await connections();
    expect(all.map(({ provider }) => String(provider)).sort()).toEqual([
      'connectly',
      'contiguity',
      'integify',
    ]);
    for (const connection of all) {
      expect(connection).toMatchObject({
        name: 'default',
        origin: 'demo',
        enabled: true,
        hasApiKey: true,
        hasWebhookSecret: true,
        webhookSecretCount: 1,
        webhookUrl: `${heed.url}/webhooks/${String(connection['provider'])}`,
      });
    }
    const text = JSON.stringify(all);
    for (const { apiKey, webhookSecret } of Object.values(heed.state.demoAccounts)) {
      expect(text).not.toContain(apiKey);
      expect(text).not.toContain(webhookSecret);
    }
  });

  it('tells when a connection last received something', async () => {
    await heed.webhook('integify', messageBody('integify', { from: '+2207000901', text: 'hello' }));
    const found = (await connections()).filter(({ lastEventAt }) => lastEventAt !== null);
    expect(found.map(({ provider }) => provider)).toEqual(['integify']);
  });
});

describe('a connection', () => {
  const wanted = {
    provider: 'contiguity',
    name: 'second-shop',
    apiKey: 'a-key-of-the-second-shop',
    webhookSecrets: ['whsec_the_first_secret'],
  };

  it('is made, receives at its own address at once, and its secrets can be rotated', async () => {
    const made = await heed.api('POST', '/connections', wanted);
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({
        origin: 'api',
        baseUrl: 'https://api.contiguity.com',
        webhookUrl: `${heed.url}/webhooks/contiguity/second-shop`,
        webhookSecretCount: 1,
      }),
    ]);
    expect(JSON.stringify(made.body)).not.toContain(wanted.apiKey);
    const path = `/connections/${String(made.body['id'])}`;
    const webhookSecrets = ['whsec_the_second_secret', heed.state.demoAccounts.contiguity.webhookSecret];
    const rotated = await heed.api('PATCH', path, { webhookSecrets, settings: { senderId: '+15550100900' } });
    expect(rotated.body).toMatchObject({
      webhookSecretCount: 2,
      hasApiKey: true,
      settings: { senderId: '+15550100900' },
    });
    const body = messageBody('contiguity', { from: '+15550100901', text: 'hello' });
    expect((await heed.webhook('contiguity', body, {}, 'second-shop')).status).toBe(200);
    expect((await heed.api('PATCH', path, { enabled: false })).body).toMatchObject({ enabled: false });
    expect((await heed.webhook('contiguity', body, {}, 'second-shop')).status).toBe(404);
    expect((await heed.api('POST', '/connections', wanted)).status).toBe(409);
  });

  it.each([
    ['a base URL without encryption', { baseUrl: 'http://api.contiguity.com' }, '/baseUrl'],
    ['a base URL with a user in it', { baseUrl: 'https://a:b@api.contiguity.com' }, '/baseUrl'],
    ['a name that cannot stand in an address', { name: '../x' }, '/name'],
    ['a key that cannot stand in a header', { apiKey: 'a key\r\nx-evil: 1' }, '/apiKey'],
    ['a secret that is too short', { webhookSecrets: ['short'] }, '/webhookSecrets'],
    ['a provider that nobody knows', { provider: 'twilio' }, '/provider'],
    ['Connectly without its business', { provider: 'connectly' }, '/settings/businessId'],
  ])('is refused with %s', async (_why, wrong, pointer) => {
    const { status, body } = await heed.api('POST', '/connections', { ...wanted, name: 'third', ...wrong });
    expect([status, body['errors']]).toEqual([
      422,
      expect.arrayContaining([expect.objectContaining({ pointer })]),
    ]);
  });

  it('that the environment or the demo made keeps what they set, and takes what is the administrator’s', async () => {
    const path = `/connections/${await idOf('integify')}`;
    for (const change of [
      { enabled: false },
      { apiKey: 'another-key-9' },
      { settings: { senderId: 'Acme' } },
    ]) {
      const { status, body } = await heed.api('PATCH', path, change);
      expect([status, body['detail']]).toEqual([409, expect.stringContaining('demo')]);
    }
    const settings = { ownAddresses: ['+2203001234'], strictTimestamps: true };
    expect((await heed.api('PATCH', path, { settings })).body).toMatchObject({ settings, hasApiKey: true });
  });

  it('is tested as far as that goes without sending', async () => {
    const connectly = await heed.api('POST', `/connections/${await idOf('connectly')}/test`);
    expect(connectly.body).toMatchObject({
      ok: true,
      checks: expect.arrayContaining([expect.objectContaining({ name: 'API key accepted', outcome: 'ok' })]),
    });
    const integify = await heed.api('POST', `/connections/${await idOf('integify')}/test`);
    expect(integify.body).toMatchObject({
      ok: true,
      checks: expect.arrayContaining([
        expect.objectContaining({ name: 'base URL', outcome: 'ok' }),
        expect.objectContaining({ name: 'API key accepted', outcome: 'not_checked' }),
      ]),
    });
    expect(heed.sandbox.ledger()).toEqual([]);
  });
});

describe('webhooks that are registered at Connectly', () => {
  type List = { readonly items: { id: string; topic: string; address: string }[] };

  it('are made, changed and removed through the API', async () => {
    const path = `/connections/${await idOf('connectly')}`;
    const refused = await heed.api('POST', `${path}/register-webhooks`);
    expect([refused.status, refused.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/publicUrl' })],
    ]);
    const registered = await heed.api<List>('POST', `${path}/register-webhooks`, {
      publicUrl: 'https://heed.acme.example/',
    });
    expect(registered.body.items.map(({ topic, address }) => `${topic} ${address}`).sort()).toEqual([
      'delivery_status https://heed.acme.example/webhooks/connectly',
      'messages https://heed.acme.example/webhooks/connectly',
    ]);
    const moved = await heed.api<List>('POST', `${path}/register-webhooks`, {
      publicUrl: 'https://new.acme.example',
    });
    expect(moved.body.items.map(({ id }) => id).sort()).toEqual(
      registered.body.items.map(({ id }) => id).sort(),
    );
    expect(moved.body.items.every(({ address }) => address.startsWith('https://new.acme.example/'))).toBe(
      true,
    );

    const [first] = moved.body.items;
    const one = `${path}/webhooks/${first?.id}`;
    const address = 'https://third.acme.example/webhooks/connectly';
    expect((await heed.api('PUT', one, { address })).body).toMatchObject({ id: first?.id, address });
    expect((await heed.api('PUT', one, { address: 'http://third.acme.example' })).status).toBe(422);
    expect((await heed.api('DELETE', one)).status).toBe(204);
    expect((await heed.api('DELETE', one)).status).toBe(404);
    expect((await heed.api<List>('GET', `${path}/webhooks`)).body.items).toHaveLength(1);
  });

  it('are nothing that the other providers offer', async () => {
    const { status, body } = await heed.api('GET', `/connections/${await idOf('integify')}/webhooks`);
    expect([status, body['detail']]).toEqual([409, expect.stringContaining('no API for webhooks')]);
  });
});
