import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withDemoRules } from '../support/demo-rules.js';
import type { Channel } from '../../src/messaging/channel.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { nextSecond } from '../support/next-second.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  await withDemoRules(heed);
});

afterAll(async () => {
  await heed.close();
});

const ROADS: readonly [ProviderName, Channel, string][] = [
  ['integify', 'sms', '+2207654321'],
  ['contiguity', 'sms', '+15551230001'],
  ['contiguity', 'imessage', '+15551230002'],
  ['contiguity', 'whatsapp', '+15551230003'],
  ['contiguity', 'email', 'customer@mail.example'],
  ['connectly', 'whatsapp', '+15551230005'],
];

/** What a customer's handset shows. */
function shownTo(customer: string): string[] {
  return heed.sandbox
    .ledger()
    .filter((entry) => entry.to === customer)
    .map((entry) => entry.text);
}

async function says(provider: ProviderName, channel: Channel, from: string, text: string): Promise<string> {
  const answer = await heed.sandbox.customerSays({ provider, channel, from, text });
  expect(answer.status).toBe(200);
  const { rows } = await heed.database.query('select id from inbox_entry order by seq desc limit 1');
  return String(rows[0].id);
}

/** Waits until everything that was stored has been handled and everything queued has been settled. */
async function settled(): Promise<void> {
  await eventually(async () => {
    const { rows } = await heed.database.query(
      `select (select count(*) from inbox_entry where state in ('received', 'dispatched'))
            + (select count(*) from domain_event where state in ('pending', 'dispatched'))
            + (select count(*) from message where status in ('queued', 'sending')) as open`,
    );
    expect(Number(rows[0].open)).toBe(0);
  });
}

describe.each(ROADS)('a message to %s by %s', (provider, channel, customer) => {
  it('is answered by a rule, from the number it was written to, and its delivery is recorded', async () => {
    const inboxId = await says(provider, channel, customer, 'What are your HOURS?');
    const reply = await eventually(async () => {
      const { rows } = await heed.database.query(
        `select reply.status, reply.text, reply.our_address, reply.provider_message_id, inbound.our_address as written_to
           from message inbound join message reply on reply.in_reply_to_id = inbound.id
          where inbound.inbox_id = $1`,
        [inboxId],
      );
      const expected =
        provider === 'connectly'
          ? 'read'
          : channel === 'sms' || provider === 'integify'
            ? 'delivered'
            : 'sent';
      expect(rows[0]?.status).toBe(expected);
      return rows[0];
    });
    expect(reply.text).toMatch(/^We are open 9-17, Monday to Saturday, .+\.$/);
    expect(shownTo(customer)).toEqual([reply.text]);
    expect(reply.provider_message_id).toEqual(expect.any(String));
    if (reply.written_to !== null) expect(reply.our_address).toBe(reply.written_to);
  });

  it('B2: goes silent at STOP, after exactly one confirmation or none by e-mail, until START', async () => {
    await says(provider, channel, customer, 'stop.');
    await settled();
    const confirmation = channel === 'email' ? [] : [expect.stringContaining("You're unsubscribed")];
    const told = 1 + confirmation.length;
    expect(shownTo(customer)).toEqual([expect.any(String), ...confirmation]);

    await says(provider, channel, customer, 'what are your hours?');
    await says(provider, channel, customer, 'STOP');
    await settled();
    expect(shownTo(customer)).toHaveLength(told);

    await nextSecond();
    await says(provider, channel, customer, 'Start');
    await settled();
    expect(shownTo(customer).slice(told)).toEqual([expect.stringContaining("You're resubscribed")]);

    await says(provider, channel, customer, 'what are your hours?');
    await settled();
    expect(shownTo(customer).slice(told + 1)).toEqual([expect.stringContaining('We are open')]);
  });
});

describe('an opt-out', () => {
  it('B9, D5: on one channel silences the same person on every provider and channel', async () => {
    const customer = '+15551239999';
    await says('contiguity', 'imessage', customer, 'UNSUBSCRIBE');
    await settled();
    await says('connectly', 'whatsapp', customer, 'hello');
    await says('contiguity', 'sms', customer, 'hello');
    await settled();
    expect(shownTo(customer)).toEqual([expect.stringContaining("You're unsubscribed")]);
  });

  it('D1: is in force when the webhook is answered, before any worker has seen it', async () => {
    const customer = '+15551238888';
    await says('contiguity', 'sms', customer, 'Stop');
    const { rows } = await heed.database.query(
      `select consent.state from consent join contact_address using (contact_id) where canonical = $1`,
      [customer],
    );
    expect(rows).toEqual([{ state: 'opted_out' }]);
    await settled();
  });
});

describe('an identity check', () => {
  it('thanks the customer whose session was linked to an address', async () => {
    const link = { address: '+15551237777', channel: 'sms' };
    expect((await heed.api('PUT', '/identity-sessions/ivs_123', link)).status).toBe(200);
    const body = {
      id: 'evt_identity_1',
      type: 'identity.verification_session.verified',
      timestamp: Math.floor(Date.now() / 1000),
      api_version: 'v2025.9.7',
      data: { id: 'ivs_123', verification_session: 'ivs_123', verification_report: 'ivr_1' },
    };
    expect((await heed.webhook('contiguity', JSON.stringify(body))).status).toBe(200);
    await settled();
    expect(shownTo('+15551237777')).toEqual(['Thank you, your identity is confirmed.']);
  });
});
