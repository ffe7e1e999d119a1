import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readCliEnvironment } from '../../src/cli/cli-environment.js';
import type { CliIo } from '../../src/cli/cli-io.js';
import { run } from '../../src/cli/run.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { eventually } from '../support/eventually.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import {
  acceptedFor,
  addRule,
  answering,
  connectionOf,
  fillBuckets,
  holdBack,
  letGo,
  mend,
  newCustomer,
  queueIsEmpty,
  says,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';
import { messageBody } from '../support/webhook-bodies.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
  await heed.database.query('update rule set position = null, deleted_at = now() where deleted_at is null');
  await heed.database.query('delete from reply_settings');
  await heed.database.query('delete from kill_switch');
  await heed.database.query(
    `insert into system_mark (name, version, updated_at) values ('rules', 1, now())
         on conflict (name) do update set version = system_mark.version + 1`,
  );
});

async function told(customer: string, text: string, provider: ProviderName = 'contiguity'): Promise<void> {
  await says(heed, provider, provider === 'connectly' ? 'whatsapp' : 'sms', customer, text);
  await settled(heed);
}

function textsTo(customer: string, at: TestHeed = heed): string[] {
  return acceptedFor(at, customer).map(({ text }) => text);
}

/** What was decided about the customer's messages, oldest first. */
async function decisionsOn(
  customer: string,
  at: TestHeed = heed,
): Promise<{ verdict: string; sentence: string }[]> {
  const { rows } = await at.database.query(
    `select verdict, sentence from decision join message on message.id = decision.message_id
      where direction = 'inbound' and their_address = $1 order by decided_at`,
    [customer],
  );
  return rows;
}

async function lastSentence(customer: string): Promise<string> {
  return (await decisionsOn(customer)).at(-1)?.sentence ?? '';
}

async function conversationOf(
  customer: string,
): Promise<{ pausedUntil: Date | null; pauseReason: string | null }> {
  const { rows } = await heed.database.query(
    `select paused_until as "pausedUntil", pause_reason as "pauseReason" from conversation where their_address = $1`,
    [customer],
  );
  return rows[0];
}

async function changeSettings(settings: object): Promise<void> {
  const { body } = await heed.api<{ version: number }>('GET', '/reply-settings');
  const { status } = await heed.api('PUT', '/reply-settings', { ...settings, version: body.version });
  expect(status).toBe(200);
}

async function sendsByHand(to: string, text: string): Promise<void> {
  const { status } = await heed.api('POST', '/messages', {
    channel: 'sms',
    connection: 'contiguity/default',
    to,
    text,
  });
  expect(status).toBe(202);
}

describe('I1 and D6: loops', () => {
  it('I1, B14: two instances that are wired to each other fall silent within four messages', async () => {
    const other = await startHeed();
    try {
      await addRule(heed, answering('Thanks for writing to us, we are closed now.'));
      await addRule(other, answering('We got your message and will call you back.'));
      const sides = [
        { instance: heed, peer: '+15550990002', read: 0 },
        { instance: other, peer: '+15550990001', read: 0 },
      ];
      await heed.webhook('contiguity', messageBody('contiguity', { from: '+15550990002', text: 'hello' }));
      for (let quietRounds = 0; quietRounds < 3;) {
        quietRounds += 1;
        for (const [index, side] of sides.entries()) {
          await settled(side.instance);
          const receiver = sides[1 - index];
          const texts = textsTo(side.peer, side.instance).slice(side.read);
          side.read += texts.length;
          if (texts.length > 0) quietRounds = 0;
          for (const text of texts) {
            const body = messageBody('contiguity', { from: receiver?.peer ?? '', text });
            await receiver?.instance.webhook('contiguity', body);
          }
        }
      }
      const sent = sides.reduce((sum, { read }) => sum + read, 0);
      expect(sent).toBeGreaterThan(1);
      expect(sent).toBeLessThanOrEqual(4);
      const verdicts = [
        ...(await decisionsOn('+15550990002')),
        ...(await decisionsOn('+15550990001', other)),
      ];
      expect(verdicts.map(({ verdict }) => verdict)).toContain('loop_suspected');
    } finally {
      await other.close();
    }
  });

  it('I1: 20 fast messages of a person are all answered', async () => {
    await changeSettings({ replyBudget: { perHour: null, perDay: null } });
    await addRule(heed, answering('Reply 1 for hours, 2 for prices, 3 for a person.'));
    const customer = newCustomer('contiguity');
    const texts = [
      'hi',
      'ok',
      '1',
      '2',
      '3',
      'ok',
      'ok',
      'are you open?',
      '1',
      'ok',
      'no',
      'yes',
      'and on sunday',
    ];
    const all = [...texts, 'ok', '2', '2', 'thanks', 'ok', 'great', 'see you'];
    for (const text of all) await told(customer, text);
    expect((await decisionsOn(customer)).map(({ verdict }) => verdict)).toEqual(all.map(() => 'replied'));
    expect(textsTo(customer)).toHaveLength(20);
  });

  it('D6: what looks like a machine is handed to a person, visibly and for a time', async () => {
    await addRule(heed, answering('Thanks for writing to us, we are closed now.'));
    const customer = newCustomer('contiguity');
    await told(customer, 'hello');
    for (let count = 0; count < 2; count += 1)
      await told(customer, 'We got your message and will call you back.');
    expect((await decisionsOn(customer)).at(-1)).toMatchObject({
      verdict: 'loop_suspected',
      sentence: expect.stringMatching(/looks like another automatic system .* paused until .* UTC\.$/),
    });
    const { pausedUntil, pauseReason } = await conversationOf(customer);
    expect(pauseReason).toBe('Looks like another automatic system');
    expect(pausedUntil?.getTime()).toBeGreaterThan(Date.now());
    await told(customer, 'A person now: where is my parcel?');
    expect((await decisionsOn(customer)).at(-1)).toMatchObject({ verdict: 'paused' });
  });

  it('D6: a message from one of our own numbers, at whichever account, is not answered', async () => {
    await addRule(heed, answering('hello'));
    const ours = '+15550990077';
    await mend(heed, 'integify', { settings: { ownAddresses: [ours] } });
    await told(ours, 'hello');
    expect(await lastSentence(ours)).toContain('an address of ours');
  });

  it('I1: the kill switch silences everything at once, and drains what is queued', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await holdBack(heed, 'contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    await eventually(async () => expect(await storiesOf(heed, customer)).toHaveLength(1));
    const off = await heed.api('PUT', '/kill-switches/all', { reason: 'Wrong prices' });
    expect(off).toMatchObject({ status: 200, body: { scope: 'all', reason: 'Wrong prices', suppressed: 1 } });
    await says(heed, 'contiguity', 'sms', customer, 'ping again');
    await letGo(heed, 'contiguity');
    await settled(heed);
    expect(await lastSentence(customer)).toMatch(
      /^No reply: automatic replies are switched off since .* UTC by .*Wrong prices/,
    );
    expect(await storiesOf(heed, customer)).toMatchObject([
      {
        status: 'suppressed',
        reason: expect.stringContaining('Wrong prices'),
        history: ['queued', 'queued → suppressed'],
      },
    ]);
    await sendsByHand(customer, 'A person writes.');
    await settled(heed);
    await told(customer, 'STOP');
    expect(textsTo(customer)).toEqual(['A person writes.', expect.stringContaining('unsubscribed')]);
    expect((await heed.api('DELETE', '/kill-switches/all')).status).toBe(204);
    expect((await heed.api('DELETE', '/kill-switches/all')).status).toBe(404);
    const next = newCustomer('contiguity');
    await told(next, 'ping');
    expect(textsTo(next)).toEqual(['hello']);
  });

  it('I1: a reply that was queued behind the switch’s back is stopped at its permit', async () => {
    await addRule(heed, { ...answering('hello'), group: 'promo' });
    const customer = newCustomer('contiguity');
    await holdBack(heed, 'contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    await eventually(async () => expect(await storiesOf(heed, customer)).toHaveLength(1));
    await heed.database.query(
      `insert into kill_switch (scope, reason, actor, since) values ('group:promo', 'Typo', 'Ada', now())`,
    );
    await letGo(heed, 'contiguity');
    await queueIsEmpty(heed);
    expect(await storiesOf(heed, customer)).toMatchObject([
      { status: 'suppressed', reason: 'Switched off by Ada: Typo' },
    ]);
  });

  it('I1: the heed command switches a group off and on, and refuses one that there is not', async () => {
    await addRule(heed, { ...answering('hello'), group: 'promo' });
    const lines: string[] = [];
    const io: CliIo = {
      out: (text) => void lines.push(text),
      err: (text) => void lines.push(text),
      isColourful: false,
      environment: readCliEnvironment({ HEED_URL: heed.url, HEED_API_TOKEN: API_TOKEN }),
      clock: new SystemClock(),
      nodeVersion: '24.0.0',
      signal: new AbortController().signal,
      pause: async () => undefined,
    };
    const heedCommand = (...argv: string[]) => run(argv, io);
    expect(await heedCommand('kill', 'on', '--group', 'promo', '--reason', 'Typo')).toBe(0);
    expect(await heedCommand('kill', 'status')).toBe(1);
    expect(lines.at(-1)).toMatch(/^group:promo is off since .* by .*: Typo$/);
    expect(await heedCommand('kill', 'off', '--group', 'promo')).toBe(0);
    expect(await heedCommand('kill', 'status')).toBe(0);
    expect(await heedCommand('kill', 'on', '--group', 'prom')).toBe(1);
    expect(lines.at(-1)).toContain('There are: promo.');
  });
});

describe('I3 and I5: what is no message of a customer', () => {
  it('I3: a delivery status starts no reply unless a rule asks for it', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('integify');
    await told(customer, 'ping', 'integify');
    await storyWith(heed, customer, 'delivered');
    await settled(heed);
    expect(textsTo(customer)).toEqual(['hello']);
  });

  it('I5: a message that a person sends starts no reply', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await sendsByHand(customer, 'Your table is ready.');
    await settled(heed);
    expect(textsTo(customer)).toEqual(['Your table is ready.']);
  });
});

describe('I4 and D15: the bot is quiet while a person speaks', () => {
  it('I4: a person’s message pauses the conversation, with an end that everybody sees', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await told(customer, 'ping');
    await sendsByHand(customer, 'Hi, I am Ada. How can I help?');
    await told(customer, 'My order is late');
    expect(textsTo(customer)).toEqual(['hello', 'Hi, I am Ada. How can I help?']);
    expect(await lastSentence(customer)).toMatch(
      /^No reply: the conversation is paused until .* UTC \(A person answered\)\.$/,
    );
    const { pausedUntil } = await conversationOf(customer);
    const hours = ((pausedUntil?.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12);
  });

  it('I4: it does so where there was no conversation yet', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await sendsByHand(customer, 'Your table is ready.');
    await told(customer, 'Thank you');
    expect(textsTo(customer)).toEqual(['Your table is ready.']);
    expect((await decisionsOn(customer)).at(-1)).toMatchObject({ verdict: 'paused' });
  });

  it('I4: a reply that was queued before the person spoke does not leave after it', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await holdBack(heed, 'contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    await eventually(async () => expect(await storiesOf(heed, customer)).toHaveLength(1));
    await sendsByHand(customer, 'Hi, I am Ada.');
    await letGo(heed, 'contiguity');
    await settled(heed);
    expect(textsTo(customer)).toEqual(['Hi, I am Ada.']);
  });

  it('D15: STOP is honoured and confirmed during the pause', async () => {
    const customer = newCustomer('contiguity');
    await sendsByHand(customer, 'Hi, I am Ada.');
    await settled(heed);
    await told(customer, 'STOP');
    expect(textsTo(customer)).toEqual(['Hi, I am Ada.', expect.stringContaining('unsubscribed')]);
  });

  it('D15: the settings say how long, and whether in all of the contact’s conversations', async () => {
    await addRule(heed, answering('hello'));
    const everywhere = newCustomer('contiguity');
    await told(everywhere, 'ping', 'connectly');
    await changeSettings({ humanPause: { length: 'PT1H', scope: 'contact' } });
    await sendsByHand(everywhere, 'Hi, I am Ada.');
    await told(everywhere, 'and here?', 'connectly');
    expect(textsTo(everywhere)).toEqual(['hello', 'Hi, I am Ada.']);

    await changeSettings({ humanPause: { length: null } });
    const nowhere = newCustomer('contiguity');
    await sendsByHand(nowhere, 'Hi, I am Ada.');
    await told(nowhere, 'ping');
    expect(textsTo(nowhere)).toEqual(['Hi, I am Ada.', 'hello']);
  });
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
    expect(textsTo(customer)).toEqual(['We will look into it.']);
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
  });

  it('I12: STOP in the burst is confirmed at once, and nothing else is said', async () => {
    await addRule(heed, gathering);
    const customer = newCustomer('contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'I ordered');
    await says(heed, 'contiguity', 'sms', customer, 'STOP');
    await settled(heed);
    expect(textsTo(customer)).toEqual([expect.stringContaining('unsubscribed')]);
  });

  it('I12: counts once for a frequency', async () => {
    const limits = { debounce: 'PT1S', atMost: { count: 2, per: 'P1D' } };
    await addRule(heed, { ...answering('We will look into it.'), limits });
    const customer = newCustomer('contiguity');
    for (const text of ['I ordered', 'two weeks ago', 'and nothing came'])
      await says(heed, 'contiguity', 'sms', customer, text);
    await settled(heed);
    await told(customer, 'still nothing');
    await told(customer, 'and now?');
    expect(textsTo(customer)).toHaveLength(2);
    expect(await lastSentence(customer)).toContain('at most 2 times in 1 day, and may again at');
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
      await told(customer, text);
    const sentences = (await decisionsOn(customer)).map(({ sentence }) => sentence);
    expect(textsTo(customer)).toEqual(['hours', 'prices', 'prices', 'hello']);
    expect(sentences[1]).toMatch(/10-minute cooldown ends at \d\d:\d\d UTC/);
    expect(sentences[4]).toMatch(/at most 2 times in 1 hour, and may again at/);
    expect(sentences[6]).toMatch(/answers each contact only once/);
  });
});

describe('D11: budgets', () => {
  it('D11: the contact’s budget stops the bot, says until when, and lets HELP through', async () => {
    await addRule(heed, answering('hello'));
    await changeSettings({ replyBudget: { perHour: 2 } });
    const customer = newCustomer('contiguity');
    for (const text of ['one', 'two', 'three', 'HELP']) await told(customer, text);
    expect(textsTo(customer)).toEqual(['hello', 'hello', expect.stringContaining('help@acme.example')]);
    expect((await decisionsOn(customer))[2]).toMatchObject({
      verdict: 'budget_exhausted',
      sentence: expect.stringMatching(/budget of 2 automatic replies an hour is used up until .* UTC\.$/),
    });
  });

  it('D11: the connection’s daily budget stops replies at the decision, and at the permit what was queued before', async () => {
    await addRule(heed, answering('x'.repeat(161)));
    const { id } = await connectionOf(heed, 'contiguity');
    await heed.database.query('update connection set spent_segments = 0, spent_on = null');
    await changeSettings({ costBudgets: [{ connectionId: id, segmentsPerDay: 5 }] });
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
    const sent = customers.flatMap((customer) => textsTo(customer));
    expect(sent).toHaveLength(2);
    const { rows } = await heed.database.query(
      `select reason from message where status = 'suppressed' and their_address = any($1)`,
      [customers],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0].reason).toContain('daily budget of 5 SMS segments is used up until');
    const late = newCustomer('contiguity');
    await told(late, 'ping');
    expect((await decisionsOn(late))[0]).toMatchObject({
      verdict: 'budget_exhausted',
      sentence: expect.stringContaining('4 are spent, and this needs 2'),
    });
  });
});

describe('the settings of automatic replies', () => {
  it('are not overwritten by somebody who read an older version', async () => {
    const read = await heed.api<{ version: number }>('GET', '/reply-settings');
    expect(read.body).toMatchObject({ version: 0, replyBudget: { perHour: 10, perDay: 30 }, actor: null });
    const change = { version: 0, replyBudget: { perHour: 5 } };
    expect(await heed.api('PUT', '/reply-settings', change)).toMatchObject({
      status: 200,
      body: { version: 1, replyBudget: { perHour: 5, perDay: 30 }, actor: expect.any(String) },
    });
    expect((await heed.api('PUT', '/reply-settings', change)).status).toBe(409);
    const wrong = await heed.api('PUT', '/reply-settings', { version: 1, replyBudget: { perHour: 0 } });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/replyBudget/perHour' }] } });
  });
});
