import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { settled, addRule, acceptedFor, answering, fillBuckets, newCustomer } from '../support/outbound.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { mailFrom, newMailbox } from '../support/mail.js';
import { nextSecond } from '../support/next-second.js';

const PUBLIC_URL = 'https://heed.example.com';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed({ env: { HEED_PUBLIC_URL: PUBLIC_URL } });
  await addRule(heed, answering('Thank you for your e-mail.'));
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

/** The headers of the mails that the provider accepted for a mailbox. */
function headersOf(customer: string): Record<string, string>[] {
  return acceptedFor(heed, customer).map(({ body }) => Object(body['headers']));
}

/** Writes an e-mail, and gives the path of the link in the answer to it. */
async function linkFor(customer: string): Promise<string> {
  await mailFrom(heed, customer, { text: 'hello' });
  const [, url = ''] = /^<(.+)>$/.exec(headersOf(customer).at(-1)?.['List-Unsubscribe'] ?? '') ?? [];
  expect(url.startsWith(`${PUBLIC_URL}/unsubscribe/`)).toBe(true);
  return url.slice(PUBLIC_URL.length);
}

async function post(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(heed.url + path, { method: 'POST', redirect: 'manual', ...init });
}

async function oneClick(path: string): Promise<Response> {
  return post(path, { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
}

async function stateOf(customer: string): Promise<string | undefined> {
  const { body } = await heed.api<{ state: string }>('GET', `/consent/${encodeURIComponent(customer)}`);
  return body.state;
}

type Entry = { source: string; changed: boolean; channel: string; actor: string; reason: string };

async function ledgerOf(customer: string): Promise<Entry[]> {
  const path = `/consent/${encodeURIComponent(customer)}/ledger`;
  return (await heed.api<{ items: Entry[] }>('GET', path)).body.items;
}

describe('an e-mail of ours', () => {
  it('offers to unsubscribe with one click', async () => {
    const customer = newMailbox();
    await mailFrom(heed, customer, { text: 'hello' });
    expect(headersOf(customer)).toMatchObject([
      {
        'List-Unsubscribe': expect.stringMatching(
          /^<https:\/\/heed\.example\.com\/unsubscribe\/[\w-]+\.[\w-]+>$/,
        ),
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    ]);
  });
});

describe('a POST to the link', () => {
  it('B12: unsubscribes at once, without cookie, login, redirect or confirmation', async () => {
    const customer = newMailbox();
    const answer = await oneClick(await linkFor(customer));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await stateOf(customer)).toBe('opted_out');
    expect(await mailFrom(heed, customer, { text: 'what are your hours?' })).toBe('suppressed');
    expect(acceptedFor(heed, customer)).toHaveLength(1);
  });

  it('is on record with how it was done', async () => {
    const customer = newMailbox();
    await oneClick(await linkFor(customer));
    expect(await ledgerOf(customer)).toMatchObject([
      {
        action: 'revoke',
        source: 'email_one_click',
        channel: 'email',
        actor: 'contact',
        changed: true,
        reason: expect.stringContaining('RFC 8058'),
      },
    ]);
  });

  it('changes nothing the second time', async () => {
    const customer = newMailbox();
    const link = await linkFor(customer);
    for (const attempt of [1, 2, 3]) expect([attempt, (await oneClick(link)).status]).toEqual([attempt, 200]);
    expect((await ledgerOf(customer)).map(({ changed }) => changed)).toEqual([false, false, true]);
  });

  it.each<[string, RequestInit]>([
    ['a multipart form', { body: multipart({ 'List-Unsubscribe': 'One-Click' }) }],
    ['plain text', { body: 'List-Unsubscribe=One-Click' }],
    ['JSON', { body: '{}', headers: { 'content-type': 'application/json' } }],
    ['something that is no content type', { body: 'x', headers: { 'content-type': 'nonsense' } }],
    ['nothing', {}],
  ])('counts with %s as its body', async (_name, init) => {
    const customer = newMailbox();
    expect((await post(await linkFor(customer), init)).status).toBe(200);
    expect(await stateOf(customer)).toBe('opted_out');
  });

  it('cancels what is queued', async () => {
    const customer = newMailbox();
    const link = await linkFor(customer);
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await heed.database.query(
      `update message set status = 'queued', next_attempt_at = $2 where direction = 'outbound' and their_address = $1`,
      [customer, later],
    );
    await oneClick(link);
    const { rows } = await heed.database.query(
      `select status from message where direction = 'outbound' and their_address = $1`,
      [customer],
    );
    expect(rows).toEqual([{ status: 'cancelled' }]);
  });

  it('reaches the longest address there is', async () => {
    const customer = `${'a'.repeat(64)}@${`${'b'.repeat(60)}.`.repeat(4)}example`;
    expect((await oneClick(await linkFor(customer))).status).toBe(200);
    expect(await stateOf(customer)).toBe('opted_out');
  });

  it('is lifted by START, as any opt-out is', async () => {
    const customer = newMailbox();
    const link = await linkFor(customer);
    await oneClick(link);
    await nextSecond();
    await mailFrom(heed, customer, { text: 'START' });
    expect(await stateOf(customer)).toBe('subscribed');
  });
});

describe('a GET of the link', () => {
  it('B12: only asks, because scanners open every link', async () => {
    const customer = newMailbox();
    const link = await linkFor(customer);
    const page = await fetch(heed.url + link);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('<form method="post">');
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(heed.url + link, { method: 'HEAD' })).status).toBe(200);
    expect(await stateOf(customer)).toBe('subscribed');
    expect(await ledgerOf(customer)).toEqual([]);
  });

  it('shows a button that does it', async () => {
    const customer = newMailbox();
    const answer = await post(await linkFor(customer), { body: new URLSearchParams() });
    expect(await answer.text()).toContain(`${customer} is unsubscribed`);
    expect(await ledgerOf(customer)).toMatchObject([{ reason: expect.stringContaining('button') }]);
  });
});

describe('a link that was altered', () => {
  it('is not found, by GET and by POST, and opts nobody out', async () => {
    const customer = newMailbox();
    const link = await linkFor(customer);
    const [path = '', digest = ''] = link.split('.');
    const other = Buffer.from(JSON.stringify(['x', newCustomer('contiguity')])).toString('base64url');
    const altered = [
      `/unsubscribe/${other}.${digest}`,
      `${path}.${digest.slice(0, -1)}`,
      `${path}x.${digest}`,
      path,
      `${link}/more`,
      '/unsubscribe/',
      '/unsubscribe/%00',
    ];
    for (const path of altered) {
      expect([path, (await fetch(heed.url + path)).status]).toEqual([path, 404]);
      expect([path, (await oneClick(path)).status]).toEqual([path, 404]);
    }
    expect(await stateOf(customer)).toBe('subscribed');
    const { rows } = await heed.database.query(
      `select count(*)::int from consent_event where address like '+1555%'`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('is refused when its body is too large to be a form', async () => {
    const customer = newMailbox();
    const link = await linkFor(customer);
    expect((await post(link, { body: 'x'.repeat(20_000) })).status).toBe(413);
    await settled(heed);
  });
});

function multipart(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
