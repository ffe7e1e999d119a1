import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MESSAGE_STATUSES } from '../../src/delivery/message-status.js';
import type { Channel } from '../../src/messaging/channel.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import type { Behaviour } from '../../src/sandbox/misbehaviour.js';
import { sampleEvent } from '../../src/sandbox/payloads/event-catalogue.js';
import { freshIds } from '../../src/sandbox/payloads/fresh-ids.js';
import type { EventFields } from '../../src/sandbox/payloads/webhook-payload.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { listenToProgress } from '../support/progress-rules.js';
import {
  acceptedFor,
  addRule,
  answering,
  fillBuckets,
  newCustomer,
  order,
  queueIsEmpty,
  says,
  settled,
  storiesOf,
  storyWith,
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
  heed.sandbox.clearMisbehaviour();
  await queueIsEmpty(heed);
  expect(heed.logged.filter((line) => /deadlock/.test(line))).toEqual([]);
});

const silent: Behaviour = { kind: 'status_webhooks', mode: 'none' };

/** A new customer was answered, and nothing has been reported about it yet. */
async function answered(provider: ProviderName, channel: Channel) {
  const customer = newCustomer(provider);
  order(heed, provider, silent);
  await says(heed, provider, channel, customer, 'ping');
  const story = await storyWith(heed, customer, 'sent');
  return { customer, id: story.id, messageId: story.providerMessageId ?? '' };
}

/** The provider calls back. Has been handled when this returns. */
async function reports(
  provider: ProviderName,
  event: string,
  fields: Omit<EventFields, 'text' | 'own'> & { readonly own?: string },
): Promise<void> {
  const now = new Date();
  const payload = sampleEvent(provider, event)?.build(
    { text: '', own: '+15550100200', ...fields },
    freshIds(now),
    now,
  );
  const { eventId } = await heed.webhook(provider, payload?.body ?? '');
  await eventually(async () => {
    const { rows } = await heed.database.query('select state from inbox_entry where id = $1', [eventId]);
    expect(rows).toEqual([{ state: 'processed' }]);
  });
}

async function reportsOf(messageId: string): Promise<string[]> {
  const { rows } = await heed.database.query(
    'select status from delivery_report where message_id = $1 order by received_at, id',
    [messageId],
  );
  return rows.map(({ status }) => status);
}

async function eventsAbout(messageId: string): Promise<string[]> {
  const { rows } = await heed.database.query(
    'select name from domain_event where message_id = $1 order by seq',
    [messageId],
  );
  return rows.map(({ name }) => name);
}

/** Whether a history only ever goes forward: a later `delivered` may override `undelivered`. */
function goesForward(history: readonly string[]): boolean {
  const ranks = history.map((step) =>
    MESSAGE_STATUSES.findIndex((status) => status === step.split(' ').at(-1)),
  );
  return ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? -1));
}

describe('statuses that come', () => {
  it('in reverse never move the message back, and each is kept', async () => {
    const customer = newCustomer('connectly');
    order(heed, 'connectly', { kind: 'status_webhooks', mode: 'reversed' });
    await says(heed, 'connectly', 'whatsapp', customer, 'ping');
    const { id, history } = await storyWith(heed, customer, 'read');
    expect(history).toEqual(['queued', 'queued → sending', 'sending → sent', 'sent → read']);
    await eventually(async () => expect(await reportsOf(id)).toEqual(['read', 'delivered', 'sent']));
    const [story] = await storiesOf(heed, customer);
    expect(story).toMatchObject({ status: 'read', history });
  });

  it('several times, at the same time, are one', async () => {
    const { customer, id, messageId } = await answered('contiguity', 'sms');
    const now = new Date();
    const payload = sampleEvent('contiguity', 'text.delivery.confirmed')?.build(
      { customer, own: '+15559876543', text: '', messageId },
      freshIds(now),
      now,
    );
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => heed.webhook('contiguity', payload?.body ?? '')),
    );
    expect(answers.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1);
    const { history } = await storyWith(heed, customer, 'delivered');
    await settled(heed);
    expect(await reportsOf(id)).toEqual(['delivered']);
    expect(history.filter((step) => step.endsWith('delivered'))).toHaveLength(1);
    expect(await eventsAbout(id)).toEqual(['message.sent', 'message.delivered']);
  });

  it.each<[ProviderName, Channel, string]>([
    ['connectly', 'whatsapp', 'read'],
    ['contiguity', 'sms', 'delivered'],
    ['integify', 'sms', 'delivered'],
  ])(
    'from %s before the answer to the send call find their message all the same',
    async (name, channel, end) => {
      const several = Array.from({ length: 10 }, () => newCustomer(name));
      order(heed, name, { kind: 'status_webhooks', mode: 'before_answer' }, several.length);
      await Promise.all(several.map((customer) => says(heed, name, channel, customer, 'ping')));
      for (const customer of several) {
        const story = await storyWith(heed, customer, end);
        expect(story.providerMessageId).toBe(acceptedFor(heed, customer)[0]?.providerMessageId);
        expect(goesForward(story.history)).toBe(true);
      }
      const { rows } = await heed.database.query(
        'select count(*)::int as parked from delivery_report where message_id is null',
      );
      expect(rows[0].parked).toBe(0);
    },
  );

  it('before an answer that tells no id, and at the same time as it, find their message by its recipient', async () => {
    const several = Array.from({ length: 10 }, () => newCustomer('integify'));
    order(heed, 'integify', { kind: 'junk_body', junk: 'no_id' }, several.length);
    order(heed, 'integify', { kind: 'status_webhooks', mode: 'before_answer' }, several.length);
    await Promise.all(several.map((customer) => says(heed, 'integify', 'sms', customer, 'ping')));
    for (const customer of several) {
      const story = await storyWith(heed, customer, 'delivered');
      expect(story.providerMessageId).toBe(acceptedFor(heed, customer)[0]?.providerMessageId);
    }
  });

  it('for an id that is not known are kept, and count when the answer tells that id', async () => {
    const customer = newCustomer('contiguity');
    order(heed, 'contiguity', { kind: 'hang', ms: 600 });
    order(heed, 'contiguity', silent);
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    const { providerMessageId: messageId } = await eventually(() => {
      const [entry] = acceptedFor(heed, customer);
      if (entry === undefined) throw new Error('Nothing was accepted yet.');
      return entry;
    });
    await reports('contiguity', 'text.delivery.confirmed', { customer, messageId });
    await reports('contiguity', 'text.delivery.confirmed', { customer, messageId: 'text_of_somebody_else' });
    expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'sending' }]);
    const story = await storyWith(heed, customer, 'delivered');
    expect(story.history).toEqual(['queued', 'queued → sending', 'sending → sent', 'sent → delivered']);
    expect(await reportsOf(story.id)).toEqual(['delivered']);
    const { rows } = await heed.database.query(
      'delete from delivery_report where message_id is null returning provider_message_id',
    );
    expect(rows).toEqual([{ provider_message_id: 'text_of_somebody_else' }]);
  });

  it('late: a delivery after all overrides `undelivered`, and nothing overrides that but `read`', async () => {
    const { customer, id, messageId } = await answered('connectly', 'whatsapp');
    const report = (status: string) =>
      reports('connectly', 'delivery_status', { customer, messageId, status });
    await report('delivery_failed');
    expect(await storiesOf(heed, customer)).toMatchObject([
      { status: 'undelivered', reason: expect.stringContaining('undeliverable') },
    ]);
    await report('sent');
    await report('delivered');
    expect(await storiesOf(heed, customer)).toMatchObject([{ status: 'delivered', reason: null }]);
    await report('read');
    const [story] = await storiesOf(heed, customer);
    expect(story?.history.slice(2)).toEqual([
      'sending → sent',
      'sent → undelivered',
      'undelivered → delivered',
      'delivered → read',
    ]);
    expect(await eventsAbout(id)).toEqual([
      'message.sent',
      'message.undelivered',
      'message.delivered',
      'message.read',
    ]);
  });

  it('that it could not be delivered: it says why, and it is not sent again', async () => {
    const customer = newCustomer('contiguity');
    order(heed, 'contiguity', { kind: 'status_webhooks', mode: 'failed' });
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    const story = await storyWith(heed, customer, 'undelivered');
    expect(story).toMatchObject({
      reason: 'Carrier never provided delivery confirmation.',
      failureKind: null,
      attempt: 1,
    });
    await settled(heed);
    expect(acceptedFor(heed, customer)).toHaveLength(1);
    expect(await eventsAbout(story.id)).toEqual(['message.sent', 'message.undelivered']);
  });

  it('once more by a replay change nothing', async () => {
    const { customer, messageId } = await answered('contiguity', 'sms');
    await reports('contiguity', 'text.delivery.failed', { customer, messageId });
    await reports('contiguity', 'text.delivery.confirmed', { customer, messageId });
    const before = await storiesOf(heed, customer);
    await heed.database.query(
      `update inbox_entry set state = 'received' where event_type like 'text.delivery.%'`,
    );
    await settled(heed);
    expect(await storiesOf(heed, customer)).toEqual(before);
    expect(before).toMatchObject([{ status: 'delivered' }]);
  });
});

describe('a message of unknown fate', () => {
  it('is settled by the reference that connectly echoes', async () => {
    const customer = newCustomer('connectly');
    order(heed, 'connectly', { kind: 'error_after_accepting', status: 500 });
    await says(heed, 'connectly', 'whatsapp', customer, 'ping');
    const story = await storyWith(heed, customer, 'read');
    expect(story.history.slice(0, 4)).toEqual([
      'queued',
      'queued → sending',
      'sending → unknown',
      'unknown → sent',
    ]);
    expect(story).toMatchObject({ failureKind: null, reason: null });
    expect(story.providerMessageId).toBe(acceptedFor(heed, customer)[0]?.providerMessageId);
  });

  it('is settled by a status that names only its recipient, where the provider may omit ids', async () => {
    const customer = newCustomer('integify');
    order(heed, 'integify', { kind: 'reset_after_accepting' });
    await says(heed, 'integify', 'sms', customer, 'ping');
    const story = await storyWith(heed, customer, 'delivered');
    expect(story.history.at(-1)).toBe('unknown → delivered');
    expect(acceptedFor(heed, customer)).toHaveLength(1);
  });
});

describe('a number that the provider substituted', () => {
  it('joins the conversation: what is written to it is answered from it', async () => {
    const { customer, messageId } = await answered('contiguity', 'sms');
    const own = '+15559876543';
    const used = '+15552222222';
    await reports('contiguity', 'numbers.substitution', { customer, own, messageId });
    const { rows: events } = await heed.database.query(
      `select payload from domain_event where name = 'number.substituted'`,
    );
    expect(events).toMatchObject([{ payload: { originalNumber: own, usedNumber: used } }]);

    order(heed, 'contiguity', silent, 2);
    const toUsed = { provider: 'contiguity', channel: 'sms', from: customer, to: used, text: 'hi' } as const;
    await heed.sandbox.customerSays(toUsed);
    await eventually(() => expect(acceptedFor(heed, customer)).toHaveLength(2));
    await says(heed, 'contiguity', 'sms', customer, 'and to the first number');
    await eventually(() => expect(acceptedFor(heed, customer)).toHaveLength(3));
    expect(acceptedFor(heed, customer).map(({ from }) => from)).toEqual([own, used, own]);

    const { rows } = await heed.database.query(
      `select count(distinct conversation_id)::int as conversations, count(*)::int as messages
         from message where their_address = $1`,
      [customer],
    );
    expect(rows).toEqual([{ conversations: 1, messages: 6 }]);
  });

  it('is learnt even when the substitution is told before the send call was answered', async () => {
    const customer = newCustomer('contiguity');
    order(heed, 'contiguity', { kind: 'hang', ms: 400 });
    order(heed, 'contiguity', silent, 2);
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    const messageId = await eventually(() => {
      const [entry] = acceptedFor(heed, customer);
      if (entry === undefined) throw new Error('Nothing was accepted yet.');
      return entry.providerMessageId;
    });
    await reports('contiguity', 'numbers.substitution', { customer, own: '+15559876543', messageId });
    await storyWith(heed, customer, 'sent');
    const { rows } = await heed.database.query(
      'select our_address from conversation_side where their_address = $1 order by our_address',
      [`phone:${customer}`],
    );
    expect(rows.map(({ our_address }) => our_address)).toEqual(['+15552222222', '+15559876543']);
  });
});
