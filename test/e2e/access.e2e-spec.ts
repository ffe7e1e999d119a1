import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCliEnvironment } from '../../src/cli/cli-environment.js';
import { run } from '../../src/cli/run.js';
import { Browser } from '../support/browser.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';

type Json = Record<string, unknown>;

const ADA = { email: 'ada@acme.example', password: 'tiny blue riverboat' };

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

const browser = () => new Browser(heed.url);

const ascending = (one: number, other: number) => one - other;

function tokenIn(link: unknown): string {
  return new URL(String(link)).searchParams.get('token') ?? '';
}

async function newUser(
  name: string,
  role: string,
): Promise<{ email: string; password: string; id: string; page: Browser }> {
  const email = `${name}@acme.example`;
  const { body } = await heed.api<{ user: Json; link: string }>('POST', '/users', { email, role });
  const password = `the password of ${name}`;
  const page = browser();
  expect((await page.call('POST', '/welcome', { token: tokenIn(body.link), password })).status).toBe(200);
  return { email, password, id: String(body.user['id']), page };
}

describe('the first administrator', () => {
  it('signs up by the link that the first start gives, which then is void, with every other', async () => {
    const token = heed.app.firstLinkToken ?? '';
    const other = await startHeed({ beside: heed });
    const otherToken = other.app.firstLinkToken ?? '';
    expect([token, otherToken].every((text) => text.length === 43)).toBe(true);
    expect(token).not.toBe(otherToken);
    const page = browser();
    const greeting = await page.call('POST', '/welcome/read', { token });
    expect(greeting.body).toMatchObject({
      purpose: 'first_administrator',
      email: null,
      role: 'administrator',
    });
    const refused = await page.call('POST', '/welcome', {
      token,
      email: ADA.email,
      password: 'password1234',
    });
    expect([refused.status, refused.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/password' })],
    ]);
    expect((await page.call('POST', '/welcome', { token, password: ADA.password })).status).toBe(422);
    const entered = await page.call('POST', '/welcome', {
      token,
      email: 'Ada@Acme.Example',
      password: ADA.password,
    });
    expect([entered.status, entered.body]).toEqual([
      200,
      expect.objectContaining({ kind: 'user', email: ADA.email, role: 'administrator' }),
    ]);
    expect((await page.call('GET', '/session')).body).toEqual(entered.body);
    for (const used of [token, otherToken, 'x'.repeat(43)]) {
      const again = { token: used, email: 'eve@acme.example', password: 'another password' };
      expect((await page.call('POST', '/welcome', again)).status).toBe(404);
    }
    const { rows } = await heed.database.query('select count(*)::int as links from one_time_link');
    expect(rows).toEqual([{ links: 0 }]);
    await other.close();
  });

  it('gets no link any more at the next start, and keeps the password whatever the environment says', async () => {
    const env = { HEED_ADMIN_EMAIL: ADA.email, HEED_ADMIN_PASSWORD: 'a password from the environment' };
    const next = await startHeed({ beside: heed, env });
    expect(next.app.firstLinkToken).toBeUndefined();
    const page = new Browser(next.url);
    expect((await page.signIn(ADA.email, env.HEED_ADMIN_PASSWORD)).status).toBe(401);
    expect((await page.signIn(ADA.email, ADA.password)).status).toBe(200);
    await next.close();
  });

  it('can be made by the environment', async () => {
    const env = {
      HEED_ADMIN_EMAIL: 'Grace@acme.example',
      HEED_ADMIN_PASSWORD: 'a password from the environment',
    };
    const other = await startHeed({ env });
    expect(other.app.firstLinkToken).toBeUndefined();
    const page = new Browser(other.url);
    const { status, body } = await page.signIn('grace@acme.example', env.HEED_ADMIN_PASSWORD);
    expect([status, body['role']]).toEqual([200, 'administrator']);
    await other.close();
  });
});

describe('a session', () => {
  it('is a cookie that scripts cannot read, new at every sign-in, and stored as a hash', async () => {
    const page = browser();
    const { headers } = await page.signIn(ADA.email, ADA.password);
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^heed_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(headers.get('cache-control')).toBe('no-store');
    const first = page.cookie;
    await page.signIn(ADA.email, ADA.password);
    expect(page.cookie).not.toBe(first);
    const stale = browser();
    stale.cookie = first;
    expect((await stale.call('GET', '/session')).status).toBe(401);
    const { rows } = await heed.database.query('select token_hash from user_session');
    const secret = page.cookie?.split('=')[1] ?? '';
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.map(({ token_hash }) => String(token_hash)))).not.toContain(secret);
  });

  it('is bound to https where Heed is', async () => {
    const secure = await startHeed({ beside: heed, env: { HEED_PUBLIC_URL: 'https://heed.acme.example' } });
    const page = new Browser(secure.url);
    const { headers } = await page.signIn(ADA.email, ADA.password);
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-heed_session=.*; Path=\/;.*; Secure$/);
    expect((await page.call('GET', '/session')).status).toBe(200);
    await secure.close();
  });

  it('is over after twelve hours without use, and after seven days with it', async () => {
    const ages = { idle: ['0 hours', '12 hours'], old: ['7 days', '1 minute'], fine: ['6 days', '11 hours'] };
    for (const [name, [created, seen]] of Object.entries(ages)) {
      const page = browser();
      const { body } = await page.signIn(ADA.email, ADA.password);
      await heed.database.query(
        `update user_session set created_at = now() - $1::interval, seen_at = now() - $2::interval where id = $3`,
        [created, seen, body['sessionId']],
      );
      expect([name, (await page.call('GET', '/session')).status]).toEqual([
        name,
        name === 'fine' ? 200 : 401,
      ]);
    }
  });

  it('is listed with the others of the user, and each can be ended', async () => {
    const bob = await newUser('bob', 'viewer');
    const [second, third] = [browser(), browser()];
    await second.signIn(bob.email, bob.password);
    await third.signIn(bob.email, bob.password);
    const list = await second.call<{ items: Json[] }>('GET', '/sessions');
    expect(list.body.items.filter(({ isCurrent }) => isCurrent === true)).toHaveLength(1);
    expect(list.body.items).toHaveLength(3);
    const thirdId = (await third.call('GET', '/session')).body['sessionId'];
    expect((await second.call('DELETE', `/sessions/${String(thirdId)}`)).status).toBe(204);
    expect((await third.call('GET', '/session')).status).toBe(401);

    const ada = browser();
    await ada.signIn(ADA.email, ADA.password);
    const adaId = (await ada.call('GET', '/session')).body['sessionId'];
    expect((await second.call('DELETE', `/sessions/${String(adaId)}`)).status).toBe(404);

    expect((await second.call('DELETE', '/sessions')).status).toBe(204);
    expect((await bob.page.call('GET', '/session')).status).toBe(401);
    expect((await ada.call('GET', '/session')).status).toBe(200);
    expect((await ada.call('DELETE', '/session')).headers.getSetCookie()[0]).toContain(
      'heed_session=; Path=/; Expires=Thu, 01 Jan 1970',
    );
  });

  it('ends everywhere else when the password is changed', async () => {
    const user = await newUser('carol', 'viewer');
    const elsewhere = browser();
    await elsewhere.signIn(user.email, user.password);
    const newPassword = 'quite another password';
    const wrong = { currentPassword: 'not the present one', newPassword };
    expect((await user.page.call('POST', '/session/password', wrong)).status).toBe(422);
    const right = { currentPassword: user.password, newPassword };
    expect((await user.page.call('POST', '/session/password', right)).status).toBe(200);
    expect((await user.page.call('GET', '/session')).status).toBe(200);
    expect((await elsewhere.call('GET', '/session')).status).toBe(401);
    expect((await browser().signIn(user.email, user.password)).status).toBe(401);
    expect((await browser().signIn(user.email, newPassword)).status).toBe(200);
  });

  it('is nothing that a token has', async () => {
    expect((await heed.api('GET', '/session')).body).toMatchObject({
      kind: 'token',
      actor: 'api token',
      email: null,
    });
    for (const [method, path] of [
      ['DELETE', '/session'],
      ['GET', '/sessions'],
      ['DELETE', '/sessions'],
    ] as const) {
      expect((await heed.api(method, path)).status).toBe(409);
    }
  });
});

describe('another site’s page', () => {
  it.each([
    ['that says where it is from', { origin: 'https://evil.example' }],
    ['of which the browser says so', { 'sec-fetch-site': 'cross-site' }],
    ['on another port of this host', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' }],
    ['that says nothing', {}],
  ])('%s changes nothing with the cookie, and is told what to do', async (_which, headers) => {
    const page = browser();
    await page.signIn(ADA.email, ADA.password);
    const user = { email: 'mallory@acme.example', role: 'administrator' };
    const { status, body } = await page.call('POST', '/users', user, headers);
    expect([status, body['detail']]).toEqual([403, expect.stringContaining('HEED_PUBLIC_URL')]);
    expect((await page.call('GET', '/session', undefined, headers)).status).toBe(200);
  });

  it('signs nobody in here', async () => {
    const { status, headers } = await browser().call('POST', '/session', ADA, {
      origin: 'https://evil.example',
    });
    expect([status, headers.getSetCookie()]).toEqual([403, []]);
  });

  it('does not matter to a token, which no browser sends by itself', async () => {
    const response = await fetch(`${heed.url}/api/v1/rules/reorder`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${API_TOKEN}`,
        origin: 'https://tools.acme.example',
        'content-type': 'application/json',
      },
      body: '{"ids":[]}',
    });
    expect(response.status).toBe(200);
  });
});

describe('wrong passwords', () => {
  const wrongly = (url: string, email: string) => new Browser(url).signIn(email, 'certainly not this');

  it('lock the account, across a restart, also for the right one, until an administrator unlocks it', async () => {
    const dora = await newUser('dora', 'viewer');
    const statuses: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) statuses.push((await wrongly(heed.url, dora.email)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    const restarted = await startHeed({ beside: heed });
    const locked = await new Browser(restarted.url).signIn(dora.email, dora.password);
    expect([locked.status, Number(locked.headers.get('retry-after'))]).toEqual([429, expect.closeTo(30, -1)]);
    await restarted.close();
    expect((await dora.page.call('GET', '/session')).status).toBe(200);
    expect((await heed.api('POST', `/users/${dora.id}/unlock`)).status).toBe(204);
    expect((await browser().signIn(dora.email, dora.password)).status).toBe(200);
  });

  it('wait twice as long after each, and no longer when the time is over', async () => {
    const erin = await newUser('erin', 'viewer');
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const { headers } = await wrongly(heed.url, erin.email);
      const wait = Number(headers.get('retry-after') ?? 0);
      if (wait > 0) {
        waits.push(Math.round(wait / 10) * 10);
        await heed.database.query(`update sign_in_try set last_at = last_at - interval '16 minutes'`);
      }
    }
    expect(waits).toEqual([30, 60]);
    expect((await browser().signIn(erin.email, erin.password)).status).toBe(200);
    await heed.database.query('delete from sign_in_try');
  });

  it('tell nobody whether an account exists', async () => {
    const answers = [];
    for (const email of [ADA.email, 'nobody@acme.example', '%', '\u0000@acme.example']) {
      const { status, body } = await wrongly(heed.url, email);
      answers.push(JSON.stringify({ status, body }));
    }
    expect(new Set(answers).size).toBe(1);
    for (let tries = 0; tries < 4; tries += 1) await wrongly(heed.url, 'nobody@acme.example');
    expect((await wrongly(heed.url, 'nobody@acme.example')).status).toBe(429);
    await heed.database.query('delete from sign_in_try');
  });

  it('count though they come all at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => wrongly(heed.url, 'flood@acme.example')),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    await heed.database.query('delete from sign_in_try');
  });

  it('of many accounts lock the client’s address, and nobody else’s', async () => {
    const behindProxy = (address: string, email: string) =>
      browser().call(
        'POST',
        '/session',
        { email, password: 'certainly not this' },
        { 'x-forwarded-for': address },
      );
    for (let tries = 0; tries < 20; tries += 1) {
      expect((await behindProxy('203.0.113.7', `user-${tries}@acme.example`)).status).toBe(401);
    }
    expect((await behindProxy('203.0.113.7', 'user-20@acme.example')).status).toBe(429);
    expect((await behindProxy('203.0.113.8', 'user-20@acme.example')).status).toBe(401);
    const { rows } = await heed.database.query('select key from sign_in_try');
    expect(rows.some(({ key }) => String(key).includes('203.0.113'))).toBe(false);
    await heed.database.query('delete from sign_in_try');
  });
});

describe('users', () => {
  it('are invited by a link that works once', async () => {
    const invited = await heed.api<{ user: Json; link: string }>('POST', '/users', {
      email: 'Fay@acme.example',
      role: 'editor',
    });
    expect([invited.status, invited.body.user]).toEqual([
      201,
      expect.objectContaining({ email: 'fay@acme.example', state: 'invited' }),
    ]);
    expect(invited.body.link).toMatch(new RegExp(`^${heed.url}/welcome\\?token=[\\w-]{43}$`));
    const token = tokenIn(invited.body.link);
    const page = browser();
    expect((await page.call('POST', '/welcome/read', { token })).body).toMatchObject({
      purpose: 'invitation',
      email: 'fay@acme.example',
      role: 'editor',
    });
    const accept = () => browser().call('POST', '/welcome', { token, password: 'the password of fay' });
    const statuses = (await Promise.all([accept(), accept()])).map(({ status }) => status);
    expect(statuses.toSorted(ascending)).toEqual([200, 404]);
    expect((await heed.api('POST', '/users', { email: 'FAY@acme.example', role: 'viewer' })).status).toBe(
      409,
    );
    expect((await heed.api('POST', '/users', { email: 'not an address', role: 'owner' })).status).toBe(422);
  });

  it('get a new password by a new link, which ends their sessions; an earlier link is void', async () => {
    const gil = await newUser('gil', 'viewer');
    const earlier = await heed.api('POST', `/users/${gil.id}/link`);
    const latest = await heed.api('POST', `/users/${gil.id}/link`);
    expect(
      (await browser().call('POST', '/welcome/read', { token: tokenIn(earlier.body['link']) })).status,
    ).toBe(404);
    const token = tokenIn(latest.body['link']);
    expect((await browser().call('POST', '/welcome/read', { token })).body).toMatchObject({
      purpose: 'reset',
    });
    expect((await gil.page.call('GET', '/session')).status).toBe(200);
    expect((await browser().call('POST', '/welcome', { token, password: 'a new one for gil' })).status).toBe(
      200,
    );
    expect((await gil.page.call('GET', '/session')).status).toBe(401);
    expect((await browser().signIn(gil.email, gil.password)).status).toBe(401);
  });

  it('are signed out when their role changes or they are deactivated, and stay out', async () => {
    const hal = await newUser('hal', 'viewer');
    expect((await heed.api('PATCH', `/users/${hal.id}`, { role: 'editor' })).body).toMatchObject({
      role: 'editor',
    });
    expect((await hal.page.call('GET', '/session')).status).toBe(401);
    expect((await hal.page.signIn(hal.email, hal.password)).body).toMatchObject({ role: 'editor' });
    expect((await heed.api('PATCH', `/users/${hal.id}`, { isActive: false })).body).toMatchObject({
      state: 'deactivated',
    });
    expect((await hal.page.call('GET', '/session')).status).toBe(401);
    expect((await hal.page.signIn(hal.email, hal.password)).status).toBe(401);
    expect((await heed.api('POST', `/users/${hal.id}/link`)).status).toBe(409);
    await heed.api('PATCH', `/users/${hal.id}`, { isActive: true });
    expect((await hal.page.signIn(hal.email, hal.password)).status).toBe(200);
  });

  it('keep one administrator who can sign in, though two are demoted at once', async () => {
    const { body } = await heed.api<{ items: Json[] }>('GET', '/users?limit=200');
    const ada = body.items.find(({ email }) => email === ADA.email);
    await heed.api('POST', '/users', { email: 'invited@acme.example', role: 'administrator' });
    for (const change of [{ role: 'editor' }, { isActive: false }]) {
      const { status, body: problem } = await heed.api('PATCH', `/users/${String(ada?.['id'])}`, change);
      expect([status, problem['detail']]).toEqual([409, expect.stringContaining('last administrator')]);
    }
    const ivy = await newUser('ivy', 'administrator');
    const demote = (id: unknown) => heed.api('PATCH', `/users/${String(id)}`, { role: 'viewer' });
    const statuses = (await Promise.all([demote(ada?.['id']), demote(ivy.id)]))
      .map(({ status }) => status)
      .toSorted(ascending);
    expect(statuses).toEqual([200, 409]);
    await heed.api('PATCH', `/users/${String(ada?.['id'])}`, { role: 'administrator' });
  });
});

describe('an API token', () => {
  const as = (token: string, path = '/session') =>
    fetch(`${heed.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });

  it('is shown once, has its role, and is refused when it is revoked or expired', async () => {
    const made = await heed.api('POST', '/tokens', { name: 'crm', role: 'viewer' });
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ name: 'crm', createdBy: 'api token', lastUsedOn: null }),
    ]);
    const token = String(made.body['token']);
    expect(token).toMatch(/^heed_[0-9A-Za-z]{49}$/);
    expect(await (await as(token)).json()).toMatchObject({
      kind: 'token',
      actor: 'token crm',
      role: 'viewer',
    });
    expect((await as(token, '/users')).status).toBe(403);
    const list = await heed.api<{ items: Json[] }>('GET', '/tokens');
    expect(list.body.items).toEqual([
      expect.objectContaining({ lastUsedOn: new Date().toISOString().slice(0, 10) }),
    ]);
    expect(JSON.stringify(list.body)).not.toContain(token);
    const { rows } = await heed.database.query(`select encode(token_hash, 'hex') as hash from api_token`);
    expect(rows[0].hash).toHaveLength(64);

    await heed.database.query(`update api_token set expires_at = now()`);
    expect((await as(token)).status).toBe(401);
    await heed.database.query(`update api_token set expires_at = null`);
    expect((await as(token)).status).toBe(200);
    expect((await heed.api('DELETE', `/tokens/${String(made.body['id'])}`)).status).toBe(204);
    expect((await as(token)).status).toBe(401);
    expect((await heed.api('DELETE', `/tokens/${String(made.body['id'])}`)).status).toBe(404);
    expect(
      (await heed.api('POST', '/tokens', { name: 'x', role: 'viewer', expiresAt: '2020-01-01T00:00:00Z' }))
        .status,
    ).toBe(422);
  });

  it('in the header wins over a cookie, right or wrong', async () => {
    const page = browser();
    await page.signIn(ADA.email, ADA.password);
    const { status } = await page.call('GET', '/session', undefined, { authorization: 'Bearer heed_wrong' });
    expect(status).toBe(401);
  });
});

describe('heed users', () => {
  async function cli(...argv: readonly string[]) {
    const out: string[] = [];
    const exitCode = await run(argv, {
      out: (text) => out.push(text),
      err: (text) => out.push(text),
      isColourful: false,
      environment: readCliEnvironment({ HEED_URL: heed.url, HEED_API_TOKEN: API_TOKEN }),
      clock: { now: () => new Date() },
      nodeVersion: '20.20.2',
      signal: new AbortController().signal,
      pause: async () => undefined,
    });
    return { exitCode, text: out.join('\n') };
  }

  it('invites, lists and resets', async () => {
    const added = await cli('users', 'add', '--email', 'jo@acme.example', '--role', 'administrator');
    expect(added).toEqual({ exitCode: 0, text: expect.stringContaining(`${heed.url}/welcome?token=`) });
    expect((await cli('users', 'list')).text).toMatch(/jo@acme\.example +administrator +invited/);
    expect((await cli('users', 'reset', '--email', 'JO@acme.example')).text).toContain('/welcome?token=');
    expect((await cli('users', 'reset', '--email', 'none@acme.example')).exitCode).toBe(1);
    expect((await cli('users', 'add', '--email', 'x@acme.example', '--role', 'owner')).exitCode).toBe(2);
  });
});

it('logs no secret, password or e-mail address', () => {
  const lines = heed.logged.join('\n');
  for (const secret of ['riverboat', '@acme.example', heed.app.firstLinkToken ?? '-'])
    expect(lines).not.toContain(secret);
});
