import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { ConnectionRegistry } from '../../src/connections/connection-registry.js';
import { Outcomes } from '../../src/delivery/outcome.repository.js';
import { ProviderCaller } from '../../src/delivery/provider-call.js';
import { SendProcessor } from '../../src/delivery/send.processor.js';
import { Sender } from '../../src/delivery/sender.js';
import { EventBus } from '../../src/events/event-bus.js';
import type { Channel } from '../../src/messaging/channel.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import type { Behaviour } from '../../src/sandbox/misbehaviour.js';
import { UnsubscribeLinks } from '../../src/unsubscribe/unsubscribe-links.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { listenToProgress } from '../support/progress-rules.js';
import {
  ACCOUNTS,
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
  type Story,
} from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  await listenToProgress(heed);
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

/** A new customer writes, and the reply goes wrong as it was ordered. */
async function failing(
  provider: ProviderName,
  channel: Channel,
  behaviour: Behaviour,
  status: string,
): Promise<{ customer: string; story: Story }> {
  const customer = newCustomer(provider);
  order(heed, provider, behaviour);
  order(heed, provider, { kind: 'status_webhooks', mode: 'none' });
  await says(heed, provider, channel, customer, 'ping');
  return { customer, story: await storyWith(heed, customer, status) };
}

async function eventsAbout(messageId: string): Promise<string[]> {
  const { rows } = await heed.database.query('select name from domain_event where message_id = $1', [
    messageId,
  ]);
  return rows.map(({ name }) => name);
}

describe.each(ACCOUNTS)('%s', (provider, channel) => {
  it('refuses a message: it has failed, with the provider’s words, and the account goes on', async () => {
    const { customer, story } = await failing(provider, channel, { kind: 'status', status: 400 }, 'failed');
    expect(story).toMatchObject({
      failureKind: 'rejected',
      reason: expect.stringContaining('The sandbox was told to answer 400.'),
      attempts: [{ number: 1, outcome: 'rejected', httpStatus: 400, detail: story.reason }],
      history: ['queued', 'queued → sending', 'sending → failed'],
      leaseUntil: null,
    });
    expect(await eventsAbout(story.id)).toEqual(['message.failed']);
    expect(await connectionOf(heed, provider)).toMatchObject({ pausedUntil: null, attention: null });
    await othersAreAnswered(heed, provider, channel);
    expect(acceptedFor(heed, customer)).toEqual([]);
  });

  it.each([401, 403])(
    'answers %i: everything of the account waits until a person mends it',
    async (status) => {
      const others = ACCOUNTS.filter(([name]) => name !== provider);
      const customer = newCustomer(provider);
      order(heed, provider, { kind: 'status', status });
      await says(heed, provider, channel, customer, 'ping');
      const story = await eventually(async () => {
        const [found] = await storiesOf(heed, customer);
        expect(found?.attempts).toMatchObject([{ outcome: 'misconfigured', httpStatus: status }]);
        return found;
      });
      expect(story?.history).toEqual(['queued', 'queued → sending', 'sending → queued']);
      const held = await connectionOf(heed, provider);
      expect(held.attention).toContain(`The sandbox was told to answer ${status}.`);
      expect(held.pausedUntil?.getTime()).toBeGreaterThan(Date.now() + 15_000);

      const waiting = newCustomer(provider);
      await says(heed, provider, channel, waiting, 'ping');
      for (const [name, theirs] of others) await othersAreAnswered(heed, name, theirs);
      await eventually(async () =>
        expect(await storiesOf(heed, waiting)).toMatchObject([
          { status: 'queued', attempt: 0, reason: expect.stringContaining('held back') },
        ]),
      );
      expect([...acceptedFor(heed, customer), ...acceptedFor(heed, waiting)]).toEqual([]);

      await mend(heed, provider);
      await eventually(() => {
        expect(acceptedFor(heed, customer)).toHaveLength(1);
        expect(acceptedFor(heed, waiting)).toHaveLength(1);
      }, 3_000);
      expect(await connectionOf(heed, provider)).toMatchObject({ pausedUntil: null, attention: null });
    },
  );

  it('goes on by itself once the account works again, and asks for no attention any more', async () => {
    const waiting = newCustomer(provider);
    const { customer } = await failing(provider, channel, { kind: 'status', status: 401 }, 'queued');
    await eventually(async () => expect((await connectionOf(heed, provider)).attention).not.toBeNull());
    await says(heed, provider, channel, waiting, 'ping');
    await heed.database.query('update connection set paused_until = now() where provider = $1', [provider]);
    await eventually(() => {
      expect(acceptedFor(heed, customer)).toHaveLength(1);
      expect(acceptedFor(heed, waiting)).toHaveLength(1);
    });
    await eventually(async () => expect((await connectionOf(heed, provider)).attention).toBeNull());
  });
});

describe('an end of a call that proves nothing', () => {
  it.each<[string, Behaviour, number, number | null]>([
    ['a 500 before it accepts', { kind: 'status', status: 500 }, 0, 500],
    ['a 503 before it accepts', { kind: 'status', status: 503 }, 0, 503],
    ['a 502 after it accepted', { kind: 'error_after_accepting', status: 502 }, 1, 502],
    ['a page instead of an answer', { kind: 'junk_body', junk: 'html' }, 1, 200],
    ['half an answer', { kind: 'junk_body', junk: 'not_json' }, 1, 200],
    ['an answer without end', { kind: 'junk_body', junk: 'endless' }, 1, 200],
    ['a connection cut before it read', { kind: 'reset_before_reading' }, 0, null],
    ['a connection cut after it accepted', { kind: 'reset_after_accepting' }, 1, null],
  ])(
    '%s leaves the fate unknown at every provider, and nothing is sent again',
    async (_name, behaviour, accepted, httpStatus) => {
      await Promise.all(
        ACCOUNTS.map(async ([provider, channel]) => {
          const { customer, story } = await failing(provider, channel, behaviour, 'unknown');
          expect(story).toMatchObject({
            failureKind: 'uncertain',
            reason: expect.stringMatching(/^\w+ .*\w/),
            attempt: 1,
            attempts: [{ number: 1, outcome: 'uncertain', httpStatus, detail: story.reason }],
            history: ['queued', 'queued → sending', 'sending → unknown'],
            leaseUntil: null,
          });
          await othersAreAnswered(heed, provider, channel);
          expect(acceptedFor(heed, customer)).toHaveLength(accepted);
          expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'unknown', attempt: 1 }]);
        }),
      );
    },
  );
});

describe('an answer without the id of the message', () => {
  it.each<[ProviderName, Channel]>([
    ['contiguity', 'sms'],
    ['connectly', 'whatsapp'],
  ])('proves nothing at %s, which always tells one', async (provider, channel) => {
    const { customer, story } = await failing(
      provider,
      channel,
      { kind: 'junk_body', junk: 'no_id' },
      'unknown',
    );
    expect(story).toMatchObject({ failureKind: 'uncertain', providerMessageId: null });
    expect(acceptedFor(heed, customer)).toHaveLength(1);
  });

  it('is an acceptance at integify, and the later status tells the id', async () => {
    const customer = newCustomer('integify');
    order(heed, 'integify', { kind: 'junk_body', junk: 'no_id' });
    await says(heed, 'integify', 'sms', customer, 'ping');
    const story = await storyWith(heed, customer, 'delivered');
    expect(story.history).toEqual(['queued', 'queued → sending', 'sending → sent', 'sent → delivered']);
    expect(story.providerMessageId).toBe(acceptedFor(heed, customer)[0]?.providerMessageId);
  });

  it('and one with an id that cannot be one is settled too, not tried to store for ever', async () => {
    const body = { data: { message_id: randomBytes(6_000).toString('base64') } };
    const { story } = await failing('contiguity', 'sms', { kind: 'status', status: 200, body }, 'unknown');
    expect(story).toMatchObject({ providerMessageId: null, attempts: [{ outcome: 'uncertain' }] });
  });
});

describe('a call that takes too long', () => {
  const deadlineMs = 500;
  let sender: Sender;
  let caller: ProviderCaller;

  beforeAll(async () => {
    const { nest } = heed.app;
    caller = new ProviderCaller(deadlineMs);
    const context = {
      bus: nest.get(EventBus),
      clock: nest.get(Clock),
      metrics: nest.get(Metrics),
      links: nest.get(UnsubscribeLinks, { strict: false }),
    };
    const registry = nest.get(ConnectionRegistry, { strict: false });
    sender = new Sender(nest.get(Database), registry, caller, nest.get(Outcomes, { strict: false }), context);
    await nest.get(SendProcessor, { strict: false }).worker.pause();
  });

  afterAll(async () => {
    await heed.app.nest.get(SendProcessor, { strict: false }).worker.resume();
    await caller.onApplicationShutdown();
  });

  it.each<[string, Behaviour]>([
    ['an answer that does not come', { kind: 'hang', ms: 5_000 }],
    ['an answer that comes byte by byte', { kind: 'slow_body', bytesPerSecond: 10 }],
  ])('%s is ended by the deadline, and its fate is unknown', async (_name, behaviour) => {
    await Promise.all(
      ACCOUNTS.map(async ([provider, channel]) => {
        const customer = newCustomer(provider);
        order(heed, provider, behaviour);
        order(heed, provider, { kind: 'status_webhooks', mode: 'none' });
        await says(heed, provider, channel, customer, 'ping');
        const { id } = await storyWith(heed, customer, 'queued');
        const startedAt = Date.now();
        await sender.send(id);
        expect(Date.now() - startedAt).toBeLessThan(4_000);
        expect(await storiesOf(heed, customer)).toMatchObject([
          {
            status: 'unknown',
            reason: 'The provider did not answer within 0.5 s. It may have been accepted.',
            attempts: [{ outcome: 'uncertain' }],
          },
        ]);
        expect(acceptedFor(heed, customer)).toHaveLength(1);
      }),
    );
  });
});
