import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckpointFiles } from '../../src/consent/checkpoint-files.js';
import { CheckpointSigner } from '../../src/consent/checkpoint.js';
import { lastCheck } from '../../src/consent/ledger-check.repository.js';
import { ledgerHead } from '../../src/consent/ledger-positions.repository.js';
import { LedgerVerifier } from '../../src/consent/ledger-verifier.js';
import { VerificationWatch } from '../../src/consent/verification-watch.js';
import { recordConsent } from '../../src/contacts/consent-ledger.repository.js';
import { hex } from '../../src/contacts/ledger/ledger-chain.js';
import { parseAddress } from '../../src/messaging/address.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Log } from '../../src/platform/logging/log.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { API_TOKEN, startHeed } from '../support/heed-app.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

class SettableClock extends Clock {
  private at = Date.UTC(2026, 3, 10, 12);

  now(): Date {
    return new Date(this.at);
  }

  pass(ms: number): void {
    this.at += ms;
  }
}

describe('the watch over the ledger', () => {
  let test: TestDatabase;
  let database: Database;
  let dataDir: string;
  let files: CheckpointFiles;
  let clock: SettableClock;
  let logged: string[];
  const signer = new CheckpointSigner('a secret for tests, of 32 characters');

  beforeEach(async () => {
    test = await cloneDatabase();
    database = new Database(test.url, () => undefined);
    dataDir = await mkdtemp(join(tmpdir(), 'heed-watch-'));
    files = new CheckpointFiles(dataDir);
    clock = new SettableClock();
    logged = [];
  });

  afterEach(async () => {
    await database.close();
    await test.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  function newWatch(): VerificationWatch {
    const sink = new Writable({ write: (line, _encoding, done) => (logged.push(String(line)), done()) });
    const verifier = new LedgerVerifier(database, files, signer);
    return new VerificationWatch(
      database,
      verifier,
      { files, signer },
      { clock, log: new Log('info', sink) },
    );
  }

  async function record(...numbers: string[]): Promise<void> {
    const words = numbers.map((number) => {
      const address = parseAddress(number);
      if (address === undefined) throw new Error(`${number} is no address.`);
      const at = clock.now();
      return {
        address,
        action: 'revoke' as const,
        scope: 'all',
        source: 'message',
        saidAt: at,
        receivedAt: at,
        actor: 'contact',
        reason: 'They said so.',
      };
    });
    await database.$transaction((tx) => recordConsent(tx, words));
  }

  async function checkpoint(): Promise<void> {
    const head = await ledgerHead(database);
    if (head === undefined) throw new Error('There is no head.');
    await files.add(signer.sign(head.position, hex(head.hash), clock.now()));
  }

  async function tamper(sql: string): Promise<void> {
    await test.query(
      `alter table consent_event disable trigger user; ${sql}; alter table consent_event enable trigger user`,
    );
  }

  const verifiedEntries = () =>
    logged.flatMap((line) => Number(/"entries":(\d+)/.exec(line)?.[1] ?? Number.NaN));
  const alarms = () => logged.filter((line) => line.includes('tampered'));

  it('verifies once a day, in one of several processes', async () => {
    await record('+2207000001');
    await Promise.all([newWatch(), newWatch(), newWatch()].map((watch) => watch.round()));
    expect(verifiedEntries()).toEqual([1]);
    clock.pass(DAY_MS - 1);
    await newWatch().round();
    expect(verifiedEntries()).toEqual([1]);
    clock.pass(1);
    await newWatch().round();
    expect(verifiedEntries()).toEqual([1, 1]);
  });

  it('reads what is new since the last signed checkpoint, and everything once a week', async () => {
    const watch = newWatch();
    await record('+2207000001', '+2207000002', '+2207000003');
    await checkpoint();
    await watch.round();
    await record('+2207000004');
    clock.pass(HOUR_MS);
    await checkpoint(); // Covers an entry that nobody has verified: no place to begin at.
    clock.pass(DAY_MS);
    await record('+2207000005');
    await watch.round();
    clock.pass(6 * DAY_MS);
    await watch.round();
    expect(verifiedEntries()).toEqual([3, 2, 5]);
  });

  it('does not believe a checkpoint that somebody else signed', async () => {
    const watch = newWatch();
    await record('+2207000001', '+2207000002');
    await watch.round();
    const head = await ledgerHead(database);
    const other = new CheckpointSigner('another secret, of 32 characters');
    await files.add(other.sign(2, hex(head?.hash ?? new Uint8Array()), clock.now()));
    clock.pass(DAY_MS);
    await watch.round();
    expect(await lastCheck(database)).toMatchObject({ findingCount: 1 });
    expect(alarms()).toHaveLength(1);
  });

  it('raises an alarm that stays until everything was verified again and nothing is wrong', async () => {
    const watch = newWatch();
    await record('+2207000001', '+2207000002');
    await checkpoint();
    await watch.round();
    clock.pass(DAY_MS);
    await record('+2207000003');
    await tamper(`update consent_event set reason = 'They did not.' where chain_position = 3`);
    await watch.round();
    expect(await lastCheck(database)).toMatchObject({ findingCount: 1, wholeAt: undefined });
    expect(alarms()).toHaveLength(1);
    expect(alarms()[0]).toMatch(/"kind":"payload","position":3/);

    clock.pass(HOUR_MS);
    await watch.round();
    expect(alarms()).toHaveLength(2);

    await tamper(`update consent_event set reason = 'They said so.' where chain_position = 3`);
    clock.pass(HOUR_MS);
    await watch.round();
    expect(verifiedEntries().filter((count) => count > 0)).toEqual([2, 3]);
    expect(await lastCheck(database)).toEqual({
      checkedAt: clock.now(),
      wholeAt: clock.now(),
      findingCount: 0,
    });
  });

  it('gives up when its process ends, and another takes over', async () => {
    await record('+2207000001');
    const ending = newWatch();
    await ending.stop();
    await ending.round();
    expect(await lastCheck(database)).toBeUndefined();
    await newWatch().round();
    expect(verifiedEntries()).toEqual([1]);
  });

  it('is not kept from its work by a process that died at it', async () => {
    await record('+2207000001');
    await test.query(`insert into ledger_check (id, claimed_at) values (1, $1)`, [clock.now()]);
    clock.pass(HOUR_MS - 1);
    await newWatch().round();
    expect(verifiedEntries()).toEqual([]);
    clock.pass(1);
    await newWatch().round();
    expect(verifiedEntries()).toEqual([1]);
  });
});

it('an alarm is shown by the metric and the statistics, and does not make Heed turn webhooks away', async () => {
  const heed = await startHeed();
  try {
    const metric = async () => {
      const answer = await fetch(`${heed.url}/metrics`, {
        headers: { authorization: `Bearer ${API_TOKEN}` },
      });
      return /^heed_consent_verify_failed (\S+)$/m.exec(await answer.text())?.[1];
    };
    const findings = async () => (await heed.api('GET', '/stats')).body['ledgerFindings'];
    expect([await metric(), await findings()]).toEqual(['0', null]);
    await heed.database.query(
      `insert into ledger_check (id, checked_at, finding_count) values (1, now(), 3)`,
    );
    expect([await metric(), await findings()]).toEqual(['1', 3]);
    expect((await fetch(`${heed.url}/health/ready`)).status).toBe(200);
    await heed.database.query(`update ledger_check set finding_count = 0`);
    expect([await metric(), await findings()]).toEqual(['0', 0]);
  } finally {
    await heed.close();
  }
});
