import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FirstAdministrator } from '../../src/access/first-administrator.repository.js';
import { PasswordHasher } from '../../src/access/password-hasher.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { Database } from '../../src/platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const SECRET = 'a secret for tests, of 32 characters';

let clone: TestDatabase;
let database: Database;
const hasher = new PasswordHasher();

beforeAll(async () => {
  clone = await cloneDatabase();
  database = new Database(clone.url, () => undefined);
});

afterAll(async () => {
  await hasher.onApplicationShutdown();
  await database.close();
  await clone.drop();
});

function described(password: string): FirstAdministrator {
  const env = { HEED_ADMIN_EMAIL: 'Grace@acme.example', HEED_ADMIN_PASSWORD: password };
  const runtime = {
    config: loadConfig(env),
    databaseUrl: clone.url,
    secret: SECRET,
    apiToken: undefined,
    localState: undefined,
    close: async () => undefined,
  };
  return new FirstAdministrator(database, hasher, { now: () => new Date() }, runtime);
}

describe('the administrator whom the environment describes', () => {
  it('is refused with a password that is guessed first, and the variable is named', async () => {
    await expect(described('password1234').settle()).rejects.toThrow(/^HEED_ADMIN_PASSWORD cannot be used\./);
    expect(await database.user.count()).toBe(0);
  });

  it('is made once, though several processes start together, and stands on the audit trail once', async () => {
    const starts = ['first of the passwords', 'second of the passwords', 'third of the passwords'].map(
      (password) => described(password).settle(),
    );
    expect(await Promise.all(starts)).toEqual([undefined, undefined, undefined]);
    expect(await database.user.findMany({ select: { email: true, role: true } })).toEqual([
      { email: 'grace@acme.example', role: 'administrator' },
    ]);
    const entries = await database.auditEntry.findMany({
      select: { actor: true, action: true, after: true },
    });
    expect(entries).toEqual([
      {
        actor: 'environment',
        action: 'users.create',
        after: { email: 'grace@acme.example', role: 'administrator' },
      },
    ]);
  });

  it('keeps the password, whatever the environment says later', async () => {
    const { passwordHash: before } = await database.user.findFirstOrThrow();
    expect(await described('another password entirely').settle()).toBeUndefined();
    expect((await database.user.findFirstOrThrow()).passwordHash).toBe(before);
  });
});
