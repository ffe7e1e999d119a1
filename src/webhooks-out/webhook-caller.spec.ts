import { createServer, type RequestListener, type Server } from 'node:http';
import type { LookupAddress } from 'node:dns';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkTarget, type Resolver } from './endpoint-guard.js';
import { WebhookCaller } from './webhook-caller.js';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listening(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const pointingAt =
  (...addresses: readonly string[]): Resolver =>
  async () =>
    addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));

const call = { headers: { 'content-type': 'application/json' }, body: '{}' };

describe('a target', () => {
  it.each([
    ['loopback', ['127.0.0.1']],
    ['the metadata service', ['169.254.169.254']],
    ['IPv4 in IPv6', ['::ffff:10.0.0.1']],
    ['a private address behind a public one', ['8.8.8.8', '10.0.0.1']],
    ['a private IPv6 address', ['fd00::1']],
  ])('whose public name leads to %s is refused', async (_case, addresses) => {
    expect(await checkTarget('https://hooks.example.com/', pointingAt(...addresses), true)).toMatchObject({
      ok: false,
      isFinal: true,
    });
  });

  it('is connected to by the addresses that were checked', async () => {
    const checked = await checkTarget('https://hooks.example.com/', pointingAt('8.8.8.8'), false);
    expect(checked).toMatchObject({ ok: true, addresses: [{ address: '8.8.8.8' }] });
  });

  it('may become right later when its name is unknown now', async () => {
    const unknown: Resolver = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await checkTarget('https://hooks.example.com/', unknown, false)).toMatchObject({
      ok: false,
      isFinal: false,
    });
  });

  it('on this machine is refused unless that is allowed', async () => {
    expect(await checkTarget('http://127.0.0.1:9/', pointingAt(), false)).toMatchObject({ ok: false });
    expect(await checkTarget('http://127.0.0.1:9/', pointingAt(), true)).toMatchObject({ ok: true });
    expect(await checkTarget('http://localhost:9/', pointingAt('10.0.0.1'), true)).toMatchObject({
      ok: false,
    });
  });
});

describe('WebhookCaller', () => {
  it('posts the body with its headers, and tells the status only', async () => {
    const got: unknown[] = [];
    const port = await listening((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        got.push([request.method, request.url, request.headers['webhook-id'], body]);
        response.writeHead(202).end('secret'.repeat(100_000));
      });
    });
    const caller = new WebhookCaller({ allowsLocal: true });
    const end = await caller.call({
      url: `http://127.0.0.1:${port}/hook`,
      headers: { ...call.headers, 'webhook-id': 'call-1' },
      body: '{"a":1}',
    });
    expect(end).toEqual({ kind: 'answered', status: 202 });
    expect(got).toEqual([['POST', '/hook', 'call-1', '{"a":1}']]);
  });

  it('asks a name once: what it answers a moment later is not connected to', async () => {
    const port = await listening((_request, response) => response.writeHead(204).end());
    let asked = 0;
    const rebinding: Resolver = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.255.255.1', family: 4 }];
    };
    const caller = new WebhookCaller({ allowsLocal: true, resolve: rebinding });
    expect(await caller.call({ url: `http://localhost:${port}/`, ...call })).toEqual({
      kind: 'answered',
      status: 204,
    });
    expect(asked).toBe(1);
  });

  it('does not connect at all to a public name that leads inside', async () => {
    let isReached = false;
    const port = await listening((_request, response) => {
      isReached = true;
      response.end();
    });
    const caller = new WebhookCaller({ allowsLocal: true, resolve: pointingAt('127.0.0.1') });
    for (const url of ['https://hooks.example.com/', `https://hooks.example.com:${port}/`]) {
      expect(await caller.call({ url, ...call })).toMatchObject({ kind: 'refused', isFinal: true });
    }
    expect(isReached).toBe(false);
  });

  it('follows no redirect', async () => {
    let isReached = false;
    const inside = await listening((_request, response) => {
      isReached = true;
      response.end();
    });
    const port = await listening((_request, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${inside}/` }).end(),
    );
    const end = await new WebhookCaller({ allowsLocal: true }).call({
      url: `http://127.0.0.1:${port}/`,
      ...call,
    });
    expect(end).toEqual({ kind: 'answered', status: 307 });
    expect(isReached).toBe(false);
  });

  it('gives up on an endpoint that does not answer, and names a connection that fails', async () => {
    const port = await listening(() => undefined);
    const caller = new WebhookCaller({ allowsLocal: true, totalDeadlineMs: 50 });
    expect(await caller.call({ url: `http://127.0.0.1:${port}/`, ...call })).toEqual({
      kind: 'no_answer',
      why: 'No answer within 0.05 s.',
    });
    const patient = new WebhookCaller({ allowsLocal: true });
    expect(await patient.call({ url: 'http://127.0.0.1:1/', ...call })).toEqual({
      kind: 'no_answer',
      why: 'The connection failed (ECONNREFUSED).',
    });
  });

  it('gives up on a name that is never found out', async () => {
    const caller = new WebhookCaller({
      allowsLocal: false,
      resolve: () => new Promise(() => undefined),
      totalDeadlineMs: 20,
    });
    expect(await caller.call({ url: 'https://hooks.example.com/', ...call })).toMatchObject({
      kind: 'no_answer',
    });
  });
});
