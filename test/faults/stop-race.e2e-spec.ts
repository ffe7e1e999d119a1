import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startDemoSandbox } from '../../src/demo/demo.js';
import { openLocalState, type LocalState } from '../../src/platform/config/local-state.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { eventually } from '../support/eventually.js';
import {
  deliver,
  killProcesses,
  sandboxVariables,
  startProcess,
  type HeedProcess,
} from '../support/heed-process.js';
import { messageBody } from '../support/webhook-bodies.js';
import { Bystander, startTimedDatabase, type TimedDatabase } from './stop-race-stage.js';

/** So many permits are brought to a standstill together. One account may have 24 sends on their way. */
const AT_ONCE = 20;
const BATCHES_IN_EACH_ORDER = 16;
const ROUNDS_LEFT_TO_CHANCE = 1_000 - 2 * BATCHES_IN_EACH_ORDER * AT_ONCE;
/** They have opted out already: what they say is recorded, and nobody answers it. */
const OPTED_OUT = ['+15550060001', '+15550060002'] as const;

type Instance = { readonly process: HeedProcess; readonly url: string };

let stateDir: string;
let state: LocalState;
let sandbox: Sandbox;
let server: TimedDatabase;
let one: Instance;
let other: Instance;
let watcher: Bystander;
let customers = 0;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'heed-race-state-'));
  state = await openLocalState(stateDir);
  sandbox = await startDemoSandbox(state);
  server = await startTimedDatabase();
  one = await startInstance();
  other = await startInstance();
  watcher = await bystander();
  for (const customer of OPTED_OUT) await says(one, customer, 'STOP');
  await settled();
}, 60_000);

afterAll(async () => {
  for (const { process } of [one, other]) process.signal('SIGTERM');
  await Promise.all([one, other].map(({ process }) => process.ended));
  killProcesses();
  await watcher.leave();
  await sandbox.stop();
  await server.discard();
  await rm(stateDir, { recursive: true, force: true });
}, 60_000);

async function startInstance(): Promise<Instance> {
  const process = startProcess({
    ...sandboxVariables(sandbox, state),
    HEED_DATA_DIR: stateDir,
    DATABASE_URL: server.url,
  });
  return { process, url: await process.isUp() };
}

const bystander = () => Bystander.join(server.url);

/** A busy Heed may answer 503; then the provider comes again with the same message. */
async function says({ url }: Instance, from: string, text: string): Promise<void> {
  const body = messageBody('connectly', { from, text });
  await eventually(async () => {
    expect(await deliver(url, state, 'connectly', body)).toMatchObject({ kind: 'answered', status: 200 });
  });
}

async function settled(): Promise<void> {
  await eventually(async () => {
    const { rows } = await watcher.query(
      `select (select count(*)::int from inbox_entry where state in ('received', 'dispatched')) as entries,
              (select count(*)::int from domain_event where state in ('pending', 'dispatched')) as events,
              (select count(*)::int from message where status in ('queued', 'sending')) as messages`,
    );
    expect(rows[0]).toEqual({ entries: 0, events: 0, messages: 0 });
  }, 120_000);
}

async function newCustomers(count: number): Promise<string[]> {
  const addresses = Array.from({ length: count }, () => `+1555006${String((customers += 1) + 1_000)}`);
  await watcher.query(
    `with person as (select gen_random_uuid() as id, address from unnest($1::text[]) as address),
          made as (insert into contact (id, updated_at) select id, now() from person),
          known as (insert into contact_address (kind, canonical, value, contact_id)
                    select 'phone', address, address, id from person)
     insert into consent (contact_id) select id from person`,
    [addresses],
  );
  return addresses;
}

/** Queues a reply to each of them, as a rule would. The processes find them within half a second. */
async function queueReplies(addresses: readonly string[]): Promise<void> {
  await watcher.query(
    `insert into message (id, direction, kind, status, contact_id, conversation_id, connection_id, provider, channel,
                          their_address, text, next_attempt_at, occurred_at, updated_at)
     select gen_random_uuid(), 'outbound', 'reply', 'queued', known.contact_id, like_this.conversation_id,
            like_this.connection_id, like_this.provider, like_this.channel, known.value, 'pong', now(), now(), now()
       from contact_address known
      cross join (select * from message where their_address = $2 and kind = 'confirmation') as like_this
      where known.value = any($1::text[])`,
    [addresses, OPTED_OUT[0]],
  );
}

/** Half of them say STOP to each process, and every fourth says it to the other one too, which is another event. */
async function allSayStop(addresses: readonly string[], areSomeHeardTwice: boolean): Promise<void> {
  await Promise.all(
    addresses.flatMap((address, index) => {
      const [here, there] = index % 2 === 0 ? [one, other] : [other, one];
      const isHeardTwice = areSomeHeardTwice && index % 4 === 0;
      return [says(here, address, 'STOP'), ...(isHeardTwice ? [says(there, address, 'Stop!')] : [])];
    }),
  );
}

/** The STOP holds the consent when the permit asks for it, and the reply was queued too late for the STOP to cancel it. */
async function stopComesFirst(): Promise<void> {
  const addresses = await newCustomers(AT_ONCE);
  const [account, ledger, nextAtLedger] = [await bystander(), await bystander(), await bystander()];
  await account.keepAccount();
  await ledger.keepLedger();
  // Each process is kept busy with a STOP that changes nothing, so that all others gather behind it and are recorded together.
  const firsts = [says(one, OPTED_OUT[0], 'STOP'), says(other, OPTED_OUT[1], 'STOP')];
  await watcher.untilWaiting(2, '%ledger_head%');
  const isTheirTurn = nextAtLedger.keepLedger();
  await watcher.untilWaiting(3, '%ledger_head%');
  const stops = allSayStop(addresses, false);
  await Promise.all([one, other].map(({ url }) => fetch(`${url}/health/live`)));
  await ledger.letGo();
  await isTheirTurn;
  const recording = await watcher.untilWaiting(2, '%ledger_head%');
  await queueReplies(addresses);
  await watcher.untilWaiting(recording.length + AT_ONCE);
  await nextAtLedger.letGo();
  await watcher.untilEnded(recording);
  await account.letGo();
  await Promise.all([...firsts, stops, account.leave(), ledger.leave(), nextAtLedger.leave()]);
}

/** The permit holds the consent when the STOP asks for it. */
async function permitComesFirst(): Promise<void> {
  const addresses = await newCustomers(AT_ONCE);
  const account = await bystander();
  await account.keepAccount();
  await queueReplies(addresses);
  await watcher.untilWaiting(AT_ONCE);
  const stops = allSayStop(addresses, true);
  await watcher.untilWaiting(AT_ONCE + 2);
  await account.letGo();
  await Promise.all([stops, account.leave()]);
}

async function chanceDecides(rounds: number): Promise<void> {
  const addresses = await newCustomers(rounds);
  const half = rounds / 2;
  await queueReplies(addresses.slice(0, half));
  await Promise.all([allSayStop(addresses, true), queueReplies(addresses.slice(half))]);
}

/** Replies whose permit was committed after the STOP of their contact. */
async function sentAfterStop(): Promise<number> {
  const { rowCount } = await watcher.query(
    `select 1 from message
       join status_change change on change.message_id = message.id and change.to_status = 'sending'
       join consent_event stop on stop.contact_id = message.contact_id and stop.action = 'revoke' and stop.changed
      where message.kind <> 'confirmation'
        and pg_xact_commit_timestamp(change.xmin) > pg_xact_commit_timestamp(stop.xmin)`,
  );
  return rowCount ?? 0;
}

/** Contacts of whom two STOPs say that they changed something: then both would be confirmed. */
async function optedOutTwice(): Promise<number> {
  const { rowCount } = await watcher.query(
    `select contact_id from consent_event where changed group by contact_id having count(*) > 1`,
  );
  return rowCount ?? 0;
}

it('B3, D1: of 1,000 STOPs that meet a permit, none is followed by a send but its one confirmation', async () => {
  for (let batch = 0; batch < BATCHES_IN_EACH_ORDER; batch += 1) {
    await stopComesFirst();
    await settled();
    await permitComesFirst();
    await settled();
    expect(await sentAfterStop()).toBe(0);
    expect(await optedOutTwice()).toBe(0);
  }
  await chanceDecides(ROUNDS_LEFT_TO_CHANCE);
  await settled();
  expect(await sentAfterStop()).toBe(0);
  expect(await optedOutTwice()).toBe(0);

  const { rows: fates } = await watcher.query(
    `select status, count(*)::int as count from message where kind = 'reply' group by status`,
  );
  const fate = new Map(fates.map(({ status, count }) => [String(status), Number(count)]));
  const [sent = 0, suppressed = 0, cancelled = 0] = ['sent', 'suppressed', 'cancelled'].map((status) =>
    fate.get(status),
  );
  expect(sent + suppressed + cancelled).toBe(1_000);
  // Both orders came about: most of the rounds that were to be won by either were.
  expect(sent).toBeGreaterThan((BATCHES_IN_EACH_ORDER * AT_ONCE) / 2);
  expect(suppressed).toBeGreaterThan((BATCHES_IN_EACH_ORDER * AT_ONCE) / 2);

  const accepted = new Map<string, string[]>();
  for (const { to, text } of sandbox.ledger()) accepted.set(to, [...(accepted.get(to) ?? []), text]);
  const confirmations = [...accepted.values()].map(
    (texts) => texts.filter((text) => text.includes('unsubscribed')).length,
  );
  expect(confirmations).toHaveLength(1_000 + OPTED_OUT.length);
  expect(confirmations.filter((count) => count !== 1)).toEqual([]);
  expect([...accepted.values()].flat().filter((text) => text === 'pong')).toHaveLength(sent);
  expect([...accepted.values()].filter((texts) => texts.length > 2)).toEqual([]);
}, 400_000);
