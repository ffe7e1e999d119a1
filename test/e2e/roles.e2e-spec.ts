import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { covers, ROLES, type Role } from '../../src/access/role.js';
import { declaredAccess, type Access } from '../../src/admin/http/required-role.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';

const ID = '0199c8f2-1234-7890-8abc-012345678901';

/** Routes that are no part of the API: they ask nobody who they are, and name no customer. */
const OPEN_CONTROLLERS = ['HealthController', 'DocsController'];

/** Routes of the API that nobody has to be signed in for, because they are how one signs in. */
const OPEN_ROUTES = ['POST api/v1/session', 'POST api/v1/welcome', 'POST api/v1/welcome/read'];

type Route = { readonly method: string; readonly path: string; readonly needs: Access | undefined };

let heed: TestHeed;
let routes: readonly Route[];
const tokens = new Map<Role, string>();

beforeAll(async () => {
  heed = await startHeed();
  routes = routesOf(heed);
  for (const role of ROLES) {
    const { body } = await heed.api('POST', '/tokens', { name: role, role });
    tokens.set(role, String(body['token']));
  }
});

afterAll(async () => {
  await heed.close();
});

/** Every handler of every controller in the running app. */
function routesOf({ app }: TestHeed): readonly Route[] {
  const modules = [...app.nest.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  const reflector = new Reflector();
  return controllers.flatMap(({ metatype, name }) => {
    if (typeof metatype !== 'function' || OPEN_CONTROLLERS.includes(String(name))) return [];
    const prototype: Record<string, unknown> = metatype.prototype;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((member): Route[] => {
      const handler = prototype[member];
      if (typeof handler !== 'function') return [];
      const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
      if (typeof method !== 'number') return [];
      const parts = [metatype, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)));
      const path = parts.join('/').replaceAll(/\/+/g, '/').replace(/\/$/, '');
      return [
        { method: String(RequestMethod[method]), path, needs: declaredAccess(reflector, handler, metatype) },
      ];
    });
  });
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

async function call({ method, path }: Route, headers: Record<string, string>) {
  const concrete = path.replaceAll(/:\w+/g, ID);
  const response = await fetch(`${heed.url}/${concrete}`, { method, headers });
  const text = response.status === 403 ? await response.text() : '';
  await response.body?.cancel().catch(() => undefined);
  return { status: response.status, text };
}

const as = (role: Role) => ({ authorization: `Bearer ${tokens.get(role) ?? ''}` });

describe('every route of the API', () => {
  it('is known to this test', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length);
    for (const { path } of routes) expect(path).toMatch(/^api\/v1\//);
  });

  it('says who may call it', () => {
    expect(routes.filter(({ needs }) => needs === undefined).map(nameOf)).toEqual([]);
  });

  it('is open to nobody who is not signed in, but for those by which one signs in', async () => {
    expect(
      routes
        .filter(({ needs }) => needs === 'anyone')
        .map(nameOf)
        .sort(),
    ).toEqual(OPEN_ROUTES);
    const answers = [];
    for (const route of routes) answers.push(`${nameOf(route)} ${(await call(route, {})).status === 401}`);
    expect(answers.filter((answer) => answer.endsWith('false')).sort()).toEqual(
      OPEN_ROUTES.map((name) => `${name} false`),
    );
  });

  it('refuses whoever has a lower role than it needs, and names the role', async () => {
    const wrong = [];
    for (const route of routes) {
      const { needs } = route;
      if (needs === undefined || needs === 'anyone') continue;
      for (const role of ROLES.filter((held) => !covers(held, needs))) {
        const { status, text } = await call(route, as(role));
        if (status !== 403 || !text.includes(`needs the role ${needs}; yours is ${role}`))
          wrong.push(`${nameOf(route)} as ${role}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lets in whoever has the role: no reading is refused', async () => {
    const wrong = [];
    for (const route of routes) {
      const { method, path, needs } = route;
      if (method !== 'GET' || path.endsWith('/stream') || needs === undefined || needs === 'anyone') continue;
      const { status } = await call(route, as(needs));
      if (status === 401 || status === 403 || status >= 500) wrong.push(`${nameOf(route)}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('that changes something needs more than a viewer, but for one’s own session', () => {
    const byViewers = routes
      .filter(({ method, needs }) => method !== 'GET' && needs === 'viewer')
      .map(nameOf);
    expect(byViewers.sort()).toEqual([
      'DELETE api/v1/session',
      'DELETE api/v1/sessions',
      'DELETE api/v1/sessions/:id',
      'POST api/v1/flows/:id/try',
      'POST api/v1/flows/try',
      'POST api/v1/session/password',
      'POST api/v1/simulate',
    ]);
  });
});

describe('what only some roles see or do', () => {
  it.each<[Role, string]>([
    ['viewer', 'GET api/v1/conversations/:id'],
    ['viewer', 'GET api/v1/messages'],
    ['viewer', 'GET api/v1/rules'],
    ['editor', 'GET api/v1/events/:id'],
    ['editor', 'GET api/v1/consent/:address/dossier'],
    ['editor', 'GET api/v1/consent/readings'],
    ['editor', 'POST api/v1/rules'],
    ['editor', 'POST api/v1/messages'],
    ['editor', 'POST api/v1/consent/:address'],
    ['editor', 'POST api/v1/conversations/:id/pause'],
    ['administrator', 'GET api/v1/consent/export'],
    ['administrator', 'POST api/v1/consent/import'],
    ['administrator', 'POST api/v1/contacts/:id/erase'],
    ['administrator', 'PATCH api/v1/connections/:id'],
    ['administrator', 'GET api/v1/users'],
    ['administrator', 'POST api/v1/tokens'],
    ['administrator', 'GET api/v1/audit'],
  ])('needs a %s: %s', (role, name) => {
    expect(routes.find((route) => nameOf(route) === name)?.needs).toBe(role);
  });
});

it('no other address of the app answers with anything that somebody must not see', async () => {
  const tree = heed.app.nest.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const paths = [...tree.matchAll(/^ {4}(?:├──|└──) (\S+)/gm)].map(([, path]) => String(path));
  expect(paths).toContain('api/v1/rules');
  // The star is what comes after unsubscribe/ in one of our links.
  const known = /^(?:webhooks\/:provider|\*|health\/(?:live|ready)|metrics|docs|openapi\.json)$/;
  expect(paths.filter((path) => !path.startsWith('api/v1/') && !known.test(path))).toEqual([]);
  expect((await fetch(`${heed.url}/anything`)).status).toBe(404);
});
