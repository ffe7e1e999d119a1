import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/platform/database/embedded-postgres.js';
import { migrate } from '../../dist/platform/database/migrate.js';

/**
 * One real PostgreSQL for the whole run, and in it one migrated database that every spec file clones (`test/support/database.ts`):
 * cloning takes a tenth of a second, migrating takes one. It comes from the build, because Jest does not transform this file.
 */
export default async function setUp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-test-'));
  const postgres = await startEmbeddedPostgres(dataDir);
  await doNotWaitForTheDisk(postgres.url);
  await migrate(postgres.url, { hasQueue: true });
  process.env.HEED_TEST_DATABASE_URL = postgres.url;
  globalThis.heedTest = { postgres, dataDir };
}

/**
 * No test outlives the machine, so nothing has to be on the disk when a transaction ends or a database is dropped: both are ten to twenty
 * times as fast. What is committed, and in which order, stays the same; so does what a killed process leaves.
 * Source: https://www.postgresql.org/docs/current/non-durability.html
 */
async function doNotWaitForTheDisk(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('alter system set fsync = off');
    await client.query('select pg_reload_conf()');
  } finally {
    await client.end();
  }
}
