import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProviderName } from '../../src/messaging/provider.js';
import { sampleEvent } from '../../src/sandbox/payloads/event-catalogue.js';
import { freshIds } from '../../src/sandbox/payloads/fresh-ids.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  acceptedFor,
  addRule,
  answering,
  connectionOf,
  holdBack,
  letGo,
  mend,
  order,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';

const MINUTE_MS = 60_000;
const UNSUBSCRIBED = expect.stringContaining('unsubscribed');
const HELP_TEXT = expect.stringContaining('help@acme.example');

/** Words that mean STOP by rule and not by reading: those of the FCC (47 CFR 64.1200(a)(12)), and the same in other languages. */
const STOP_WORDS =
  'stop, quit, end, revoke, opt out, cancel, unsubscribe, ARRET, Parar, ALTO, Stopp, СТОП, 停止, توقف, FERMA'.split(
    ', ',
  );

let heed: TestHeed;
let customers = 0;

beforeAll(async () => {
  heed = await startHeed();
  await addRule(heed, answering('pong'));
  order(heed, 'connectly', { kind: 'status_webhooks', mode: 'none' }, 10_000);
});

afterAll(async () => {
  await heed.close();
});

function newCustomer(): string {
  customers += 1;
  return `+1555127${String(customers).padStart(4, '0')}`;
}

/** What the provider sends when the customer wrote it at `at`, which may be a while ago: webhooks come late and out of order. */
function messageOf(customer: string, text: string, at = new Date()): string {
  const fields = { customer, own: '+15550100200', text };
  const body = sampleEvent('connectly', 'messages')?.build(fields, freshIds(at), at).body;
  if (body === undefined) throw new Error('Connectly has no such event.');
  return body;
}

async function says(customer: string, text: string, agoMs = 0): Promise<void> {
  const body = messageOf(customer, text, new Date(Date.now() - agoMs));
  expect((await heed.webhook('connectly', body)).status).toBe(200);
}

async function allSay(addresses: readonly string[], text: string, agoMs = 0): Promise<void> {
  await Promise.all(addresses.map((address) => says(address, text, agoMs)));
  await settled(heed);
}

const consentOf = async (customer: string) =>
  (await heed.api('GET', `/consent/${encodeURIComponent(customer)}`)).body;
const stateOf = async (customer: string) => (await consentOf(customer))['state'];
const shownTo = (customer: string) => acceptedFor(heed, customer).map(({ text }) => text);

async function ledgerOf(customer: string) {
  const { rows } = await heed.database.query(
    `select action, changed from consent_event where address = $1 order by chain_position`,
    [customer],
  );
  return rows.map(({ action, changed }) => `${action}${changed === true ? '' : ', changes nothing'}`);
}

/** Does the work while the account has these settings besides its own. */
async function withSettings(
  provider: ProviderName,
  more: { confirmsOptOut?: boolean; answersHelpAlways?: boolean },
  work: () => Promise<void>,
): Promise<void> {
  const { id } = await connectionOf(heed, provider);
  const { rows } = await heed.database.query('select settings from connection where id = $1', [id]);
  await mend(heed, provider, { settings: { ...rows[0].settings, ...more } });
  try {
    await work();
  } finally {
    await mend(heed, provider, { settings: rows[0].settings });
  }
}

describe('a word that means STOP by rule', () => {
  const situations: Readonly<Record<string, (addresses: readonly string[]) => Promise<void>>> = {
    'has never written': async () => undefined,
    'is in a conversation': (addresses) => allSay(addresses, 'ping', 3 * MINUTE_MS),
    'is asked what an unclear stop meant': (addresses) => allSay(addresses, 'not interested', 3 * MINUTE_MS),
    'speaks with a person': async (addresses) => {
      await allSay(addresses, 'ping', 3 * MINUTE_MS);
      await heed.database.query(
        `update conversation set paused_until = now() + interval '1 hour' where their_address = any($1)`,
        [addresses],
      );
    },
    'has opted out and in again': async (addresses) => {
      await allSay(addresses, 'STOP', 3 * MINUTE_MS);
      await allSay(addresses, 'START', 2 * MINUTE_MS);
    },
    'was just told how to stop': (addresses) => allSay(addresses, 'HELP', 3 * MINUTE_MS),
  };

  it.each(Object.keys(situations))('B1: opts out a customer who %s, in every language', async (situation) => {
    const addresses = STOP_WORDS.map(newCustomer);
    await situations[situation]?.(addresses);
    const before = addresses.map((address) => shownTo(address).length);
    await Promise.all(STOP_WORDS.map((word, index) => says(addresses[index] ?? '', word)));
    // In force when the webhooks are answered, whatever the workers are doing.
    expect(await Promise.all(addresses.map(stateOf))).toEqual(addresses.map(() => 'opted_out'));
    await settled(heed);
    const after = addresses.map((address, index) => shownTo(address).slice(before[index]));
    expect(after).toEqual(addresses.map(() => [UNSUBSCRIBED]));
  });
});

describe('the confirmation of an opt-out', () => {
  it('B2, I15: is one, however often and in whatever words STOP is said', async () => {
    const customer = newCustomer();
    await Promise.all(
      ['STOP', 'Stop!', 'unsubscribe', 'stop texting me'].map((text) => says(customer, text)),
    );
    await settled(heed);
    await says(customer, 'STOP');
    await settled(heed);
    expect(shownTo(customer)).toEqual([UNSUBSCRIBED]);
  });

  it('B2, I15: is left to the provider where it confirms by itself', async () => {
    const customer = newCustomer();
    await withSettings('connectly', { confirmsOptOut: true }, async () => {
      await says(customer, 'STOP');
      await settled(heed);
    });
    expect(await stateOf(customer)).toBe('opted_out');
    expect(shownTo(customer)).toEqual([]);
  });

  it('B2: is not sent when it would come late', async () => {
    const customer = newCustomer();
    await holdBack(heed, 'connectly');
    try {
      await says(customer, 'STOP');
      const { id } = await storyWith(heed, customer, 'queued');
      const { rows } = await heed.database.query(
        `select extract(epoch from expires_at - occurred_at)::int as seconds from message where id = $1`,
        [id],
      );
      expect(rows[0].seconds).toBeLessThanOrEqual(300);
      await heed.database.query(`update message set expires_at = now() where id = $1`, [id]);
    } finally {
      await letGo(heed, 'connectly');
    }
    await storyWith(heed, customer, 'expired');
    expect(shownTo(customer)).toEqual([]);
  });

  it('B2: is not sent for an opt-out that a person entered', async () => {
    const customer = newCustomer();
    const entry = { action: 'opt_out', reason: 'They told us on the telephone.' };
    expect((await heed.api('POST', `/consent/${encodeURIComponent(customer)}`, entry)).status).toBe(200);
    await settled(heed);
    expect(await stateOf(customer)).toBe('opted_out');
    expect(await storiesOf(heed, customer)).toEqual([]);
  });
});

describe('words that come out of order', () => {
  it('B4: a START that was said before the STOP and comes after it lifts nothing', async () => {
    const customer = newCustomer();
    await says(customer, 'STOP', MINUTE_MS);
    await says(customer, 'START', 2 * MINUTE_MS);
    expect(await stateOf(customer)).toBe('opted_out');
    expect(await ledgerOf(customer)).toEqual(['revoke', 'grant, changes nothing']);
  });

  it('B4: a STOP that was said before the START and comes after it does not undo it', async () => {
    const customer = newCustomer();
    await says(customer, 'STOP', 3 * MINUTE_MS);
    await says(customer, 'START', MINUTE_MS);
    await says(customer, 'STOP', 2 * MINUTE_MS);
    expect(await stateOf(customer)).toBe('subscribed');
  });

  it('B4: of a STOP and a START of the same second the STOP counts, whichever comes first', async () => {
    const [one, other] = [newCustomer(), newCustomer()];
    const at = new Date(Date.now() - MINUTE_MS);
    for (const text of ['STOP', 'START']) await heed.webhook('connectly', messageOf(one, text, at));
    for (const text of ['START', 'STOP']) await heed.webhook('connectly', messageOf(other, text, at));
    expect([await stateOf(one), await stateOf(other)]).toEqual(['opted_out', 'opted_out']);
  });
});

describe('a STOP whose webhook comes many times', () => {
  it('B5: is one entry and one confirmation', async () => {
    const customer = newCustomer();
    const body = messageOf(customer, 'STOP');
    const answers = await Promise.all(Array.from({ length: 30 }, () => heed.webhook('connectly', body)));
    expect(answers.filter(({ status, isDuplicate }) => status === 200 && !isDuplicate)).toHaveLength(1);
    await settled(heed);
    expect(await ledgerOf(customer)).toEqual(['revoke']);
    expect(shownTo(customer)).toEqual([UNSUBSCRIBED]);
  });
});

describe('a send that the provider refuses because the recipient has opted out there', () => {
  it('B10, I16: is learnt: it is not tried again, and no other message follows', async () => {
    const customer = newCustomer();
    const body = { code: 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT', message: 'Customer opted out' };
    order(heed, 'connectly', { kind: 'status', status: 400, body });
    await says(customer, 'ping', MINUTE_MS);
    await settled(heed);
    expect(await stateOf(customer)).toBe('opted_out');
    expect((await consentOf(customer))['lastEntry']).toMatchObject({ source: 'provider' });
    await says(customer, 'ping');
    await settled(heed);
    expect(shownTo(customer)).toEqual([]);
    expect((await storiesOf(heed, customer)).map(({ attempt }) => attempt)).toEqual([1]);
  });
});

describe('a customer who has opted out', () => {
  it('B6: gets no help where nobody has to give it, and is not opted in by asking', async () => {
    const customer = newCustomer();
    await says(customer, 'STOP', MINUTE_MS);
    await settled(heed);
    await says(customer, 'HELP');
    await settled(heed);
    expect(shownTo(customer)).toEqual([UNSUBSCRIBED]);
    expect(await stateOf(customer)).toBe('opted_out');
  });

  it('B6: gets help where the connection has to give it, and stays opted out', async () => {
    const customer = newCustomer();
    await withSettings('connectly', { answersHelpAlways: true }, async () => {
      await says(customer, 'STOP', MINUTE_MS);
      await settled(heed);
      await says(customer, 'HELP');
      await says(customer, 'ping');
      await settled(heed);
    });
    expect(shownTo(customer)).toEqual([UNSUBSCRIBED, HELP_TEXT]);
    expect(await stateOf(customer)).toBe('opted_out');
  });

  it('B7: is recorded when they say STOP again, and not answered', async () => {
    const customer = newCustomer();
    await says(customer, 'STOP', MINUTE_MS);
    await settled(heed);
    const { since } = await consentOf(customer);
    await says(customer, 'STOP!!');
    await settled(heed);
    expect(await ledgerOf(customer)).toEqual(['revoke', 'revoke, changes nothing']);
    expect(shownTo(customer)).toEqual([UNSUBSCRIBED]);
    expect(since).toEqual(expect.any(String));
  });
});
