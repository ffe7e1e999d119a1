import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { CheckpointFiles } from '#dist/consent/checkpoint-files.js';
import { CheckpointSigner } from '#dist/consent/checkpoint.js';
import { LedgerVerifier, type LedgerReport } from '#dist/consent/ledger-verifier.js';
import { rebuildConsent } from '#dist/consent/rebuild-consent.repository.js';
import { appendToLedger } from '#dist/contacts/ledger/ledger-append.repository.js';
import { hex, type LedgerDraft } from '#dist/contacts/ledger/ledger-chain.js';
import { ledgerHead } from '#dist/consent/ledger-positions.repository.js';
import { Database } from '#dist/platform/database/database.js';
import { startEmbeddedPostgres } from '#dist/platform/database/embedded-postgres.js';
import { migrate } from '#dist/platform/database/migrate.js';
import pg from 'pg';
import { bareVerify } from './peers/bare-verify.js';

const ENTRIES_OF_A_CONTACT = 4;
const APPENDED_AT_ONCE = 5_000;

type Row = { readonly name: string; readonly seconds: number; readonly entriesPerSecond: number };

/**
 * The proof of the consent ledger: how long it takes to verify every entry, as `heed consent verify` does. Beside it stands the least that
 * any proof has to do: read the rows and take SHA-256 of their bytes, without comparing anything. At the end one letter of one entry is
 * changed behind the ledger's back, and the verifier has to name it.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { entries: { type: 'string', default: '1000000' } } });
  const count = Number(values.entries);
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-bench-'));
  const postgres = await startEmbeddedPostgres(dataDir);
  const database = new Database(postgres.url, (error) => console.error(error));
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await migrate(postgres.url, { hasQueue: true });
    await client.connect();
    await fill(database, client, count);
    const signer = new CheckpointSigner('a secret for measuring, of 32 letters');
    const files = new CheckpointFiles(dataDir);
    const head = await ledgerHead(database);
    if (head !== undefined) await files.add(signer.sign(head.position, hex(head.hash), new Date()));
    const verifier = new LedgerVerifier(database, files, signer);

    const bare = await timed('bare read + SHA-256', count, () => bareVerify(postgres.url));
    const heed = await timed('heed consent verify', count, async () =>
      expectIntact(await verifier.verify(), count),
    );
    print([heed, bare], count);
    await expectFound(verifier, client, Math.ceil(count / 2));
  } finally {
    await client.end();
    await database.close();
    await postgres.discard();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The ledger's own code makes the entries: contacts who say STOP and START in turn. */
async function fill(database: Database, client: pg.Client, count: number): Promise<void> {
  const contacts = Array.from({ length: Math.ceil(count / ENTRIES_OF_A_CONTACT) }, () => randomUUID());
  await client.query(`insert into contact (id, updated_at) select id, now() from unnest($1::uuid[]) as id`, [
    contacts,
  ]);
  for (let made = 0; made < count; made += APPENDED_AT_ONCE) {
    const drafts = Array.from({ length: Math.min(APPENDED_AT_ONCE, count - made) }, (_, index) =>
      draft(contacts, made + index),
    );
    await database.$transaction((tx) => appendToLedger(tx, drafts));
  }
  await rebuildConsent(database);
  await client.query('vacuum analyze');
}

function draft(contacts: readonly string[], index: number): LedgerDraft {
  const number = index % contacts.length;
  const contactId = contacts[number];
  if (contactId === undefined) throw new Error('There are no contacts.');
  const value = `+1555${String(number).padStart(7, '0')}`;
  const isStop = Math.floor(index / contacts.length) % 2 === 0;
  const at = new Date(Date.UTC(2026, 0, 1) + index * 1_000);
  const text = isStop ? 'Stop!' : 'START';
  return {
    id: randomUUID(),
    contactId,
    subject: { kind: 'phone', canonical: value, value },
    action: isStop ? 'revoke' : 'grant',
    scope: 'all',
    source: 'message',
    changed: true,
    channel: 'sms',
    ruleId: 'keyword/en/stop',
    detectorVersion: '1',
    connectionId: contactId,
    inboxId: randomUUID(),
    actor: 'contact',
    occurredAt: at,
    receivedAt: at,
    payload: { address: value, matchedSpan: text, normalised: text.toLowerCase(), reason: null, text },
  };
}

async function timed(name: string, count: number, work: () => Promise<unknown>): Promise<Row> {
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1_000;
  return { name, seconds, entriesPerSecond: count / seconds };
}

function expectIntact({ isIntact, entries, findings }: LedgerReport, count: number): void {
  if (!isIntact || entries !== count) throw new Error(`Not intact: ${JSON.stringify(findings.slice(0, 3))}`);
}

/** One letter, in the middle, by somebody who owns the database. */
async function expectFound(verifier: LedgerVerifier, client: pg.Client, position: number): Promise<void> {
  await client.query('alter table consent_event disable trigger user');
  await client.query(`update consent_event set text = 'Stop?' where chain_position = $1`, [position]);
  const { findings, findingCount } = await verifier.verify();
  const [found] = findings;
  if (findingCount !== 1 || found?.position !== position || found.kind !== 'payload')
    throw new Error(`The changed entry was not found: ${JSON.stringify(findings)}`);
  console.log(`One letter changed at position ${position}: found and named.`);
}

function print(rows: readonly [Row, Row], count: number): void {
  console.log(`\nProof of a ledger of ${count} entries\n`);
  for (const { name, seconds, entriesPerSecond } of rows) {
    console.log(
      `${name.padEnd(22)}${seconds.toFixed(1).padStart(8)} s${entriesPerSecond.toFixed(0).padStart(10)} entries/s`,
    );
  }
  const ratio = rows[0].seconds / rows[1].seconds;
  console.log(`\nHeed / bare: ${ratio.toFixed(2)} × the time.`);
  console.log(JSON.stringify({ bench: 'verify', entries: count, rows, ratio }));
}
