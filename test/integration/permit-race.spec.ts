import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { recordConsent } from '../../src/contacts/consent-ledger.repository.js';
import { permit } from '../../src/delivery/permit.js';
import { beginSending, endQueued, lockForPermit } from '../../src/delivery/permit.repository.js';
import { parseAddress } from '../../src/messaging/address.js';
import { Database, type Transaction } from '../../src/platform/database/database.js';
import { sampleEvent } from '../../src/sandbox/payloads/event-catalogue.js';
import { freshIds } from '../../src/sandbox/payloads/fresh-ids.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  acceptedFor,
  addRule,
  answering,
  fillBuckets,
  says,
  settled,
  storyWith,
  holdBack,
  letGo,
} from '../support/outbound.js';

let heed: TestHeed;
let second: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  second = await startHeed({ beside: heed });
  await addRule(heed, answering('pong'));
});

afterAll(async () => {
  await second.close();
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

afterEach(async () => {
  heed.sandbox.clearMisbehaviour();
});

describe('a STOP that races a permit', () => {
  let database: Database;
  let seed: { messageId: string };

  beforeAll(async () => {
    database = new Database(heed.database.url, () => undefined);
    await holdBack(heed, 'contiguity');
    await says(heed, 'contiguity', 'sms', '+15550030000', 'ping');
    const { id } = await storyWith(heed, '+15550030000', 'queued');
    seed = { messageId: id };
  });

  afterAll(async () => {
    await database.close();
    await heed.database.query(
      `update message set status = 'cancelled' where status in ('queued', 'sending')`,
    );
    await letGo(heed, 'contiguity');
  });

  type Round = { readonly address: string; readonly contactId: string; readonly messageId: string };

  async function newContact(number: number): Promise<Round> {
    const address = `+1555004${String(number).padStart(4, '0')}`;
    const { rows } = await heed.database.query(
      `with contact as (insert into contact (id, updated_at) values (gen_random_uuid(), now()) returning id),
            address as (insert into contact_address (kind, canonical, value, contact_id) select 'phone', $1, $1, id from contact)
       insert into consent (contact_id) select id from contact returning contact_id as "contactId"`,
      [address],
    );
    return { address, contactId: rows[0].contactId, messageId: randomUUID() };
  }

  /** Queues a reply that no process will wake: its time has not come. */
  async function queueReply({ address, contactId, messageId }: Round): Promise<void> {
    await database.$executeRaw`
      insert into message (id, direction, kind, status, contact_id, conversation_id, connection_id, provider, channel,
                           their_address, text, next_attempt_at, occurred_at, updated_at)
      select ${messageId}::uuid, 'outbound', 'reply', 'queued', ${contactId}::uuid, conversation_id, connection_id, provider,
             channel, ${address}, 'pong', now() + interval '1 hour', now(), now()
        from message where id = ${seed.messageId}::uuid`;
  }

  async function stop(tx: Transaction, { address }: Round): Promise<void> {
    const parsed = parseAddress(address);
    if (parsed === undefined) throw new Error(`${address} is no address.`);
    const at = new Date();
    await recordConsent(tx, [
      {
        address: parsed,
        action: 'revoke',
        scope: 'all',
        source: 'message',
        saidAt: at,
        receivedAt: at,
        actor: 'contact',
      },
    ]);
  }

  /** What the sender does in its transaction, as far as consent is concerned. */
  async function askPermit(tx: Transaction, { messageId, contactId }: Round): Promise<void> {
    const locked = await lockForPermit(tx, messageId, contactId);
    if (locked === undefined) return;
    const { message, consent } = locked;
    const now = new Date();
    const facts = {
      kind: message.kind,
      expiresAt: undefined,
      nextAttemptAt: now,
      consentEventId: undefined,
      answersHelpAlways: false,
      consent,
      conversationPausedUntil: undefined,
      window: undefined,
      quiet: undefined,
      account: 'ready' as const,
      accountPausedUntil: undefined,
    };
    const verdict = permit(facts, now);
    if (verdict.kind === 'granted') {
      const grant = { leaseMs: 45_000, consentEventId: consent.eventId, sentAs: 'text' as const };
      await beginSending(tx, message, now, grant);
    } else if (verdict.kind === 'suppressed')
      await endQueued(tx, message.id, 'suppressed', verdict.reason, now);
  }

  async function statusOf(tx: Transaction, { messageId }: Round): Promise<string> {
    const { status } = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
    return status;
  }

  it('D1, I17: lets nothing go that was not permitted before it, in 300 rounds', async () => {
    const ends = { sending: 0, stopped: 0 };
    for (let batch = 0; batch < 50; batch += 1) {
      const rounds: Round[] = [];
      for (let index = 0; index < 6; index += 1) rounds.push(await newContact(batch * 6 + index));
      const race = async (round: Round): Promise<void> => {
        let statusAtStop: string | undefined;
        const stopping = async () =>
          database.$transaction(async (tx) => {
            await stop(tx, round);
            statusAtStop = (await tx.message.findUnique({ where: { id: round.messageId } }))?.status;
          });
        const sending = async () => {
          await queueReply(round);
          await database.$transaction((tx) => askPermit(tx, round));
        };
        // Who goes first alternates; how far the other has come by then is left to chance.
        await Promise.all(Math.random() < 0.5 ? [stopping(), sending()] : [sending(), stopping()]);
        const status = await statusOf(database, round);
        // Permitted before the STOP, or never: what the STOP did not see as `sending` does not become it.
        expect([statusAtStop, 'stopped']).toContain(status === 'sending' ? status : 'stopped');
        ends[status === 'sending' ? 'sending' : 'stopped'] += 1;
      };
      await Promise.all(rounds.map(race));
    }
    expect(ends.sending + ends.stopped).toBe(300);
    expect(ends.sending).toBeGreaterThan(0);
    expect(ends.stopped).toBeGreaterThan(0);
  });

  it('D1, I17: stops even the reply that was queued while it was being recorded', async () => {
    const round = await newContact(9_000);
    let asking: Promise<unknown> = Promise.resolve();
    await database.$transaction(async (tx) => {
      await stop(tx, round);
      // The STOP is recorded and not committed: nobody sees it, and rules may still queue a reply.
      await queueReply(round);
      asking = database.$transaction((other) => askPermit(other, round));
      await eventually(async () => {
        const { rows: waiting } = await heed.database.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(waiting).not.toEqual([]);
      });
      expect(await statusOf(tx, round)).toBe('queued');
    });
    await asking;
    expect(await statusOf(database, round)).toBe('suppressed');
  });
});

describe('two processes, and 100 customers who write and then say STOP', () => {
  it('I17: send nothing after the STOP was acknowledged, and confirm it exactly once', async () => {
    const customers = Array.from({ length: 100 }, (_, index) => `+1555005${String(index).padStart(4, '0')}`);
    heed.sandbox.misbehave({
      provider: 'connectly',
      times: 1_000,
      behaviour: { kind: 'status_webhooks', mode: 'none' },
    });
    const acknowledgedAt = new Map<string, number>();
    const saysTo = async (instance: TestHeed, customer: string, text: string): Promise<void> => {
      const now = new Date();
      const fields = { customer, own: '+15550100200', text };
      const body = sampleEvent('connectly', 'messages')?.build(fields, freshIds(now), now).body ?? '';
      // A busy Heed may answer 503; then the provider comes again.
      await eventually(async () => expect((await instance.webhook('connectly', body)).status).toBe(200));
    };
    await Promise.all(
      customers.map(async (customer, index) => {
        const [one, other] = index % 2 === 0 ? [heed, second] : [second, heed];
        await saysTo(one, customer, 'ping');
        const again = index % 4 === 0 ? [saysTo(one, customer, 'Stop!')] : [];
        await Promise.all([saysTo(other, customer, 'STOP'), ...again]);
        acknowledgedAt.set(customer, Date.now());
        await saysTo(one, customer, 'ping after all');
      }),
    );
    await settled(heed, 60_000);

    const { rows } = await heed.database.query(
      `select their_address as customer, kind, status, permitted_at as "permittedAt" from message
        where direction = 'outbound' and their_address = any($1)`,
      [customers],
    );
    const late = rows.filter(
      ({ customer, kind, permittedAt }) =>
        kind === 'reply' &&
        permittedAt !== null &&
        permittedAt.getTime() > (acknowledgedAt.get(customer) ?? 0),
    );
    expect(late).toEqual([]);
    for (const customer of customers) {
      const texts = acceptedFor(heed, customer).map(({ text }) => text);
      expect(texts.filter((text) => text.includes('unsubscribed'))).toHaveLength(1);
      expect(texts.filter((text) => text === 'pong').length).toBeLessThanOrEqual(1);
    }
    const sent = rows.filter(({ status }) => status === 'sent');
    expect(heed.sandbox.ledger('connectly').filter(({ to }) => acknowledgedAt.has(to))).toHaveLength(
      sent.length,
    );
  }, 120_000);
});
