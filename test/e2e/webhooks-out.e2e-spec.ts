import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { addRule, says, settled } from '../support/outbound.js';

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

type Call = {
  readonly id: string;
  readonly url: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly reason: string | null;
};

let heed: TestHeed;
let receiver: Server;
let hookUrl = '';
let answers: number[] = [];
const received: Received[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answers.shift() ?? 204, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  await new Promise<void>((settle) => receiver.listen(0, '127.0.0.1', settle));
  const address = receiver.address();
  hookUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`;
  heed = await startHeed({ env: { HEED_WEBHOOKS_TO_LOOPBACK: 'on' } });
  const include = ['message', 'contact', 'conversation'];
  await addRule(heed, onWord('told', [{ webhook: { url: hookUrl, include } }]));
  await addRule(heed, onWord('bare', [{ webhook: { url: hookUrl } }]));
});

afterAll(async () => {
  await heed.close();
  receiver.closeAllConnections();
  receiver.close();
});

beforeEach(() => {
  received.length = 0;
  answers = [];
});

function onWord(word: string, then: readonly object[]): object {
  return {
    name: `On ${word}`,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: word },
    then,
  };
}

async function told(customer: string, text: string): Promise<void> {
  await says(heed, 'contiguity', 'sms', customer, text);
  await settled(heed);
}

/** The newest call, once it is in this state, after at least so many tries. */
async function callIn(state: string, attempts = 0): Promise<Call> {
  return eventually(async () => {
    const { body } = await heed.api<{ items: Call[] }>('GET', '/webhook-calls?limit=1');
    const [call] = body.items;
    if (call?.state !== state || call.attempts < attempts)
      throw new Error(`Expected ${state}, found ${JSON.stringify(call)}`);
    return call;
  });
}

/** What a receiver does, with the library of the standard. */
function verified({ headers, body }: Received, secret: string): unknown {
  const named = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
    name,
    String(headers[name]),
  ]);
  return new Webhook(secret).verify(body, Object.fromEntries(named));
}

async function firstReceived(): Promise<Received> {
  return eventually(() => {
    const [first] = received;
    if (first === undefined) throw new Error('Nothing was received.');
    return first;
  });
}

describe('an outbound webhook', () => {
  let secret = '';

  it('is signed with a secret that is made for it and shown once', async () => {
    await told('+15553010001', 'told you');
    const call = await firstReceived();
    const { body: secrets } = await heed.api<{ items: { id: string; revealedAt: string | null }[] }>(
      'GET',
      '/webhook-secrets',
    );
    expect(secrets.items).toMatchObject([{ revealedAt: null, retiresAt: null }]);
    expect(JSON.stringify(secrets)).not.toContain('whsec_');
    const path = `/webhook-secrets/${secrets.items[0]?.id}/reveal`;
    const revealed = await heed.api<{ secret: string }>('POST', path);
    secret = revealed.body.secret;
    expect(verified(call, secret)).toMatchObject({
      type: 'rule.fired',
      data: {
        event: { name: 'message.received' },
        rule: { name: 'On told' },
        message: { text: 'told you', from: '+15553010001' },
        contact: { tags: [] },
        conversation: { channel: 'sms' },
      },
    });
    expect((await heed.api('POST', path)).status).toBe(409);
    expect(await callIn('delivered')).toMatchObject({ attempts: 1, lastStatus: 204, reason: null });
  });

  it('tells no customer’s words or address unless it is asked to', async () => {
    await told('+15553010002', 'bare facts');
    const { body } = await firstReceived();
    expect(body).not.toMatch(/bare facts|15553010002/);
  });

  it('is signed by the old and the new secret for a day after a rotation', async () => {
    const rotated = await heed.api<{ secret: string }>('POST', '/webhook-secrets');
    expect(rotated.status).toBe(201);
    await told('+15553010003', 'bare');
    const call = await firstReceived();
    expect(verified(call, secret)).toMatchObject({ type: 'rule.fired' });
    expect(verified(call, rotated.body.secret)).toMatchObject({ type: 'rule.fired' });
    expect(() => verified({ ...call, body: `${call.body} ` }, secret)).toThrow();
  });

  it('is tried again under the same id after an error, and follows no redirect', async () => {
    answers = [503, 307];
    await told('+15553010004', 'bare');
    const { id, reason } = await callIn('queued', 1);
    expect(reason).toBe('It answered 503.');
    await heed.database.query('update webhook_call set next_attempt_at = now() where id = $1', [id]);
    expect((await callIn('queued', 2)).reason).toContain('redirects are not followed');
    await heed.database.query('update webhook_call set next_attempt_at = now() where id = $1', [id]);
    expect(await callIn('delivered')).toMatchObject({ id, attempts: 3 });
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });

  it('has failed when the receiver says that it is gone, until somebody tries it again', async () => {
    answers = [410];
    await told('+15553010005', 'bare');
    const { id } = await callIn('failed');
    expect((await heed.api('POST', `/webhook-calls/${id}/retry`)).body).toMatchObject({ state: 'queued' });
    expect(await callIn('delivered')).toMatchObject({ id });
    expect((await heed.api('POST', `/webhook-calls/${id}/retry`)).status).toBe(409);
  });

  it('is made once more when the process that made it died', async () => {
    await told('+15553010006', 'bare');
    const { id } = await callIn('delivered');
    await heed.database.query(
      `update webhook_call set state = 'sending', finished_at = null, next_attempt_at = now() where id = $1`,
      [id],
    );
    expect(await callIn('delivered', 2)).toMatchObject({ id, attempts: 2 });
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
  });

  it('is queued once however often its event is handled', async () => {
    const { eventId } = await heed.sandbox.customerSays({
      provider: 'contiguity',
      channel: 'sms',
      from: '+15553010007',
      text: 'bare',
    });
    await settled(heed);
    await callIn('delivered');
    await heed.api('POST', `/events/${eventId}/replay`);
    await settled(heed);
    const { rows } = await heed.database.query(
      `select count(*)::int as calls from webhook_call join domain_event on domain_event.id = domain_event_id
        where inbox_id = $1`,
      [eventId],
    );
    expect(rows).toEqual([{ calls: 1 }]);
  });

  it('is not made to an address inside, whatever name a rule gives it, and says so', async () => {
    // What a rule of an older version, or a name whose meaning has changed, comes to.
    await told('+15553010008', 'bare');
    const { id } = await callIn('delivered');
    let attempts = 1;
    for (const [url, why] of [
      ['https://169.254.169.254/latest/meta-data', 'not a public address (linkLocal)'],
      ['https://[::ffff:127.0.0.1]/', 'not a public address (ipv4Mapped)'],
      ['https://2130706433/', 'not a public address (loopback)'],
      ['http://10.0.0.1/', 'Only https'],
    ]) {
      await heed.database.query(
        `update webhook_call set url = $2, state = 'queued', finished_at = null, next_attempt_at = now() where id = $1`,
        [id, url],
      );
      attempts += 1;
      expect((await callIn('failed', attempts)).reason).toContain(why);
    }
    expect(received).toHaveLength(1);
  });

  it('loses its words when its contact is erased', async () => {
    await told('+15553010009', 'told in confidence');
    await callIn('delivered');
    const { body } = await heed.api<{ items: { id: string }[] }>('GET', '/contacts?q=%2B15553010009');
    const erased = await heed.api('POST', `/contacts/${body.items[0]?.id}/erase`, { reason: 'They asked' });
    expect(erased.status).toBeLessThan(300);
    const { rows } = await heed.database.query(`select body from webhook_call where contact_id = $1`, [
      body.items[0]?.id,
    ]);
    expect(rows).toEqual([{ body: '' }]);
    expect(heed.logged.join('\n')).not.toContain('in confidence');
  });
});

describe('a process that does not allow calls to its own machine', () => {
  it('takes no rule and no flow that asks for them, and says which switch it would take', async () => {
    const strict = await startHeed();
    try {
      const rule = onWord('hook', [{ webhook: { url: hookUrl } }]);
      const flow = { name: 'Calls', start: 'a', steps: { a: { webhook: { url: hookUrl }, next: 'end' } } };
      for (const [path, body, pointer] of [
        ['/rules', rule, '/then/0/webhook/url'],
        ['/flows', flow, '/steps/a/webhook/url'],
      ] as const) {
        const refused = await strict.api<{ errors: unknown }>('POST', path, body);
        expect(refused.status).toBe(422);
        expect(refused.body.errors).toEqual([
          { pointer, detail: expect.stringContaining('HEED_WEBHOOKS_TO_LOOPBACK=on') },
        ]);
      }
      // Switched off it calls nobody, and may wait for its address.
      expect((await strict.api('POST', '/rules', { ...rule, enabled: false })).status).toBe(201);
    } finally {
      await strict.close();
    }
  });
});
