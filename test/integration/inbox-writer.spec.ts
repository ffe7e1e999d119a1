import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { ConsentWord } from '../../src/contacts/consent-ledger.repository.js';
import type { InboxDraft } from '../../src/inbox/inbox-draft.js';
import { InboxWriter, StoreUnavailableError } from '../../src/inbox/inbox-writer.js';
import type { Stored } from '../../src/inbox/inbox-writer.repository.js';
import { parseAddress } from '../../src/messaging/address.js';
import { IngestDatabase } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const CONNECTION = newId();
const NOW = new Date('2026-04-10T12:00:00Z');

let database: TestDatabase;
let ingest: IngestDatabase;
let writer: InboxWriter;
let storedCounts: number[];

beforeAll(async () => {
  database = await cloneDatabase();
  ingest = new IngestDatabase(database.url, () => undefined);
});

beforeEach(() => {
  storedCounts = [];
  writer = new InboxWriter(ingest, (rows) => storedCounts.push(rows));
});

afterAll(async () => {
  await ingest.close();
  await database.drop();
});

function draft(change: Partial<InboxDraft> = {}): InboxDraft {
  const rawBody = change.rawBody ?? Buffer.from(randomUUID());
  return {
    id: newId(),
    connectionId: CONNECTION,
    provider: 'integify',
    eventType: 'sms.received',
    key: randomUUID(),
    bodyHash: createHash('sha256').update(rawBody).digest(),
    lane: `${CONNECTION}:phone:+2207654321`,
    rawBody,
    headers: {},
    isStale: false,
    state: 'received',
    reason: undefined,
    occurredAt: undefined,
    receivedAt: NOW,
    consentWord: undefined,
    ...change,
  };
}

function stop(customer: string): InboxDraft {
  const address = parseAddress(customer);
  if (address === undefined) throw new Error(`${customer} is no address.`);
  const it = draft();
  const consentWord: ConsentWord = {
    address,
    action: 'revoke',
    scope: 'all',
    source: 'message',
    channel: 'sms',
    saidAt: NOW,
    receivedAt: NOW,
    actor: 'contact',
    connectionId: CONNECTION,
    inboxId: it.id,
  };
  return { ...it, consentWord };
}

async function storeAll(drafts: readonly InboxDraft[]): Promise<PromiseSettledResult<Stored>[]> {
  return Promise.allSettled(drafts.map((one) => writer.store(one)));
}

async function idsOf(drafts: readonly InboxDraft[]): Promise<string[]> {
  const { rows } = await database.query(
    'select id::text from inbox_entry where id = any($1::uuid[]) order by seq',
    [drafts.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

async function consentOf(customer: string): Promise<{ state: string; entries: number; announced: number }> {
  const { rows } = await database.query(
    `select consent.state,
            (select count(*)::int from consent_event entry where entry.contact_id = consent.contact_id) as entries,
            (select count(*)::int from domain_event event where event.contact_id = consent.contact_id
                and event.name = 'contact.opted_out' and event.state = 'pending') as announced
       from consent join contact_address using (contact_id) where canonical = $1`,
    [customer],
  );
  return rows[0];
}

describe('a batch', () => {
  it('shares one commit among all that came while the one before was written, in the order of arrival', async () => {
    const drafts = Array.from({ length: 150 }, () => draft());
    await storeAll(drafts);
    expect(await idsOf(drafts)).toEqual(drafts.map(({ id }) => id));
    const { rows } = await database.query(
      'select count(distinct xmin::text)::int as commits from inbox_entry where id = any($1::uuid[])',
      [drafts.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ commits: 1 }]);
    expect(storedCounts).toEqual([150]);
  });

  it('stores one row for an event that it holds twice, and tells the second one apart', async () => {
    const first = draft();
    const again = { ...first, id: newId() };
    const results = await storeAll([first, again]);
    const known = { inboxId: first.id, isConflict: false };
    expect(results).toEqual([
      { status: 'fulfilled', value: { ...known, isDuplicate: false } },
      { status: 'fulfilled', value: { ...known, isDuplicate: true } },
    ]);
    expect(await idsOf([first, again])).toEqual([first.id]);
    expect(storedCounts).toEqual([1]);
  });

  it('keeps an event aside that has the key of its neighbour and another body', async () => {
    const first = draft();
    const other = draft({ key: first.key });
    const [, result] = await storeAll([first, other]);
    expect(result).toMatchObject({ value: { inboxId: first.id, isDuplicate: true, isConflict: true } });
    const { rows } = await database.query('select state, reason from inbox_entry where id = $1', [other.id]);
    expect(rows).toEqual([{ state: 'quarantined', reason: expect.stringContaining(first.id) }]);
  });

  it.each([
    ['a NUL in a text', { lane: 'nul\u0000' }],
    ['an id that is none', { connectionId: 'no uuid' }],
    ['a key that no index can hold', { key: incompressible(20_000) }],
  ])('does not lose its neighbours to a row that the database refuses (%s)', async (_what, change) => {
    const drafts = [draft(), draft(), draft(change), draft()];
    const results = await storeAll(drafts);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(results[2]).toMatchObject({ reason: expect.any(StoreUnavailableError) });
    const good = drafts.filter((_draft, index) => index !== 2);
    expect(await idsOf(drafts)).toEqual(good.map(({ id }) => id));
    expect((await storeAll([draft()]))[0]?.status).toBe('fulfilled');
  });

  it('puts the consent words that it holds in force with its commit, once', async () => {
    const customer = '+2207000001';
    const word = stop(customer);
    await storeAll([draft(), word, draft(), { ...word, id: newId() }]);
    expect(await consentOf(customer)).toEqual({ state: 'opted_out', entries: 1, announced: 1 });
    await storeAll([word]);
    expect(await consentOf(customer)).toEqual({ state: 'opted_out', entries: 1, announced: 1 });
  });

  it('puts a consent word in force though its neighbour is refused', async () => {
    const customer = '+2207000002';
    const results = await storeAll([draft({ lane: '\u0000' }), stop(customer)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await consentOf(customer)).toEqual({ state: 'opted_out', entries: 1, announced: 1 });
  });

  it('stores nothing of a consent word that cannot be put in force', async () => {
    const word = stop('+2207000003');
    await database.query('alter table consent_event rename to consent_event_away');
    const [result] = await storeAll([word]);
    await database.query('alter table consent_event_away rename to consent_event');
    expect(result?.status).toBe('rejected');
    expect(await idsOf([word])).toEqual([]);
    expect((await storeAll([word]))[0]).toMatchObject({ value: { isDuplicate: false } });
  });
});

describe('an event that comes again', () => {
  async function duplicatesOf({ id }: InboxDraft): Promise<{ count: number; received_at: Date[] }> {
    const { rows } = await database.query(
      'select count, received_at from inbox_duplicate where inbox_id = $1',
      [id],
    );
    return rows[0];
  }

  it('is counted with the times of its latest twenty arrivals, and no more', async () => {
    const first = draft();
    await storeAll([first]);
    const later = Array.from({ length: 25 }, (_, second) => ({
      ...first,
      id: newId(),
      receivedAt: new Date(NOW.getTime() + (second + 1) * 1_000),
    }));
    await storeAll(later.slice(0, 3));
    for (const one of later.slice(3)) await writer.store(one);
    const { count, received_at } = await duplicatesOf(first);
    expect(count).toBe(25);
    expect(received_at).toEqual(
      later
        .slice(5)
        .toReversed()
        .map(({ receivedAt }) => receivedAt),
    );
  });

  it('is no duplicate with another body; that one is kept aside, and counts its own', async () => {
    const first = draft();
    const other = draft({ key: first.key });
    await storeAll([first, other]);
    await storeAll([{ ...other, id: newId() }]);
    expect(await duplicatesOf(first)).toBeUndefined();
    expect(await duplicatesOf(other)).toMatchObject({ count: 1 });
  });

  it('is no duplicate of itself when the answer to its commit was lost', async () => {
    const first = draft();
    await storeAll([first]);
    await storeAll([first]);
    expect(await duplicatesOf(first)).toBeUndefined();
  });
});

describe('two writers that store the same events in opposite order', () => {
  it('do not wait for each other', async () => {
    const other = new InboxWriter(ingest, () => undefined);
    const one = Array.from({ length: 60 }, () => draft());
    const mirrored = one.map((event) => ({ ...event, id: newId() })).toReversed();
    const held = one[30];
    if (held === undefined) throw new Error('unreachable: there are sixty');
    // Somebody holds a key in the middle of both batches, so that each has taken its first half when it begins to wait.
    await database.query('begin');
    await database.query(
      'insert into inbox_key (connection_id, key, inbox_id, body_hash) values ($1, $2, $1, $3)',
      [CONNECTION, held.key, Buffer.from('x')],
    );
    const results = Promise.all([
      storeAll(one),
      Promise.allSettled(mirrored.map((event) => other.store(event))),
    ]);
    await eventually(async () => {
      const { rows } = await administrator((client) =>
        client.query(
          `select count(*)::int as waiting from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into inbox_key%'`,
        ),
      );
      expect(rows[0].waiting).toBe(2);
    });
    await database.query('rollback');
    const answers = (await results).flat();
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await idsOf([...one, ...mirrored])).toHaveLength(60);
    const { rows } = await database.query(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(rows).toEqual([{ deadlocks: 0 }]);
  });
});

describe('a connection that is cut while a batch is written', () => {
  it('is replaced, and nobody is turned away', async () => {
    await database.query('begin');
    await database.query('lock table inbox_key in exclusive mode');
    const results = storeAll([draft(), draft()]);
    await eventually(async () => {
      const { rows } = await administrator((client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into inbox_key%'`,
        ),
      );
      expect(rows).toHaveLength(1);
    });
    await database.query('rollback');
    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });
});

describe('a database that does not answer', () => {
  it('makes callers beyond the bounds turn back at once, and those who wait turn back together', async () => {
    await database.query('begin');
    await database.query('lock table inbox_key in exclusive mode');
    const large = Buffer.alloc(4 * 1024 * 1024);
    // The first is being written; sixteen more make 64 MiB.
    const beingWritten = Promise.allSettled([writer.store(draft({ rawBody: large }))]);
    await Promise.resolve();
    await Promise.resolve();
    const waiting = storeAll(Array.from({ length: 16 }, () => draft({ rawBody: large })));
    await expect(writer.store(draft())).rejects.toThrow(
      new StoreUnavailableError('Too many webhooks are waiting to be stored.'),
    );

    const small = new InboxWriter(ingest, () => undefined);
    const many = Promise.allSettled(Array.from({ length: 5_000 }, () => small.store(draft())));
    await expect(small.store(draft())).rejects.toThrow('Too many webhooks are waiting to be stored.');

    const ends = [...(await beingWritten), ...(await waiting), ...(await many)];
    expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    await database.query('rollback');
    expect((await storeAll([draft()]))[0]?.status).toBe('fulfilled');
    await writer.idle();
  });
});

/** Text that PostgreSQL cannot make shorter. */
function incompressible(length: number): string {
  let text = '';
  while (text.length < length) text += randomUUID();
  return text;
}

async function administrator<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
