import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { mailFrom as arrives, newMailbox, type Mail } from '../support/mail.js';
import { acceptedFor, addRule, answering, fillBuckets, storiesOf } from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  await addRule(heed, answering('Thank you for your e-mail.'));
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

const newCustomer = newMailbox;

async function mailFrom(customer: string, mail: Mail): Promise<string> {
  return arrives(heed, customer, mail);
}

describe('an e-mail that a machine wrote', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a vacation notice', { 'Auto-Submitted': 'auto-replied' }],
    ['a generated one', { 'auto-submitted': 'auto-generated; owner=x' }],
    ['bulk mail', { Precedence: 'bulk' }],
    ['a mailing list', { 'List-Id': '<news.mail.example>' }],
    ['a bounce', { 'return-path': [{ address: '', name: '' }] }],
  ])('%s gets no answer', async (_name, headers) => {
    const customer = newCustomer();
    expect(await mailFrom(customer, { headers })).toBe('loop_suspected');
    expect(await storiesOf(heed, customer)).toEqual([]);
  });

  it('B13: opts nobody out and nobody in, whatever words it holds', async () => {
    const customer = newCustomer();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    await mailFrom(customer, { text: 'STOP', subject: 'Unsubscribe', headers });
    const { rows } = await heed.database.query(
      'select state from consent join contact_address using (contact_id) where canonical = $1',
      [customer],
    );
    expect(rows).toEqual([{ state: 'subscribed' }]);
    expect(acceptedFor(heed, customer)).toEqual([]);
  });
});

describe('the answer to an e-mail that a person wrote', () => {
  it('joins its thread, and says that a machine wrote it', async () => {
    const customer = newCustomer();
    const headers = { 'Message-ID': '<one@mail.example>', 'Auto-Submitted': 'no' };
    expect(await mailFrom(customer, { subject: 'Opening hours', headers })).toBe('replied');
    expect(acceptedFor(heed, customer)).toMatchObject([
      {
        channel: 'email',
        from: 'shop@acme.example',
        subject: 'Re: Opening hours',
        text: 'Thank you for your e-mail.',
        body: {
          headers: {
            'Auto-Submitted': 'auto-replied',
            'In-Reply-To': '<one@mail.example>',
            References: '<one@mail.example>',
          },
        },
      },
    ]);
  });

  it('adds no second Re:, and names no message when none is known', async () => {
    const customer = newCustomer();
    await mailFrom(customer, { subject: 'RE: Opening hours' });
    const [answer] = acceptedFor(heed, customer);
    expect(answer?.subject).toBe('RE: Opening hours');
    expect(answer?.body['headers']).toEqual({ 'Auto-Submitted': 'auto-replied' });
  });

  it('lets no header be smuggled in by the subject or the id of the other', async () => {
    const customer = newCustomer();
    await mailFrom(customer, {
      subject: 'Hi\r\nBcc: everybody@mail.example',
      headers: { 'Message-ID': '<a@b>\r\nBcc: everybody@mail.example' },
    });
    const [answer] = acceptedFor(heed, customer);
    expect(answer?.subject).toBe('Re: Hi Bcc: everybody@mail.example');
    expect(answer?.body['headers']).toEqual({ 'Auto-Submitted': 'auto-replied' });
  });

  it('B2: to STOP is none, and none to what follows', async () => {
    const customer = newCustomer();
    expect(await mailFrom(customer, { text: 'unsubscribe', subject: 'News' })).toBe('opt_out_recorded');
    expect(await mailFrom(customer, { text: 'hello?' })).toBe('suppressed');
    expect(acceptedFor(heed, customer)).toEqual([]);
  });
});

describe('an e-mail that opts out', () => {
  it.each<[string, Mail]>([
    ['in its subject', { subject: 'Unsubscribe', text: 'Thanks, Ada' }],
    ['in the subject of an answer', { subject: 'Re: unsubscribe', text: '' }],
    [
      'above the quotation',
      { text: 'stop\n\nOn Fri, Apr 10, 2026 at 12:00 Acme <shop@acme.example>\nwrote:\n> News' },
    ],
    ['above the signature', { text: 'Unsubscribe\n\n-- \nAda Lovelace\nExample Ltd' }],
  ])('%s is heeded', async (_name, mail) => {
    const customer = newCustomer();
    expect(await mailFrom(customer, mail)).toBe('opt_out_recorded');
    expect(await mailFrom(customer, { text: 'hello?' })).toBe('suppressed');
  });

  it('in the quotation only is an ordinary one', async () => {
    const customer = newCustomer();
    const text = 'When do you open?\n\nOn Fri, Apr 10, 2026 at 12:00 Acme <shop@acme.example> wrote:\n> STOP';
    expect(await mailFrom(customer, { subject: 'Re: News', text })).toBe('replied');
  });

  it('is simulated as it would be heeded', async () => {
    const mail = { channel: 'email', from: newCustomer(), to: 'shop@acme.example', text: 'Thanks, Ada' };
    const verdicts = [];
    for (const subject of ['Unsubscribe', 'Re: Opening hours'])
      verdicts.push((await heed.api('POST', '/simulate', { ...mail, subject })).body['verdict']);
    expect(verdicts).toEqual(['opt_out_recorded', 'replied']);
  });

  it('has its words of the subject in the ledger', async () => {
    const customer = newCustomer();
    await mailFrom(customer, { subject: 'Fwd: Unsubscribe', text: 'Thanks, Ada' });
    const { rows } = await heed.database.query('select text, action from consent_event where address = $1', [
      customer,
    ]);
    expect(rows).toEqual([{ text: 'Unsubscribe', action: 'revoke' }]);
  });
});
