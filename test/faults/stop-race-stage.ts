import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { eventually } from '../support/eventually.js';

export type TimedDatabase = { readonly url: string; discard(): Promise<void> };

/**
 * A PostgreSQL of its own that remembers when each transaction was committed. The time is taken before the transaction lets its locks go,
 * so of two that wait for the same lock the one that had it first has the earlier time.
 * Source: https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-COMMIT-TIMESTAMP
 */
export async function startTimedDatabase(): Promise<TimedDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-race-'));
  const first = await startEmbeddedPostgres(dataDir);
  const client = await connected(first.url);
  await client.query('alter system set track_commit_timestamp = on');
  await client.end();
  await first.stop(); // It is read when the server starts.
  const second = await startEmbeddedPostgres(dataDir);
  return {
    url: second.url,
    discard: async () => {
      await second.discard();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody who works in the database beside Heed: looks on, or keeps a row to themselves. */
export class Bystander {
  private constructor(private readonly client: pg.Client) {}

  static async join(url: string): Promise<Bystander> {
    return new Bystander(await connected(url));
  }

  async query(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
    return this.client.query(text, [...values]);
  }

  /** Keeps the account's row, which a permit needs last of all: whoever has got so far stops there, with all locks that it holds. */
  async keepAccount(): Promise<void> {
    await this.client.query('begin');
    await this.client.query(`select 1 from connection where provider = 'connectly' for update`);
  }

  /**
   * Keeps the head of the ledger, which a STOP needs last of all. The whole table, because those who wait for a table are served in their
   * order, and those who wait for a row that others change meanwhile are not.
   */
  async keepLedger(): Promise<void> {
    await this.client.query('begin');
    await this.client.query('lock table ledger_head in exclusive mode');
  }

  async letGo(): Promise<void> {
    await this.client.query('rollback');
  }

  /** Waits until at least so many of those who stand at a lock run a statement like this. @returns their transactions. */
  async untilWaiting(count: number, statement = '%'): Promise<readonly string[]> {
    return eventually(async () => {
      const { rows } = await this.client.query(
        `select pid || ' ' || xact_start as transaction from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
        [statement],
      );
      if (rows.length < count) throw new Error(`${rows.length} wait at a lock, not ${count}.`);
      return rows.map(({ transaction }) => String(transaction));
    });
  }

  async untilEnded(transactions: readonly string[]): Promise<void> {
    await eventually(async () => {
      const { rowCount } = await this.client.query(
        `select 1 from pg_stat_activity where pid || ' ' || xact_start = any($1::text[])`,
        [[...transactions]],
      );
      if (rowCount !== 0) throw new Error(`${rowCount} of ${transactions.length} transactions still run.`);
    });
  }

  async leave(): Promise<void> {
    await this.client.end();
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
