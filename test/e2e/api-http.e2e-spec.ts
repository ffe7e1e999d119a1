import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

type OpenApi = {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { summary?: string; security?: unknown; responses: object }>>;
  readonly components: { readonly schemas: Record<string, unknown> };
};

async function openApi(): Promise<OpenApi> {
  const response = await fetch(`${heed.url}/openapi.json`);
  expect(response.status).toBe(200);
  return JSON.parse(await response.text());
}

async function raw(path: string, init: RequestInit = {}) {
  const response = await fetch(`${heed.url}${path}`, init);
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    headers: response.headers,
    problem: JSON.parse(text),
  };
}

const withToken = { authorization: `Bearer ${API_TOKEN}` };

describe('who is let in', () => {
  it.each([
    ['nobody without a token', {}],
    ['nobody with another token', { authorization: `Bearer ${API_TOKEN}x` }],
    ['nobody with the token in another scheme', { authorization: `Basic ${API_TOKEN}` }],
    ['nobody with an empty token', { authorization: 'Bearer ' }],
  ])('%s', async (_who, headers) => {
    const { status, type, problem, headers: answered } = await raw('/api/v1/stats', { headers });
    expect(status).toBe(401);
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(answered.get('www-authenticate')).toBe('Bearer');
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Unauthorized', status: 401 });
    expect(JSON.stringify(problem)).not.toContain(API_TOKEN);
  });

  it('every route of the API that the description names is closed to everybody else, but for signing in', async () => {
    const { paths } = await openApi();
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method): [string, string] => [method.toUpperCase(), path]),
    );
    const api = routes.filter(([, path]) => path.startsWith('/api/v1/'));
    expect(api.length).toBeGreaterThan(30);
    for (const [method, path] of api) {
      const concrete = path.replaceAll(/\{\w+\}/g, '0199c8f2-1234-7890-8abc-012345678901');
      const response = await fetch(`${heed.url}${concrete}`, { method });
      await response.body?.cancel();
      const isOpen = JSON.stringify(paths[path]?.[method.toLowerCase()]?.security) === '[]';
      expect(`${method} ${path} ${response.status}`).toBe(`${method} ${path} ${isOpen ? 422 : 401}`);
    }
  });
});

describe('what a bad request is told', () => {
  it('names every wrong field by its pointer, and repeats no value', async () => {
    const { status, body } = await heed.api('POST', '/messages', {
      to: '',
      channel: 'fax-9431',
      surprise: 1,
    });
    expect(status).toBe(422);
    const errors = JSON.stringify(body['errors']);
    for (const pointer of ['/to', '/channel', '/text', '/surprise']) expect(errors).toContain(`"${pointer}"`);
    expect(errors).not.toContain('fax-9431');
  });

  it('says of a nested field where it stands', async () => {
    const wanted = { provider: 'contiguity', name: 'two', settings: { ownAddresses: ['+15550100200', 7] } };
    const { body } = await heed.api('POST', '/connections', wanted);
    expect(body['errors']).toEqual([
      { pointer: '/settings/ownAddresses', detail: expect.stringContaining('string') },
      { pointer: '/settings/ownAddresses', detail: expect.any(String) },
    ]);
  });

  it('refuses a body that is no JSON, one of another type and one that is too large, as problems', async () => {
    const post = (body: string, type: string) =>
      raw('/api/v1/simulate', { method: 'POST', headers: { ...withToken, 'content-type': type }, body });
    expect(await post('{"channel":', 'application/json')).toMatchObject({
      status: 400,
      problem: { status: 400, detail: expect.stringContaining('JSON') },
    });
    expect((await post('{"__proto__": {}}', 'application/json')).status).toBe(400);
    expect((await post('channel: sms', 'text/yaml')).problem.status).toBe(415);
    expect((await post(`"${'x'.repeat(1024 * 1024)}"`, 'application/json')).problem.status).toBe(413);
  });

  it.each(['/events', '/messages', '/conversations', '/contacts', '/consent/%2B2207654321/ledger'])(
    'refuses a limit and a cursor of %s that no answer gave',
    async (path) => {
      for (const query of [
        'limit=0',
        'limit=201',
        'limit=x',
        'limit=1&limit=2',
        'cursor=abc',
        'cursor=',
        'page=2',
      ]) {
        const { status } = await heed.api('GET', `${path}?${query}`);
        expect(`${query} ${status}`).toBe(`${query} 422`);
      }
      expect((await heed.api('GET', `${path}?limit=200`)).status).toBe(200);
    },
  );

  it.each([
    '/events/x',
    '/messages/x/explain',
    '/rules/x',
    '/contacts/0199c8f2-1234-7890-8abc-012345678901',
    '/nothing',
  ])('answers 404 for %s', async (path) => {
    const { status, body } = await heed.api('GET', path);
    expect([status, body['status']]).toEqual([404, 404]);
  });

  it('answers 400 for a path that is no URL', async () => {
    const { status, type, problem } = await raw('/api/v1/consent/%ff', { headers: withToken });
    expect([status, type]).toEqual([400, expect.stringContaining('application/problem+json')]);
    expect(problem).toMatchObject({ title: 'Bad Request', detail: expect.stringContaining('path') });
  });

  it('stores no NUL and breaks on none', async () => {
    expect((await heed.api('GET', '/messages?q=%00&address=%00')).status).toBe(200);
    expect((await heed.api('GET', '/consent/%00')).status).toBe(200);
    expect((await heed.api('GET', '/identity-sessions/%00')).status).toBe(404);
  });
});

describe('a failure of our own', () => {
  it('tells the caller nothing but an id, under which the log has it', async () => {
    await heed.database.query('alter table contact rename to contact_away');
    const { status, body } = await heed.api('GET', '/contacts');
    await heed.database.query('alter table contact_away rename to contact');
    expect(status).toBe(500);
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: expect.any(String),
      instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    });
    const id = String(body['instance']).slice('urn:uuid:'.length);
    expect(heed.logged.filter((line) => line.includes(id))).toHaveLength(1);
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1, without the nullable of earlier versions, and every reference in it leads somewhere', async () => {
    const document = await openApi();
    const text = JSON.stringify(document);
    expect(document.openapi).toBe('3.1.0');
    expect(text).not.toContain('"nullable"');
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => String(name));
    expect(references.length).toBeGreaterThan(50);
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  it('says of every route what it does, who may call it and what it answers', async () => {
    const { paths } = await openApi();
    const undocumented = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/v1/'))
      .flatMap(([path, operations]) =>
        Object.entries(operations)
          .filter(([, { summary, security, responses }]) => {
            const isAnswered = Object.keys(responses).some((status) => status.startsWith('2'));
            return summary === undefined || security === undefined || !isAnswered;
          })
          .map(([method]) => `${method} ${path}`),
      );
    expect(undocumented).toEqual([]);
  });

  it('can be read as a page that loads nothing from elsewhere', async () => {
    const door = await fetch(heed.url, { redirect: 'manual' });
    expect([door.status, door.headers.get('location')]).toEqual([302, '/docs']);
    const page = await (await fetch(`${heed.url}/docs`)).text();
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => String(address));
    expect(loaded).toHaveLength(3);
    for (const address of loaded) {
      const response = await fetch(new URL(address, `${heed.url}/docs`));
      await response.arrayBuffer();
      expect(`${response.status} ${response.url}`).toBe(`200 ${heed.url}/${address}`);
    }
    expect((await fetch(`${heed.url}/docs/..%2f..%2fpackage.json`)).status).toBe(404);
  });
});
