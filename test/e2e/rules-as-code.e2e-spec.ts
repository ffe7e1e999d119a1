import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readCliEnvironment } from '../../src/cli/cli-environment.js';
import { run } from '../../src/cli/run.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import { says, settled } from '../support/outbound.js';

let heed: TestHeed;
let dir: string;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'heed-rules-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true });
});

type Json = Record<string, unknown>;

type Told = { readonly exitCode: number; readonly out: string; readonly err: string };

async function heedCommand(...argv: readonly string[]): Promise<Told> {
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

function rule(name: string, more: Json = {}): Json {
  return {
    name,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: name.toLowerCase() },
    then: [{ reply: { text: `About ${name}.` } }],
    ...more,
  };
}

async function api(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await heed.api<Json>(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function serverRules(): Promise<readonly Json[]> {
  const { items } = await api('GET', '/rules');
  return Array.isArray(items) ? items : [];
}

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(dir, file);
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

it('D7, I19: takes the rulebook out as files, and applying them changes nothing', async () => {
  await api('POST', '/schedules', {
    name: 'Shop',
    timeZone: 'Africa/Banjul',
    weekly: { friday: [['09:00', '18:00']] },
  });
  await api('POST', '/templates', {
    name: 'Hours',
    text: 'From 09:00: {{ contact.name | default: "friend" }}\n',
  });
  await api('POST', '/rules', {
    ...rule('Hours', { key: 'hours', then: [{ reply: { use: 'Hours' } }] }),
    when: {
      all: [
        { fact: 'message.text', op: 'word', value: 'hours' },
        { fact: 'time.now', op: 'within', value: 'Shop' },
      ],
    },
  });
  await api('POST', '/rules', rule('Price', { tests: [{ text: 'price?', expect: 'reply' }] }));
  await api('POST', '/rules', rule('Price', { mode: 'shadow' }));

  expect(await heedCommand('rules', 'export', dir)).toMatchObject({ exitCode: 0 });
  const text = await readFile(join(dir, 'rules.yaml'), 'utf8');
  expect(text).toContain('# yaml-language-server: $schema=./rules-file.schema.json');
  expect(text.match(/key: .*/g)).toEqual(['key: hours', 'key: price', 'key: price-2']);
  const schema: unknown = JSON.parse(await readFile(join(dir, 'rules-file.schema.json'), 'utf8'));
  expect(schema).toEqual(await api('GET', '/rules/file-schema'));

  expect(await heedCommand('rules', 'lint', dir)).toMatchObject({ exitCode: 0 });
  const before = await serverRules();
  const planned = await heedCommand('rules', 'plan', dir, '--prune', '--json');
  expect(JSON.parse(planned.out)).toMatchObject({ summary: { unchanged: 5 }, drift: [], problems: [] });
  expect(await heedCommand('rules', 'apply', dir, '--prune', '--yes')).toMatchObject({ exitCode: 0 });
  const after = await serverRules();
  expect(after).toEqual(before.map((each, n) => ({ ...each, key: ['hours', 'price', 'price-2'][n] })));
  const yaml = await fetch(`${heed.url}/api/v1/rules/export?format=yaml`, {
    headers: { authorization: `Bearer ${API_TOKEN}` },
  });
  expect(await yaml.text()).toContain('key: price-2');
});

describe('heed rules', () => {
  beforeEach(async () => {
    expect(await heedCommand('rules', 'export', dir)).toMatchObject({ exitCode: 0 });
  });

  it('apply makes revisions of what changed and of nothing else, with actor and reason, in the new order', async () => {
    const before = await serverRules();
    await change('rules.yaml', 'About Price.', 'It costs 5.');
    await change('templates.yaml', 'From 09:00', 'Open from 09:00');
    await writeFile(
      join(dir, '00-first.yaml'),
      `rules:\n  - key: first\n    name: First\n    trigger: { event: message.received }\n    when: { fact: message.text, op: word, value: first }\n    then: [{ reply: { text: You are first. } }]\n    tests: [{ text: am I first?, expect: reply }]\n`,
    );
    expect((await heedCommand('rules', 'test', dir)).out).toContain('2 of 2 tests passed');
    const shown = await heedCommand('rules', 'apply', dir);
    expect(shown).toMatchObject({ exitCode: 0 });
    expect(shown.out).toContain('+ rule first at place 1');
    expect(shown.out).toContain('/then/0/reply/text: "About Price." → "It costs 5."');
    expect(await serverRules()).toEqual(before);

    const applied = await heedCommand('rules', 'apply', dir, '--yes', '--reason', 'Spring prices', '--json');
    expect(applied).toMatchObject({ exitCode: 0, err: '' });
    const after = await serverRules();
    expect(after.map(({ key, revision }) => [key, revision])).toEqual([
      ['first', 1],
      ['hours', 1],
      ['price', 2],
      ['price-2', 1],
    ]);
    const revisions = await api('GET', `/rules/${String(after[2]?.['id'])}/revisions`);
    expect(revisions['items']).toMatchObject([{ revision: 2, reason: 'Spring prices' }, { revision: 1 }]);
    expect(Array.isArray(revisions['items']) && revisions['items'][0].actor).toBeTruthy();
    expect(JSON.parse((await heedCommand('rules', 'plan', dir, '--json')).out)).toMatchObject({
      summary: { create: 0, update: 0, move: 0, unchanged: 6 },
      drift: [],
    });
    expect((await heedCommand('rules', 'diff', 'price')).out).toContain('"About Price." → "It costs 5."');
    expect(await heedCommand('rules', 'rollback', 'price', '1', '--reason', 'Too dear')).toMatchObject({
      exitCode: 0,
    });
    expect((await serverRules())[2]).toMatchObject({
      key: 'price',
      revision: 3,
      then: [{ reply: { text: 'About Price.' } }],
    });
    expect(await heedCommand('rules', 'diff', 'nothing')).toMatchObject({ exitCode: 1 });
  });

  it('refuses to undo what somebody changed on the server, names it, and does it with --force', async () => {
    await heedCommand('rules', 'apply', dir, '--yes');
    const hours = (await serverRules()).find(({ key }) => key === 'hours');
    await api('PUT', `/rules/${String(hours?.['id'])}`, { ...hours, name: 'Other hours', reason: 'By hand' });
    const refused = await heedCommand('rules', 'apply', dir, '--yes');
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.out).toMatch(/! Rule "Hours" was changed by .+: "By hand"\./);
    expect((await serverRules()).find(({ key }) => key === 'hours')).toMatchObject({ name: 'Other hours' });

    const bundle = await api('GET', '/rules/export');
    const rules = Array.isArray(bundle['rules']) ? bundle['rules'] : [];
    const stale = { ...bundle, rules: rules.map((each) => ({ ...each, name: 'Stale' })) };
    const { version } = await api('POST', '/rules/plan', { bundle: stale });
    await api('PUT', `/rules/${String(hours?.['id'])}`, {
      ...hours,
      name: 'Hours again',
      revision: undefined,
    });
    const outdated = await heed.api('POST', '/rules/apply', { bundle: stale, expectedVersion: version });
    expect([outdated.status, outdated.body['detail']]).toEqual([
      409,
      expect.stringContaining('since this plan'),
    ]);
    const fresh = await api('POST', '/rules/plan', { bundle: stale });
    const drifted = await heed.api('POST', '/rules/apply', {
      bundle: stale,
      expectedVersion: fresh['version'],
    });
    expect([drifted.status, drifted.body['errors']]).toEqual([
      409,
      [{ pointer: '', detail: expect.stringContaining('Rule "Stale" was changed') }],
    ]);

    expect(await heedCommand('rules', 'apply', dir, '--yes', '--force')).toMatchObject({ exitCode: 0 });
    expect((await serverRules()).find(({ key }) => key === 'hours')).toMatchObject({ name: 'Hours' });
  });

  it('applies everything or nothing, and tells where in the files the problem is', async () => {
    const before = await serverRules();
    await change('rules.yaml', 'About Price.', 'Changed.');
    await change('rules.yaml', 'use: Hours', 'use: Horus');
    const refused = await heedCommand('rules', 'apply', dir, '--yes');
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.out).toMatch(
      /rules\.yaml:\d+:\d+: fail There is no template "Horus"\. Did you mean "Hours"\?/,
    );
    expect(await serverRules()).toEqual(before);
    const bundle = { rules: [{ key: 'x', ...rule('X', { category: 'nothing' }) }, { name: 'no key' }] };
    const answer = await heed.api<Json>('POST', '/rules/apply', { bundle, expectedVersion: '1-x' });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toMatch(/\/bundle\/rules\/0\/category.*/);
    expect(await heedCommand('rules', 'lint', dir)).toMatchObject({ exitCode: 1 });
    expect(await heedCommand('rules', 'lint', join(dir, 'nowhere'))).toMatchObject({ exitCode: 2 });
  });

  it('prunes what no file has, and keeps what a remaining rule needs', async () => {
    await heedCommand('rules', 'apply', dir, '--yes', '--force');
    await rm(join(dir, 'templates.yaml'));
    const needed = await heedCommand('rules', 'plan', dir, '--prune');
    expect(needed).toMatchObject({ exitCode: 1 });
    expect(needed.out).toContain('There is no template "Hours"');
    await writeFile(join(dir, 'rules.yaml'), 'rules:\n');
    expect((await heedCommand('rules', 'apply', dir, '--yes')).out).toContain('0 to delete');
    expect(await serverRules()).not.toEqual([]);
    const pruned = await heedCommand('rules', 'apply', dir, '--yes', '--prune', '--json');
    expect(pruned).toMatchObject({ exitCode: 0 });
    expect(await serverRules()).toEqual([]);
  });
});

it('D16: shows what the files would have done with the latest messages, and makes a test of one of them', async () => {
  await writeFile(
    join(dir, 'rules.yaml'),
    `rules:\n  - key: order\n    name: Order\n    trigger: { event: message.received }\n    when: { fact: message.text, op: matches, value: 'order \\d{8}' }\n    then: [{ reply: { text: We look it up. } }]\n`,
  );
  expect(await heedCommand('rules', 'apply', dir, '--yes', '--force')).toMatchObject({ exitCode: 0 });
  const words = 'order 48213377 for fatou@mail.example, call +220 765 4321';
  await says(heed, 'integify', 'sms', '+2207770001', words);
  await settled(heed);
  await change('rules.yaml', 'order ', 'orders ');
  const planned = JSON.parse((await heedCommand('rules', 'plan', dir, '--json')).out);
  expect(planned.effect).toMatchObject({ changedReplies: 1, rules: [{ key: 'order', before: 1, after: 0 }] });
  const [example] = planned.effect.examples;
  expect(example).toMatchObject({ before: { verdict: 'replied' }, after: { verdict: 'no_rule_matched' } });

  const path = `/messages/${String(example.messageId)}/test-case`;
  const made = await api('POST', path, {});
  expect(made).toMatchObject({
    ruleKey: 'order',
    holds: true,
    revision: null,
    masked: ['email', 'phone', 'number'],
  });
  expect(JSON.stringify(made)).not.toMatch(/48213377|fatou|765 4321/);
  expect(await api('POST', path, { add: true, reason: 'Keep it so' })).toMatchObject({
    holds: true,
    revision: 2,
  });
  expect((await heed.api('POST', path, { add: true })).status).toBe(409);
  expect(await heedCommand('rules', 'test', dir, '--server')).toMatchObject({ exitCode: 0 });

  await heedCommand('rules', 'export', dir);
  expect((await heedCommand('rules', 'test', dir)).out).toContain('1 of 1 tests passed');
  await change('rules.yaml', 'order \\d{8}', 'order \\d{9}');
  const failing = await heedCommand('rules', 'test', dir);
  expect(failing).toMatchObject({ exitCode: 1 });
  expect(failing.out).toMatch(/rules\.yaml:\d+:\d+: fail Order: ".+" expects a reply\.\n {2}No reply/);
});

const ANY_TEXT = { when: { fact: 'message.text', op: 'exists', value: true } };

it('lets no rule go live that has to be tried on the past first', async () => {
  for (const customer of ['+15550290001', '+15550290002']) {
    await says(heed, 'contiguity', 'sms', customer, 'anybody there');
  }
  await settled(heed);
  const gated = await startHeed({ env: { HEED_ARMING_THRESHOLD: '1' }, beside: heed });
  try {
    const bundle = {
      rules: [
        { key: 'gated', ...rule('Gated', ANY_TEXT) },
        { key: 'rare', ...rule('Rare') },
      ],
    };
    const asShadow = { rules: [{ key: 'gated', ...rule('Gated', { ...ANY_TEXT, mode: 'shadow' }) }] };
    const planned = await gated.api<Json>('POST', '/rules/plan', { bundle });
    expect(planned.body['dryRunsNeeded']).toMatchObject([{ key: 'gated' }]);
    const { version } = planned.body;
    const refused = await gated.api<Json>('POST', '/rules/apply', { bundle, expectedVersion: version });
    expect([refused.status, refused.body['errors']]).toMatchObject([409, [{ pointer: '/bundle/rules/0' }]]);
    const shadow = await gated.api('POST', '/rules/apply', { bundle: asShadow, expectedVersion: version });
    expect(shadow.status).toBe(200);
  } finally {
    await gated.close();
  }
});
