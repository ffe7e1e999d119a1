import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '../../src/platform/database/migrate.js';
import { openSchemaEngine } from '../../src/platform/database/schema-engine.js';
import { emptyDatabase, type TestDatabase } from '../support/database.js';

const PRISMA_DIR = fileURLToPath(new URL('../../prisma', import.meta.url));

let database: TestDatabase;
let names: string[];

beforeAll(async () => {
  database = await emptyDatabase();
  const entries = await readdir(join(PRISMA_DIR, 'migrations'), { withFileTypes: true });
  names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
});

afterAll(async () => {
  await database.drop();
});

describe('migrating', () => {
  it('applies every migration in order, and records it as the command line of Prisma does', async () => {
    expect(await migrate(database.url, { hasQueue: false })).toEqual(names);
    const { rows } = await database.query(
      `select migration_name, checksum, finished_at >= started_at as finished, logs, rolled_back_at, applied_steps_count
         from _prisma_migrations order by started_at`,
    );
    expect(rows).toEqual(
      await Promise.all(
        names.map(async (migration_name) => {
          const sql = await readFile(join(PRISMA_DIR, 'migrations', migration_name, 'migration.sql'));
          const checksum = createHash('sha256').update(sql).digest('hex');
          const rest = { finished: true, logs: null, rolled_back_at: null, applied_steps_count: 1 };
          return { migration_name, checksum, ...rest };
        }),
      ),
    );
  });

  it('applies nothing a second time', async () => {
    expect(await migrate(database.url, { hasQueue: false })).toEqual([]);
  });

  it('makes the tables of the queue only where the queue is to be', async () => {
    const queueTables = async (): Promise<number> => {
      const { rows } = await database.query(
        `select count(*)::int as tables from pg_tables where schemaname = 'bullmq'`,
      );
      return rows[0].tables;
    };
    expect(await queueTables()).toBe(0);
    await migrate(database.url, { hasQueue: true });
    expect(await queueTables()).toBeGreaterThan(0);
  });
});

describe('the migrations', () => {
  it('lead to the schema', async () => {
    const newest = names.at(-1) ?? '';
    const reached = await readFile(join(PRISMA_DIR, 'migrations', newest, 'schema.prisma'), 'utf8');
    const wanted = await readFile(join(PRISMA_DIR, 'schema.prisma'), 'utf8');
    const engine = await openSchemaEngine(database.url);
    try {
      expect(await engine.diff(reached, wanted)).toContain('This is an empty migration');
    } finally {
      await engine.close();
    }
  });
});
