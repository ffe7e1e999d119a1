import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect } from '@jest/globals';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { cloneDatabase, type TestDatabase } from './database.js';
import { startProcess } from './heed-process.js';

/** Playwright takes a path, not a name. */
const CHROMIUM = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** Whether the page can be tested here. In CI it has to be. */
export const hasChromium = CHROMIUM !== undefined;
if (!hasChromium && process.env['CI'] !== undefined) {
  throw new Error('There is no Chromium. In CI the page has to be tested: apt-get install chromium.');
}
if (!hasChromium) {
  process.stdout.write('The page is not tested: there is no Chromium here (apt-get install chromium).\n');
}

export const ADMINISTRATOR = { email: 'admin@acme.example', password: 'correct horse battery' };
const API_TOKEN = 'a-token-for-tests-of-32-characters';

/** The built Heed in its demo form, and a browser that looks at it. */
export type PageTest = {
  readonly url: string;
  /** Everything that it has printed. */
  printed(): string;
  /** A page of a fresh browser profile, signed in as the administrator unless said otherwise. */
  open(options?: { as?: { email: string; password: string } | 'nobody'; isPhone?: boolean }): Promise<Page>;
  readonly database: TestDatabase;
  /** Calls the API with the administrator's token. */
  api<Body = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Body>;
  close(): Promise<void>;
};

/** Starts `dist/main.js` on a database of its own, with the sandbox and the demo's rules, and a real Chromium. */
export async function startPage(env: Readonly<Record<string, string>> = {}): Promise<PageTest> {
  if (CHROMIUM === undefined) throw new Error('There is no Chromium here.');
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-page-'));
  const database = await cloneDatabase();
  const heed = startProcess({
    HEED_DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    HEED_SECRET: 'a secret for tests, of 32 characters',
    HEED_DEMO: 'on',
    HEED_ADMIN_EMAIL: ADMINISTRATOR.email,
    HEED_ADMIN_PASSWORD: ADMINISTRATOR.password,
    HEED_API_TOKEN: API_TOKEN,
    ...env,
  });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const url = await heed.isUp();
  return {
    url,
    database,
    printed: () => heed.printed(),
    open: (options) => open(browser, url, options),
    async api<Body>(method: string, path: string, body?: unknown): Promise<Body> {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${API_TOKEN}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return JSON.parse(text === '' ? 'null' : text);
    },
    async close() {
      await browser.close();
      heed.signal('SIGTERM');
      await heed.ended;
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function open(
  browser: Browser,
  url: string,
  { as = ADMINISTRATOR, isPhone = false }: Parameters<PageTest['open']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  if (as === 'nobody') return page;
  await page.goto('/');
  await page.getByLabel('E-mail').fill(as.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(as.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').waitFor({ state: 'attached' });
  return page;
}

type Barrier = {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly where: readonly string[];
};

/** Evaluated in the browser, where axe is. */
const RUN_AXE = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, impact, help, nodes }) => ({
    id, impact, help, where: nodes.map(({ html }) => html.slice(0, 200)),
  })))`;

/** Fails with what it found when axe sees a serious or critical barrier on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const barriers = await page.evaluate<readonly Barrier[]>(RUN_AXE);
  expect(barriers.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}
