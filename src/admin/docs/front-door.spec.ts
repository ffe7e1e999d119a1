import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { setSecurityHeaders } from '../http/security-headers.js';
import { openFrontDoor } from './front-door.js';

const STYLES = '.a{color:red}'.repeat(500);
const PAGE = '<!doctype html><title>Heed</title>';

let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-page-'));
  await mkdir(join(folder, 'web/assets'), { recursive: true });
  await writeFile(join(folder, 'web/index.html'), PAGE);
  await writeFile(join(folder, 'web/favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'web/assets/index-4f1c2a.js'), 'export {};');
  await writeFile(join(folder, 'web/assets/big-8c1d.css'), STYLES);
  await writeFile(join(folder, 'secret.txt'), 'not for you');
  server = Fastify();
  setSecurityHeaders(server, 'https://heed.acme.example');
  await openFrontDoor(server, join(folder, 'web'));
  server.get('/api/v1/rules', async () => ({ items: [] }));
  await server.ready();
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (url: string, accept = 'text/html,*/*') => server.inject({ url, headers: { accept } });

describe('the front door', () => {
  it.each([
    '/',
    '/rules',
    '/conversations/0199c8f2-1234-7890-8abc-012345678901',
    '/welcome?token=abc',
    '/index.html',
  ])('shows the page at %s, which no cache keeps unasked', async (url) => {
    const { statusCode, body, headers } = await get(url);
    expect([statusCode, body, headers['cache-control']]).toEqual([200, PAGE, 'no-cache']);
    expect(headers['content-type']).toContain('text/html');
  });

  it('sends less to whoever can unpack it, and nothing to whoever has it', async () => {
    const url = '/assets/big-8c1d.css';
    const packed = await server.inject({ url, headers: { 'accept-encoding': 'br, gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(STYLES);
    expect((await server.inject({ url })).body).toBe(STYLES);
    const again = await server.inject({ url, headers: { 'if-none-match': String(packed.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('lets browsers keep what has its hash in its name', async () => {
    const { statusCode, headers } = await get('/assets/index-4f1c2a.js', '*/*');
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers['content-type']).toContain('javascript');
    expect((await get('/favicon.svg', 'image/*')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/assets/index-000000.js',
    '/api/v1/nothing',
    '/api',
    '/webhooks/none',
    '/docs/none',
    '/health/none',
  ])('shows no page at %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  it('shows no page to a program', async () => {
    expect((await get('/rules', 'application/json')).statusCode).toBe(404);
    expect(
      (await server.inject({ method: 'POST', url: '/rules', headers: { accept: 'text/html' } })).statusCode,
    ).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
  ])('gives nothing from outside its folder: %s', async (url) => {
    expect((await get(url)).body).not.toContain('not for you');
  });

  it('tells browsers what the page may not do, and keeps to what a route says itself', async () => {
    for (const url of ['/', '/assets/index-4f1c2a.js', '/api/v1/rules', '/api/v1/nothing']) {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
      });
    }
  });

  it('leads to the description of the API while no page is built', async () => {
    const bare = Fastify();
    await openFrontDoor(bare, join(folder, 'nowhere'));
    const { statusCode, headers } = await bare.inject({ url: '/' });
    expect([statusCode, headers.location]).toEqual([302, '/docs']);
    await bare.close();
  });
});
