/**
 * `npm run screenshots` takes the pictures of the README: it starts the build in its demo form on a free port, lets a few customers write, and
 * photographs the main pages. It needs Chromium.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const FOLDER = 'docs/screenshots';
const ACCOUNT = { HEED_ADMIN_EMAIL: 'admin@acme.example', HEED_ADMIN_PASSWORD: 'correct horse battery' };
const TOKEN = 'a-token-for-pictures-of-32-characters';
const WORDS = [
  ['+2207654321', 'what are your hours?'],
  ['+2207654322', 'How much is a delivery?'],
  ['+2207654323', 'Stop. Thanks!'],
  ['+2207654324', 'please quit texting me'],
  ['+2207654325', 'can I talk to a person'],
  ['+2207654326', 'is anybody there'],
];

const executablePath = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));
if (executablePath === undefined) throw new Error('There is no Chromium here: apt-get install chromium.');

const dataDir = await mkdtemp(join(tmpdir(), 'heed-screenshots-'));
const heed = spawn(process.execPath, ['dist/main.js'], {
  env: {
    PATH: process.env.PATH,
    PORT: '0',
    HEED_DATA_DIR: dataDir,
    HEED_DEMO: 'on',
    HEED_API_TOKEN: TOKEN,
    ...ACCOUNT,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const url = await addressOf(heed);
  for (const [from, text] of WORDS) await write(url, from, text);
  await mkdir(FOLDER, { recursive: true });
  const page = await signedIn(url);
  await picture(page, '/', 'overview');
  const { items } = await call(url, 'GET', '/messages?direction=inbound');
  await picture(page, `/messages/${items.at(-1).id}`, 'why');
  await page.goto('/phone');
  await page.getByRole('button', { name: 'what are your hours?' }).click();
  await page.getByText('delivered').first().waitFor();
  await page.screenshot({ path: join(FOLDER, 'phone.png') });
  await picture(page, '/rules', 'rules');
  await page.getByRole('link', { name: 'Opening hours' }).first().click();
  await page.getByLabel('A customer writes').fill('what are your hours?');
  await page.getByText('replied', { exact: true }).first().waitFor();
  await page.screenshot({ path: join(FOLDER, 'rule.png') });
  await picture(page, `/consent?address=${encodeURIComponent('+2207654323')}`, 'consent');
  console.log(`Written: ${FOLDER}`);
} finally {
  await browser.close();
  heed.kill('SIGTERM');
  await once(heed, 'close');
  await rm(dataDir, { recursive: true, force: true });
}

async function picture(page, path, name) {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

async function signedIn(url) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('E-mail').fill(ACCOUNT.HEED_ADMIN_EMAIL);
  await page.getByRole('textbox', { name: 'Password' }).fill(ACCOUNT.HEED_ADMIN_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return page;
}

async function write(url, from, text) {
  await call(url, 'POST', '/sandbox/messages', { provider: 'integify', channel: 'sms', from, text });
}

async function call(url, method, path, body) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

async function addressOf(child) {
  let printed = '';
  for await (const bytes of child.stdout) {
    printed += bytes;
    const url = /"url":"(http:[^"]+)"[^\n]*"Heed is up\."/.exec(printed)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`Heed did not start:\n${printed}`);
}
