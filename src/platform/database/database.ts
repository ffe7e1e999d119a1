import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.js';
import { statementNames } from './statement-names.js';

/** A running transaction, or the database itself: what a repository method needs to run its statements. */
export type Transaction = Prisma.TransactionClient;

type DatabaseOptions = {
  /** Connections in this pool. Every pool, its size and its timeouts: docs/limits.md. */
  readonly maxConnections: number;
  /** PostgreSQL ends a statement after this long; a second later we do it ourselves, in case it is frozen or cut off. */
  readonly statementTimeoutMs: number;
  readonly onError: (error: Error) => void;
};

const CONNECT_TIMEOUT_MS = 5_000;

/** Prisma over a pool of its own. Two of them exist, so that a busy worker cannot keep a webhook from being stored. */
class PooledPrisma extends PrismaClient {
  private readonly pool: pg.Pool;

  constructor(url: string, options: DatabaseOptions) {
    const pool = new pg.Pool({
      connectionString: url,
      max: options.maxConnections,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: options.statementTimeoutMs,
      query_timeout: options.statementTimeoutMs + 1_000,
      lock_timeout: options.statementTimeoutMs,
      idle_in_transaction_session_timeout: 60_000,
    });
    // An idle connection that breaks must not end the process; the next statement gets a new one or fails by itself.
    pool.on('error', options.onError);
    super({
      adapter: new PrismaPg(pool, {
        statementNameGenerator: statementNames(),
        onConnectionError: options.onError,
      }),
      transactionOptions: { maxWait: 10_000, timeout: 30_000 },
    });
    this.pool = pool;
  }

  async close(): Promise<void> {
    await this.$disconnect();
    await this.pool.end();
  }
}

/** The database as everything but ingest uses it. */
export class Database extends PooledPrisma {
  constructor(url: string, onError: (error: Error) => void) {
    super(url, { maxConnections: 24, statementTimeoutMs: 15_000, onError });
  }
}

/** The connections reserved for storing webhooks. Few, because one writer shares them among all requests. */
export class IngestDatabase extends PooledPrisma {
  constructor(url: string, onError: (error: Error) => void) {
    super(url, { maxConnections: 2, statementTimeoutMs: 4_000, onError });
  }
}
