import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeFor } from '../../src/platform/database/embedded-postgres-place.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres.js';
import { eventually } from '../support/eventually.js';

const BUILT_MODULE = fileURLToPath(
  new URL('../../dist/platform/database/embedded-postgres.js', import.meta.url),
);
const isRoot = process.getuid?.() === 0;

let dataDir: string;
let postgres: EmbeddedPostgres | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'heed-embedded-'));
});

afterEach(async () => {
  await postgres?.discard();
  postgres = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  const { clusterDir } = await placeFor(dataDir);
  return Number((await readFile(join(clusterDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Has another process start the server, and kills that process. Gives the address of what it leaves running. */
async function leaveBehind(): Promise<string> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(BUILT_MODULE)});
    process.stdout.write((await startEmbeddedPostgres(${JSON.stringify(dataDir)})).url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(child.stdout, 'data');
  await query(String(url), 'create table kept as select 42 as answer');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return String(url);
}

describe('the embedded PostgreSQL', () => {
  it('that outlived its process is taken over with what it holds, and stopped by its new owner', async () => {
    const url = await leaveBehind();
    postgres = await startEmbeddedPostgres(dataDir);
    expect(postgres.url).toBe(url);
    expect(await query(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await postgres.stop();
    await expect(query(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('that was killed together with its process starts again with what it had committed', async () => {
    await leaveBehind();
    const pid = await postmasterPid();
    process.kill(pid, 'SIGKILL');
    await eventually(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
    postgres = await startEmbeddedPostgres(dataDir);
    expect(await query(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('goes on running for another process that works in it', async () => {
    postgres = await startEmbeddedPostgres(dataDir);
    const other = await startEmbeddedPostgres(dataDir);
    expect(other.url).toBe(postgres.url);
    const client = new pg.Client({ connectionString: other.url });
    await client.connect();
    await postgres.stop();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  it('keeps its password to its owner, and lets nobody in without it', async () => {
    postgres = await startEmbeddedPostgres(dataDir);
    const { mode } = await stat(join(dataDir, 'postgres-password'));
    expect(mode & 0o077).toBe(0);
    const withoutPassword = new URL(postgres.url);
    withoutPassword.password = 'a-guess';
    await expect(query(withoutPassword.toString(), 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
  });

  if (!isRoot)
    process.stderr.write(
      'Not tested, because only root has another user to run PostgreSQL as: the way out of a private folder.\n',
    );
  (isRoot ? it : it.skip)(
    'moves, for root, out of a folder that only root may enter, and leaves nothing there',
    async () => {
      await chmod(dataDir, 0o700);
      const { clusterDir } = await placeFor(dataDir);
      expect(clusterDir.startsWith('/var/tmp/')).toBe(true);
      postgres = await startEmbeddedPostgres(dataDir);
      expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await postgres.discard();
      postgres = undefined;
      await expect(access(join(clusterDir, '..'))).rejects.toThrow('ENOENT');
    },
  );
});
