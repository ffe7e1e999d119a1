import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  addRule,
  answering,
  connectionOf,
  fillBuckets,
  holdBack,
  letGo,
  newCustomer,
  says,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';
import {
  changeReplySettings,
  decisionsOn,
  forgetRules,
  lastSentence,
  textsTo,
  told,
} from '../support/replies.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
  await forgetRules(heed);
});

describe('I12: a thought in three messages', () => {
  const gathering = { ...answering('We will look into it.'), limits: { debounce: 'PT2S' } };

  it('I12: gets one reply', async () => {
    await addRule(heed, gathering);
    const customer = newCustomer('contiguity');
    for (const text of ['I ordered', 'two weeks ago', 'and nothing came']) {
      await says(heed, 'contiguity', 'sms', customer, text);
    }
    await settled(heed);
    expect(textsTo(heed, customer)).toEqual(['We will look into it.']);
    const stories = await storiesOf(heed, customer);
    expect(stories.map(({ status }) => status).toSorted()).toEqual([
      'cancelled',
      'cancelled',
      expect.stringMatching(/sent|delivered/),
    ]);
    expect(stories[0]).toMatchObject({
      status: 'cancelled',
      reason: 'The customer wrote again; answered together.',
      history: ['queued', 'queued → cancelled'],
    });
    await saysThatItWasWithheld(customer, 'The customer wrote again; answered together.');
  });

  it('I12: STOP in the burst is confirmed at once, and nothing else is said', async () => {
    await addRule(heed, { ...gathering, limits: { debounce: 'PT30S' } });
    const customer = newCustomer('contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'I ordered');
    await storyWith(heed, customer, 'queued');
    await says(heed, 'contiguity', 'sms', customer, 'STOP');
    await settled(heed);
    expect(textsTo(heed, customer)).toEqual([expect.stringContaining('unsubscribed')]);
  });

  /** The customer’s first message: its list, its explanation and the live tail all say so, and its decision stays what it was. */
  async function saysThatItWasWithheld(customer: string, why: string): Promise<void> {
    const address = encodeURIComponent(customer);
    const { body } = await heed.api<{ items: Record<string, unknown>[] }>(
      'GET',
      `/messages?direction=inbound&address=${address}`,
    );
    const first = body.items.at(-1) ?? {};
    const path = `/messages/${String(first['id'])}`;
    expect(first).toMatchObject({ verdict: 'replied', withheld: `the reply was withheld: ${why}` });
    const sentence = `Replied: rule "Answer everything" matched, but the reply was withheld: ${why}`;
    expect((await heed.api('GET', `${path}/explain`)).body).toMatchObject({ sentence });
    expect((await heed.api('GET', `${path}/decision/replay`)).body).toMatchObject({
      identical: true,
      stored: { sentence: 'Replied: rule "Answer everything" matched.' },
    });
  }

  it('I12: counts once for a frequency', async () => {
    const limits = { debounce: 'PT1S', atMost: { count: 2, per: 'P1D' } };
    await addRule(heed, { ...answering('We will look into it.'), limits });
    const customer = newCustomer('contiguity');
    for (const text of ['I ordered', 'two weeks ago', 'and nothing came'])
      await says(heed, 'contiguity', 'sms', customer, text);
    await settled(heed);
    await told(heed, customer, 'still nothing');
    await told(heed, customer, 'and now?');
    expect(textsTo(heed, customer)).toHaveLength(2);
    expect(await lastSentence(heed, customer)).toContain('at most 2 times in 1 day, and may again at');
  });
});

describe('I13: not again and again', () => {
  it('I13: a cooldown, a frequency and a first time hold in real traffic, each with its sentence', async () => {
    const on = (word: string, limits: object) => ({
      name: word,
      trigger: { event: 'message.received' },
      when: { fact: 'message.text', op: 'word', value: word },
      then: [{ reply: { text: word } }],
      limits,
    });
    await addRule(heed, on('hours', { cooldown: 'PT10M' }));
    await addRule(heed, on('prices', { atMost: { count: 2, per: 'PT1H' } }));
    await addRule(heed, on('hello', { once: true }));
    const customer = newCustomer('contiguity');
    for (const text of ['hours', 'hours', 'prices', 'prices', 'prices', 'hello', 'hello'])
      await told(heed, customer, text);
    const sentences = (await decisionsOn(heed, customer)).map(({ sentence }) => sentence);
    expect(textsTo(heed, customer)).toEqual(['hours', 'prices', 'prices', 'hello']);
    expect(sentences[1]).toMatch(/10-minute cooldown ends at \d\d:\d\d UTC/);
    expect(sentences[4]).toMatch(/at most 2 times in 1 hour, and may again at/);
    expect(sentences[6]).toMatch(/answers each contact only once/);
  });
});

describe('D11: budgets', () => {
  it('D11: the contact’s budget stops the bot, says until when, and lets HELP through', async () => {
    await addRule(heed, answering('hello'));
    await changeReplySettings(heed, { replyBudget: { perHour: 2 } });
    const customer = newCustomer('contiguity');
    for (const text of ['one', 'two', 'three', 'HELP']) await told(heed, customer, text);
    expect(textsTo(heed, customer)).toEqual(['hello', 'hello', expect.stringContaining('help@acme.example')]);
    expect((await decisionsOn(heed, customer))[2]).toMatchObject({
      verdict: 'budget_exhausted',
      sentence: expect.stringMatching(/budget of 2 automatic replies an hour is used up until .* UTC\.$/),
    });
  });

  it('D11: the connection’s daily budget stops replies at the decision, and at the permit what was queued before', async () => {
    await addRule(heed, answering('x'.repeat(161)));
    const { id } = await connectionOf(heed, 'contiguity');
    await heed.database.query('update connection set spent_segments = 0, spent_on = null');
    await changeReplySettings(heed, { costBudgets: [{ connectionId: id, segmentsPerDay: 5 }] });
    const customers = [1, 2, 3, 4].map(() => newCustomer('contiguity'));
    await holdBack(heed, 'contiguity');
    for (const customer of customers) await says(heed, 'contiguity', 'sms', customer, 'ping');
    await eventually(async () => {
      const { rows } = await heed.database.query(
        `select count(*)::int as queued from message where status = 'queued'`,
      );
      expect(rows).toEqual([{ queued: 4 }]);
    });
    await letGo(heed, 'contiguity');
    await settled(heed);
    const sent = customers.flatMap((customer) => textsTo(heed, customer));
    expect(sent).toHaveLength(2);
    const { rows } = await heed.database.query(
      `select reason from message where status = 'suppressed' and their_address = any($1)`,
      [customers],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0].reason).toContain('daily budget of 5 SMS segments is used up until');
    const late = newCustomer('contiguity');
    await told(heed, late, 'ping');
    expect((await decisionsOn(heed, late))[0]).toMatchObject({
      verdict: 'budget_exhausted',
      sentence: expect.stringContaining('4 are spent, and this needs 2'),
    });
  });
});
