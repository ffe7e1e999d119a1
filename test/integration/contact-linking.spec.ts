import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Linking } from '../../src/admin/contacts/linking.repository.js';
import { CheckpointFiles } from '../../src/consent/checkpoint-files.js';
import { CheckpointSigner } from '../../src/consent/checkpoint.js';
import { LedgerVerifier } from '../../src/consent/ledger-verifier.js';
import { rebuildConsent } from '../../src/consent/rebuild-consent.repository.js';
import { recordConsent } from '../../src/contacts/consent-ledger.repository.js';
import type { ConsentAction, ConsentState } from '../../src/contacts/consent-state.js';
import { resolveContact } from '../../src/contacts/contact.repository.js';
import { openConversation } from '../../src/contacts/conversation.repository.js';
import { linkIdentitySession } from '../../src/contacts/identity-session.repository.js';
import { lockForPermit } from '../../src/delivery/permit.repository.js';
import { lockLane } from '../../src/inbox/lane.repository.js';
import { parseAddress, type Address } from '../../src/messaging/address.js';
import { conversationLane } from '../../src/messaging/lane.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { Database, type Transaction } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const PHONE = address('+2207000001');
const MAIL = address('ada@mail.example');
const ACT = { actor: 'test', reason: 'The same person.' };

let test: TestDatabase;
let database: Database;
let second: Database;
let linking: Linking;
let connectionId: string;

beforeEach(async () => {
  test = await cloneDatabase();
  database = new Database(test.url, () => undefined);
  second = new Database(test.url, () => undefined);
  linking = new Linking(database, new SystemClock());
  connectionId = newId();
  await test.query(
    `insert into connection (id, provider, name, origin, base_url, settings, sealed_secrets, updated_at)
     values ($1, 'contiguity', 'default', 'api', 'https://api.contiguity.com', '{}', '', now())`,
    [connectionId],
  );
});

afterEach(async () => {
  await database.close();
  await second.close();
  await test.drop();
});

function address(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed === undefined) throw new Error(`${text} is no address.`);
  return parsed;
}

const contactOf = (who: Address): Promise<string> =>
  database.$transaction((tx) => resolveContact(tx, { address: who }));

async function says(who: Address, action: ConsentAction, at = new Date(), tx?: Transaction): Promise<void> {
  const word = {
    address: who,
    action,
    scope: 'all',
    source: 'message',
    saidAt: at,
    receivedAt: at,
    actor: 'contact',
  };
  if (tx === undefined) await database.$transaction((own) => recordConsent(own, [word]));
  else await recordConsent(tx, [word]);
}

async function stateOf(who: Address): Promise<string> {
  const { rows } = await test.query(
    `select state from contact_address join consent using (contact_id) where kind = $1 and canonical = $2`,
    [who.kind, who.canonical],
  );
  return rows[0]?.state;
}

/** The chain holds, and the ledger alone leads to the same consent: what is stored is what is computed. */
async function expectProvable(): Promise<void> {
  const signer = new CheckpointSigner('a secret for tests, of 32 characters');
  const report = await new LedgerVerifier(database, new CheckpointFiles('/nonexistent'), signer).verify();
  expect(report.findings).toEqual([]);
  const { rows: before } = await test.query('select * from consent order by contact_id');
  await test.query(
    `update consent set state = 'subscribed', effective_at = null, granted_at = null, event_id = null`,
  );
  await rebuildConsent(database);
  const { rows: after } = await test.query('select * from consent order by contact_id');
  expect(after).toEqual(before);
}

async function queueMessage(who: Address, contactId: string): Promise<string> {
  const id = newId();
  const { id: conversationId } = await database.$transaction((tx) =>
    openConversation(
      tx,
      { connectionId, channel: 'sms', contactId, theirAddress: who, ourAddress: address('+2203001234') },
      { now: new Date() },
    ),
  );
  await test.query(
    `insert into message (id, direction, kind, status, contact_id, conversation_id, connection_id, provider, channel,
                          their_address, text, next_attempt_at, occurred_at, updated_at)
     values ($1, 'outbound', 'reply', 'queued', $2, $3, $4, 'contiguity', 'sms', $5, 'pong', now() + interval '1 hour', now(), now())`,
    [id, contactId, conversationId, connectionId, who.value],
  );
  return id;
}

async function statusOf(messageId: string): Promise<string> {
  const { rows } = await test.query('select status from message where id = $1', [messageId]);
  return rows[0]?.status;
}

/** Waits until so many statements wait for a lock. */
async function waiting(count: number): Promise<void> {
  await eventually(async () => {
    const { rows } = await test.query(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rows[0].count).toBe(count);
  });
}

/** Every table that names contacts, but the ledger, whose entries keep theirs. */
async function tablesThatName(contactId: string): Promise<string[]> {
  const { rows } = await test.query(
    `select table_name as name from information_schema.columns
      where column_name = 'contact_id' and table_schema = 'public' and table_name <> 'consent_event'`,
  );
  const naming: string[] = [];
  for (const { name } of rows) {
    const found = await test.query(`select 1 from "${name}" where contact_id = $1 limit 1`, [contactId]);
    if (found.rows.length > 0) naming.push(name);
  }
  return naming.sort();
}

describe('linking an address to a contact', () => {
  it('adds one that nobody has', async () => {
    const contactId = await contactOf(PHONE);
    expect(await linking.link(contactId, MAIL, ACT)).toEqual({ kind: 'linked', contactId });
    expect(await contactOf(MAIL)).toBe(contactId);
    expect(await linking.link(contactId, MAIL, ACT)).toEqual({ kind: 'unchanged', contactId });
  });

  it('joins whoever has it, with everything that is theirs', async () => {
    const [survivor, joined] = [await contactOf(PHONE), await contactOf(MAIL)];
    const messageId = await queueMessage(MAIL, joined);
    const link = { connectionId, sessionId: 's1', address: MAIL, channel: 'email' as const };
    await database.$transaction((tx) => linkIdentitySession(tx, link));
    await test.query(
      `insert into rule_firing (rule_id, contact_id, channel, fired_at, recent_at)
       values ($3, $1, 'sms', '2026-01-02', '{2026-01-02}'), ($3, $2, 'sms', '2026-01-01', '{2026-01-01}')`,
      [joined, survivor, newId()],
    );
    await test.query(
      `update contact set name = 'Ada', tags = '{new,both}', attributes = '{"plan":"gold","age":7}' where id = $1`,
      [joined],
    );
    await test.query(`update contact set tags = '{both,old}', attributes = '{"age":8}' where id = $1`, [
      survivor,
    ]);
    expect(await tablesThatName(joined)).toEqual(
      expect.arrayContaining([
        'consent',
        'contact_address',
        'conversation',
        'identity_session',
        'message',
        'rule_firing',
      ]),
    );

    await linking.link(survivor, MAIL, ACT);
    expect(await tablesThatName(joined)).toEqual([]);
    const { rows } = await test.query('select name, tags, attributes from contact');
    expect(rows).toEqual([
      { name: 'Ada', tags: ['both', 'new', 'old'], attributes: { plan: 'gold', age: 8 } },
    ]);
    const { rows: firings } = await test.query(
      `select fired_at::date::text as on, array_length(recent_at, 1) as times from rule_firing`,
    );
    expect(firings).toEqual([{ on: '2026-01-02', times: 2 }]);
    const { rows: record } = await test.query('select id, into_id, reason from joined_contact');
    expect(record).toEqual([{ id: joined, into_id: survivor, reason: ACT.reason }]);
    expect(await statusOf(messageId)).toBe('queued');
  });

  it('leads from every earlier contact to the one that is there now', async () => {
    const [a, b, c] = [
      await contactOf(PHONE),
      await contactOf(MAIL),
      await contactOf(address('+2207000003')),
    ];
    await linking.link(b, PHONE, ACT);
    await linking.link(c, MAIL, ACT);
    const { rows } = await test.query('select id, into_id from joined_contact order by id');
    expect(rows).toEqual([a, b].sort().map((id) => ({ id, into_id: c })));
    expect(await linking.link(a, MAIL, ACT)).toEqual({ kind: 'unchanged', contactId: c });
  });

  it('keeps a conversation for each of their addresses, also on one channel and one number of ours', async () => {
    const other = address('+2207000002');
    const [one, two] = [await contactOf(PHONE), await contactOf(other)];
    await queueMessage(PHONE, one);
    await queueMessage(other, two);
    await linking.link(one, other, ACT);
    await queueMessage(PHONE, one);
    await queueMessage(other, one);
    const { rows } = await test.query(
      `select conversation.their_address as with, count(*)::int as messages, count(distinct message.their_address)::int as recipients
         from conversation join message on message.conversation_id = conversation.id
        where conversation.contact_id = $1 group by conversation.id order by 1`,
      [one],
    );
    expect(rows).toEqual([
      { with: PHONE.value, messages: 2, recipients: 1 },
      { with: other.value, messages: 2, recipients: 1 },
    ]);
  });

  it('refuses a contact that is not there, and makes nothing for it', async () => {
    expect(await linking.link(newId(), MAIL, ACT)).toEqual({ kind: 'unknown', what: 'contact' });
    expect((await test.query('select 1 from contact_address')).rows).toEqual([]);
  });
});

describe('the consent of two contacts that become one', () => {
  const asked: Record<ConsentState, ConsentAction[]> = {
    subscribed: ['grant'],
    held: ['hold'],
    opted_out: ['revoke'],
  };
  const strictness: readonly ConsentState[] = ['subscribed', 'held', 'opted_out'];
  const pairs = strictness.flatMap((one) => strictness.map((other) => [one, other] as const));

  it.each(pairs)('is the strictest: %s and %s', async (mine, theirs) => {
    const survivor = await contactOf(PHONE);
    const earlier = new Date(Date.now() - 60_000);
    for (const action of asked[theirs]) await says(MAIL, action, earlier);
    for (const action of asked[mine]) await says(PHONE, action, new Date(Date.now() - 1_000));
    const queued = [await queueMessage(PHONE, survivor), await queueMessage(MAIL, await contactOf(MAIL))];
    await linking.link(survivor, MAIL, ACT);

    const expected = strictness[Math.max(strictness.indexOf(mine), strictness.indexOf(theirs))];
    expect([await stateOf(PHONE), await stateOf(MAIL)]).toEqual([expected, expected]);
    const { rows: entries } = await test.query(
      `select action, contact_id, address, reason from consent_event where source = 'link'`,
    );
    const carried = { held: 'hold', opted_out: 'revoke' };
    expect(entries).toEqual(
      theirs === 'subscribed'
        ? []
        : [{ action: carried[theirs], contact_id: survivor, address: MAIL.value, reason: ACT.reason }],
    );
    const becameOptedOut = theirs === 'opted_out' && mine !== 'opted_out';
    if (becameOptedOut) expect(await Promise.all(queued.map(statusOf))).toEqual(['cancelled', 'cancelled']);
    await expectProvable();
  });

  it('is not lifted by a START that was said before the joined one said STOP, however late it arrives', async () => {
    const survivor = await contactOf(PHONE);
    const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1_000);
    await says(PHONE, 'revoke', at(300));
    await says(MAIL, 'revoke', at(100));
    await linking.link(survivor, MAIL, ACT);
    await says(PHONE, 'grant', at(200));
    expect(await stateOf(MAIL)).toBe('opted_out');
    await says(MAIL, 'grant', new Date(Date.now() + 2_000));
    expect(await stateOf(PHONE)).toBe('subscribed');
    await expectProvable();
  });

  it('carries the categories that they had left', async () => {
    const survivor = await contactOf(PHONE);
    const said = new Date();
    const word = {
      source: 'message',
      saidAt: said,
      receivedAt: said,
      actor: 'contact',
      action: 'revoke' as const,
    };
    await database.$transaction((tx) => recordConsent(tx, [{ ...word, address: MAIL, scope: 'offers' }]));
    await linking.link(survivor, MAIL, ACT);
    const { rows } = await test.query('select contact_id, category, state from consent_category');
    expect(rows).toEqual([{ contact_id: survivor, category: 'offers', state: 'opted_out' }]);
    await expectProvable();
  });
});

describe('unlinking an address', () => {
  it('gives it a contact of its own with its conversation, and leaves the consent with both', async () => {
    const contactId = await contactOf(PHONE);
    const messages = [await queueMessage(PHONE, contactId), await queueMessage(MAIL, await contactOf(MAIL))];
    await linking.link(contactId, MAIL, ACT);
    await says(PHONE, 'revoke');
    const result = await linking.unlink(contactId, MAIL, ACT);
    const other = await contactOf(MAIL);
    expect(result).toEqual({ kind: 'unlinked', contactId: other });
    expect(other).not.toBe(contactId);
    expect([await stateOf(PHONE), await stateOf(MAIL)]).toEqual(['opted_out', 'opted_out']);
    const { rows } = await test.query(
      'select contact_id from message order by array_position($1::uuid[], id)',
      [messages],
    );
    expect(rows.map((row) => row.contact_id)).toEqual([contactId, other]);
    await expectProvable();
    await says(MAIL, 'grant', new Date(Date.now() + 2_000));
    expect([await stateOf(PHONE), await stateOf(MAIL)]).toEqual(['opted_out', 'subscribed']);
  });

  it('is refused for the only address, and for one of somebody else', async () => {
    const contactId = await contactOf(PHONE);
    await contactOf(MAIL);
    expect(await linking.unlink(contactId, PHONE, ACT)).toMatchObject({ kind: 'refused' });
    expect(await linking.unlink(contactId, MAIL, ACT)).toEqual({ kind: 'unknown', what: 'address' });
    expect(await linking.unlink(newId(), MAIL, ACT)).toEqual({ kind: 'unknown', what: 'contact' });
  });
});

describe('linking that meets others', () => {
  it('waits for a STOP that is being recorded, and takes it over', async () => {
    const survivor = await contactOf(PHONE);
    const messageId = await queueMessage(PHONE, survivor);
    let joining: Promise<unknown> = Promise.resolve();
    await second.$transaction(async (tx) => {
      await says(MAIL, 'revoke', new Date(), tx);
      joining = linking.link(survivor, MAIL, ACT);
      await waiting(1);
    });
    await joining;
    expect([await stateOf(PHONE), await statusOf(messageId)]).toEqual(['opted_out', 'cancelled']);
    await expectProvable();
  });

  it.each([
    ['the survivor is the older one', PHONE, MAIL],
    ['the survivor is the younger one', MAIL, PHONE],
  ])(
    'does not lose a STOP that waited for it, nor bring the joined contact back: %s',
    async (_name, mine, theirs) => {
      await contactOf(PHONE);
      await contactOf(MAIL);
      const [survivor, joined] = [await contactOf(mine), await contactOf(theirs)];
      let joining: Promise<unknown> = Promise.resolve();
      let stopping: Promise<unknown> = Promise.resolve();
      await second.$transaction(async (tx) => {
        // Holds the linking up with its locks in hand: its last step but one writes the survivor's row.
        await tx.$queryRaw`select 1 as locked from contact where id = ${survivor}::uuid for update`;
        joining = linking.link(survivor, theirs, ACT);
        await waiting(1);
        stopping = says(theirs, 'revoke');
        await waiting(2);
      });
      await Promise.all([joining, stopping]);
      expect([await stateOf(mine), await stateOf(theirs)]).toEqual(['opted_out', 'opted_out']);
      const { rows } = await test.query('select contact_id from consent_event');
      expect(rows).toEqual([{ contact_id: survivor }]);
      expect(await tablesThatName(joined)).toEqual([]);
      await expectProvable();
    },
  );

  it('lets no permit pass on the consent of a contact that is gone', async () => {
    const [survivor, joined] = [await contactOf(PHONE), await contactOf(MAIL)];
    await says(PHONE, 'revoke');
    const messageId = await queueMessage(MAIL, joined);
    let joining: Promise<unknown> = Promise.resolve();
    let permitting: Promise<unknown> = Promise.resolve();
    await second.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 as locked from contact where id = ${survivor}::uuid for update`;
      joining = linking.link(survivor, MAIL, ACT);
      await waiting(1);
      permitting = database.$transaction((other) => lockForPermit(other, messageId, joined));
      await waiting(2);
    });
    await joining;
    expect(await permitting).toBeUndefined();
    const locked = await database.$transaction((tx) => lockForPermit(tx, messageId, survivor));
    expect(locked?.consent.state).toBe('opted_out');
  });

  it('waits until nobody handles anything of the two', async () => {
    const survivor = await contactOf(PHONE);
    const joined = await contactOf(MAIL);
    let joining: Promise<unknown> = Promise.resolve();
    await second.$transaction(async (tx) => {
      await lockLane(tx, conversationLane(connectionId, MAIL));
      const contactId = await resolveContact(tx, { address: MAIL });
      joining = linking.link(survivor, MAIL, ACT);
      await waiting(1);
      await openConversation(
        tx,
        { connectionId, channel: 'email', contactId, theirAddress: MAIL },
        { now: new Date() },
      );
    });
    await joining;
    expect(await tablesThatName(joined)).toEqual([]);
    expect(await tablesThatName(survivor)).toContain('conversation');
  });

  it('is one story when two link the same two contacts, each into the other', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [one, other] = [address(`+22071000${round + 10}`), address(`b${round}@mail.example`)];
      const [a, b] = [await contactOf(one), await contactOf(other)];
      const otherLinking = new Linking(second, new SystemClock());
      const results = await Promise.all([linking.link(a, other, ACT), otherLinking.link(b, one, ACT)]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(['linked', 'unchanged']);
      expect(await contactOf(one)).toBe(await contactOf(other));
    }
  });

  it('keeps the ledger and the consent together in a storm of words, links and unlinks', async () => {
    const people = Array.from({ length: 6 }, (_, index) => address(`+220720000${index}`));
    for (const person of people) await contactOf(person);
    const linkings = [linking, new Linking(second, new SystemClock())];
    let words = 0;
    const acts = Array.from({ length: 8 }, async (_, worker) => {
      for (let round = 0; round < 25; round += 1) {
        const pick = (step: number) => people[(worker * 7 + round * step) % people.length] ?? PHONE;
        const [mine, theirs] = [pick(5), pick(3)];
        const desk = linkings[worker % 2] ?? linking;
        const turn = (worker + round) % 4;
        if (turn === 0) await desk.link(await contactOf(mine), theirs, ACT);
        else if (turn === 1) await desk.unlink(await contactOf(mine), mine, ACT);
        else {
          words += 2;
          const at = new Date();
          const word = { scope: 'all', source: 'message', saidAt: at, receivedAt: at, actor: 'contact' };
          const action = turn === 2 ? ('revoke' as const) : ('grant' as const);
          const both = [
            { ...word, address: mine, action },
            { ...word, address: theirs, action },
          ];
          await database.$transaction((tx) => recordConsent(tx, both));
        }
      }
    });
    await Promise.all(acts);
    const { rows } = await test.query(
      `select count(*)::int as count from consent_event where source = 'message'`,
    );
    expect(rows[0].count).toBe(words);
    const { rows: orphans } = await test.query(
      'select 1 from contact_address left join consent using (contact_id) where consent.contact_id is null',
    );
    expect(orphans).toEqual([]);
    await expectProvable();
  });
});
