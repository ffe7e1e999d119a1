import { afterEach, beforeEach } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCliEnvironment } from '../../src/cli/cli-environment.js';
import type { CliIo, ExitCode } from '../../src/cli/cli-io.js';
import { run } from '../../src/cli/run.js';
import { PROVIDER_NAMES } from '../../src/messaging/provider.js';

const TOKEN = 'token-0123456789-0123456789-0123456789';
/** The webhook secret of every provider. */
export const SECRET = 'whsec_0123456789abcdef';
export const NOW = new Date('2026-04-10T12:00:00Z');

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

type Answer = {
  readonly status?: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
};

/** A server that answers what a test tells it to; anything else is 404. */
class FakeHeed {
  readonly asked: Asked[] = [];
  readonly #answers = new Map<string, (asked: Asked) => Answer>();
  #server: Server | undefined;

  /** @returns its address */
  async start(): Promise<string> {
    this.asked.length = 0;
    this.#answers.clear();
    const server = createServer((request, response) => void this.#answer(request, response));
    this.#server = server;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.');
    return `http://127.0.0.1:${bound.port}`;
  }

  on(route: string, answer: Answer | ((asked: Asked) => Answer)): void {
    this.#answers.set(route, typeof answer === 'function' ? answer : () => answer);
  }

  stop(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    const { method = '', url = '', headers } = request;
    const asked = { method, path: url, headers, body: Buffer.concat(pieces) };
    this.asked.push(asked);
    const [path = ''] = url.split('?');
    const answer = this.#answers.get(`${method} ${path}`)?.(asked) ?? { status: 404 };
    response.setHeader('date', NOW.toUTCString());
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.json === 'string' ? answer.json : JSON.stringify(answer.json ?? {}));
  }
}

/**
 * The `heed` command with a server that it may ask, an empty directory, its variables and what it writes to its terminal. Every test of the
 * file begins with all of them fresh.
 */
export function commandLine() {
  const heed = new FakeHeed();
  const dataDir = join(tmpdir(), `heed-cli-${randomUUID()}`);
  const variables: Record<string, string> = {};
  const terminal = { out: new Array<string>(), err: new Array<string>(), stop: new AbortController() };

  beforeEach(async () => {
    await mkdir(dataDir);
    for (const name of Object.keys(variables)) delete variables[name];
    Object.assign(variables, {
      HEED_URL: await heed.start(),
      HEED_API_TOKEN: TOKEN,
      HEED_DATA_DIR: dataDir,
      ...Object.fromEntries(PROVIDER_NAMES.map((name) => [`${name.toUpperCase()}_WEBHOOK_SECRET`, SECRET])),
    });
    Object.assign(terminal, { out: [], err: [], stop: new AbortController() });
  });

  afterEach(async () => {
    heed.stop();
    await rm(dataDir, { recursive: true });
  });

  const cli = async (...argv: readonly string[]): Promise<ExitCode> => {
    const io: CliIo = {
      out: (text) => terminal.out.push(text),
      err: (text) => terminal.err.push(text),
      isColourful: false,
      environment: readCliEnvironment(variables),
      clock: { now: () => NOW },
      nodeVersion: '20.20.2',
      signal: terminal.stop.signal,
      pause: async () => undefined,
    };
    return run(argv, io);
  };

  /** What it has written so far. */
  const out = (): string => terminal.out.join('\n');

  return { heed, dataDir, variables, terminal, cli, out };
}
