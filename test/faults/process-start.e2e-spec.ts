import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemoSandbox } from '../../src/demo/demo.js';
import { openLocalState, type LocalState } from '../../src/platform/config/local-state.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { emptyDatabase, type TestDatabase } from '../support/database.js';
import { deliver, killProcesses, sandboxVariables, startProcess } from '../support/heed-process.js';
import { settled } from '../support/settled.js';
import { messageBody } from '../support/webhook-bodies.js';

let dataDir: string;
let state: LocalState;
let sandbox: Sandbox;
let variables: Record<string, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'heed-start-'));
  state = await openLocalState(dataDir);
  sandbox = await startDemoSandbox(state);
  variables = { ...sandboxVariables(sandbox, state), HEED_DATA_DIR: dataDir };
});

afterAll(async () => {
  await sandbox.stop();
  await rm(dataDir, { recursive: true, force: true });
});

afterEach(killProcesses);

async function inEmptyDatabase(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await emptyDatabase();
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

describe('the first start', () => {
  it('migrates an empty database once, though two processes start together, and both work', async () => {
    await inEmptyDatabase(async (database) => {
      const env = { ...variables, DATABASE_URL: database.url };
      const processes = [startProcess(env), startProcess(env)];
      const urls = await Promise.all(processes.map((started) => started.isUp()));
      const { rows } = await database.query(
        `select migration_name, count(*)::int as times from _prisma_migrations where finished_at is not null group by 1`,
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
      for (const url of urls) {
        const body = messageBody('integify', { from: '+2207654321', text: 'hello' });
        expect(await deliver(url, state, 'integify', body)).toMatchObject({ status: 200 });
        expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      }
      await settled(database);
      for (const started of processes) started.signal('SIGTERM');
      const ends = await Promise.all(processes.map(({ ended }) => ended));
      expect(ends).toEqual([
        { code: 0, signal: null },
        { code: 0, signal: null },
      ]);
    });
  });

  it('ends with the reason when the database is somebody else’s, and changes nothing in it', async () => {
    await inEmptyDatabase(async (database) => {
      await database.query('create table somebody_elses (id int)');
      const failing = startProcess({ ...variables, DATABASE_URL: database.url });
      expect(await failing.ended).toEqual({ code: 1, signal: null });
      expect(failing.printed()).toContain('The database schema is not empty');
      expect(failing.printed()).not.toContain('Heed is up');
      const { rows } = await database.query(
        `select table_name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
      );
      expect(rows).toEqual([{ table_name: 'somebody_elses' }]);
    });
  });

  it('ends with the reason when a migration fails half-way, leaves nothing of it, and stays down until that is settled', async () => {
    await inEmptyDatabase(async (database) => {
      const env = { ...variables, DATABASE_URL: database.url };
      await database.query('create type message as (id int)');
      const failing = startProcess(env);
      expect(await failing.ended).toEqual({ code: 1, signal: null });
      expect(failing.printed()).toContain('The database could not be migrated');
      expect(failing.printed()).toContain('"message" already exists');

      const tables = await database.query(`select tablename from pg_tables where schemaname = 'public'`);
      expect(tables.rows).toEqual([{ tablename: '_prisma_migrations' }]);

      await database.query('drop type message');
      const refusing = startProcess(env);
      expect(await refusing.ended).toEqual({ code: 1, signal: null });
      const { rows } = await database.query('select migration_name from _prisma_migrations');
      expect(refusing.printed()).toContain(rows[0].migration_name);

      await database.query('update _prisma_migrations set rolled_back_at = now()');
      const mended = startProcess(env);
      await mended.isUp();
      mended.signal('SIGTERM');
      expect(await mended.ended).toEqual({ code: 0, signal: null });
    });
  });
});

describe('a start with a configuration that cannot be used', () => {
  it('names every problem at once, and no value', async () => {
    const canary = 'c4n4ry-of-a-value';
    const failing = startProcess({
      PORT: canary,
      DATABASE_URL: `mysql://root:${canary}@localhost/heed`,
      HEED_SECRET: canary,
      HEED_ROLE: canary,
      HEED_PUBLIC_URL: canary,
      CONNECTLY_API_KEY: `${canary}-key`,
    });
    expect(await failing.ended).toEqual({ code: 1, signal: null });
    const lines = failing.printed();
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'HEED_SECRET',
      'HEED_ROLE',
      'HEED_PUBLIC_URL',
      'CONNECTLY_BUSINESS_ID',
    ]) {
      expect(lines).toContain(`  - ${name}`);
    }
    expect(lines).not.toContain(canary);
  });

  it('says that a database cannot be reached without telling how to log in to it', async () => {
    const password = 'c4n4ry-of-a-password';
    const failing = startProcess({
      ...variables,
      DATABASE_URL: `postgresql://heed:${password}@127.0.0.1:1/heed`,
    });
    expect(await failing.ended).toEqual({ code: 1, signal: null });
    expect(failing.printed()).toContain('ECONNREFUSED');
    expect(failing.printed()).not.toContain(password);
  });
});
