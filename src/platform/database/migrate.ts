import { fileURLToPath } from 'node:url';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { openSchemaEngine } from './schema-engine.js';

/** Any number will do, as long as every version of Heed takes the same one. */
const MIGRATION_LOCK = 4_830_117_002;
const MIGRATIONS_DIR = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

/** A migration failed, or the database could not be asked. The start must stop. */
export class MigrationError extends Error {
  constructor(cause: unknown) {
    super(
      `The database could not be migrated: ${cause instanceof Error ? cause.message : String(cause)}\n` +
        'Nothing was started. Mend the cause and start again; a migration that failed half-way is listed in the table _prisma_migrations.',
      { cause },
    );
    this.name = 'MigrationError';
  }
}

/**
 * Brings the database up to this version: our tables by Prisma's engine, then, unless the queue is in Redis, BullMQ's tables.
 * Processes that start together take turns: the lock belongs to a session, so it cannot outlive a crash.
 *
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(
  databaseUrl: string,
  options: { hasQueue: boolean },
): Promise<readonly string[]> {
  const session = new pg.Client({ connectionString: databaseUrl });
  session.on('error', () => undefined);
  try {
    await session.connect();
    await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyOurs(databaseUrl);
    if (options.hasQueue) await runMigrations(session);
    return applied;
  } catch (error) {
    throw new MigrationError(error);
  } finally {
    await session.end().catch(() => undefined);
  }
}

async function applyOurs(databaseUrl: string): Promise<readonly string[]> {
  const engine = await openSchemaEngine(databaseUrl);
  try {
    return await engine.applyMigrations(MIGRATIONS_DIR);
  } finally {
    await engine.close();
  }
}
