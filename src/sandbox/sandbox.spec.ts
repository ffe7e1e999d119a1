import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseAddress, type Address } from '../messaging/address.js';
import type { Channel } from '../messaging/channel.js';
import { PROVIDER_NAMES, type ProviderAccount, type ProviderName } from '../messaging/provider.js';
import type { ParsedWebhook } from '../messaging/provider-event.js';
import type { SendOutcome } from '../messaging/send-failure.js';
import { providerNamed } from '../providers/registry.js';
import type { Behaviour } from './misbehaviour.js';
import { SAMPLE_ADDRESSES } from './sample-addresses.js';
import { startSandbox, type Sandbox } from './sandbox.js';

const BUSINESS_ID = 'business-1';
const CHANNEL: Readonly<Record<ProviderName, Channel>> = {
  contiguity: 'sms',
  integify: 'sms',
  connectly: 'whatsapp',
};

type Webhook = { readonly verdict: string | undefined; readonly parsed: ParsedWebhook | undefined };

/** Takes webhooks as Heed does, and remembers whether their signatures were right. */
class Receiver {
  readonly webhooks: Webhook[] = [];
  readonly #server: Server = createServer((request, response) => {
    void this.#take(request, response);
  });

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const bound = this.#server.address();
    if (bound === null || typeof bound === 'string') throw new Error('The receiver listens on no port.');
    return `http://127.0.0.1:${bound.port}`;
  }

  async first(count: number): Promise<readonly Webhook[]> {
    while (this.webhooks.length < count) await once(this.#server, 'webhook');
    return this.webhooks;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    const body = Buffer.concat(pieces);
    const provider = providerNamed((request.url ?? '').slice(1));
    this.webhooks.push({
      verdict: provider?.verify(body, request.headers, [`secret-${provider.name}`], new Date()),
      parsed: provider?.parse(body, {}),
    });
    response.writeHead(200, { 'x-heed-event-id': 'event-1', 'x-heed-duplicate': 'false' }).end();
    this.#server.emit('webhook');
  }
}

let receiver: Receiver;
let sandbox: Sandbox;

beforeEach(async () => {
  receiver = new Receiver();
  const heed = await receiver.start();
  sandbox = await startSandbox({
    statusDelayMs: 1,
    accounts: PROVIDER_NAMES.map((provider) => ({
      provider,
      apiKey: `key-${provider}`,
      webhookSecret: `secret-${provider}`,
      webhookUrl: `${heed}/${provider}`,
      ownAddress: SAMPLE_ADDRESSES[provider].own,
      ...(provider === 'connectly' && { businessId: BUSINESS_ID }),
    })),
  });
});

afterEach(async () => {
  await sandbox.stop();
  receiver.stop();
});

function address(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed === undefined) throw new Error(`no address: ${text}`);
  return parsed;
}

/** Sends with the provider's own code over real HTTP. */
async function send(
  name: ProviderName,
  { apiKey = `key-${name}`, text = 'Hello', to = SAMPLE_ADDRESSES[name].customer } = {},
): Promise<{ outcome: SendOutcome; response: Response }> {
  const provider = providerNamed(name);
  if (provider === undefined) throw new Error(name);
  const account: ProviderAccount = {
    baseUrl: `${sandbox.url}/${name}`,
    apiKey,
    settings: { businessId: BUSINESS_ID },
  };
  const from = address(SAMPLE_ADDRESSES[name].own);
  const message = {
    id: '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d',
    channel: CHANNEL[name],
    to: address(to),
    from,
    text,
  };
  const { url, method, headers, body } = provider.sendRequest(message, account);
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  const bodyText = await response.text();
  const answer = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    bodyText,
    json: jsonOf(bodyText),
  };
  return { outcome: provider.readSendAnswer(answer), response };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function control(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${sandbox.url}${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
}

function misbehave(provider: ProviderName, behaviour: Behaviour): void {
  sandbox.misbehave({ provider, times: 1, behaviour });
}

describe('a send call', () => {
  it.each(PROVIDER_NAMES)('to %s is accepted, written down and answered with its id', async (name) => {
    const { outcome } = await send(name);
    const [entry] = sandbox.ledger(name);
    expect(entry).toMatchObject({ to: SAMPLE_ADDRESSES[name].customer, text: 'Hello' });
    expect(outcome).toEqual({ kind: 'accepted', providerMessageId: entry?.providerMessageId });
  });

  it.each(PROVIDER_NAMES)('to %s with a wrong key is refused and leaves no trace', async (name) => {
    const { outcome, response } = await send(name, { apiKey: 'wrong' });
    expect(response.status).toBe(401);
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'misconfigured' } });
    expect(sandbox.ledger()).toEqual([]);
  });

  it.each(PROVIDER_NAMES)('to %s without text is refused for good', async (name) => {
    const { outcome } = await send(name, { text: '' });
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'rejected' } });
    expect(sandbox.ledger()).toEqual([]);
  });

  it('to Connectly from oneself to oneself is refused with its code', async () => {
    const { outcome } = await send('connectly', { to: SAMPLE_ADDRESSES.connectly.own });
    expect(outcome).toMatchObject({ failure: { code: 'ERROR_CODE_MESSAGE_SELF_INVALID' } });
  });
});

describe('delivery statuses', () => {
  it.each([
    ['contiguity', ['delivered']],
    ['integify', ['delivered']],
    ['connectly', ['sent', 'delivered', 'read']],
  ] as const)('of %s come back signed, in order and for the right message', async (name, statuses) => {
    await send(name);
    const webhooks = await receiver.first(statuses.length);
    const [entry] = sandbox.ledger(name);
    expect(webhooks.map(({ verdict }) => verdict)).toEqual(statuses.map(() => 'valid'));
    expect(webhooks.map(({ parsed }) => parsed)).toEqual(
      statuses.map((status) =>
        expect.objectContaining({
          event: {
            kind: 'delivery',
            update: expect.objectContaining({ status, providerMessageId: entry?.providerMessageId }),
          },
        }),
      ),
    );
  });

  it('of Connectly bring our own reference back', async () => {
    await send('connectly');
    const [webhook] = await receiver.first(1);
    expect(webhook?.parsed).toMatchObject({
      event: { update: { reference: '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d' } },
    });
  });

  it('can come before the answer', async () => {
    misbehave('connectly', { kind: 'status_webhooks', mode: 'before_answer' });
    await send('connectly');
    expect(receiver.webhooks).toHaveLength(3);
  });

  it('that are repeated have the same idempotency key', async () => {
    misbehave('integify', { kind: 'status_webhooks', mode: 'duplicated', copies: 3 });
    await send('integify');
    const webhooks = await receiver.first(3);
    const keys = webhooks.map(({ parsed }) =>
      parsed?.readable === true ? parsed.idempotencyKey : 'unreadable',
    );
    expect(new Set(keys).size).toBe(1);
  });

  it.each(PROVIDER_NAMES)('of %s can report a failure, and the handset shows nothing', async (name) => {
    misbehave(name, { kind: 'status_webhooks', mode: 'failed' });
    await send(name);
    const webhooks = await receiver.first(name === 'connectly' ? 2 : 1);
    expect(webhooks.at(-1)?.parsed).toMatchObject({ event: { update: { status: 'undelivered' } } });
    const to = encodeURIComponent(SAMPLE_ADDRESSES[name].customer);
    const inbox = await control('GET', `/inbox?to=${to}`);
    expect(await inbox.json()).toEqual({ items: [] });
  });
});

describe('misbehaviour before accepting', () => {
  it.each(['7', 'Fri, 10 Apr 2026 12:00:00 GMT', 'soon', undefined])(
    'answers 429 with Retry-After %j',
    async (retryAfter) => {
      misbehave('contiguity', {
        kind: 'status',
        status: 429,
        ...(retryAfter !== undefined && { retryAfter }),
      });
      const { outcome, response } = await send('contiguity');
      expect(response.headers.get('retry-after')).toBe(retryAfter ?? null);
      expect(outcome).toMatchObject({ failure: { kind: 'throttled' } });
      expect(sandbox.ledger()).toEqual([]);
    },
  );

  it('cuts the connection and accepts nothing', async () => {
    misbehave('integify', { kind: 'reset_before_reading' });
    await expect(send('integify')).rejects.toThrow('fetch failed');
    expect(sandbox.ledger()).toEqual([]);
  });

  it('lasts as many calls as ordered, and ends when it is cleared', async () => {
    const order = { provider: 'integify', times: 2, behaviour: { kind: 'status', status: 500 } };
    expect((await control('POST', '/misbehave', order)).status).toBe(204);
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await send('integify')).response.status);
    expect(statuses).toEqual([500, 500, 200]);

    await control('POST', '/misbehave', order);
    await control('DELETE', '/misbehave');
    expect((await send('integify')).response.status).toBe(200);
  });
});

describe('misbehaviour after accepting', () => {
  it('answers an error for a message that it has', async () => {
    misbehave('connectly', { kind: 'error_after_accepting', status: 503 });
    const { outcome } = await send('connectly');
    expect(outcome).toMatchObject({ failure: { kind: 'uncertain' } });
    expect(sandbox.ledger()).toHaveLength(1);
  });

  it('cuts the connection of a message that it has', async () => {
    misbehave('connectly', { kind: 'reset_after_accepting' });
    await expect(send('connectly')).rejects.toThrow('fetch failed');
    expect(sandbox.ledger()).toHaveLength(1);
  });

  it.each(['html', 'no_id', 'not_json'] as const)(
    'answers %s, which Contiguity’s reader takes for uncertain',
    async (junk) => {
      misbehave('contiguity', { kind: 'junk_body', junk });
      const { outcome, response } = await send('contiguity');
      expect(response.status).toBe(200);
      expect(outcome).toMatchObject({ failure: { kind: 'uncertain' } });
      expect(sandbox.ledger()).toHaveLength(1);
    },
  );

  it('writes without end until the reader goes away', async () => {
    misbehave('integify', { kind: 'junk_body', junk: 'endless' });
    const response = await fetch(`${sandbox.url}/integify/api/v1/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer key-integify' },
      body: JSON.stringify({ text: 'Hello', phoneNumbers: [SAMPLE_ADDRESSES.integify.customer] }),
    });
    const reader = response.body?.getReader();
    let bytes = 0;
    while (bytes < 1_000_000) bytes += (await reader?.read())?.value?.length ?? 0;
    await reader?.cancel();
    expect(sandbox.ledger()).toHaveLength(1);
  });

  it('dribbles its answer', async () => {
    misbehave('integify', { kind: 'slow_body', bytesPerSecond: 2000 });
    expect((await send('integify')).outcome.kind).toBe('accepted');
  });

  it('does not keep the sandbox from stopping', async () => {
    misbehave('integify', { kind: 'hang', ms: 3_600_000 });
    const cut = send('integify').catch(() => 'cut');
    await new Promise<void>((resolve) => {
      const look = (): void => (sandbox.ledger().length > 0 ? resolve() : void setImmediate(look));
      look();
    });
    await sandbox.stop();
    await cut;
  });
});

describe('customers', () => {
  it.each(PROVIDER_NAMES)('of %s write to Heed through a signed webhook', async (name) => {
    const from = SAMPLE_ADDRESSES[name].customer;
    const answer = await control('POST', '/inbound', {
      provider: name,
      channel: CHANNEL[name],
      from,
      text: 'STOP',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-heed-event-id')).toBe('event-1');
    expect(receiver.webhooks).toEqual([
      {
        verdict: 'valid',
        parsed: expect.objectContaining({
          event: { kind: 'message', message: expect.objectContaining({ text: 'STOP' }) },
        }),
      },
    ]);
  });

  it('cannot write on a channel that the provider does not carry', async () => {
    const message = { provider: 'integify', channel: 'email', from: 'user@example.com', text: 'Hi' } as const;
    await expect(sandbox.customerSays(message)).rejects.toThrow('integify does not carry email.');
  });

  it('see on their handset what was sent to them, however their number is written', async () => {
    await send('integify', { to: '+2207654321', text: 'We are open 9-17.' });
    const inbox = await control('GET', '/inbox?to=%2B220877654321');
    expect(await inbox.json()).toMatchObject({ items: [{ channel: 'sms', text: 'We are open 9-17.' }] });
  });

  it('cannot be played by a page of another origin', async () => {
    const body = JSON.stringify({ provider: 'integify', channel: 'sms', from: '+2207654321', text: 'STOP' });
    const answer = await fetch(`${sandbox.url}/inbound`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(receiver.webhooks).toEqual([]);
  });
});

describe('the ledger', () => {
  it('is read by provider and recipient, and can be cleared', async () => {
    await send('integify');
    await send('connectly');
    const filtered = await control('GET', '/ledger?provider=integify&to=%2B2207654321');
    expect(await filtered.json()).toMatchObject({ items: [{ provider: 'integify' }], acceptedTotal: 2 });
    await control('DELETE', '/ledger');
    expect(sandbox.ledger()).toEqual([]);
  });
});

describe('Contiguity’s history', () => {
  it('knows one message by its id', async () => {
    const { outcome } = await send('contiguity');
    if (outcome.kind !== 'accepted') throw new Error('not accepted');
    const headers = { authorization: 'Token key-contiguity' };
    const root = `${sandbox.url}/contiguity/conversations/history/message`;
    const found = await fetch(`${root}/${outcome.providerMessageId}`, { headers });
    expect(await found.json()).toMatchObject({ data: { id: outcome.providerMessageId, message: 'Hello' } });
    expect((await fetch(`${root}/text_none`, { headers })).status).toBe(404);
  });

  it('shows a thread the way Heed asks for it', async () => {
    await send('contiguity');
    const contiguity = providerNamed('contiguity');
    const { customer, own } = SAMPLE_ADDRESSES.contiguity;
    const account = { baseUrl: `${sandbox.url}/contiguity`, apiKey: 'key-contiguity', settings: {} };
    const message = {
      id: 'm',
      channel: 'sms',
      to: address(customer),
      from: address(own),
      text: 'Hello',
    } as const;
    const asked = contiguity?.lookup?.request({ message, attemptedAt: new Date() }, account);
    const answer = await fetch(asked?.url ?? '', { headers: { ...asked?.headers } });
    expect(await answer.json()).toMatchObject({
      data: { conversation: [{ message: 'Hello', to: customer }] },
    });
  });
});

describe('Connectly’s webhook registration', () => {
  const account = (): ProviderAccount => ({
    baseUrl: `${sandbox.url}/connectly`,
    apiKey: 'key-connectly',
    settings: { businessId: BUSINESS_ID },
  });

  async function call(
    request:
      { url: string; method: string; headers: Readonly<Record<string, string>>; body?: string } | undefined,
  ) {
    const response = await fetch(request?.url ?? '', { ...request, headers: { ...request?.headers } });
    const bodyText = await response.text();
    return { status: response.status, headers: {}, bodyText, json: jsonOf(bodyText) };
  }

  it('keeps one address for each topic, as the provider’s own requests ask', async () => {
    const registration = providerNamed('connectly')?.webhookRegistration;
    const create = () => call(registration?.create('messages', 'https://heed.example.com/a', account()));
    expect((await create()).status).toBe(200);
    expect((await create()).status).toBe(409);
    const [listed] = registration?.readList(await call(registration.list(account()))) ?? [];
    expect(listed).toMatchObject({ topic: 'messages', address: 'https://heed.example.com/a' });

    const id = listed?.id ?? '';
    await call(registration?.update(id, 'https://heed.example.com/b', account()));
    const [updated] = registration?.readList(await call(registration.list(account()))) ?? [];
    expect(updated?.address).toBe('https://heed.example.com/b');

    expect((await call(registration?.remove(id, account()))).status).toBe(200);
    expect((await call(registration?.remove(id, account()))).status).toBe(404);
  });
});
