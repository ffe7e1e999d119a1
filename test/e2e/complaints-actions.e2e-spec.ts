import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Behaviour } from '../../src/sandbox/misbehaviour.js';
import { sampleEvent } from '../../src/sandbox/payloads/event-catalogue.js';
import { freshIds } from '../../src/sandbox/payloads/fresh-ids.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  acceptedFor,
  addRule,
  fillBuckets,
  holdBack,
  letGo,
  mend,
  newCustomer,
  order,
  queueIsEmpty,
  says,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';
import { onWord, textsTo } from '../support/replies.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

afterEach(() => {
  heed.sandbox.clearMisbehaviour();
});

/** The customer writes by SMS to the Contiguity account. */
async function told(customer: string, text: string): Promise<void> {
  await says(heed, 'contiguity', 'sms', customer, text);
}

function providersOf(customer: string): string[] {
  return acceptedFor(heed, customer).map(({ provider }) => provider);
}

/** Contiguity reports about a message; handled when this returns, but for what is still held back. */
async function reports(event: string, customer: string, messageId: string): Promise<void> {
  const now = new Date();
  const fields = { text: '', own: '+15550100200', customer, messageId };
  const payload = sampleEvent('contiguity', event)?.build(fields, freshIds(now), now);
  expect((await heed.webhook('contiguity', payload?.body ?? '')).status).toBe(200);
}

/** Waits until so many messages were made for the customer and what followed from them is done. */
async function made(customer: string, statuses: readonly string[]): Promise<void> {
  await eventually(async () => {
    expect((await storiesOf(heed, customer)).map(({ status }) => status)).toEqual(statuses);
  });
  await settled(heed);
}

const without = (mode: 'none' | 'failed'): Behaviour => ({ kind: 'status_webhooks', mode });

describe('one inbound message, two replies', () => {
  it('I2: however many rules continue, webhooks come twice and events are replayed, one reply leaves', async () => {
    const customer = newCustomer('contiguity');
    await addRule(heed, onWord('twice', [{ tag: 'one' }, { reply: { text: 'First' } }], { continue: true }));
    await addRule(heed, onWord('twice', [{ tag: 'two' }, { reply: { text: 'Second' } }], { continue: true }));
    const now = new Date();
    const fields = { text: 'twice', own: '+15550100200', customer, messageId: 'x' };
    const body = sampleEvent('contiguity', 'text.incoming.sms')?.build(fields, freshIds(now), now).body ?? '';
    const [first] = await Promise.all([1, 2, 3].map(() => heed.webhook('contiguity', body)));
    await settled(heed);
    await heed.api('POST', `/events/${first?.eventId}/replay`);
    await settled(heed);
    expect(textsTo(heed, customer)).toEqual(['First']);
    const { rows } = await heed.database.query(
      `select tags from contact join contact_address on contact_id = contact.id where value = $1`,
      [customer],
    );
    expect(rows).toEqual([{ tags: ['one', 'two'] }]);
  });
});

describe('wrong or several rules fire', () => {
  it('I10: the first rule in order wins, and the explanation shows each rule with what it would do', async () => {
    const customer = newCustomer('contiguity');
    await addRule(heed, onWord('price', [{ reply: { text: 'Fifty.' } }, { tag: 'asked-price' }]));
    await addRule(heed, onWord('price', [{ reply: { text: 'Sixty.' } }, { tag: 'wrong' }]));
    await told(customer, 'price, or prices?');
    await settled(heed);
    expect(textsTo(heed, customer)).toEqual(['Fifty.']);
    const { rows } = await heed.database.query(
      `select stages from decision join contact_address using (contact_id) where value = $1`,
      [customer],
    );
    const labels = rows[0].stages.map(({ label }: { label: string }) => label);
    expect(labels.slice(-1)).toEqual(['actions']);
    expect(rows[0].stages.at(-1)).toMatchObject({
      outcome: 'matched',
      children: [{ label: 'tag "asked-price"', outcome: 'matched', detail: 'The contact is tagged.' }],
    });
  });
});

describe('variables blank, stale or “Liquid error” sent to a customer', () => {
  it('I18: a variable without a value sends the fallback, or nothing, and never a gap', async () => {
    const [one, two] = [newCustomer('contiguity'), newCustomer('contiguity')];
    const text = 'Dear {{ contact.attributes.title }} {{ contact.name }}, hello.';
    await addRule(heed, onWord('dear', [{ reply: { text, fallback: 'Hello.' } }]));
    await addRule(heed, onWord('gap', [{ reply: { text } }]));
    await told(one, 'dear');
    await told(two, 'gap');
    await settled(heed);
    expect([textsTo(heed, one), textsTo(heed, two)]).toEqual([['Hello.'], []]);
    const { rows } = await heed.database.query(
      `select verdict from decision join contact_address using (contact_id) where value = $1`,
      [two],
    );
    expect(rows).toEqual([{ verdict: 'render_failed' }]);
  });

  it('a variable that no event has is refused when the rule is saved', async () => {
    const { status, body } = await heed.api(
      'POST',
      '/rules',
      onWord('x', [{ reply: { text: '{{ contact.nmae }}' } }]),
    );
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/then/0/reply/text' }] },
    });
  });
});

describe('failover on failed delivery', () => {
  beforeAll(async () => {
    await addRule(heed, onWord('order', [{ reply: { text: 'Your order is ready.' } }]));
    for (const event of ['message.undelivered', 'message.failed']) {
      await addRule(heed, {
        name: `Instead, after ${event}`,
        trigger: { event },
        when: { all: [] },
        then: [{ send: { channel: 'sms' } }],
      });
    }
  });

  it('D10: sends the same text once by another connection, linked to the message that did not arrive', async () => {
    const customer = newCustomer('integify');
    order(heed, 'contiguity', without('failed'));
    await told(customer, 'order');
    await made(customer, ['undelivered', 'delivered']);
    expect(providersOf(customer)).toEqual(['contiguity', 'integify']);
    expect(textsTo(heed, customer)).toEqual(['Your order is ready.', 'Your order is ready.']);
    const { rows } = await heed.database.query(
      `select substitute.provider, original.status as original, substitute.status, substitute.in_reply_to_id = original.in_reply_to_id as linked
         from message substitute join message original on original.id = substitute.failover_of_id
        where substitute.their_address = $1`,
      [customer],
    );
    expect(rows).toEqual([
      { provider: 'integify', original: 'undelivered', status: 'delivered', linked: true },
    ]);
  });

  it('does not stand in for a message that stood in for another', async () => {
    const customer = newCustomer('integify');
    order(heed, 'contiguity', without('failed'));
    order(heed, 'integify', without('failed'));
    await told(customer, 'order');
    await made(customer, ['undelivered', 'undelivered']);
    expect(providersOf(customer)).toEqual(['contiguity', 'integify']);
    const { rows } = await heed.database.query(
      `select sentence from decision join contact_address using (contact_id)
        where value = $1 order by decided_at desc limit 1`,
      [customer],
    );
    expect(rows[0].sentence).toContain('stood in for another one already');
  });

  it('D10: cancels the substitute that still waits when the original is delivered after all', async () => {
    const customer = newCustomer('integify');
    await holdBack(heed, 'integify');
    order(heed, 'contiguity', without('none'));
    await told(customer, 'order');
    const original = await storyWith(heed, customer, 'sent');
    await reports('text.delivery.failed', customer, original.providerMessageId ?? '');
    await storyWith(heed, customer, 'queued');
    await reports('text.delivery.confirmed', customer, original.providerMessageId ?? '');
    const cancelled = await storyWith(heed, customer, 'cancelled');
    expect(cancelled.reason).toBe('The original was delivered after all.');
    expect((await storiesOf(heed, customer))[0]?.status).toBe('delivered');
    await letGo(heed, 'integify');
    await settled(heed);
    expect(providersOf(customer)).toEqual(['contiguity']);
  });

  it('D10: records a delivery that is told after the substitute was sent, and sends nothing more', async () => {
    const customer = newCustomer('integify');
    order(heed, 'contiguity', without('none'));
    await told(customer, 'order');
    const original = await storyWith(heed, customer, 'sent');
    await reports('text.delivery.failed', customer, original.providerMessageId ?? '');
    await made(customer, ['undelivered', 'delivered']);
    await reports('text.delivery.confirmed', customer, original.providerMessageId ?? '');
    await made(customer, ['delivered', 'delivered']);
    expect(providersOf(customer)).toEqual(['contiguity', 'integify']);
  });

  it('D10: asks about consent again: who opted out meanwhile gets no substitute', async () => {
    const customer = newCustomer('integify');
    await holdBack(heed, 'integify');
    order(heed, 'contiguity', without('none'));
    await told(customer, 'order');
    const original = await storyWith(heed, customer, 'sent');
    await reports('text.delivery.failed', customer, original.providerMessageId ?? '');
    await storyWith(heed, customer, 'queued');
    await told(customer, 'STOP');
    await letGo(heed, 'integify');
    await settled(heed);
    await queueIsEmpty(heed);
    const atIntegify = acceptedFor(heed, customer).filter(({ provider }) => provider === 'integify');
    expect(atIntegify).toEqual([]);
  });

  it('sends nothing in place of a confirmation', async () => {
    const customer = newCustomer('integify');
    order(heed, 'contiguity', without('failed'));
    await told(customer, 'STOP');
    await made(customer, ['undelivered']);
    expect(providersOf(customer)).toEqual(['contiguity']);
  });

  it('sends nothing where no other connection carries the channel', async () => {
    const customer = newCustomer('integify');
    await mend(heed, 'integify', { enabled: false });
    order(heed, 'contiguity', without('failed'));
    await told(customer, 'order');
    await made(customer, ['undelivered']);
    expect(providersOf(customer)).toEqual(['contiguity']);
    await mend(heed, 'integify', { enabled: true });
  });
});
