import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ConnectionRegistry } from '../../src/connections/connection-registry.js';
import { accountOf } from '../../src/connections/connection.js';
import { endLapsedLeases } from '../../src/delivery/due-messages.repository.js';
import { beginSending, contactOfQueued, lockForPermit } from '../../src/delivery/permit.repository.js';
import { ProviderCaller } from '../../src/delivery/provider-call.js';
import { SendProcessor } from '../../src/delivery/send.processor.js';
import { toOutbound } from '../../src/delivery/send-request.js';
import type { Channel } from '../../src/messaging/channel.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import { Database } from '../../src/platform/database/database.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  acceptedFor,
  addRule,
  answering,
  fillBuckets,
  queueIsEmpty,
  says,
  storiesOf,
  storyWith,
} from '../support/outbound.js';

let heed: TestHeed;
let database: Database;

beforeAll(async () => {
  heed = await startHeed();
  database = heed.app.nest.get(Database);
  await addRule(heed, answering('pong'));
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

afterEach(async () => {
  heed.sandbox.clearMisbehaviour();
  await queueIsEmpty(heed);
});

/** A process that has the permit for the reply to this customer, and gets no further. */
async function dyingWithPermit(provider: ProviderName, channel: Channel, customer: string, leaseMs: number) {
  const { worker } = heed.app.nest.get(SendProcessor, { strict: false });
  await worker.pause();
  try {
    await says(heed, provider, channel, customer, 'ping');
    const { id } = await storyWith(heed, customer, 'queued');
    const contactId = await contactOfQueued(database, id);
    return await database.$transaction(async (tx) => {
      const locked = await lockForPermit(tx, id, contactId ?? '');
      if (locked === undefined) throw new Error('The message is not queued.');
      await beginSending(tx, locked.message, new Date(), {
        leaseMs,
        consentEventId: undefined,
        sentAs: 'text',
      });
      return locked.message;
    });
  } finally {
    await worker.resume();
  }
}

/** Another message of the same account passes: nothing that would be sent again is still to come. */
async function othersAreAnswered(provider: ProviderName, channel: Channel, other: string): Promise<void> {
  await says(heed, provider, channel, other, 'ping');
  await eventually(() => expect(acceptedFor(heed, other)).toHaveLength(1));
}

describe('a process that dies', () => {
  it('between the permit and the call leaves a message of unknown fate, which nobody sends', async () => {
    const customer = '+15550070001';
    await dyingWithPermit('contiguity', 'sms', customer, 1);
    const story = await storyWith(heed, customer, 'unknown');
    expect(story).toMatchObject({
      attempt: 1,
      leaseUntil: null,
      failureKind: 'uncertain',
      reason: expect.stringContaining('ended before the answer was recorded'),
      attempts: [{ number: 1, outcome: null, finishedAt: null }],
      history: ['queued', 'queued → sending', 'sending → unknown'],
    });
    await othersAreAnswered('contiguity', 'sms', '+15550070002');
    expect(acceptedFor(heed, customer)).toEqual([]);
  });

  it('between the answer and its record leaves it unknown, and the status that follows settles it', async () => {
    const customer = '+15550070003';
    const message = await dyingWithPermit('connectly', 'whatsapp', customer, 1);
    heed.sandbox.misbehave({
      provider: 'connectly',
      times: 1,
      behaviour: { kind: 'status_webhooks', mode: 'late', ms: 400 },
    });
    const connection = heed.app.nest.get(ConnectionRegistry, { strict: false }).get(message.connectionId);
    const account = connection && accountOf(connection);
    if (connection === undefined || account === undefined) throw new Error('There is no such account.');
    const caller = heed.app.nest.get(ProviderCaller, { strict: false });
    const end = await caller.call(connection.provider.sendRequest(toOutbound(message), account));
    expect(end).toMatchObject({ kind: 'answered', answer: { status: 200 } });
    expect(await endLapsedLeases(database, new Date())).toBe(1);
    expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'unknown', providerMessageId: null }]);

    const story = await storyWith(heed, customer, 'read');
    expect(story.history).toEqual([
      'queued',
      'queued → sending',
      'sending → unknown',
      'unknown → sent',
      'sent → delivered',
      'delivered → read',
    ]);
    expect(acceptedFor(heed, customer)).toMatchObject([{ providerMessageId: story.providerMessageId }]);
  });

  it('while another still works on its message does not touch that one', async () => {
    const customer = '+15550070004';
    await dyingWithPermit('contiguity', 'sms', customer, 60_000);
    expect(await endLapsedLeases(database, new Date())).toBe(0);
    expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'sending' }]);
    expect(await endLapsedLeases(database, new Date(Date.now() + 61_000))).toBe(1);
  });
});

describe('an answer that comes after the lease ran out', () => {
  async function hangingBeyondItsLease(customer: string): Promise<void> {
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    const { id } = await storyWith(heed, customer, 'sending');
    await heed.database.query('update message set lease_until = now() where id = $1', [id]);
    expect(await endLapsedLeases(database, new Date(Date.now() + 1))).toBe(1);
    expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'unknown' }]);
  }

  it('proves after all that the message was accepted', async () => {
    const customer = '+15550070005';
    heed.sandbox.misbehave({ provider: 'contiguity', times: 1, behaviour: { kind: 'hang', ms: 600 } });
    await hangingBeyondItsLease(customer);
    const story = await storyWith(heed, customer, 'delivered');
    expect(story.history).toEqual([
      'queued',
      'queued → sending',
      'sending → unknown',
      'unknown → sent',
      'sent → delivered',
    ]);
    expect(story.attempts).toMatchObject([{ outcome: 'accepted', httpStatus: 200 }]);
    expect(acceptedFor(heed, customer)).toHaveLength(1);
  });
});

describe('an answer that comes while the database is away', () => {
  it('is recorded when it is back: what is known does not become unknown', async () => {
    const customer = '+15550070006';
    heed.sandbox.misbehave({ provider: 'contiguity', times: 1, behaviour: { kind: 'hang', ms: 400 } });
    heed.sandbox.misbehave({
      provider: 'contiguity',
      times: 1,
      behaviour: { kind: 'status_webhooks', mode: 'none' },
    });
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    await storyWith(heed, customer, 'sending');
    const administrator = new pg.Client({
      connectionString: heed.database.url.replace(/\/\w+$/, '/postgres'),
    });
    await administrator.connect();
    const name = new URL(heed.database.url).pathname.slice(1);
    const allow = (isOpen: boolean) =>
      administrator.query(`alter database ${name} with allow_connections ${isOpen}`);
    await allow(false);
    try {
      await heed.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
      // The first try to record the answer has to fail before the door is opened again.
      const acceptedAt = await eventually(() => {
        const [entry] = acceptedFor(heed, customer);
        if (entry === undefined) throw new Error('Nothing was accepted yet.');
        return Date.parse(entry.acceptedAt);
      });
      await eventually(() => expect(Date.now() - acceptedAt).toBeGreaterThan(900));
      expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'sending' }]);
    } finally {
      await allow(true);
      await administrator.end();
    }
    const story = await storyWith(heed, customer, 'sent');
    expect(story.history).toEqual(['queued', 'queued → sending', 'sending → sent']);
    expect(story.providerMessageId).toBe(acceptedFor(heed, customer)[0]?.providerMessageId);
    await othersAreAnswered('contiguity', 'sms', '+15550070007');
  });
});
