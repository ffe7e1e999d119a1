import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readCliEnvironment } from '../../src/cli/cli-environment.js';
import type { CliIo } from '../../src/cli/cli-io.js';
import { run } from '../../src/cli/run.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { eventually } from '../support/eventually.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import {
  addRule,
  answering,
  fillBuckets,
  holdBack,
  letGo,
  mend,
  newCustomer,
  queueIsEmpty,
  says,
  settled,
  storiesOf,
} from '../support/outbound.js';
import {
  changeReplySettings,
  decisionsOn,
  forgetRules,
  lastSentence,
  pauseOf,
  sendsByHand,
  textsTo,
  told,
} from '../support/replies.js';
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
  await forgetRules(heed);
});

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
          const texts = textsTo(side.instance, side.peer).slice(side.read);
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
        ...(await decisionsOn(heed, '+15550990002')),
        ...(await decisionsOn(other, '+15550990001')),
      ];
      expect(verdicts.map(({ verdict }) => verdict)).toContain('loop_suspected');
    } finally {
      await other.close();
    }
  });

  it('I1: 20 fast messages of a person are all answered', async () => {
    await changeReplySettings(heed, { replyBudget: { perHour: null, perDay: null } });
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
    for (const text of all) await told(heed, customer, text);
    expect((await decisionsOn(heed, customer)).map(({ verdict }) => verdict)).toEqual(
      all.map(() => 'replied'),
    );
    expect(textsTo(heed, customer)).toHaveLength(20);
  });

  it('D6: what looks like a machine is handed to a person, visibly and for a time', async () => {
    await addRule(heed, answering('Thanks for writing to us, we are closed now.'));
    const customer = newCustomer('contiguity');
    await told(heed, customer, 'hello');
    for (let count = 0; count < 2; count += 1)
      await told(heed, customer, 'We got your message and will call you back.');
    expect((await decisionsOn(heed, customer)).at(-1)).toMatchObject({
      verdict: 'loop_suspected',
      sentence: expect.stringMatching(/looks like another automatic system .* paused until .* UTC\.$/),
    });
    const { pausedUntil, pauseReason } = await pauseOf(heed, customer);
    expect(pauseReason).toBe('Looks like another automatic system');
    expect(pausedUntil?.getTime()).toBeGreaterThan(Date.now());
    await told(heed, customer, 'A person now: where is my parcel?');
    expect((await decisionsOn(heed, customer)).at(-1)).toMatchObject({ verdict: 'paused' });
  });

  it('D6: a message from one of our own numbers, at whichever account, is not answered', async () => {
    await addRule(heed, answering('hello'));
    const ours = '+15550990077';
    await mend(heed, 'integify', { settings: { ownAddresses: [ours] } });
    await told(heed, ours, 'hello');
    expect(await lastSentence(heed, ours)).toContain('an address of ours');
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
    const { body } = await heed.api<{ items: Record<string, unknown>[] }>(
      'GET',
      `/messages?direction=inbound&address=${encodeURIComponent(customer)}`,
    );
    expect(body.items.at(-1)).toMatchObject({
      verdict: 'replied',
      withheld: expect.stringMatching(/^the reply was withheld: .*Wrong prices/),
    });
    expect(await lastSentence(heed, customer)).toMatch(
      /^No reply: automatic replies are switched off since .* UTC by .*Wrong prices/,
    );
    expect(await storiesOf(heed, customer)).toMatchObject([
      {
        status: 'suppressed',
        reason: expect.stringContaining('Wrong prices'),
        history: ['queued', 'queued → suppressed'],
      },
    ]);
    await sendsByHand(heed, customer, 'A person writes.');
    await settled(heed);
    await told(heed, customer, 'STOP');
    expect(textsTo(heed, customer)).toEqual(['A person writes.', expect.stringContaining('unsubscribed')]);
    expect((await heed.api('DELETE', '/kill-switches/all')).status).toBe(204);
    expect((await heed.api('DELETE', '/kill-switches/all')).status).toBe(404);
    const next = newCustomer('contiguity');
    await told(heed, next, 'ping');
    expect(textsTo(heed, next)).toEqual(['hello']);
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
