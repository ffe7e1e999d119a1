import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckpointFiles } from '../../src/consent/checkpoint-files.js';
import { CheckpointWriter } from '../../src/consent/checkpoint-writer.js';
import { CheckpointSigner } from '../../src/consent/checkpoint.js';
import { LedgerVerifier, type LedgerReport } from '../../src/consent/ledger-verifier.js';
import { recordConsent } from '../../src/contacts/consent-ledger.repository.js';
import { appendToLedger } from '../../src/contacts/ledger/ledger-append.repository.js';
import type { ConsentAction } from '../../src/contacts/consent-state.js';
import { parseAddress } from '../../src/messaging/address.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { Log } from '../../src/platform/logging/log.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const SECRET = 'a secret for tests, of 32 characters';
const NO_PAYLOAD =
  'payload_salt = null, address = null, text = null, normalised = null, matched_span = null, reason = null';

function word(number: string, action: ConsentAction = 'revoke', saidAt = new Date()) {
  const address = parseAddress(number);
  if (address === undefined) throw new Error(`${number} is no address.`);
  return {
    address,
    action,
    scope: 'all',
    source: 'message',
    channel: 'sms' as const,
    saidAt,
    receivedAt: saidAt,
    actor: 'contact',
    evidence: {
      text: 'Stöp!',
      normalised: 'stop',
      matchedSpan: 'Stöp',
      ruleId: 'keyword',
      detectorVersion: '1',
    },
  };
}

describe('the ledger in the database', () => {
  let test: TestDatabase;
  let database: Database;
  let dataDir: string;
  let files: CheckpointFiles;
  const signer = new CheckpointSigner(SECRET);

  const record = async (...words: ReturnType<typeof word>[]) =>
    database.$transaction((tx) => recordConsent(tx, words));
  const verify = (): Promise<LedgerReport> => new LedgerVerifier(database, files, signer).verify();

  beforeEach(async () => {
    test = await cloneDatabase();
    database = new Database(test.url, () => undefined);
    dataDir = await mkdtemp(join(tmpdir(), 'heed-ledger-'));
    files = new CheckpointFiles(dataDir);
  });

  afterEach(async () => {
    await database.close();
    await test.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** What somebody who owns the database can do. */
  const tamper = async (sql: string): Promise<void> => {
    await test.query('alter table consent_event disable trigger user');
    await test.query(sql);
    await test.query('alter table consent_event enable trigger user');
  };

  it('refuses every change but an erasure, even to its owner', async () => {
    await record(word('+2207000001'), word('+2207000002'));
    for (const statement of [
      `update consent_event set text = 'other'`,
      `update consent_event set text = null`,
      `update consent_event set actor = 'other', ${NO_PAYLOAD}`,
      `update consent_event set chain_position = chain_position + 10`,
      'delete from consent_event',
      'truncate consent_event',
      'truncate consent_event cascade',
      `set session_replication_role = replica; delete from consent_event`,
    ]) {
      await expect(test.query(statement)).rejects.toMatchObject({ code: '23001' });
    }
    await test.query('set session_replication_role = default');
    expect(await verify()).toMatchObject({ isIntact: true, entries: 2 });
    await test.query(`update consent_event set ${NO_PAYLOAD} where chain_position = 1`);
    expect(await verify()).toMatchObject({
      findings: [{ kind: 'unrecorded_erasure', position: 1 }],
      findingCount: 1,
    });
  });

  it('is one chain when eight append at once, to the same contacts and to others', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `+22070001${String(index).padStart(2, '0')}`);
    const appending = Array.from({ length: 8 }, async (_, worker) => {
      for (let round = 0; round < 10; round += 1) {
        const some = numbers.filter((_number, index) => (index + worker + round) % 3 === 0);
        const mixed = worker % 2 === 0 ? some : some.toReversed();
        await record(...mixed.map((number) => word(number, round % 2 === 0 ? 'revoke' : 'grant')));
      }
    });
    await Promise.all(appending);
    expect(await verify()).toMatchObject({
      isIntact: true,
      entries: 320,
      contacts: 12,
      head: { position: 320 },
    });
  });

  it('lifts nothing by a grant that is on record as having lifted nothing', async () => {
    const at = (ms: number) => new Date(Date.UTC(2026, 3, 10, 12, 0, 0, ms));
    const [stop] = await record(word('+2207000001', 'revoke', at(100)));
    const { address, ...start } = word('+2207000001', 'grant', at(200));
    await database.$transaction((tx) =>
      appendToLedger(tx, [
        {
          ...start,
          id: newId(),
          contactId: stop?.contactId ?? '',
          subject: address,
          changed: false,
          ruleId: null,
          detectorVersion: null,
          connectionId: null,
          inboxId: null,
          occurredAt: start.saidAt,
          payload: { address: address.value, matchedSpan: null, normalised: null, reason: null, text: null },
        },
      ]),
    );
    await test.query(`update consent set granted_at = $1`, [at(200)]);
    expect(await verify()).toMatchObject({ isIntact: true, entries: 2 });
  });

  it('keeps nothing of a transaction that was rolled back, and leaves no gap', async () => {
    await record(word('+2207000001'));
    const undone = database.$transaction(async (tx) => {
      await recordConsent(tx, [word('+2207000002')]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await record(word('+2207000003'));
    expect(await verify()).toMatchObject({ isIntact: true, entries: 2 });
  });

  it.each([
    [`update consent_event set text = 'Go on!' where chain_position = 3`, 'payload', 3],
    [`update consent_event set address = '+2207999999' where chain_position = 3`, 'payload', 3],
    [`update consent_event set action = 'grant' where chain_position = 3`, 'envelope', 3],
    [
      `update consent_event set occurred_at = occurred_at + interval '1 ms' where chain_position = 3`,
      'envelope',
      3,
    ],
    [`update consent_event set inbox_id = gen_random_uuid() where chain_position = 3`, 'envelope', 3],
    [`update consent_event set row_hash = sha256(row_hash) where chain_position = 3`, 'broken_link', 4],
    ['delete from consent_event where chain_position = 3', 'missing', 4],
    ['delete from consent_event where chain_position > 3', 'head', 3],
    ['truncate consent_event', 'head', 0],
    [
      `insert into consent_event select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'chain_position', 6))).*
         from consent_event e where chain_position = 3`,
      'broken_link',
      6,
    ],
    [`update ledger_head set position = 4`, 'head', 5],
    [`delete from ledger_head`, 'head', 5],
    [
      `update consent set state = 'subscribed' where contact_id = (select contact_id from consent_event where chain_position = 3)`,
      'projection',
      null,
    ],
  ])('B17, D4: tells what was done to it: %s', async (sql, kind, position) => {
    await record(...[1, 2, 3, 4, 5].map((number) => word(`+220700000${number}`)));
    expect((await verify()).isIntact).toBe(true);
    await tamper(sql);
    const report = await verify();
    expect(report.isIntact).toBe(false);
    expect(report.findings).toContainEqual(expect.objectContaining({ kind, position }));
  });

  it('finds two entries that changed places', async () => {
    await record(...[1, 2, 3].map((number) => word(`+220700000${number}`)));
    await tamper(`update consent_event set chain_position = -1 where chain_position = 2;
                  update consent_event set chain_position = 2 where chain_position = 3;
                  update consent_event set chain_position = 3 where chain_position = -1`);
    const { findings } = await verify();
    expect(findings.map(({ position }) => position)).toEqual(expect.arrayContaining([2, 3]));
  });

  it('is known by its checkpoints to have been cut or rewritten as a whole', async () => {
    const context = { clock: new SystemClock(), log: new Log('silent') };
    const writer = new CheckpointWriter(database, files, signer, context);
    await record(word('+2207000001'), word('+2207000002'));
    writer.start();
    await writer.stop();
    expect(await readdir(join(dataDir, 'checkpoints'))).toEqual(['2.json']);
    expect(await verify()).toMatchObject({ isIntact: true, checkpoints: 1 });

    // Cut to the first entry, and made consistent again by somebody who knows how.
    await tamper('delete from consent_event where chain_position = 2');
    await test.query(`update ledger_head set position = 1, hash = (select row_hash from consent_event);
                      update consent set state = 'subscribed', event_id = null, effective_at = null
                       where event_id not in (select id from consent_event)`);
    expect((await verify()).findings).toEqual([expect.objectContaining({ kind: 'checkpoint', position: 2 })]);

    // The same length again, with another entry.
    await record(word('+2207000009'));
    expect((await verify()).findings).toEqual([
      expect.objectContaining({
        kind: 'checkpoint',
        position: 2,
        detail: expect.stringContaining('rewritten'),
      }),
    ]);
  });

  it('does not believe a checkpoint that somebody else signed, nor a file that is none', async () => {
    await record(word('+2207000001'));
    const { head } = await verify();
    const forged = new CheckpointSigner('another secret of thirty-two characters!').sign(
      1,
      head?.hash ?? '',
      new Date(),
    );
    await files.add(forged);
    await writeFile(join(dataDir, 'checkpoints', '2.json'), '{}');
    expect((await verify()).findings.map(({ kind, position }) => [kind, position])).toEqual([
      ['checkpoint', null],
      ['checkpoint', 1],
    ]);
  });
});
