import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { DEFAULT_CONNECTION } from '../../src/connections/connection-registry.js';
import { createApp, type HeedApp } from '../../src/create-app.js';
import { demoConnections, pointSandboxAt, startDemoSandbox } from '../../src/demo/demo.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { openLocalState, type LocalState } from '../../src/platform/config/local-state.js';
import { Log } from '../../src/platform/logging/log.js';
import { providerNamed } from '../../src/providers/registry.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { cloneDatabase, type TestDatabase } from './database.js';

export const API_TOKEN = 'a-token-for-tests-of-32-characters';
const SECRET = 'a secret for tests, of 32 characters';

export type WebhookResponse = {
  readonly status: number;
  readonly eventId: string | undefined;
  readonly isDuplicate: boolean;
  readonly retryAfter: string | null;
  readonly body: string;
};

/** `body` is what the test expects to find; its assertions are what checks it. */
export type ApiResponse<Body> = { readonly status: number; readonly body: Body; readonly headers: Headers };

/** A running Heed with a database of its own and a sandbox that plays the providers, all over real HTTP. */
export type TestHeed = {
  readonly url: string;
  readonly database: TestDatabase;
  readonly sandbox: Sandbox;
  readonly state: LocalState;
  readonly app: HeedApp;
  /** Every line that was logged. */
  readonly logged: string[];
  /** Signs a body as the provider does and posts it. */
  webhook(
    provider: ProviderName,
    body: string | Uint8Array,
    headers?: Record<string, string>,
    connection?: string,
  ): Promise<WebhookResponse>;
  /** Calls the API with the administrator's token. */
  api<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<ApiResponse<Body>>;
  close(): Promise<void>;
};

export type TestHeedOptions = {
  readonly env?: Record<string, string>;
  /** Two processes that share one database and one sandbox. */
  readonly beside?: TestHeed;
  /** How Heed reaches its database, where a test wants something in between. */
  readonly through?: (databaseUrl: string) => string;
};

export async function startHeed({
  env = {},
  beside,
  through = (url) => url,
}: TestHeedOptions = {}): Promise<TestHeed> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-app-'));
  const database = beside?.database ?? (await cloneDatabase());
  const state = beside?.state ?? (await openLocalState(dataDir));
  const sandbox = beside?.sandbox ?? (await startDemoSandbox(state));
  const config = loadConfig({
    PORT: '0',
    HEED_DATA_DIR: dataDir,
    DATABASE_URL: through(database.url),
    HEED_SECRET: SECRET,
    HEED_API_TOKEN: API_TOKEN,
    HEED_BRAND: 'Acme',
    HEED_HELP_CONTACT: 'help@acme.example',
    HEED_DEMO: 'off',
    LOG_LEVEL: 'info',
    ...env,
  });
  const logged: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) });
  const runtime = {
    config,
    databaseUrl: through(database.url),
    secret: SECRET,
    apiToken: API_TOKEN,
    localState: undefined,
    close: async () => undefined,
  };
  const app = await createApp(runtime, new Log(config.logLevel, sink), demoConnections(state, sandbox.url));
  await app.nest.listen(0, '127.0.0.1');
  const url = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  if (beside === undefined) pointSandboxAt(sandbox, url);
  return {
    url,
    database,
    sandbox,
    state,
    app,
    logged,
    webhook: (provider, body, headers, connection = DEFAULT_CONNECTION) =>
      postWebhook(`${url}/webhooks/${provider}/${connection}`, state, provider, body, headers),
    api: (method, path, body) => callApi(url, method, path, body),
    close: async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
      if (beside !== undefined) return;
      await sandbox.stop();
      await database.drop();
    },
  };
}

async function postWebhook(
  url: string,
  state: LocalState,
  provider: ProviderName,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<WebhookResponse> {
  const raw = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const signature = providerNamed(provider)?.sign(
    raw,
    state.demoAccounts[provider].webhookSecret,
    new Date(),
  );
  const response = await fetch(url, {
    method: 'POST',
    body: raw,
    headers: { 'content-type': 'application/json', ...signature, ...headers },
  });
  return {
    status: response.status,
    eventId: response.headers.get('x-heed-event-id') ?? undefined,
    isDuplicate: response.headers.get('x-heed-duplicate') === 'true',
    retryAfter: response.headers.get('retry-after'),
    body: await response.text(),
  };
}

async function callApi<Body>(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<ApiResponse<Body>> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${API_TOKEN}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}
