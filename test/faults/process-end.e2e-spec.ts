import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { installDemoRules, startDemoSandbox } from '../../src/demo/demo.js';
import { openLocalState, type LocalState } from '../../src/platform/config/local-state.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import { Database } from '../../src/platform/database/database.js';
import { LibraryRepository } from '../../src/rulebook/library.repository.js';
import { RuleRepository } from '../../src/rulebook/rule.repository.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import {
  deliver,
  killProcesses,
  sandboxVariables,
  startProcess,
  type Delivery,
  type HeedProcess,
} from '../support/heed-process.js';
import { settled } from '../support/settled.js';
import { messageBody } from '../support/webhook-bodies.js';

let dataDir: string;
let state: LocalState;
let sandbox: Sandbox;
let database: TestDatabase;
let customers = 0;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'heed-end-'));
  state = await openLocalState(dataDir);
});

beforeEach(async () => {
  sandbox = await startDemoSandbox(state);
  database = await cloneDatabase();
  const rules = new Database(database.url, () => undefined);
  await installDemoRules(new RuleRepository(rules), new LibraryRepository(rules));
  await rules.close();
});

afterEach(async () => {
  killProcesses();
  await sandbox.stop();
  await database.drop();
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<{ heed: HeedProcess; url: string }> {
  const heed = startProcess({
    ...sandboxVariables(sandbox, state),
    HEED_DATA_DIR: dataDir,
    DATABASE_URL: database.url,
  });
  const url = await heed.isUp();
  return { heed, url };
}

type Asked = { readonly from: string; readonly delivery: Delivery };

/** Between two webhooks of one sender, so that the successor has seconds of work before it and not minutes. */
const PAUSE_MS = 20;
/** Which provider the next customer writes through: most of them through the one with the highest send rate. */
const PROVIDERS: readonly ProviderName[] = ['connectly', 'connectly', 'connectly', 'connectly', 'integify'];

/** Four senders at a time bring questions of customers, one of each, until nobody answers any more. */
function load(url: string): { readonly asked: Asked[]; readonly ended: Promise<void> } {
  const asked: Asked[] = [];
  const ask = async (): Promise<void> => {
    for (;;) {
      customers += 1;
      const from = `+22074${String(customers).padStart(5, '0')}`;
      const provider = PROVIDERS[customers % PROVIDERS.length] ?? 'connectly';
      const body = messageBody(provider, { from, text: 'what are your hours?' });
      const delivery = await deliver(url, state, provider, body);
      asked.push({ from, delivery });
      if (delivery.kind !== 'answered') return;
      await setTimeout(PAUSE_MS);
    }
  };
  return { asked, ended: Promise.all(Array.from({ length: 4 }, ask)).then(() => undefined) };
}

/** Webhooks are coming in, and the first replies have left. */
async function underWay(asked: readonly Asked[]): Promise<void> {
  await eventually(() => {
    expect(asked.length).toBeGreaterThan(60);
    expect(sandbox.ledger().length).toBeGreaterThan(0);
  });
}

function acknowledged(asked: readonly Asked[]): string[] {
  return asked.flatMap(({ delivery }) =>
    delivery.kind === 'answered' && delivery.status === 200 ? [delivery.eventId ?? ''] : [],
  );
}

async function expectStoredOnce(eventIds: readonly string[]): Promise<void> {
  const { rows } = await database.query(
    `select count(*)::int as entries, count(distinct raw_body)::int as bodies, count(*) filter (where state = 'processed')::int as processed
       from inbox_entry where id = any($1::uuid[])`,
    [eventIds],
  );
  const all = eventIds.length;
  expect(rows[0]).toEqual({ entries: all, bodies: all, processed: all });
}

/** No customer has been answered twice, and what is neither sent nor given up is known to be of unknown fate. */
async function expectAnsweredOnce(): Promise<void> {
  const perCustomer = new Map<string, number>();
  for (const { to } of sandbox.ledger()) perCustomer.set(to, (perCustomer.get(to) ?? 0) + 1);
  expect([...perCustomer].filter(([, count]) => count > 1)).toEqual([]);
  const { rows } = await database.query(
    `select their_address from message
      where direction = 'outbound' and status in ('sent', 'delivered') and not their_address = any($1::text[])`,
    [[...perCustomer.keys()]],
  );
  expect(rows).toEqual([]);
}

describe('a process that is killed under load', () => {
  it('has lost nothing that it acknowledged, and its successor answers nobody twice', async () => {
    const first = await start();
    const { asked, ended } = load(first.url);
    await underWay(asked);
    first.heed.signal('SIGKILL');
    expect(await first.heed.ended).toEqual({ code: null, signal: 'SIGKILL' });
    await ended;

    // As if the minute had passed after which what the dead process had in hand counts as abandoned.
    await database.query(`update inbox_entry set dispatched_at = dispatched_at - interval '1 minute'`);
    await database.query(`update domain_event set dispatched_at = dispatched_at - interval '1 minute'`);
    await database.query(
      `update message set woken_at = woken_at - interval '1 minute', lease_until = lease_until - interval '1 minute'`,
    );
    const second = await start();
    await settled(database);
    const eventIds = acknowledged(asked);
    expect(eventIds.length).toBeGreaterThan(50);
    await expectStoredOnce(eventIds);
    await expectAnsweredOnce();
    second.heed.signal('SIGTERM');
    expect(await second.heed.ended).toEqual({ code: 0, signal: null });
  }, 60_000);
});

describe('a process that is asked to end under load', () => {
  it('answers everybody who got through, finishes what it has begun, and ends cleanly', async () => {
    const { heed, url } = await start();
    const { asked, ended } = load(url);
    await underWay(asked);
    const startedAt = performance.now();
    heed.signal('SIGTERM');
    expect(await heed.ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - startedAt).toBeLessThan(28_000);
    await ended;

    const statuses = asked.flatMap(({ delivery }) => (delivery.kind === 'answered' ? [delivery.status] : []));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const { rows } = await database.query(
      `select count(*) filter (where status in ('sending', 'unknown'))::int as unsettled from message`,
    );
    expect(rows).toEqual([{ unsettled: 0 }]);

    const successor = await start();
    await settled(database);
    await expectStoredOnce(acknowledged(asked));
    await expectAnsweredOnce();
    // A connection that only the kernel had accepted is reset with the socket that it waited at. Nobody may be cut who was heard.
    const cut = asked.filter(({ delivery }) => delivery.kind === 'cut').map(({ from }) => from);
    const heard = await database.query(
      `select their_address from message where direction = 'inbound' and their_address = any($1::text[])`,
      [cut],
    );
    expect(heard.rows).toEqual([]);
    successor.heed.signal('SIGTERM');
    expect(await successor.heed.ended).toEqual({ code: 0, signal: null });
  }, 60_000);
});
