import { randomBytes } from 'node:crypto';
import pg from 'pg';

export type TestDatabase = {
  readonly url: string;
  query(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  drop(): Promise<void>;
};

/** A database of its own for one spec file: a clone of the migrated one that the global set-up made. */
export async function cloneDatabase(): Promise<TestDatabase> {
  return createDatabase('heed');
}

/** A database that nobody has migrated. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1');
}

async function createDatabase(original: 'heed' | 'template1'): Promise<TestDatabase> {
  const template = process.env['HEED_TEST_DATABASE_URL'];
  if (template === undefined)
    throw new Error('Run the tests with `npm test`: its set-up starts the database.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdministrator(template, (client) => client.query(`create database ${name} template ${original}`));
  const url = template.replace(/\/heed$/, `/${name}`);
  // One connection, which queries that are made at the same time take in turn.
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => undefined); // Tests end connections on purpose.
  return {
    url,
    query: (text, values) => pool.query(text, values),
    drop: async () => {
      await pool.end();
      await asAdministrator(template, (admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

/** A database is cloned while nobody is in it, so the administrator works from another one. */
async function asAdministrator(
  template: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: template.replace(/\/heed$/, '/postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
