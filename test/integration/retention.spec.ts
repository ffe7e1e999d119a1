import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RetentionSettings } from '../../src/consent/settings/consent-settings.js';
import { Database } from '../../src/platform/database/database.js';
import { Log } from '../../src/platform/logging/log.js';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { purgeOldFigures } from '../../src/retention/old-figures.repository.js';
import { purgeBatch } from '../../src/retention/purge.repository.js';
import { purgesOf } from '../../src/retention/purge-plan.js';
import { RetentionKeeper } from '../../src/retention/retention-keeper.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { addRule, answering, newCustomer, says, settled } from '../support/outbound.js';

const DAY_MS = 24 * 3_600_000;

function after(days: number) {
  return { now: () => new Date(Date.now() + days * DAY_MS) };
}

function keeperOf(database: Database, settings: RetentionSettings, days: number): RetentionKeeper {
  const context = { clock: after(days), log: new Log('silent'), metrics: new Metrics() };
  return new RetentionKeeper(database, async () => settings, context);
}

describe('words that are older than the settings keep', () => {
  let heed: TestHeed;
  let customer: string;
  let eventId: string;

  const everything = { webhookBodyDays: 30, messageTextDays: 30, decisionDays: 30 };
  const run = (settings: RetentionSettings, days: number) =>
    keeperOf(heed.app.nest.get(Database), settings, days).round();
  const trace = async (table: string): Promise<number> => {
    const secrets = ['violets', Buffer.from('violets').toString('hex')].join('|');
    const { rows } = await heed.database.query(
      `select 1 from "${table}" as row where row::text ~ '${secrets}'`,
    );
    return rows.length;
  };
  const KEPT = ['inbox_entry', 'message', 'domain_event', 'decision'];
  const traces = async () =>
    Object.fromEntries(await Promise.all(KEPT.map(async (name) => [name, await trace(name)])));

  beforeAll(async () => {
    heed = await startHeed();
    await addRule(heed, answering('We have violets.'));
    customer = newCustomer('contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'do you sell violets?');
    await says(heed, 'contiguity', 'sms', newCustomer('contiguity'), 'please stop texting me about violets');
    await settled(heed);
    const { rows } = await heed.database.query(
      `select inbox_id as id from message where direction = 'inbound' and their_address = $1`,
      [customer],
    );
    eventId = rows[0].id;
  });

  afterAll(async () => {
    await heed.close();
  });

  it('stay while nobody has set anything, and while they are young', async () => {
    const before = await traces();
    await run({}, 10_000);
    await run(everything, 29);
    expect(await traces()).toEqual(before);
    expect(before).toEqual({ inbox_entry: 2, message: 3, domain_event: 2, decision: expect.any(Number) });
  });

  it('go, and leave behind that they went, when and why; the ledger keeps its own', async () => {
    const ledgerBefore = await trace('consent_event');
    await heed.database.query(`update retention_run set last_run_at = now() - interval '30 days'`);
    await run(everything, 31);
    expect(await traces()).toEqual({ inbox_entry: 0, message: 0, domain_event: 0, decision: 0 });
    expect(await trace('consent_event')).toBe(ledgerBefore);
    expect(ledgerBefore).toBe(1);
    expect((await heed.api('GET', '/consent/verify')).body).toMatchObject({ isIntact: true });

    const { body: event } = await heed.api('GET', `/events/${eventId}`);
    expect(event).toMatchObject({
      rawBody: '',
      headers: {},
      state: 'processed',
      purgedAt: expect.any(String),
      purgeReason: 'Emptied by retention, which keeps this for 30 days.',
    });
    const { body: list } = await heed.api<{ items: { id: string; direction: string }[] }>(
      'GET',
      `/messages?address=${encodeURIComponent(customer)}`,
    );
    expect(list.items).toHaveLength(2);
    for (const { id } of list.items) {
      const { status, body } = await heed.api('GET', `/messages/${id}/explain`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        verdict: 'replied',
        sentence: 'Emptied by retention, which keeps this for 30 days.',
        message: { text: '', purgeReason: expect.stringContaining('30 days'), theirAddress: customer },
      });
    }
  });

  it('are known when they come again, though their body is gone', async () => {
    const { rows } = await heed.database.query('select count(*)::int as keys from inbox_key');
    expect(rows[0].keys).toBeGreaterThanOrEqual(2);
  });

  it('cannot be replayed any more, and the answer says so', async () => {
    const { status, body } = await heed.api('POST', `/events/${eventId}/replay`);
    expect([status, body['title']]).toEqual([410, 'Gone']);
    expect(body['detail']).toMatch(/^Its body is gone since .*keeps this for 30 days.*cannot be replayed\.$/);
    await heed.database.query('update inbox_entry set purged_at = null where id = $1', [eventId]);
    const { status: again, body: why } = await heed.api('POST', `/events/${eventId}/replay`);
    expect([again, why['detail']]).toEqual([
      410,
      expect.stringMatching(/^The text of the message that it brought is gone/),
    ]);
  });

  it('are counted where people and machines look', async () => {
    const { body } = await heed.api<{ items: object[] }>('GET', '/consent/retention');
    expect(body.items).toEqual([
      {
        kind: 'webhooks',
        keptDays: null,
        lastRunAt: expect.any(String),
        lastPurged: expect.any(Number),
        totalPurged: expect.any(Number),
      },
      { kind: 'messages', keptDays: null, lastRunAt: expect.any(String), lastPurged: 4, totalPurged: 4 },
      { kind: 'decisions', keptDays: null, lastRunAt: expect.any(String), lastPurged: 2, totalPurged: 2 },
    ]);
    expect(await (await fetch(`${heed.url}/metrics`)).text()).toContain('heed_purged_total');
  });
});

describe('a run of retention', () => {
  let test: TestDatabase;
  let database: Database;
  let second: Database;

  beforeEach(async () => {
    test = await cloneDatabase();
    database = new Database(test.url, () => undefined);
    second = new Database(test.url, () => undefined);
  });

  afterEach(async () => {
    await database.close();
    await second.close();
    await test.drop();
  });

  async function storeWebhooks(count: number, state = 'processed', ageDays = 60): Promise<void> {
    await test.query(
      `insert into inbox_entry (id, connection_id, provider, event_type, lane, raw_body, headers, state, received_at)
       select gen_random_uuid(), gen_random_uuid(), 'contiguity', 'text.incoming.sms', 'lane', 'words', '{"a":"b"}', $2,
              now() - make_interval(days => $3) + n * interval '1 ms'
         from generate_series(1, $1::int) as n`,
      [count, state, ageDays],
    );
  }

  async function left(): Promise<Record<string, number>> {
    const { rows } = await test.query(
      `select state, count(*)::int as count from inbox_entry where raw_body <> '' group by state order by state`,
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  it('deletes figures of more than 400 days without being asked, in batches, but no dry run that a rule is watched by', async () => {
    const [rule, watched, old, young] = [newId(), newId(), newId(), newId()];
    const revision = newId();
    await test.query(`insert into rule (id, position, revision_id, updated_at) values ($1, 1, $2, now())`, [
      rule,
      revision,
    ]);
    await test.query(
      `insert into rule_revision (id, rule_id, number, definition, actor, dry_run_id) values ($1, $2, 1, '{}', 'test', $3)`,
      [revision, rule, watched],
    );
    for (const [id, days] of [
      [watched, 500],
      [old, 401],
      [young, 399],
    ] as const) {
      await test.query(
        `insert into dry_run (id, definition_hash, definition, rules_version, days, state, actor, created_at, progress_at)
         values ($1, '', '{}', 1, 30, 'finished', 'test', now() - make_interval(days => $2), now())`,
        [id, days],
      );
    }
    await test.query(
      `insert into rule_hit (rule_id, decided_at, decision_id, outcome)
       select $1, now() - make_interval(days => n), gen_random_uuid(), 'fired' from generate_series(390, 410) as n`,
      [rule],
    );
    expect(await purgeOldFigures(database, new Date(), 3)).toBe(3);
    await keeperOf(database, {}, 0).round();
    const { rows } = await test.query(
      `select (select count(*)::int from rule_hit) as hits, (select array_agg(id::text) from dry_run) as runs`,
    );
    expect(rows[0].hits).toBe(10);
    expect(new Set(rows[0].runs)).toEqual(new Set([watched, young]));
  });

  const settings = { webhookBodyDays: 30 };

  it('leaves alone what is not at its end, and comes back for it when it is', async () => {
    await storeWebhooks(3, 'received', 61);
    await storeWebhooks(2, 'dispatched', 60);
    for (const state of ['processed', 'quarantined', 'failed']) await storeWebhooks(1_200, state, 50);
    await keeperOf(database, settings, 0).round();
    expect(await left()).toEqual({ dispatched: 2, received: 3 });
    await test.query(`update inbox_entry set state = 'processed' where raw_body <> ''`);
    await keeperOf(database, settings, 1).round();
    expect(await left()).toEqual({});
    const { rows } = await test.query('select last_purged, total_purged::int from retention_run');
    expect(rows).toEqual([{ last_purged: 5, total_purged: 3_605 }]);
  });

  it('forgets when webhooks came again, once the last time is old enough', async () => {
    await storeWebhooks(2);
    await test.query(
      `insert into inbox_duplicate (inbox_id, count, received_at, last_received_at)
       select id, 1, array[at], at
         from (select id, now() - make_interval(days => (case when row_number() over () = 1 then 50 else 5 end)) as at
                 from inbox_entry) as again`,
    );
    await keeperOf(database, settings, 0).round();
    const { rows } = await test.query(
      'select extract(day from now() - last_received_at)::int as days from inbox_duplicate',
    );
    expect(rows).toEqual([{ days: 5 }]);
  });

  it('keeps the words of a message that may still be sent, or was never decided upon', async () => {
    const ids = { connection: newId(), contact: newId(), conversation: newId() };
    await test.query(
      `insert into connection (id, provider, name, origin, base_url, settings, sealed_secrets, updated_at)
       values ($1, 'contiguity', 'default', 'api', 'https://api.contiguity.com', '{}', '', now())`,
      [ids.connection],
    );
    await test.query('insert into contact (id, updated_at) values ($1, now())', [ids.contact]);
    await test.query(
      `insert into conversation (id, contact_id, connection_id, channel, their_address, last_message_at)
       values ($1, $2, $3, 'sms', '+2207000001', now())`,
      [ids.conversation, ids.contact, ids.connection],
    );
    for (const status of ['queued', 'sending', 'unknown', 'sent', 'received']) {
      await test.query(
        `insert into message (id, direction, kind, status, contact_id, conversation_id, connection_id, provider, channel,
                              their_address, text, occurred_at, created_at, updated_at)
         values (gen_random_uuid(), 'outbound', 'reply', $4, $1, $2, $3, 'contiguity', 'sms', '+2207000001', 'words', now(),
                 now() - interval '60 days', now())`,
        [ids.contact, ids.conversation, ids.connection, status],
      );
    }
    await test.query(
      `insert into domain_event (id, name, lane, payload, connection_id, message_id, state, occurred_at)
       select gen_random_uuid(), 'message.received', 'lane', '{}', connection_id, id, 'pending', now()
         from message where status = 'received'`,
    );
    await keeperOf(database, { messageTextDays: 30 }, 0).round();
    const { rows } = await test.query(`select status from message where text = 'words' order by status`);
    expect(rows.map(({ status }) => status)).toEqual(['queued', 'received', 'sending', 'unknown']);
  });

  it('keeps the words of an entry that is put back on its road meanwhile', async () => {
    await storeWebhooks(1);
    const [purge] = purgesOf(settings, new Date());
    if (purge === undefined) throw new Error('The settings ask for nothing.');
    let purging: Promise<unknown> = Promise.resolve();
    await second.$transaction(async (tx) => {
      await tx.$executeRaw`update inbox_entry set state = 'received'`;
      purging = purgeBatch(database, purge, undefined, { now: new Date(), limit: 10 });
      await eventually(async () => {
        const { rows } = await test.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(rows).toHaveLength(1);
      });
    });
    expect(await purging).toMatchObject({ kind: 'done', purged: 0 });
    expect(await left()).toEqual({ received: 1 });
  });

  it('is done once when several processes look at the same time', async () => {
    await storeWebhooks(2_000);
    const keepers = [database, second, database, second].map((each) => keeperOf(each, settings, 0));
    await Promise.all(keepers.map((keeper) => keeper.round()));
    expect(await left()).toEqual({});
    const { rows } = await test.query('select last_purged, total_purged::int from retention_run');
    expect(rows).toEqual([{ last_purged: 2_000, total_purged: 2_000 }]);
  });

  it('gives way while another process holds a batch', async () => {
    await storeWebhooks(10);
    await second.$transaction(async (tx) => {
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('retention', 6)) is null as locked`;
      await keeperOf(database, settings, 0).round();
    });
    expect(await left()).toEqual({ processed: 10 });
  });

  it('is not repeated within the day', async () => {
    await storeWebhooks(1);
    await keeperOf(database, settings, 0).round();
    await storeWebhooks(1);
    await keeperOf(database, settings, 0.5).round();
    expect(await left()).toEqual({ processed: 1 });
  });
});
