import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Outcomes } from '../../src/delivery/outcome.repository.js';
import { beginSending, contactOfQueued, lockForPermit } from '../../src/delivery/permit.repository.js';
import { consequenceOf } from '../../src/delivery/retry-policy.js';
import { SendProcessor } from '../../src/delivery/send.processor.js';
import type { Channel } from '../../src/messaging/channel.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import type { SendFailure } from '../../src/messaging/send-failure.js';
import { Database } from '../../src/platform/database/database.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  acceptedFor,
  addRule,
  answering,
  calmDown,
  connectionOf,
  fillBuckets,
  mend,
  newCustomer,
  order,
  othersAreAnswered,
  says,
  storiesOf,
  storyWith,
} from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  await addRule(heed, answering('pong'));
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

afterEach(async () => {
  await calmDown(heed);
});

describe('a provider that says 429', () => {
  /** When the second attempt was accepted, counted from the answer to the first one. */
  async function waitedMs(provider: ProviderName, channel: Channel, retryAfter?: string): Promise<number> {
    const customer = newCustomer(provider);
    order(heed, provider, { kind: 'status', status: 429, ...(retryAfter !== undefined && { retryAfter }) });
    await says(heed, provider, channel, customer, 'ping');
    await eventually(async () =>
      expect(await storiesOf(heed, customer)).toMatchObject([{ attempts: [{ outcome: 'throttled' }] }]),
    );
    const meanwhile = newCustomer(provider);
    await says(heed, provider, channel, meanwhile, 'ping');
    const accepted = await eventually(() => {
      const entries = [...acceptedFor(heed, customer), ...acceptedFor(heed, meanwhile)];
      expect(entries).toHaveLength(2);
      return entries;
    });
    const story = await eventually(async () => {
      const [found] = await storiesOf(heed, customer);
      expect(found?.attempts).toMatchObject([
        { number: 1, httpStatus: 429, detail: expect.stringContaining('429') },
        { number: 2, httpStatus: 200 },
      ]);
      return found;
    });
    expect((await connectionOf(heed, provider)).attention).toBeNull();
    const refusedAt = Date.parse(story?.attempts[0]?.finishedAt ?? '');
    return Math.min(...accepted.map(({ acceptedAt }) => Date.parse(acceptedAt))) - refusedAt;
  }

  it('is not called again before its time: no message of that account, while others are answered', async () => {
    const [integify, contiguity] = await Promise.all([
      waitedMs('integify', 'sms', '2'),
      waitedMs('contiguity', 'sms', '1'),
      othersAreAnswered(heed, 'connectly', 'whatsapp'),
    ]);
    expect(integify).toBeGreaterThanOrEqual(2_000);
    expect(contiguity).toBeGreaterThanOrEqual(1_000);
  });

  it('may say until when; what cannot be read, or is not said, means our own back-off', async () => {
    // The date has whole seconds: two of them ahead are more than one of waiting.
    const [date, junk, none] = await Promise.all([
      waitedMs('integify', 'sms', new Date(Date.now() + 2_000).toUTCString()),
      waitedMs('contiguity', 'sms', 'when we are ready; or -5'),
      waitedMs('connectly', 'whatsapp'),
    ]);
    expect(date).toBeGreaterThanOrEqual(900);
    expect(junk).toBeGreaterThanOrEqual(750);
    expect(none).toBeGreaterThanOrEqual(750);
  });

  it('holds the account back for the longest time that any of its answers asked for, whichever is recorded last', async () => {
    const { nest } = heed.app;
    const [database, outcomes] = [nest.get(Database), nest.get(Outcomes, { strict: false })];
    const underWay = async () => {
      const customer = newCustomer('connectly');
      await says(heed, 'connectly', 'whatsapp', customer, 'ping');
      const { id } = await storyWith(heed, customer, 'queued');
      const contactId = await contactOfQueued(database, id);
      return database.$transaction(async (tx) => {
        const locked = await lockForPermit(tx, id, contactId ?? '');
        if (locked === undefined) throw new Error('The message is not queued.');
        return {
          message: locked.message,
          number: await beginSending(tx, locked.message, new Date(), {
            leaseMs: 60_000,
            consentEventId: undefined,
            sentAs: 'text',
          }),
        };
      });
    };
    const refused = async (attempt: Awaited<ReturnType<typeof underWay>>, retryAfterMs: number) => {
      const at = new Date();
      const failure: SendFailure = { kind: 'throttled', detail: 'Slower.', retryAfterMs };
      const finished = { ...attempt, startedAt: at, finishedAt: at, httpStatus: 429 };
      const consequence = consequenceOf(failure, attempt.number, 0);
      await database.$transaction((tx) => outcomes.failed(tx, finished, failure, consequence));
    };
    const { worker } = nest.get(SendProcessor, { strict: false });
    await worker.pause();
    try {
      const [first, second] = [await underWay(), await underWay()];
      await refused(first, 60_000);
      await refused(second, 1_000);
      const { pausedUntil } = await connectionOf(heed, 'connectly');
      expect(pausedUntil?.getTime()).toBeGreaterThan(Date.now() + 50_000);
    } finally {
      await heed.database.query(
        `update message set status = 'cancelled' where status in ('queued', 'sending')`,
      );
      await worker.resume();
    }
  });
});

describe('a provider that cannot be reached', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    ['refuses connections', closedPort, /refused the connection/],
    ['has no address', async () => 'http://no-such-host.invalid', /name|EAI_AGAIN|ENOTFOUND/],
  ])('%s: nothing has left, so the message is sent when it is back', async (_name, baseUrl, reason) => {
    await mend(heed, 'integify', { baseUrl: await baseUrl() });
    const customer = newCustomer('integify');
    await says(heed, 'integify', 'sms', customer, 'ping');
    const story = await eventually(async () => {
      const [found] = await storiesOf(heed, customer);
      expect(found).toMatchObject({
        status: 'queued',
        reason: expect.stringMatching(reason),
        failureKind: 'not_sent',
      });
      return found;
    });
    expect(story?.attempts[0]).toMatchObject({ number: 1, outcome: 'not_sent', httpStatus: null });
    await mend(heed, 'integify', { baseUrl: `${heed.sandbox.url}/integify` });
    const sent = await storyWith(heed, customer, 'delivered');
    expect(sent.attempt).toBeGreaterThan(1);
    expect(sent.reason).toBeNull();
    expect(acceptedFor(heed, customer)).toHaveLength(1);
  });

  async function closedPort(): Promise<string> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return `http://127.0.0.1:${port}`;
  }
});

describe('one account that is slow', () => {
  it('with a long queue that its rate lets out slowly, keeps nobody else waiting', async () => {
    const seed = newCustomer('integify');
    await says(heed, 'integify', 'sms', seed, 'ping');
    await storyWith(heed, seed, 'delivered');
    await queueMore(seed, 1_000);
    await othersAreAnswered(heed, 'connectly', 'whatsapp');
    await othersAreAnswered(heed, 'contiguity', 'sms');
    const { rows } = await heed.database.query(
      `select count(*)::int as waiting from message where status = 'queued' and their_address = $1`,
      [seed],
    );
    expect(rows[0].waiting).toBeGreaterThan(900);
    await heed.database.query(`update message set status = 'cancelled' where status = 'queued'`);
  });

  it('with calls that all hang, keeps nobody else waiting, and holds no more than its share of the slots', async () => {
    const seed = newCustomer('connectly');
    await says(heed, 'connectly', 'whatsapp', seed, 'ping');
    await storyWith(heed, seed, 'read');
    order(heed, 'connectly', { kind: 'hang', ms: 2_500 }, 200);
    order(heed, 'connectly', { kind: 'status_webhooks', mode: 'none' }, 200);
    await queueMore(seed, 150);
    await eventually(async () => expect(await sending()).toBeGreaterThanOrEqual(20));
    await othersAreAnswered(heed, 'contiguity', 'sms');
    await othersAreAnswered(heed, 'integify', 'sms');
    expect(await sending()).toBeLessThanOrEqual(24);
    await heed.database.query(`update message set status = 'cancelled' where status = 'queued'`);
    heed.sandbox.clearMisbehaviour();
  });

  async function sending(): Promise<number> {
    const { rows } = await heed.database.query(
      `select count(*)::int as sending from message where status = 'sending' and provider = 'connectly'`,
    );
    return rows[0].sending;
  }

  /** Copies of a customer's last message, due now. */
  async function queueMore(customer: string, count: number): Promise<void> {
    await heed.database.query(
      `insert into message (id, direction, kind, status, contact_id, conversation_id, connection_id, provider, channel,
                            their_address, our_address, text, next_attempt_at, expires_at, occurred_at, updated_at)
       select gen_random_uuid(), direction, kind, 'queued', contact_id, conversation_id, connection_id, provider, channel,
              their_address, our_address, text || n, now(), expires_at, now(), now()
         from (select * from message where direction = 'outbound' and their_address = $1 limit 1) as one,
              generate_series(1, $2::int) as n`,
      [customer, count],
    );
  }
});
