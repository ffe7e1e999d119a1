import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HoldSettler } from '../../src/contacts/hold-settler.js';
import { Database } from '../../src/platform/database/database.js';
import { Log } from '../../src/platform/logging/log.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { nextSecond } from '../support/next-second.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed({ env: { HEED_HOLD_HOURS: '24' } });
  const rule = {
    name: 'Any',
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ reply: { text: 'Hello!' } }],
  };
  expect((await heed.api('POST', '/rules', rule)).status).toBe(201);
});

afterAll(async () => {
  await heed.close();
});

async function says(from: string, text: string): Promise<void> {
  await nextSecond(); // Words of one second tie, and a tie goes to the revocation.
  expect(
    (await heed.sandbox.customerSays({ provider: 'contiguity', channel: 'sms', from, text })).status,
  ).toBe(200);
}

async function shownTo(customer: string): Promise<string[]> {
  await eventually(async () => {
    const { rows } = await heed.database.query(
      `select (select count(*) from inbox_entry where state in ('received', 'dispatched'))
            + (select count(*) from domain_event where state in ('pending', 'dispatched'))
            + (select count(*) from message where status = 'sending' or (status = 'queued' and reason is null)) as open`,
    );
    expect(Number(rows[0].open)).toBe(0);
  });
  return heed.sandbox.ledger().flatMap((entry) => (entry.to === customer ? [entry.text] : []));
}

async function stateOf(customer: string): Promise<string> {
  const { body } = await heed.api<{ state: string }>('GET', `/consent/${encodeURIComponent(customer)}`);
  return body.state;
}

const HOUR_MS = 3_600_000;

/** The settler as it will run after this time. */
function settlerAfter(ms: number): HoldSettler {
  const clock = { now: () => new Date(Date.now() + ms) };
  return new HoldSettler(heed.app.nest.get(Database), clock, heed.app.nest.get(Log), 24 * HOUR_MS);
}

const QUESTION = expect.stringContaining('Reply YES to stop them, NO to keep them');

describe('an unclear stop', () => {
  it('is held at once and asked about once; NO lets messages go on', async () => {
    const customer = '+12025550101';
    await says(customer, 'not interested');
    expect(await stateOf(customer)).toBe('held');
    expect(await shownTo(customer)).toEqual([QUESTION]);

    await says(customer, 'not interested');
    expect(await shownTo(customer)).toEqual([QUESTION]);

    await says(customer, 'No');
    expect(await stateOf(customer)).toBe('subscribed');
    await says(customer, 'what else do you sell?');
    expect(await shownTo(customer)).toEqual([QUESTION, 'Hello!']);
  });

  it('becomes an opt-out, with its one confirmation, when the answer is YES', async () => {
    const customer = '+12025550102';
    await says(customer, 'not interested');
    await says(customer, 'Yes');
    expect(await stateOf(customer)).toBe('opted_out');
    expect(await shownTo(customer)).toEqual([QUESTION, expect.stringContaining("You're unsubscribed")]);
  });

  it('B16: waits in the review queue, and counts as an opt-out when nobody settles it in time', async () => {
    const customer = '+12025550103';
    await says(customer, 'not interested');
    expect(await shownTo(customer)).toEqual([QUESTION]);
    const queue = await heed.api<{ items: { address: string; text: string }[] }>('GET', '/consent/holds');
    expect(queue.body.items).toContainEqual(
      expect.objectContaining({ address: customer, text: 'not interested' }),
    );

    await settlerAfter(24 * HOUR_MS - 60_000).round();
    expect(await stateOf(customer)).toBe('held');
    await settlerAfter(24 * HOUR_MS).round();
    expect(await stateOf(customer)).toBe('opted_out');
    expect(await shownTo(customer)).toEqual([QUESTION]);
    const { body } = await heed.api<{ items: { address: string }[] }>('GET', '/consent/holds');
    expect(body.items.map(({ address }) => address)).not.toContain(customer);
  });

  it('means nothing to somebody who was not asked: YES and NO are ordinary words', async () => {
    const customer = '+12025550104';
    await says(customer, 'Yes');
    await says(customer, 'No');
    expect(await stateOf(customer)).toBe('subscribed');
    expect(await shownTo(customer)).toEqual(['Hello!', 'Hello!']);
  });
});
