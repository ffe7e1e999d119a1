import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { link, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { placeFor, type PostgresPlace } from './embedded-postgres-place.js';

const DATABASE = 'heed';
const USER = 'heed';
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;
const RIVAL_TIMEOUT_MS = 10_000;
/** PostgreSQL's own limit is 100; two processes with their pools and queue connections stay well below this. */
const MAX_CONNECTIONS = 200;

export type EmbeddedPostgres = {
  readonly url: string;
  /** Stops the server, unless another process still works in it. */
  stop(): Promise<void>;
  /** Stops it, and deletes its cluster: for tests and tools that needed a database for a moment. */
  discard(): Promise<void>;
};

/**
 * Starts the PostgreSQL that comes with the `embedded-postgres` package, with its cluster in `dataDir`.
 *
 * The package brings the binaries; the process is ours, because the package's own exit hook would stop the database on SIGTERM
 * while replies are still being recorded. The server runs in a process group of its own for the same reason, so that Ctrl-C
 * reaches Heed alone. A server that survived the death of an earlier Heed process is taken over, not started twice.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const place = await placeFor(dataDir);
  const password = await readPassword(place);
  if (!place.isInitialised) await initialise(place, password);

  const survivorPort = await runningPort(place);
  if (survivorPort !== undefined && (await accepts(urlFor(survivorPort, password)))) {
    return open(place, survivorPort, password, undefined);
  }
  const port = await freePort();
  try {
    const server = await start(place, port, password);
    return open(place, port, password, server);
  } catch (error) {
    // Two processes that start on one data directory at the same time: the one that came second uses the other's server.
    const rivalPort = await untilRivalAccepts(place, password);
    if (rivalPort === undefined) throw error;
    return open(place, rivalPort, password, undefined);
  }
}

function open(
  place: PostgresPlace,
  port: number,
  password: string,
  server: ChildProcess | undefined,
): EmbeddedPostgres {
  const url = urlFor(port, password);
  return {
    url,
    stop: async () => {
      if (await isUsedByOthers(url)) {
        server?.unref();
        return;
      }
      await stop(place);
    },
    discard: async () => {
      await stop(place);
      await rm(place.refugeDir ?? place.clusterDir, { recursive: true, force: true });
    },
  };
}

function urlFor(port: number, password: string, database = DATABASE): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function readPassword(place: PostgresPlace): Promise<string> {
  const file = join(place.secretsDir, 'postgres-password');
  // Whole or not at all, and only by the first of two processes that start together.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  await link(draft, file).catch(() => undefined);
  await rm(draft);
  return (await readFile(file, 'utf8')).trim();
}

async function initialise(place: PostgresPlace, password: string): Promise<void> {
  // Made beside its place and then renamed: a start that was killed half-way leaves no half cluster behind.
  const draft = await mkdtemp(`${place.clusterDir}-`);
  await place.own(draft);
  const passwordFile = `${draft}-password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await place.own(passwordFile);
  try {
    await run(place, 'initdb', [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, place.clusterDir).catch(() => rm(draft, { recursive: true })); // Another process was faster.
}

async function start(place: PostgresPlace, port: number, password: string): Promise<ChildProcess> {
  const server = spawn(
    join(place.binDir, 'postgres'),
    [
      '-D',
      place.clusterDir,
      '-p',
      String(port),
      '-c',
      `max_connections=${MAX_CONNECTIONS}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    { ...place.identity, cwd: place.clusterDir, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const lastLines: string[] = [];
  server.stderr?.on('data', (chunk: Buffer) => {
    lastLines.push(...chunk.toString('utf8').split('\n').filter(Boolean));
    lastLines.splice(0, lastLines.length - 5);
  });
  const died = new Promise<never>((_resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`PostgreSQL ended with code ${code}: ${lastLines.join(' | ')}`)),
    );
  });
  await Promise.race([died, untilReady(server, port, password)]);
  died.catch(() => undefined); // Once it is up, its end is noticed by the connections to it.
  return server;
}

async function untilReady(server: ChildProcess, port: number, password: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    if (await accepts(urlFor(port, password, 'postgres'))) {
      await createDatabase(port, password);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The embedded PostgreSQL did not accept connections within ${START_TIMEOUT_MS / 1000} s.`);
}

async function untilRivalAccepts(place: PostgresPlace, password: string): Promise<number | undefined> {
  const deadline = Date.now() + RIVAL_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const port = await runningPort(place);
    if (port !== undefined && (await accepts(urlFor(port, password)))) return port;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return undefined;
}

async function createDatabase(port: number, password: string): Promise<void> {
  await withClient(urlFor(port, password, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

async function accepts(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

async function isUsedByOthers(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => {
      const others = await client.query(
        `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
      );
      return (others.rowCount ?? 0) > 0;
    });
  } catch {
    return false;
  }
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The port of a server that is already running on this cluster: fourth line of its `postmaster.pid`. */
async function runningPort(place: PostgresPlace): Promise<number | undefined> {
  const lines = await postmasterLines(place);
  const port = Number(lines?.[3]);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

async function postmasterLines(place: PostgresPlace): Promise<string[] | undefined> {
  try {
    return (await readFile(join(place.clusterDir, 'postmaster.pid'), 'utf8')).split('\n');
  } catch {
    return undefined;
  }
}

async function stop(place: PostgresPlace): Promise<void> {
  const pid = Number((await postmasterLines(place))?.[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  signal(pid, 'SIGINT'); // PostgreSQL's fast shutdown: open transactions are rolled back, the rest is flushed.
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (Date.now() < deadline && signal(pid, 0)) await new Promise((resolve) => setTimeout(resolve, 50));
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

async function run(place: PostgresPlace, program: string, args: string[]): Promise<void> {
  const child = spawn(join(place.binDir, program), args, {
    ...place.identity,
    cwd: dirname(place.clusterDir),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with code ${code}: ${errors.trim()}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no free port')),
      );
    });
  });
}
