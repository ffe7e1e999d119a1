import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readCliEnvironment } from '../../src/cli/cli-environment.js';
import { run } from '../../src/cli/run.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';

let heed: TestHeed;
let dir: string;

beforeAll(async () => {
  heed = await startHeed();
  dir = await mkdtemp(join(tmpdir(), 'heed-rules-'));
});

afterAll(async () => {
  await heed.close();
  await rm(dir, { recursive: true });
});

type Json = Record<string, unknown>;

async function heedCommand(...argv: readonly string[]) {
  const lines = { out: [] as string[], err: [] as string[] };
  const exitCode = await run(argv, {
    out: (text) => lines.out.push(text),
    err: (text) => lines.err.push(text),
    isColourful: false,
    environment: readCliEnvironment({ HEED_URL: heed.url, HEED_API_TOKEN: API_TOKEN, HEED_DATA_DIR: dir }),
    clock: new SystemClock(),
    nodeVersion: process.versions.node,
    signal: new AbortController().signal,
    pause: async () => undefined,
  });
  return { exitCode, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

const FILLING =
  'We are open on every day of the week, from nine in the morning until five in the afternoon. '.repeat(12);

/** Of 1,000 rules, more than 1 MiB. */
function rules(text: string): Json[] {
  return Array.from({ length: 1_000 }, (_, n) => ({
    key: `rule-${n}`,
    name: `Rule ${n}`,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: `word${n}` },
    then: [{ reply: { text: `${text} ${n}. ${FILLING}` } }],
  }));
}

async function files(one: readonly Json[], other: readonly Json[]): Promise<void> {
  await writeFile(join(dir, '1.yaml'), JSON.stringify({ rules: one }));
  await writeFile(join(dir, '2.yaml'), JSON.stringify({ rules: other }));
}

async function serverRules(): Promise<readonly Json[]> {
  const { body } = await heed.api<{ items: Json[] }>('GET', '/rules');
  return body.items;
}

it('a bundle of more than 1 MiB is planned and applied: made, changed, put in another order, and taken out', async () => {
  const made = rules('First');
  expect(JSON.stringify(made).length).toBeGreaterThan(1_100_000);
  await files(made.slice(0, 500), made.slice(500));
  expect(await heedCommand('rules', 'apply', dir, '--yes')).toMatchObject({ exitCode: 0, err: '' });
  expect((await serverRules()).map(({ key }) => key)).toEqual(made.map(({ key }) => key));

  const changed = rules('Second').toReversed();
  await files(changed.slice(0, 990), []);
  const applied = await heedCommand('rules', 'apply', dir, '--yes', '--prune', '--reason', 'Turned round');
  expect(applied).toMatchObject({ exitCode: 0, err: '' });
  const after = await serverRules();
  expect(after.map(({ key, revision }) => [key, revision])).toEqual(
    changed.slice(0, 990).map(({ key }) => [key, 2]),
  );
  expect(after[0]?.['then']).toEqual([{ reply: { text: expect.stringContaining('Second 999.') } }]);
  const last = await heed.api<{ items: Json[] }>('GET', `/rules/${String(after[0]?.['id'])}/revisions`);
  expect(last.body.items).toMatchObject([{ revision: 2, reason: 'Turned round' }, { revision: 1 }]);
});

it('a file that asks a language model where there is none is refused, and nothing of its bundle is applied', async () => {
  const before = await serverRules();
  const model = {
    key: 'model',
    name: 'Model',
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'exists', value: true },
    then: [{ model: { instructions: 'Help.', topics: ['prices'], fallback: 'Later.' } }],
  };
  await files([{ ...model, key: 'off', enabled: false }], [model]);
  const refused = await heedCommand('rules', 'apply', dir, '--yes', '--force');
  expect(refused.exitCode).toBe(1);
  expect(refused.out).toMatch(/2\.yaml:1:\d+: fail No language model is configured\./);
  expect(refused.out).not.toMatch(/1\.yaml/);
  expect(await serverRules()).toEqual(before);
});

/** Says how large the body is and sends none of it: a server that refuses it does so at once. */
async function announce(path: string, bytes: number, token?: string): Promise<readonly [number, string]> {
  const headers = {
    'content-type': 'application/json',
    'content-length': bytes,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const sent = request(`${heed.url}/api/v1/${path}`, { method: 'POST', agent: false, headers });
  try {
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.on('response', resolve).on('error', reject);
    });
    sent.flushHeaders();
    const answer = await answered;
    return [answer.statusCode ?? 0, await text(answer)];
  } finally {
    sent.destroy();
  }
}

it('a body over the limit of its route is refused with the limit in words, and a large one of nobody is not read', async () => {
  const MIB = 1024 * 1024;
  const asked = [
    await announce('rules', 2 * MIB, API_TOKEN),
    await announce('rules/plan', 17 * MIB, API_TOKEN),
    await announce('rules/apply', 2 * MIB),
  ];
  expect(asked).toEqual([
    [413, expect.stringContaining('1048576 bytes')],
    [413, expect.stringContaining('16777216 bytes')],
    [401, expect.stringContaining('token')],
  ]);
});
