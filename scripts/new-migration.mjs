/**
 * `npm run migration -- add_tags` writes the SQL that leads from the newest migration to `prisma/schema.prisma` into a new folder
 * of `prisma/migrations`. It needs no network and no database of yours: the engine wants a connection, so it starts an embedded one.
 *
 * Each migration folder keeps the schema it led to. The engine compares the two schemas, because it cannot read back a database
 * through `@prisma/adapter-pg` 7.10 (which refuses the catalogue's type "char").
 */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../dist/platform/database/embedded-postgres.js';
import { openSchemaEngine } from '../dist/platform/database/schema-engine.js';

const MIGRATIONS_DIR = 'prisma/migrations';

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run migration -- what_it_does   (lower-case letters, digits and underscores)');
  process.exit(2);
}

await mkdir(MIGRATIONS_DIR, { recursive: true });
const folders = (await readdir(MIGRATIONS_DIR, { withFileTypes: true })).filter((entry) =>
  entry.isDirectory(),
);
const newest = folders
  .map((entry) => entry.name)
  .sort()
  .at(-1);
const before = newest && (await readFile(join(MIGRATIONS_DIR, newest, 'schema.prisma'), 'utf8'));
const after = await readFile('prisma/schema.prisma', 'utf8');
const sql = await difference(before, after);

if (sql.trim() === '' || sql.includes('This is an empty migration')) {
  console.log('The migrations already lead to the schema: nothing to write.');
} else {
  const stamp = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  const folder = join(MIGRATIONS_DIR, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), sql);
  await writeFile(join(folder, 'schema.prisma'), after);
  await writeFile(join(MIGRATIONS_DIR, 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log(`Written: ${folder}/migration.sql. Read it before you commit it.`);
}

async function difference(from, to) {
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-migration-'));
  const postgres = await startEmbeddedPostgres(dataDir);
  try {
    const engine = await openSchemaEngine(postgres.url);
    const result = await engine.diff(from, to);
    await engine.close();
    return result;
  } finally {
    await postgres.discard();
    await rm(dataDir, { recursive: true, force: true });
  }
}
