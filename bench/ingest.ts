import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '#dist/platform/database/embedded-postgres.js';
import { migrate } from '#dist/platform/database/migrate.js';
import pg from 'pg';
import { drive, type Load } from './load.js';
import { median, printTable, quantile, type Row } from './report.js';
import { freePort, launch, type Server } from './servers.js';

const WEBHOOK_SECRET = 'whsec_for_measuring_only';

/**
 * Durable acknowledgement: how many signed webhooks a second are verified, committed and answered 200, and how long an answer takes.
 * Heed stands beside a bare `node:http` server that checks the same HMAC and makes the same insert, one for each request. The two take
 * turns in one run, so that a noisy machine is noisy for both. Client, servers and PostgreSQL share the machine.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      connections: { type: 'string', default: '64' },
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const shape = { connections: Number(values.connections), seconds: Number(values.seconds) };
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-bench-'));
  const postgres = await startEmbeddedPostgres(dataDir);
  const servers: Server[] = [];
  try {
    await migrate(postgres.url, { hasQueue: true });
    servers.push(await startHeed(postgres.url, dataDir), await startBare(postgres.url));
    const rows = await takeTurns(servers, Number(values.rounds), shape, postgres.url);
    printTable(`Durable acknowledgement, ${shape.connections} connections, ${shape.seconds} s a round`, rows);
    printRatio(rows);
  } finally {
    for (const { child } of servers) child.kill('SIGTERM');
    await Promise.all(servers.map(({ ended }) => ended));
    await postgres.discard();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function takeTurns(
  servers: Server[],
  rounds: number,
  shape: Load,
  databaseUrl: string,
): Promise<Row[]> {
  const results = new Map(servers.map(({ name }) => [name, new Array<Row>()]));
  for (const { url } of servers) await drive(url, sample, { ...shape, seconds: 2 });
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, url } of servers) {
      const before = await storedRows(databaseUrl);
      const { answered, refused, latenciesMs, elapsedSeconds } = await drive(url, sample, shape);
      const stored = (await storedRows(databaseUrl)) - before;
      if (stored !== answered) throw new Error(`${name}: ${answered} answers of 200, ${stored} rows.`);
      results.get(name)?.push({
        name,
        requestsPerSecond: answered / elapsedSeconds,
        p50Ms: quantile(latenciesMs, 0.5),
        p99Ms: quantile(latenciesMs, 0.99),
        refused,
      });
    }
  }
  return [...results].map(([name, rows]) => ({
    name,
    requestsPerSecond: median(rows.map((row) => row.requestsPerSecond)),
    p50Ms: median(rows.map((row) => row.p50Ms)),
    p99Ms: median(rows.map((row) => row.p99Ms)),
    refused: rows.reduce((sum, row) => sum + row.refused, 0),
  }));
}

function printRatio(rows: readonly Row[]): void {
  const [heed, bare] = rows;
  if (heed === undefined || bare === undefined) return;
  const ratio = { throughput: heed.requestsPerSecond / bare.requestsPerSecond, p99: heed.p99Ms / bare.p99Ms };
  console.log(
    `Heed / bare: ${ratio.throughput.toFixed(2)} × the throughput, ${ratio.p99.toFixed(2)} × the p99.`,
  );
  console.log(JSON.stringify({ bench: 'ingest', rows, ratio }));
}

/** A fresh event of about 1 kB, signed as Integify signs. */
function sample(): { body: Buffer; headers: Record<string, string> } {
  const body = Buffer.from(
    JSON.stringify({
      id: `evt_${randomUUID()}`,
      type: 'sms.received',
      created_at: new Date().toISOString(),
      data: {
        from: `+22${String(Math.floor(Math.random() * 1e8)).padStart(8, '1')}`,
        body: 'What are your hours?',
        received_at: new Date().toISOString(),
        routing: randomBytes(380).toString('hex'),
      },
    }),
  );
  const digest = createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex');
  return {
    body,
    headers: { 'content-type': 'application/json', 'x-integify-signature': `sha256=${digest}` },
  };
}

async function startHeed(databaseUrl: string, dataDir: string): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return launch('heed', `${url}/webhooks/integify`, `${url}/health/live`, ['#dist/main.js'], {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    HEED_DATA_DIR: dataDir,
    HEED_ROLE: 'web',
    HEED_SECRET: randomBytes(32).toString('hex'),
    HEED_DEMO: 'off',
    INTEGIFY_WEBHOOK_SECRET: WEBHOOK_SECRET,
    LOG_LEVEL: 'error',
  });
}

async function startBare(databaseUrl: string): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return launch('bare node:http', url, url, ['#dist/bench/peers/bare-http.js'], {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    WEBHOOK_SECRET,
  });
}

async function storedRows(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: string }>('select count(*) from inbox_key');
  await client.end();
  return Number(rows[0]?.count);
}
