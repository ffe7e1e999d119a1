import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withDemoRules } from '../support/demo-rules.js';
import { PROVIDER_NAMES, type ProviderName } from '../../src/messaging/provider.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { providerNamed } from '../../src/providers/registry.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { postRaw, type RawResponse } from '../support/raw-request.js';
import { messageBody } from '../support/webhook-bodies.js';

const MIB = 1024 * 1024;
const DEFAULT_LIMIT_BYTES = 256 * 1024;

/** Takes bodies of up to 4 MiB, so that the deepest ones reach the parser. */
let heed: TestHeed;
/** The same installation with the limit that it has by default. */
let narrow: TestHeed;
let lastCustomer = 2_207_000_000;

beforeAll(async () => {
  heed = await startHeed({ env: { HEED_WEBHOOK_BODY_LIMIT_BYTES: String(4 * MIB) } });
  narrow = await startHeed({ beside: heed });
  await withDemoRules(heed);
});

afterAll(async () => {
  await narrow.close();
  await heed.close();
});

function signature(provider: ProviderName, body: Uint8Array): readonly (readonly [string, string])[] {
  const secret = heed.state.demoAccounts[provider].webhookSecret;
  return Object.entries(providerNamed(provider)?.sign(body, secret, new Date()) ?? {});
}

async function post(
  provider: ProviderName,
  body: string | Uint8Array,
  headers: readonly (readonly [string, string])[] = [['content-type', 'application/json']],
  url = heed.url,
): Promise<RawResponse> {
  const bytes = Buffer.from(body);
  return postRaw(`${url}/webhooks/${provider}`, bytes, [...signature(provider, bytes), ...headers]);
}

async function entry(answer: RawResponse) {
  const { rows } = await heed.database.query(
    'select state, reason, event_type, raw_body from inbox_entry where id = $1',
    [answer.headers['x-heed-event-id']],
  );
  return rows[0];
}

function newCustomer(): string {
  lastCustomer += 1;
  return `+${lastCustomer}`;
}

/** A customer asks something ordinary, and is answered. */
async function expectAnswers(
  provider: ProviderName = 'integify',
  headers?: readonly (readonly [string, string])[],
): Promise<void> {
  const from = newCustomer();
  const answer = await post(provider, messageBody(provider, { from, text: 'what are your hours?' }), headers);
  expect(answer.status).toBe(200);
  await eventually(() => {
    const texts = heed.sandbox
      .ledger(provider)
      .filter(({ to }) => to.endsWith(from.slice(1)))
      .map(({ text }) => text);
    expect(texts).toEqual([expect.stringContaining('We are open')]);
  });
}

const UNREADABLE: readonly [string, () => string | Uint8Array][] = [
  ['no JSON', () => 'this is no JSON'],
  ['nothing', () => ''],
  ['NUL bytes', () => Buffer.alloc(100)],
  ['a NUL byte in a text', () => `{"id":"${newId()}","type":"\u0000"`],
  ['bytes that are no UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ['a gzip', () => gzipSync('{"id":"evt_1","type":"sms.received"}')],
  ['a million levels', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
  ['a hundred thousand keys', () => JSON.stringify(Object.fromEntries(keys(100_000)))],
  ['__proto__', () => `{"id":"${newId()}","type":"sms.received","__proto__":{"isAdmin":true}}`],
  ['a constructor', () => `{"id":"${newId()}","constructor":{"prototype":{"isAdmin":true}}}`],
  ['a list', () => '[]'],
  ['a number', () => '1e400'],
  ['null', () => 'null'],
  ['wrong types everywhere', () => '{"id":{},"type":[],"data":7,"timestamp":{},"sender":1,"message":2}'],
];

function keys(count: number): [string, number][] {
  return Array.from({ length: count }, (_, index) => [`key${index}`, index]);
}

describe.each(PROVIDER_NAMES)('a signed body of %s', (provider) => {
  it.each(UNREADABLE)('that is %s is kept in quarantine, and Heed goes on answering', async (_what, body) => {
    const bytes = Buffer.from(body());
    const answer = await post(provider, bytes);
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true}' });
    const stored = await entry(answer);
    expect(stored).toMatchObject({ state: 'quarantined', reason: expect.stringMatching(/\w+ .*\.$/) });
    expect(bytes.equals(stored.raw_body)).toBe(true);
    await expectAnswers();
  });

  it('of a type that nobody documents is kept with the reason why nothing follows', async () => {
    const answer = await post(provider, JSON.stringify({ id: newId(), type: 'new.type', topic: 'new.type' }));
    expect(answer.status).toBe(200);
    expect(await entry(answer)).toMatchObject({
      state: 'processed',
      event_type: 'new.type',
      reason: expect.stringContaining('documents no'),
    });
    await expectAnswers();
  });

  it('with texts that PostgreSQL cannot hold becomes a message all the same', async () => {
    const from = newCustomer();
    const text = 'hours\u0000 \ud800 \u{1F600} ok';
    const answer = await post(provider, messageBody(provider, { from, text }));
    expect(answer.status).toBe(200);
    await eventually(async () => {
      expect(await entry(answer)).toMatchObject({ state: 'processed' });
    });
    const { rows } = await heed.database.query('select text from message where inbox_id = $1', [
      answer.headers['x-heed-event-id'],
    ]);
    expect(rows).toEqual([{ text: 'hours\uFFFD \uFFFD \u{1F600} ok' }]);
  });

  it.each<readonly [string, readonly (readonly [string, string])[]]>([
    ['no content type', []],
    ['text/plain', [['content-type', 'text/plain; charset=utf-8']]],
    ['a form', [['content-type', 'application/x-www-form-urlencoded']]],
    ['a form of parts, without a boundary', [['content-type', 'multipart/form-data']]],
    ['a content type that is none', [['content-type', 'json']]],
    ['an empty content type', [['content-type', '']]],
    ['a gzip, which it is not', [['content-encoding', 'gzip']]],
    ['another charset', [['content-type', 'application/json; charset=utf-16']]],
  ])('that calls itself %s is read as the bytes that were signed', async (_what, headers) => {
    await expectAnswers(provider, headers);
  });

  it('under an id that came before with another body is kept aside; the first one counts', async () => {
    const id = newId();
    const from = newCustomer();
    const first = await post(provider, messageBody(provider, { from, text: 'first', id }));
    const other = messageBody(provider, { from, text: 'second', id });
    const second = await post(provider, other);
    await post(provider, other);
    expect(second.status).toBe(200);
    expect(second.headers).toMatchObject({
      'x-heed-duplicate': 'true',
      'x-heed-event-id': first.headers['x-heed-event-id'],
    });
    const { rows } = await heed.database.query(
      `select state, reason from inbox_entry where position(convert_to($1, 'UTF8') in raw_body) > 0 and id <> $2`,
      [id, first.headers['x-heed-event-id']],
    );
    expect(rows).toEqual([
      { state: 'quarantined', reason: expect.stringContaining(String(first.headers['x-heed-event-id'])) },
    ]);
    await eventually(async () => {
      const messages = await heed.database.query('select text from message where inbox_id = $1', [
        first.headers['x-heed-event-id'],
      ]);
      expect(messages.rows).toEqual([{ text: 'first' }]);
    });
  });
});

describe('a body over the limit', () => {
  const tooLarge = { status: 413, body: expect.stringContaining(String(DEFAULT_LIMIT_BYTES)) };

  it('is refused by one byte, and accepted at the limit', async () => {
    const headers: readonly (readonly [string, string])[] = [['content-type', 'application/json']];
    const atLimit = Buffer.alloc(DEFAULT_LIMIT_BYTES, ' ');
    expect((await post('integify', atLimit, headers, narrow.url)).status).toBe(200);
    const over = Buffer.alloc(DEFAULT_LIMIT_BYTES + 1, ' ');
    expect(await post('integify', over, headers, narrow.url)).toMatchObject(tooLarge);
  });

  it('is refused by its announced length, before any of it has come', async () => {
    const { answer, sentBytes } = await streamTo(narrow.url, `content-length: ${50 * MIB}`, 0);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(sentBytes).toBeLessThan(1024);
  });

  it('without a length is cut off at the limit, and takes no memory', async () => {
    global.gc?.();
    const before = process.memoryUsage().rss;
    const { answer, sentBytes } = await streamTo(narrow.url, 'transfer-encoding: chunked', 50 * MIB);
    expect(answer).toMatch(/^(HTTP\/1\.1 413 |$)/);
    // What the two sockets buffer is sent before the cut is noticed.
    expect(sentBytes).toBeLessThan(16 * MIB);
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * MIB);
    await expectAnswers();
  });
});

/** Sends a chunked body until it has all gone or the server has cut the connection. */
async function streamTo(
  url: string,
  length: string,
  bytes: number,
): Promise<{ answer: string; sentBytes: number }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (data) => (answer += data.toString('latin1')));
  socket.on('error', () => undefined); // A reset is one of the ways to be cut off.
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(`POST /webhooks/integify HTTP/1.1\r\nhost: heed\r\n${length}\r\n\r\n`);
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, ' '), Buffer.from('\r\n')]);
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += 65_536) {
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed]);
  }
  await closed;
  return { answer, sentBytes: socket.bytesWritten };
}
