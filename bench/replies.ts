import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '#dist/platform/database/embedded-postgres.js';
import { migrate } from '#dist/platform/database/migrate.js';
import { startSandbox, type Sandbox } from '#dist/sandbox/sandbox.js';
import { median, quantile } from './report.js';
import { freePort, launch, type Server } from './servers.js';

const API_KEY = 'a-key-for-measuring-only';
const API_TOKEN = randomBytes(24).toString('hex');
const WEBHOOK_SECRET = 'whsec_for_measuring_only';
const OURS = '+15550100200';
/** Customers who wait for their answer at the same time. Fewer than the burst of the account's send rate. */
const WAITING_AT_ONCE = 64;
const PATIENCE_MS = 120_000;

type Row = {
  readonly name: string;
  readonly repliesPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Of a customer who writes while nobody else does. */
  readonly aloneMs: number;
};

type Peer = { readonly server: Server; readonly sandbox: Sandbox };

/**
 * From the customer's message to the provider's acceptance of the reply: how many a second, and how long the customer waits. The sandbox plays
 * Connectly over real HTTP, with its three delivery statuses for each reply. Heed stands beside a bare responder: the same
 * signature, every webhook and every reply durable before the next step, and nothing else. They take turns in one run, and share
 * the machine with PostgreSQL and the sandbox. Connectly's send rate, 200 a second, is kept by Heed and bounds what can be measured.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      messages: { type: 'string', default: '400' },
      rounds: { type: 'string', default: '3' },
      alone: { type: 'string', default: '15' },
    },
  });
  const [messages, rounds, alone] = [values.messages, values.rounds, values.alone].map(Number);
  if (messages === undefined || rounds === undefined || alone === undefined) return;
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-bench-'));
  const postgres = await startEmbeddedPostgres(dataDir);
  const peers: Peer[] = [];
  try {
    await migrate(postgres.url, { hasQueue: true });
    peers.push(await startHeed(postgres.url, dataDir), await startBare(postgres.url));
    const rows = await takeTurns(peers, { messages, rounds, alone });
    print(rows, messages);
  } finally {
    for (const { server } of peers) server.child.kill('SIGTERM');
    await Promise.all(peers.map(({ server }) => server.ended));
    await Promise.all(peers.map(({ sandbox }) => sandbox.stop()));
    await postgres.discard();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Shape = { readonly messages: number; readonly rounds: number; readonly alone: number };

async function takeTurns(peers: readonly Peer[], { messages, rounds, alone }: Shape): Promise<Row[]> {
  const results = new Map(peers.map(({ server }) => [server.name, new Array<Row>()]));
  for (const peer of peers) await converse(peer, 40, 8);
  for (let round = 0; round < rounds; round += 1) {
    for (const peer of peers) {
      const one = await converse(peer, alone, 1);
      const many = await converse(peer, messages, WAITING_AT_ONCE);
      results.get(peer.server.name)?.push({
        name: peer.server.name,
        repliesPerSecond: messages / many.seconds,
        p50Ms: quantile(many.waitedMs, 0.5),
        p95Ms: quantile(many.waitedMs, 0.95),
        aloneMs: quantile(one.waitedMs, 0.5),
      });
    }
  }
  return [...results].map(([name, rows]) => ({
    name,
    repliesPerSecond: median(rows.map((row) => row.repliesPerSecond)),
    p50Ms: median(rows.map((row) => row.p50Ms)),
    p95Ms: median(rows.map((row) => row.p95Ms)),
    aloneMs: median(rows.map((row) => row.aloneMs)),
  }));
}

let customers = 0;

/** So many customers, each writing once, `atOnce` of them waiting at any time. Each must be answered exactly once. */
async function converse({ sandbox, server }: Peer, messages: number, atOnce: number) {
  sandbox.clearLedger();
  const wroteAt = new Map<string, number>();
  const answeredAt = new Map<string, number>();
  const begun = performance.now();
  const look = (): void => {
    const now = performance.now();
    for (const { to } of sandbox.ledger()) if (!answeredAt.has(to)) answeredAt.set(to, now);
  };
  while (answeredAt.size < messages) {
    while (wroteAt.size < messages && wroteAt.size - answeredAt.size < atOnce) {
      customers += 1;
      const from = `+1555${String(customers).padStart(7, '0')}`;
      wroteAt.set(from, performance.now());
      void sandbox
        .customerSays({ provider: 'connectly', channel: 'whatsapp', from, text: 'What are your hours?' })
        .catch(() => undefined);
    }
    if (performance.now() - begun > PATIENCE_MS)
      throw new Error(`${server.name} answered ${answeredAt.size} of ${messages}.`);
    await setTimeout(2);
    look();
  }
  const seconds = (performance.now() - begun) / 1_000;
  // What they are told afterwards belongs to the next measurement as little as a second reply would.
  await untilRead(sandbox, messages);
  if (sandbox.ledger().length !== messages)
    throw new Error(`${server.name} sent ${sandbox.ledger().length} replies to ${messages} messages.`);
  const waitedMs = [...wroteAt].map(([to, at]) => (answeredAt.get(to) ?? Number.NaN) - at);
  return { seconds, waitedMs };
}

async function untilRead(sandbox: Sandbox, messages: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (sandbox.ledger().filter(({ status }) => status === 'read').length < messages) {
    if (performance.now() > deadline) throw new Error('The statuses were not called back.');
    await setTimeout(50);
  }
  await setTimeout(500);
}

async function startHeed(databaseUrl: string, dataDir: string): Promise<Peer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sandbox = await sandboxFor(`${url}/webhooks/connectly`);
  const server = await launch('heed', url, `${url}/health/live`, ['#dist/main.js'], {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    HEED_DATA_DIR: dataDir,
    HEED_SECRET: randomBytes(32).toString('hex'),
    HEED_API_TOKEN: API_TOKEN,
    HEED_DEMO: 'off',
    CONNECTLY_API_KEY: API_KEY,
    CONNECTLY_BUSINESS_ID: 'bench',
    CONNECTLY_WEBHOOK_SECRET: WEBHOOK_SECRET,
    CONNECTLY_BASE_URL: `${sandbox.url}/connectly`,
    LOG_LEVEL: 'error',
  });
  const answer = await fetch(`${url}/api/v1/rules`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_TOKEN}` },
    body: JSON.stringify({
      name: 'Hours',
      trigger: { event: 'message.received' },
      when: { fact: 'message.text', op: 'word', value: ['hours', 'open'] },
      then: [{ reply: { text: 'We are open 9-17.' } }],
    }),
  });
  if (answer.status !== 201) throw new Error(`The rule was not taken: ${await answer.text()}`);
  return { server, sandbox };
}

async function startBare(databaseUrl: string): Promise<Peer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sandbox = await sandboxFor(url);
  const server = await launch('bare responder', url, url, ['#dist/bench/peers/bare-responder.js'], {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    WEBHOOK_SECRET,
    SEND_URL: `${sandbox.url}/connectly/v1/businesses/bench/send/messages`,
    API_KEY,
  });
  return { server, sandbox };
}

function sandboxFor(webhookUrl: string): Promise<Sandbox> {
  return startSandbox({
    accounts: [
      {
        provider: 'connectly',
        apiKey: API_KEY,
        webhookSecret: WEBHOOK_SECRET,
        webhookUrl,
        businessId: 'bench',
        ownAddress: OURS,
      },
    ],
  });
}

function print(rows: readonly Row[], messages: number): void {
  console.log(`\nReplies, ${messages} messages a round, ${WAITING_AT_ONCE} customers waiting at once\n`);
  const cells = ['', 'replies/s', 'p50 ms', 'p95 ms', 'alone ms'];
  console.log(cells.map(pad).join(''));
  for (const { name, repliesPerSecond, p50Ms, p95Ms, aloneMs } of rows) {
    console.log(
      [name, repliesPerSecond.toFixed(0), p50Ms.toFixed(0), p95Ms.toFixed(0), aloneMs.toFixed(0)]
        .map(pad)
        .join(''),
    );
  }
  const [heed, bare] = rows;
  if (heed === undefined || bare === undefined) return;
  const ratio = {
    throughput: heed.repliesPerSecond / bare.repliesPerSecond,
    p95: heed.p95Ms / bare.p95Ms,
    alone: heed.aloneMs / bare.aloneMs,
  };
  console.log(
    `\nHeed / bare: ${ratio.throughput.toFixed(2)} × the throughput, ${ratio.p95.toFixed(2)} × the p95, ${ratio.alone.toFixed(2)} × the wait alone.`,
  );
  console.log(JSON.stringify({ bench: 'replies', messages, rows, ratio }));
}

function pad(cell: string, column: number): string {
  return column === 0 ? cell.padEnd(18) : cell.padStart(12);
}
