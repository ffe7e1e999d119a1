import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SandboxDesk } from '../../src/admin/sandbox/sandbox-desk.js';
import { eventually } from '../support/eventually.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import { nextSecond } from '../support/next-second.js';

const ADDRESS = '+15550100123';
const LINE = { provider: 'connectly', channel: 'whatsapp' };
const HANDSET = `/sandbox/messages?provider=connectly&channel=whatsapp&address=${encodeURIComponent(ADDRESS)}`;

type Item = {
  readonly from: string;
  readonly text: string;
  readonly status: string;
  readonly messageId: string | null;
  readonly eventId: string | null;
  readonly verdict: string | null;
};

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

describe('the phone of the sandbox', () => {
  it('is not there while no sandbox runs in the process', async () => {
    expect((await heed.api('GET', '/sandbox')).body).toEqual({ isRunning: false, lines: [] });
    const refused = await heed.api('POST', '/sandbox/messages', { ...LINE, from: ADDRESS, text: 'hello' });
    expect(refused.status).toBe(409);
    expect((await heed.api('GET', HANDSET)).status).toBe(409);
  });

  it('goes by every channel that a provider carries', async () => {
    heed.app.nest.get(SandboxDesk, { strict: false }).connect(heed.sandbox);
    const { body } = await heed.api<{ lines: { provider: string; channel: string }[] }>('GET', '/sandbox');
    expect(body.lines.map(({ provider, channel }) => `${provider}/${channel}`).sort()).toEqual([
      'connectly/whatsapp',
      'contiguity/email',
      'contiguity/imessage',
      'contiguity/sms',
      'contiguity/whatsapp',
      'integify/sms',
    ]);
  });

  it('brings a message in as a signed webhook, and shows what the provider accepted in answer', async () => {
    const said = await heed.api('POST', '/sandbox/messages', { ...LINE, from: ADDRESS, text: 'STOP' });
    expect(said).toMatchObject({ status: 200, body: { status: 200 } });
    const [question, answer] = await eventually(async () => {
      const { body } = await heed.api<{ items: Item[] }>('GET', HANDSET);
      expect(body.items).toHaveLength(2);
      expect(body.items[0]?.verdict).toBe('opt_out_recorded');
      expect(body.items[1]?.messageId).not.toBeNull();
      return body.items;
    });
    expect(question).toMatchObject({ from: 'customer', text: 'STOP', eventId: said.body['eventId'] });
    expect(answer).toMatchObject({ from: 'business', text: heed.sandbox.ledger('connectly')[0]?.text });
  });

  it('says in words what it cannot send', async () => {
    const wrong = await heed.api('POST', '/sandbox/messages', {
      provider: 'integify',
      channel: 'email',
      from: 'user@example.com',
      text: 'hello',
    });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/channel' }] } });
  });
});

describe('the live tail', () => {
  it('begins with the latest decisions when asked to, and goes on after the last one that a listener had', async () => {
    const [first] = await decisionsOf('?last=5', {});
    expect(first).toMatchObject({ verdict: 'opt_out_recorded', message: { text: 'STOP' } });
    await nextSecond();
    const before = await heed.api('POST', '/sandbox/messages', { ...LINE, from: ADDRESS, text: 'START' });
    expect(before.status).toBe(200);
    const [next] = await eventually(async () => {
      const missed = await decisionsOf('', { 'last-event-id': String(first?.['id']) });
      expect(missed.length).toBeGreaterThan(0);
      return missed;
    });
    expect(next).toMatchObject({ verdict: 'opt_in_recorded' });
  });
});

/** The decisions of the first piece that tells any; none when the stream stays silent. */
async function decisionsOf(
  query: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly Record<string, unknown>[]> {
  const stop = new AbortController();
  const response = await fetch(`${heed.url}/api/v1/stream${query}`, {
    headers: { authorization: `Bearer ${API_TOKEN}`, ...headers },
    signal: stop.signal,
  });
  const reader = response.body?.getReader();
  let told = '';
  const silence = setTimeout(() => stop.abort(), 1_000);
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) break;
      told += Buffer.from(chunk.value).toString();
      if (told.includes('event: decision') && told.endsWith('\n\n')) break;
    }
  } catch {
    // Nothing more came in time.
  } finally {
    clearTimeout(silence);
    stop.abort();
  }
  return told
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice('data: '.length)));
}

describe('the statistics over time', () => {
  it('count what happened, by the hour', async () => {
    const { body } = await heed.api<{ stepSeconds: number; points: Record<string, number>[] }>(
      'GET',
      '/stats/series',
    );
    expect(body.stepSeconds).toBe(3_600);
    const sum = (name: string) => body.points.reduce((total, point) => total + (point[name] ?? 0), 0);
    expect([sum('inbound'), sum('optOuts'), sum('failed')]).toEqual([2, 1, 0]);
    const { body: stats } = await heed.api('GET', '/stats');
    expect(stats).toMatchObject({ inbound: 2, pausedNow: 0, replySecondsMedian: null });
  });
});

describe('a file from the phone', () => {
  it('comes in by a line that takes files, and by no other', async () => {
    const file = {
      from: '+15550100124',
      text: 'the receipt',
      attachmentUrl: 'https://example.com/receipt.jpg',
    };
    expect((await heed.api('POST', '/sandbox/messages', { ...LINE, ...file })).status).toBe(200);
    await eventually(async () => {
      const { body } = await heed.api<{ items: Item[] }>('GET', HANDSET.replace('0123', '0124'));
      expect(body.items[0]).toMatchObject({ text: file.text, attachments: [{ url: file.attachmentUrl }] });
    });
    const sms = { provider: 'integify', channel: 'sms', ...file };
    expect(await heed.api('POST', '/sandbox/messages', sms)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/attachmentUrl' }] },
    });
  });
});
