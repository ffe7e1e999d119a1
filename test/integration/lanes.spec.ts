import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../../src/events/domain-events.js';
import { EventBus } from '../../src/events/event-bus.js';
import { claimWaiting, releaseStranded } from '../../src/inbox/lane.repository.js';
import { MAX_ATTEMPTS } from '../../src/inbox/lane-worker.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { addConnection } from '../support/connections.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { settled } from '../support/settled.js';
import { messageBody } from '../support/webhook-bodies.js';

/** Two processes over one database. */
let one: TestHeed;
let other: TestHeed;
/** What the test wants done with a message that is being handled, whichever process handles it. */
let onMessage: (text: string) => Promise<void> | void;

beforeAll(async () => {
  one = await startHeed();
  other = await startHeed({ beside: one });
  for (const { app } of [one, other]) {
    app.nest.get(EventBus).on(['message.received'], 'test', async (event) => onMessage(textOf(event)));
  }
});

afterEach(() => {
  onMessage = () => undefined;
});

afterAll(async () => {
  await other.close();
  await one.close();
});

function textOf(event: DomainEvent): string {
  return event.name === 'message.received' ? event.payload.text : '';
}

async function says(from: string, text: string, heed = one): Promise<string> {
  const answer = await heed.webhook('integify', messageBody('integify', { from, text }));
  expect(answer.status).toBe(200);
  return answer.eventId ?? '';
}

/** A door that messages wait at. */
function gate(): { readonly isPassed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const isPassed = new Promise<void>((resolve) => (open = resolve));
  return { isPassed, open };
}

async function entry(id: string) {
  const { rows } = await one.database.query('select state, attempts, reason from inbox_entry where id = $1', [
    id,
  ]);
  return rows[0];
}

describe('a lane', () => {
  it('is worked on in the order of arrival, by however many processes', async () => {
    const handled: string[] = [];
    onMessage = (text) => void handled.push(text);
    const texts = Array.from({ length: 40 }, (_, index) => `message ${index}`);
    for (const [index, text] of texts.entries())
      await says('+2207100001', text, index % 2 === 0 ? one : other);
    await settled(one.database);
    expect(handled).toEqual(texts);
  });

  it('does not wait for another lane', async () => {
    const { isPassed, open } = gate();
    onMessage = (text) => (text === 'slow' ? isPassed : undefined);
    const slow = await says('+2207100002', 'slow');
    const quick = await says('+2207100003', 'quick');
    await eventually(async () => {
      expect(await entry(quick)).toMatchObject({ state: 'processed' });
    });
    expect(await entry(slow)).toMatchObject({ state: 'dispatched' });
    open();
    await settled(one.database);
    expect(await entry(slow)).toMatchObject({ state: 'processed' });
  });

  it('tries an event again that failed, and nothing of the failed try is left', async () => {
    let tries = 0;
    onMessage = () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
    };
    const id = await says('+2207100004', 'third time lucky');
    await settled(one.database);
    expect(await entry(id)).toEqual({ state: 'processed', attempts: 2, reason: null });
    const { rows } = await one.database.query(
      `select (select count(*)::int from message where inbox_id = $1) as messages,
              (select count(*)::int from domain_event where inbox_id = $1) as events,
              (select count(*)::int from conversation where their_address = '+2207100004') as conversations`,
      [id],
    );
    expect(rows).toEqual([{ messages: 1, events: 1, conversations: 1 }]);
  });

  it('goes on without an event that fails for good, and says why it failed', async () => {
    const handled: string[] = [];
    onMessage = (text) => {
      if (text === 'poison') throw new Error('nobody at +2207654321 can stand this');
      handled.push(text);
    };
    await says('+2207100005', 'before');
    const poison = await says('+2207100005', 'poison');
    await says('+2207100005', 'after');
    await settled(one.database);
    expect(handled).toEqual(['before', 'after']);
    expect(await entry(poison)).toEqual({
      state: 'failed',
      attempts: MAX_ATTEMPTS,
      reason: 'nobody at [phone …21] can stand this',
    });
    const { rows } = await one.database.query('select 1 from message where inbox_id = $1', [poison]);
    expect(rows).toEqual([]);
  });

  it('takes up events of a connection that another process has just opened', async () => {
    const web = await startHeed({ beside: one, env: { HEED_ROLE: 'web' } });
    try {
      const webhookSecrets = [one.state.demoAccounts.integify.webhookSecret];
      await addConnection(web, 'integify', 'opened-now', { webhookSecrets });
      const answer = await web.webhook(
        'integify',
        messageBody('integify', { from: '+2207100006', text: 'hello' }),
        {},
        'opened-now',
      );
      expect(answer.status).toBe(200);
      await settled(one.database);
      expect(await entry(answer.eventId ?? '')).toEqual({ state: 'processed', attempts: 0, reason: null });
    } finally {
      await web.close();
    }
  });

  it('loses nothing when the whole queue is dropped', async () => {
    const { isPassed, open } = gate();
    onMessage = () => isPassed;
    // More lanes than both processes work on at a time: some jobs run, the others wait in the queue.
    const ids = await Promise.all(
      Array.from({ length: 30 }, (_, index) => says(`+22072000${String(index).padStart(2, '0')}`, 'hello')),
    );
    await eventually(async () => {
      const { rows } = await one.database.query(`select 1 from inbox_entry where state = 'received'`);
      expect(rows).toEqual([]);
    });
    const { rows: tables } = await one.database.query(
      `select quote_ident(table_name) as name from information_schema.tables
        where table_schema = 'bullmq' and table_name not like '%migration%'`,
    );
    await one.database.query(`truncate ${tables.map(({ name }) => `bullmq.${name}`).join(', ')} cascade`);
    // As if half a minute had passed, after which the sweep looks for what was lost.
    await one.database.query(
      `update inbox_entry set dispatched_at = now() - interval '31 seconds' where state = 'dispatched'`,
    );
    open();
    await settled(one.database);
    const { rows } = await one.database.query(
      `select count(*)::int as messages from message where inbox_id = any($1::uuid[])`,
      [ids],
    );
    expect(rows).toEqual([{ messages: 30 }]);
  });
});

describe('the claim of what waits', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await cloneDatabase();
    database = new Database(testDatabase.url, () => undefined);
    await testDatabase.query(
      `insert into inbox_entry (id, connection_id, provider, event_type, lane, raw_body, headers, state, received_at)
       select gen_random_uuid(), $1, 'integify', 'sms.received', 'lane ' || number, '', '{}', 'received', now()
         from generate_series(1, 30) as number order by number`,
      [newId()],
    );
  });

  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const lanes = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => `lane ${from + index}`);

  it('takes the oldest first, and says when there may be more', async () => {
    const claimed = await claimWaiting(database, 10);
    expect({ ...claimed, lanes: claimed.lanes.toSorted() }).toEqual({
      isFull: true,
      lanes: lanes(1, 10).toSorted(),
    });
  });

  it('gives two dispatchers different rows', async () => {
    const both = await Promise.all([claimWaiting(database, 5), claimWaiting(database, 5)]);
    const claimed = both.flatMap((part) => part.lanes);
    expect(claimed.toSorted()).toEqual(lanes(11, 20).toSorted());
  });

  it('gives back what was handed out too long ago, and only that', async () => {
    expect(await releaseStranded(database, 60_000)).toBe(0);
    await testDatabase.query(
      `update inbox_entry set dispatched_at = now() - interval '61 seconds' where lane in ('lane 3', 'lane 4')`,
    );
    expect(await releaseStranded(database, 60_000)).toBe(2);
    const claimed = await claimWaiting(database, 100);
    expect(claimed.isFull).toBe(false);
    expect(claimed.lanes.toSorted()).toEqual(['lane 3', 'lane 4', ...lanes(21, 30)].toSorted());
    expect((await claimWaiting(database, 100)).lanes).toEqual([]);
  });
});
