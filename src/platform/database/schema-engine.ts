import { readdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const GLUE_MODULE = '@prisma/schema-engine-wasm/schema_engine_bg';
const FILTERS = { externalTables: [], externalEnums: [] };
const LOCKFILE = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };

/**
 * Prisma's own schema engine, compiled to WebAssembly: it comes from npm, where the native one is a separate download.
 * It writes `_prisma_migrations` as Prisma's command line does, so both can be used on one database.
 */
export type SchemaEngine = {
  /** Applies what is missing, in order, and gives the names of the migrations it applied. Throws with the failing SQL's reason. */
  applyMigrations(migrationsDir: string): Promise<readonly string[]>;
  /** The SQL that leads from one schema to another; from nothing when `fromSchema` is absent. */
  diff(fromSchema: string | undefined, toSchema: string): Promise<string>;
  close(): Promise<void>;
};

export async function openSchemaEngine(databaseUrl: string): Promise<SchemaEngine> {
  instantiateModule();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  return {
    applyMigrations: async (migrationsDir) => {
      const migrationsList = await readMigrations(migrationsDir);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: FILTERS });
      return appliedMigrationNames;
    },
    diff: async (fromSchema, toSchema) => {
      const { stdout } = await engine.diff({
        from:
          fromSchema === undefined
            ? { tag: 'empty' }
            : { tag: 'schemaDatamodel', files: [schemaFile(fromSchema)] },
        to: { tag: 'schemaDatamodel', files: [schemaFile(toSchema)] },
        script: true,
        exitCode: null,
        filters: FILTERS,
      });
      return stdout ?? '';
    },
    close: async () => {
      engine.free();
      await pool.end();
    },
  };
}

/**
 * Runs a migration as one script, and so in one transaction: a migration that fails leaves nothing behind. The adapter's own way is to
 * split it at every semicolon and to run the parts one by one.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (sql) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] });
    };
    return adapter;
  }
}

function schemaFile(content: string) {
  return { path: 'schema.prisma', content };
}

let isInstantiated = false;

/**
 * The published module expects a bundler that understands `import … from './x.wasm'`; Node 20 does not, so it is linked by hand.
 * Once only: the glue keeps views into the memory of its first instance, and would read a second one through them.
 */
function instantiateModule(): void {
  if (isInstantiated) return;
  isInstantiated = true;
  const wasmFile = new URL('schema_engine_bg.wasm', import.meta.resolve(GLUE_MODULE));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmFile)), {
    './schema_engine_bg.js': { ...glue },
  });
  glue.__wbg_set_wasm(instance.exports);
  const begin = instance.exports.__wbindgen_start;
  if (typeof begin === 'function') begin();
}

async function readMigrations(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  return { baseDir, lockfile: LOCKFILE, shadowDbInitScript: '', migrationDirectories };
}
