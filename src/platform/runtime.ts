import type { AppConfig } from './config/app-config.js';
import { openLocalState, type LocalState } from './config/local-state.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './database/embedded-postgres.js';
import { migrate } from './database/migrate.js';

/** The configuration with everything resolved that an installation may leave to Heed: the database, the secret, the token. */
export type Runtime = {
  readonly config: AppConfig;
  readonly databaseUrl: string;
  readonly secret: string;
  /** Absent: the API refuses everybody until HEED_API_TOKEN is set. */
  readonly apiToken: string | undefined;
  /** Present where Heed keeps its own state in the data directory: with the embedded database, or in the demo. */
  readonly localState: LocalState | undefined;
  /** Stops what was started for it. Call it after the application is closed. */
  close(): Promise<void>;
};

/** Makes ready what the application stands on: a migrated database, and secrets. Throws with a sentence that says what to do. */
export async function openRuntime(config: AppConfig): Promise<Runtime> {
  const isSelfContained = config.databaseUrl === undefined;
  const localState = isSelfContained || config.isDemo ? await openLocalState(config.dataDir) : undefined;
  const secret = config.secret ?? localState?.secret;
  if (secret === undefined) throw new Error('HEED_SECRET is required with DATABASE_URL.');
  const embedded = isSelfContained ? await startEmbeddedPostgres(config.dataDir) : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url;
  if (databaseUrl === undefined) throw new Error('There is no database.');
  try {
    await migrate(databaseUrl, { hasQueue: config.redisUrl === undefined });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  return {
    config,
    databaseUrl,
    secret,
    apiToken: config.apiToken ?? localState?.apiToken,
    localState,
    close: () => stopped(embedded),
  };
}

async function stopped(embedded: EmbeddedPostgres | undefined): Promise<void> {
  await embedded?.stop();
}
