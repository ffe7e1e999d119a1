import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionRegistry } from '../../src/connections/connection-registry.js';
import { Outcomes } from '../../src/delivery/outcome.repository.js';
import { ProviderCaller } from '../../src/delivery/provider-call.js';
import { Reconciler } from '../../src/delivery/reconciler.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Log } from '../../src/platform/logging/log.js';
import type { Behaviour } from '../../src/sandbox/misbehaviour.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  acceptedFor,
  addRule,
  answering,
  fillBuckets,
  newCustomer,
  order,
  queueIsEmpty,
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
  heed.sandbox.clearMisbehaviour();
  await queueIsEmpty(heed);
});

const silent: Behaviour = { kind: 'status_webhooks', mode: 'none' };

describe('a message of unknown fate that contiguity’s history is asked about', () => {
  let reconciler: Reconciler;

  beforeAll(() => {
    const { nest } = heed.app;
    reconciler = new Reconciler(
      nest.get(Database),
      nest.get(ConnectionRegistry, { strict: false }),
      nest.get(ProviderCaller, { strict: false }),
      nest.get(Outcomes, { strict: false }),
      { clock: nest.get(Clock), log: nest.get(Log) },
      { everyMs: 50, afterMs: [0, 500, 900] },
    );
    reconciler.start();
  });

  afterAll(async () => {
    await reconciler.stop();
  });

  async function lookupsOf(customer: string): Promise<number[]> {
    const { rows } = await heed.database.query(
      `select lookups from message where direction = 'outbound' and their_address = $1 order by created_at`,
      [customer],
    );
    return rows.map(({ lookups }) => lookups);
  }

  it('is proved to be accepted; the attempt stays on record as it ended', async () => {
    const customer = newCustomer('contiguity');
    order(heed, 'contiguity', { kind: 'error_after_accepting', status: 500 });
    order(heed, 'contiguity', silent);
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    const story = await storyWith(heed, customer, 'sent');
    expect(story).toMatchObject({ reason: null, failureKind: null });
    expect(story.history.slice(1)).toEqual(['queued → sending', 'sending → unknown', 'unknown → sent']);
    expect(story.causes.at(-1)).toMatch(/history/);
    expect(story.attempts).toMatchObject([{ outcome: 'uncertain', httpStatus: 500 }]);
  });

  it('is delivered when the history says so', async () => {
    const customer = newCustomer('contiguity');
    order(heed, 'contiguity', { kind: 'reset_after_accepting' });
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    await eventually(() => expect(acceptedFor(heed, customer)).toMatchObject([{ status: 'delivered' }]));
    const story = await eventually(async () => {
      const [found] = await storiesOf(heed, customer);
      expect(['sent', 'delivered']).toContain(found?.status);
      return found;
    });
    expect(acceptedFor(heed, customer)).toHaveLength(1);
    expect(story?.attempt).toBe(1);
  });

  it('stays unknown when the history does not show it, and is not sent again', async () => {
    const customer = newCustomer('contiguity');
    order(heed, 'contiguity', { kind: 'status', status: 500 });
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    await eventually(async () => expect(await lookupsOf(customer)).toEqual([3]));
    expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'unknown', attempt: 1 }]);
    expect(acceptedFor(heed, customer)).toEqual([]);
  });

  it('stays unknown when the same words went to the same person in another message', async () => {
    const customer = newCustomer('contiguity');
    order(heed, 'contiguity', { kind: 'status', status: 500 });
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    await storyWith(heed, customer, 'unknown');
    await says(heed, 'contiguity', 'sms', customer, 'ping again');
    await storyWith(heed, customer, 'delivered');
    await eventually(async () => expect((await lookupsOf(customer))[0]).toBe(3));
    expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'unknown' }, { status: 'delivered' }]);
  });
});
