import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { acceptedFor, addRule, answering, says, settled } from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  await addRule(heed, answering('pong'));
});

afterAll(async () => {
  await heed.close();
});

/** Connectly reports that a message failed because its recipient had opted out there. */
function optedOutStatus(customer: string, providerMessageId: string): string {
  return JSON.stringify({
    topic: 'delivery_status',
    timestamp: String(Math.floor(Date.now() / 1000)),
    sender: { id: '+15550100200', channelType: 'whatsapp' },
    recipient: { id: customer, channelType: 'whatsapp' },
    statusUpdate: {
      id: providerMessageId,
      status: 'delivery_failed',
      error: { message: 'Customer opted out', code: 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT' },
    },
  });
}

async function stateOf(customer: string): Promise<string> {
  const { body } = await heed.api<{ state: string }>('GET', `/consent/${encodeURIComponent(customer)}`);
  return body.state;
}

async function entriesOf(customer: string): Promise<number> {
  const path = `/consent/${encodeURIComponent(customer)}/ledger`;
  const { body } = await heed.api<{ items: unknown[] }>('GET', path);
  return body.items.length;
}

describe('an opt-out that only the provider knew', () => {
  it('B10, D5, I16: is learnt from a status of our message, and a replay of that status learns nothing twice', async () => {
    const customer = '+15551260001';
    await says(heed, 'connectly', 'whatsapp', customer, 'ping');
    await settled(heed);
    const [sent] = acceptedFor(heed, customer);
    const { eventId } = await heed.webhook(
      'connectly',
      optedOutStatus(customer, sent?.providerMessageId ?? ''),
    );
    await settled(heed);
    expect([await stateOf(customer), await entriesOf(customer)]).toEqual(['opted_out', 1]);

    expect((await heed.api('POST', `/events/${eventId}/replay`)).status).toBe(202);
    await settled(heed);
    const { body } = await heed.api('GET', `/events/${eventId}`);
    expect(body).toMatchObject({ state: 'processed', attempts: 0 });
    expect(await entriesOf(customer)).toBe(1);
  });

  it('B10, D5, I16: is learnt from a status of a message that we do not know, and the customer gets nothing more', async () => {
    const customer = '+15551260002';
    await heed.webhook('connectly', optedOutStatus(customer, '01FRRWMSAMKNFZAMBPQ65CA7DE'));
    await settled(heed);
    expect(await stateOf(customer)).toBe('opted_out');

    await says(heed, 'connectly', 'whatsapp', customer, 'ping');
    await settled(heed);
    expect(acceptedFor(heed, customer)).toEqual([]);
  });
});
