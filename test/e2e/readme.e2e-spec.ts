import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';

const execute = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

let folder: string;
let heed: ChildProcess;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-readme-'));
  heed = spawn(process.execPath, [join(root, 'dist/main.js')], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  url = await eventually(async () => {
    const state = JSON.parse(await readFile(join(folder, '.heed/local.json'), 'utf8'));
    expect(typeof state.url).toBe('string');
    return String(state.url);
  }, 25_000);
});

afterAll(async () => {
  const ended = new Promise((done) => heed.once('exit', done));
  heed.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
});

/** The commands between the two marks of the README, one shell script for each fenced block. */
async function walkThrough(): Promise<string[]> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, part = ''] = readme.split(/<!-- walk-through.*?-->|<!-- end of the walk-through -->/);
  return [...part.matchAll(/```sh\n(.*?)```/gs)].map(([, script = '']) => script);
}

/** As a reader would run it, but for the port, which is taken from the running server. */
async function shell(script: string, messageId: string): Promise<string> {
  const here = script
    .replaceAll('npx heed', `${process.execPath} ${join(root, 'bin/heed.js')}`)
    .replaceAll('http://127.0.0.1:3000', url);
  const env = { PATH: process.env['PATH'], MESSAGE_ID: messageId, NO_COLOR: '1' };
  const { stdout } = await execute('bash', ['-euo', 'pipefail', '-c', here], { cwd: folder, env });
  return stdout;
}

it('does what the README says, step by step', async () => {
  const [ask, explain, simulate, stop, start, rule, doctor, ...more] = await walkThrough();
  expect(more).toEqual([]);

  const asked = await shell(ask ?? '', '');
  const messageId = /heed explain (\S+)/.exec(asked)?.[1] ?? '';
  expect(messageId).toMatch(/^[0-9a-f-]{36}$/);

  await eventually(async () => {
    const story = await shell(explain ?? '', messageId);
    expect(story).toContain('Replied: rule "Opening hours" matched.');
    expect(story).toContain('delivered');
  });
  expect(await shell(simulate ?? '', '')).toContain('A delivery costs 50 dalasi');

  expect(await shell(stop ?? '', '')).toContain('opted_out');
  await shell(start ?? '', '');
  await eventually(async () => {
    const texts = await shownTo('+2207654321');
    expect(texts).toEqual([
      expect.stringContaining('We are open'),
      expect.stringContaining("You're unsubscribed"),
      expect.stringContaining("You're resubscribed"),
    ]);
  });

  expect(await shell(rule ?? '', '')).toContain('You can park behind the shop.');
  expect(await shell(doctor ?? '', '')).toContain('ok');
});

/** What the sandbox accepted for this customer. */
async function shownTo(customer: string): Promise<string[]> {
  const { sandboxUrl } = JSON.parse(await readFile(join(folder, '.heed/local.json'), 'utf8'));
  const response = await fetch(`${sandboxUrl}/ledger?to=${encodeURIComponent(customer)}`);
  const { items } = (await response.json()) as { items: { text: string }[] };
  return items.map((item) => item.text);
}
