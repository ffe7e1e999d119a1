import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/platform/database/embedded-postgres.js';
import { migrate } from '../../dist/platform/database/migrate.js';

/**
 * One real PostgreSQL for the whole run, and in it one migrated database that every spec file clones (`test/support/database.ts`):
 * cloning takes a tenth of a second, migrating takes one. It comes from the build, because Jest does not transform this file.
 */
export default async function setUp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-test-'));
  const postgres = await startEmbeddedPostgres(dataDir);
  await migrate(postgres.url, { hasQueue: true });
  process.env.HEED_TEST_DATABASE_URL = postgres.url;
  globalThis.heedTest = { postgres, dataDir };
}
