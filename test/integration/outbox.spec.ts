import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { linkIdentitySession } from '../../src/contacts/identity-session.repository.js';
import { EventBus } from '../../src/events/event-bus.js';
import { readDomainEvent } from '../../src/events/stored-domain-event.js';
import { LaneProcessor } from '../../src/inbox/lane.processor.js';
import { parseAddress } from '../../src/messaging/address.js';
import type { Channel } from '../../src/messaging/channel.js';
import { Database } from '../../src/platform/database/database.js';
import { RuleRepository } from '../../src/rulebook/rule.repository.js';
import { parseRuleDefinition } from '../../src/rules/definition/parse-rule-definition.js';
import { sampleEvent } from '../../src/sandbox/payloads/event-catalogue.js';
import { freshIds } from '../../src/sandbox/payloads/fresh-ids.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { acceptedFor, addRule, fillBuckets, settled, storiesOf } from '../support/outbound.js';

let heed: TestHeed;
let second: TestHeed;
let database: Database;

beforeAll(async () => {
  heed = await startHeed();
  second = await startHeed({ beside: heed });
  database = heed.app.nest.get(Database);
});

afterAll(async () => {
  await second.close();
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

function onWord(word: string, more: object): object {
  return {
    name: `On ${word}`,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: word },
    ...more,
  };
}

function reply(text: string): object {
  return { reply: { text } };
}

/** A customer writes by Contiguity; what follows from it is done when this returns. @returns the id of the stored webhook. */
async function told(customer: string, text: string, channel: Channel = 'sms'): Promise<string> {
  const { eventId } = await heed.sandbox.customerSays({
    provider: 'contiguity',
    channel,
    from: customer,
    text,
  });
  await settled(heed);
  return eventId ?? '';
}

async function decisionsOn(inboxId: string) {
  const { rows } = await heed.database.query(
    `select verdict, sentence, stages::text as stages from decision
       join domain_event on domain_event.id = domain_event_id where inbox_id = $1`,
    [inboxId],
  );
  return rows;
}

function textsTo(customer: string): string[] {
  return acceptedFor(heed, customer).map(({ text }) => text);
}

async function tagsOf(customer: string): Promise<string[]> {
  const { rows } = await heed.database.query(
    'select tags from contact join contact_address on contact_id = contact.id where canonical = $1',
    [customer],
  );
  return rows[0].tags;
}

describe('deciding upon an event again', () => {
  const customer = '+15550080001';
  let inboxId = '';

  beforeAll(async () => {
    await addRule(heed, onWord('once', { then: [reply('Only once.'), { tag: 'once' }] }));
    inboxId = await told(customer, 'once');
  });

  it('adds nothing when its webhook is replayed', async () => {
    const before = await storiesOf(heed, customer);
    expect(before).toMatchObject([{ text: 'Only once.' }]);
    await heed.database.query(`update inbox_entry set state = 'received' where id = $1`, [inboxId]);
    await settled(heed);
    expect((await storiesOf(heed, customer)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(await decisionsOn(inboxId)).toHaveLength(1);
    const { rows } = await heed.database.query(
      `select count(*)::int as inbound from message where direction = 'inbound' and their_address = $1`,
      [customer],
    );
    expect(rows).toEqual([{ inbound: 1 }]);
    expect(textsTo(customer)).toEqual(['Only once.']);
  });

  it('queues no second reply even where the first decision is gone: an event has one message for each slot', async () => {
    await heed.database.query(
      'delete from decision where domain_event_id = (select id from domain_event where inbox_id = $1)',
      [inboxId],
    );
    const stored = await database.domainEvent.findUniqueOrThrow({ where: { inboxId } });
    const bus = heed.app.nest.get(EventBus);
    await database.$transaction((tx) => bus.handle(readDomainEvent(stored), tx));
    expect(await decisionsOn(inboxId)).toMatchObject([{ verdict: 'replied' }]);
    await settled(heed);
    expect(await storiesOf(heed, customer)).toHaveLength(1);
    expect(textsTo(customer)).toEqual(['Only once.']);
  });
});

describe('a rule', () => {
  it('that was asked a moment ago is silent for its cooldown, on that channel and for that person', async () => {
    const [customer, other] = ['+15550080002', '+15550080003'];
    await addRule(heed, onWord('price', { then: [reply('50 dalasi.')], limits: { cooldown: 'PT1H' } }));
    await told(customer, 'price');
    const again = await told(customer, 'price?');
    expect(textsTo(customer)).toEqual(['50 dalasi.']);
    expect(await decisionsOn(again)).toMatchObject([
      { verdict: 'cooldown', sentence: expect.stringContaining('On price') },
    ]);
    await told(customer, 'price', 'whatsapp');
    await told(other, 'price');
    expect(textsTo(customer)).toEqual(['50 dalasi.', '50 dalasi.']);
    expect(textsTo(other)).toEqual(['50 dalasi.']);

    await heed.database.query(
      `update rule_firing set recent_at = array(select at - interval '61 minutes' from unnest(recent_at) as at)`,
    );
    await told(customer, 'price');
    expect(textsTo(customer)).toHaveLength(3);
  });

  it('that continues tags beside the rule after it, and one message gets one reply whatever matches', async () => {
    const customer = '+15550080004';
    await addRule(heed, onWord('many', { then: [{ tag: 'first' }], continue: true }));
    await addRule(heed, onWord('many', { then: [reply('The second.'), { tag: 'second' }], continue: true }));
    await addRule(heed, onWord('many', { then: [reply('The third.'), { tag: 'third' }] }));
    await addRule(heed, onWord('many', { then: [reply('The fourth.'), { tag: 'fourth' }] }));
    await told(customer, 'many');
    await told(customer, 'many');
    expect(textsTo(customer)).toEqual(['The second.', 'The second.']);
    expect([...(await tagsOf(customer))].sort()).toEqual(['first', 'second', 'third']);
  });

  it('in the shadows sends nothing, tags nobody, and stands in the explanation', async () => {
    const customer = '+15550080005';
    await addRule(heed, onWord('ghost', { mode: 'shadow', then: [reply('Boo.'), { tag: 'haunted' }] }));
    const inboxId = await told(customer, 'ghost');
    expect(await storiesOf(heed, customer)).toEqual([]);
    expect(await tagsOf(customer)).toEqual([]);
    expect(await decisionsOn(inboxId)).toMatchObject([
      { verdict: 'no_rule_matched', stages: expect.stringContaining('it would have replied') },
    ]);
  });

  it('that was changed counts in its new form from the next message on, in every process', async () => {
    const customer = '+15550080006';
    const definition = (text: string) => {
      const reading = parseRuleDefinition(onWord('news', { then: [reply(text)] }));
      if (!reading.ok) throw new Error('The rule is wrong.');
      return reading.definition;
    };
    const change = { actor: 'test', reason: undefined };
    const rules = heed.app.nest.get(RuleRepository, { strict: false });
    const ruleId = await rules.create(definition('Old news.'), change);
    const workers = [heed, second].map(
      (instance) => instance.app.nest.get(LaneProcessor, { strict: false }).worker,
    );
    const [first, other] = workers;
    // Each process decides alone for a while: both have compiled the old rules before they change.
    for (const [resting, working, text] of [
      [other, first, 'any news?'],
      [first, other, 'more news?'],
    ] as const) {
      await resting?.pause();
      await told(customer, text);
      await resting?.resume();
      expect(working?.isPaused()).toBe(false);
    }
    await rules.revise(ruleId, definition('Fresh news.'), change, undefined);
    for (const [index, resting] of workers.entries()) {
      await resting.pause();
      await told(customer, `what news is there on day ${index}`);
      await resting.resume();
    }
    expect(textsTo(customer)).toEqual(['Old news.', 'Old news.', 'Fresh news.', 'Fresh news.']);
  });

  it('about an identity check answers the person whose session was linked, and nobody else', async () => {
    const customer = '+15550080007';
    await addRule(heed, {
      name: 'Thanks',
      trigger: { event: 'identity.verified' },
      when: { all: [] },
      then: [reply('You are verified.'), { tag: 'verified' }],
    });
    const address = parseAddress(customer);
    if (address === undefined) throw new Error('The customer has no address.');
    const { rows } = await heed.database.query(`select id from connection where provider = 'contiguity'`);
    await database.$transaction((tx) =>
      linkIdentitySession(tx, { connectionId: rows[0].id, sessionId: 'session_1', address, channel: 'sms' }),
    );
    const verified = async (session: string) => {
      const now = new Date();
      const fields = { customer, own: '', text: '', messageId: session };
      const event = sampleEvent('contiguity', 'identity.verification_session.verified');
      const body = event?.build(fields, freshIds(now), now).body ?? '';
      const { eventId } = await heed.webhook('contiguity', body);
      await settled(heed);
      return decisionsOn(eventId ?? '');
    };
    expect(await verified('session_1')).toMatchObject([{ verdict: 'replied' }]);
    expect(await verified('session_of_nobody')).toMatchObject([
      { verdict: 'no_action', sentence: expect.stringContaining('belongs to no conversation') },
    ]);
    await eventually(() => expect(textsTo(customer)).toEqual(['You are verified.']));
    expect(await tagsOf(customer)).toEqual(['verified']);
    expect(heed.sandbox.ledger().filter(({ text }) => text === 'You are verified.')).toHaveLength(1);
  });
});
