import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { listenToProgress } from '../support/progress-rules.js';
import { nextSecond } from '../support/next-second.js';
import {
  acceptedFor,
  addRule,
  answering,
  connectionOf,
  fillBuckets,
  holdBack,
  letGo,
  queueIsEmpty,
  says,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';

let heed: TestHeed;
let second: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  second = await startHeed({ beside: heed });
  await listenToProgress(heed);
  await addRule(heed, answering('pong'));
});

afterAll(async () => {
  await second.close();
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

afterEach(async () => {
  heed.sandbox.clearMisbehaviour();
});

describe('what is queued', () => {
  it('is overtaken: a STOP’s confirmation does not go out once START was said', async () => {
    const customer = '+15550060001';
    await holdBack(heed, 'contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'STOP');
    await storyWith(heed, customer, 'queued');
    await nextSecond();
    await says(heed, 'contiguity', 'sms', customer, 'START');
    await eventually(async () => expect(await storiesOf(heed, customer)).toHaveLength(2));
    await letGo(heed, 'contiguity');
    await queueIsEmpty(heed);
    expect(await storiesOf(heed, customer)).toMatchObject([
      { kind: 'confirmation', status: 'suppressed', reason: expect.stringContaining('something newer') },
      { kind: 'confirmation', status: expect.stringMatching(/sent|delivered/) },
    ]);
    expect(acceptedFor(heed, customer).map(({ text }) => text)).toEqual([
      expect.stringContaining('resubscribed'),
    ]);
  });

  it('expires, even while its account is held back, and says so', async () => {
    const customer = '+15550060002';
    await holdBack(heed, 'contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    const { id } = await storyWith(heed, customer, 'queued');
    await heed.database.query('update message set expires_at = now() where id = $1', [id]);
    const story = await storyWith(heed, customer, 'expired');
    expect(story).toMatchObject({ reason: expect.stringContaining('not sent in time'), attempt: 0 });
    await letGo(heed, 'contiguity');
    await settled(heed);
    const { rows } = await heed.database.query('select name from domain_event where message_id = $1', [id]);
    expect(rows).toEqual([{ name: 'message.suppressed' }]);
    expect(acceptedFor(heed, customer)).toEqual([]);
  });

  it('does not go out on a channel whose service window has closed meanwhile', async () => {
    const customer = '+15550060003';
    await holdBack(heed, 'connectly');
    await says(heed, 'connectly', 'whatsapp', customer, 'ping');
    const { id } = await storyWith(heed, customer, 'queued');
    await heed.database.query(
      `update conversation set last_inbound_at = now() - interval '24 hours'
        where id = (select conversation_id from message where id = $1)`,
      [id],
    );
    await letGo(heed, 'connectly');
    const story = await storyWith(heed, customer, 'suppressed');
    expect(story.reason).toMatch(/not written in the last 24 hours/);
    expect(acceptedFor(heed, customer)).toEqual([]);
  });

  it('leaves no faster than the provider allows, over both processes together', async () => {
    const [perSecond, burst] = [10, 20];
    await queueIsEmpty(heed);
    await heed.database.query(
      `update connection set send_tokens = $1, tokens_at = now() where provider = 'integify'`,
      [burst],
    );
    const customers = Array.from({ length: 40 }, (_, index) => `+22077900${String(index).padStart(2, '0')}`);
    await Promise.all(customers.map((customer) => says(heed, 'integify', 'sms', customer, 'ping')));
    await eventually(() =>
      expect(customers.flatMap((customer) => acceptedFor(heed, customer))).toHaveLength(40),
    );
    const { rows } = await heed.database.query(
      `select permitted_at as at from message where direction = 'outbound' and their_address = any($1) order by 1`,
      [customers],
    );
    const times: number[] = rows.map(({ at }) => at.getTime());
    for (const [first, from] of times.entries()) {
      for (const [last, until] of times.entries()) {
        if (last < first) continue;
        // A permit's time is taken a moment before its token is: half a second of grace covers a busy machine.
        const allowed = burst + ((until - from) / 1000 + 0.5) * perSecond;
        expect(last - first + 1).toBeLessThanOrEqual(allowed);
      }
    }
    expect((await connectionOf(heed, 'integify')).pausedUntil).toBeNull();
  });
});
