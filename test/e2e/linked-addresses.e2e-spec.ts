import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { mailFrom, newMailbox } from '../support/mail.js';
import { nextSecond } from '../support/next-second.js';
import {
  acceptedFor,
  addRule,
  answering,
  fillBuckets,
  newCustomer,
  says,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  await addRule(heed, answering('Thank you.'));
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

const encoded = encodeURIComponent;
const consentOf = async (address: string) => (await heed.api('GET', `/consent/${encoded(address)}`)).body;
const contactOf = async (address: string) => String((await consentOf(address))['contactId']);
const link = (id: string, address: string, reason = 'Gave us both.') =>
  heed.api<{ id: string }>('POST', `/contacts/${id}/addresses`, { address, reason });

/** A person who has written by phone and by e-mail, and is known to be one. */
async function onePerson(): Promise<{ phone: string; mail: string; id: string }> {
  const [phone, mail] = [newCustomer('contiguity'), newMailbox()];
  await says(heed, 'contiguity', 'sms', phone, 'hello');
  await mailFrom(heed, mail, { text: 'hello' });
  await settled(heed);
  const id = await contactOf(phone);
  expect((await link(id, mail)).status).toBe(200);
  return { phone, mail, id };
}

describe('two addresses of one person', () => {
  it('are shown as one contact, under either id', async () => {
    const [phone, mail] = [newCustomer('contiguity'), newMailbox()];
    await says(heed, 'contiguity', 'sms', phone, 'hello');
    await mailFrom(heed, mail, { text: 'hello' });
    // The two readings below are compared whole, so no status may change between them any more. E-mail gets none.
    await storyWith(heed, phone, 'delivered');
    await settled(heed);
    const [id, other] = [await contactOf(phone), await contactOf(mail)];
    const { body } = await link(id, mail.toUpperCase());
    expect(body).toMatchObject({
      id,
      addresses: [{ kind: 'phone', value: phone }, { kind: 'email' }],
      joined: [{ id: other, reason: 'Gave us both.' }],
      conversations: expect.arrayContaining([
        expect.objectContaining({ channel: 'sms' }),
        expect.objectContaining({ channel: 'email' }),
      ]),
    });
    expect((await heed.api('GET', `/contacts/${other}`)).body).toEqual(body);
    const { body: list } = await heed.api<{ items: { id: string }[] }>('GET', '/contacts?limit=200');
    expect(list.items.map((item) => item.id)).not.toContain(other);
  });

  it('B9: are both silent after STOP by phone', async () => {
    const { phone, mail } = await onePerson();
    await says(heed, 'contiguity', 'sms', phone, 'STOP');
    expect(await mailFrom(heed, mail, { text: 'are you there?' })).toBe('suppressed');
    await settled(heed);
    expect(acceptedFor(heed, mail)).toHaveLength(1);
    expect((await consentOf(mail))['state']).toBe('opted_out');
    const byHand = {
      to: mail,
      channel: 'email',
      text: 'Hello',
      subject: 'Hello',
      connection: 'contiguity/default',
    };
    expect((await heed.api('POST', '/messages', byHand)).status).toBe(409);
  });

  it('B9: are both silent after STOP by e-mail, and START by either lifts it', async () => {
    const { phone, mail } = await onePerson();
    expect(await mailFrom(heed, mail, { text: 'unsubscribe' })).toBe('opt_out_recorded');
    await says(heed, 'contiguity', 'sms', phone, 'are you there?');
    await settled(heed);
    expect(acceptedFor(heed, phone)).toHaveLength(1);
    await nextSecond(); // Words of one second tie, and a tie goes to the revocation.
    await heed.api('POST', `/consent/${encoded(phone)}`, { action: 'opt_in', reason: 'asked for it' });
    expect((await consentOf(mail))['state']).toBe('subscribed');
  });

  it('have one dossier, which holds what each of them ever said', async () => {
    const [phone, mail] = [newCustomer('contiguity'), newMailbox()];
    await says(heed, 'contiguity', 'sms', phone, 'STOP');
    await mailFrom(heed, mail, { text: 'unsubscribe' });
    await settled(heed);
    const id = await contactOf(phone);
    await link(id, mail);
    for (const address of [phone, mail]) {
      const { body } = await heed.api<{ entries: { address: string; source: string }[] }>(
        'GET',
        `/consent/${encoded(address)}/dossier`,
      );
      expect(body.entries.map((entry) => [entry.source, entry.address])).toEqual([
        ['link', mail],
        ['message', mail],
        ['message', phone],
      ]);
    }
    const { body: report } = await heed.api('GET', '/consent/verify');
    expect(report).toMatchObject({ isIntact: true });
  });

  it('answer each at its own address, on a channel that both have', async () => {
    const [one, other] = [newCustomer('contiguity'), newCustomer('contiguity')];
    await says(heed, 'contiguity', 'sms', one, 'hello');
    await says(heed, 'contiguity', 'sms', other, 'hello');
    await settled(heed);
    await link(await contactOf(one), other);
    await says(heed, 'contiguity', 'sms', other, 'hello again');
    await settled(heed);
    expect([acceptedFor(heed, one).length, acceptedFor(heed, other).length]).toEqual([1, 2]);
    const byHand = { to: one, channel: 'sms', text: 'Only you', connection: 'contiguity/default' };
    expect((await heed.api('POST', '/messages', byHand)).status).toBe(202);
    await settled(heed);
    expect(acceptedFor(heed, one).map(({ text }) => text)).toEqual(['Thank you.', 'Only you']);
  });

  it('are handled as one while messages come in from both, and nothing is lost', async () => {
    const [phone, mail] = [newCustomer('contiguity'), newMailbox()];
    await says(heed, 'contiguity', 'sms', phone, 'hello 0');
    await settled(heed);
    const id = await contactOf(phone);
    const writing = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0
        ? says(heed, 'contiguity', 'sms', phone, `hello ${index + 1}`)
        : mailFrom(heed, mail, { text: `hello ${index + 1}` }),
    );
    const linking = Array.from({ length: 3 }, () => link(id, mail));
    const results = await Promise.all(linking);
    await Promise.all(writing);
    await settled(heed);
    expect(results.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { rows } = await heed.database.query(
      `select count(*)::int as messages, count(distinct contact_id)::int as contacts from message
        where direction = 'inbound' and contact_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ messages: 13, contacts: 1 }]);
    expect([await contactOf(phone), await contactOf(mail)]).toEqual([id, id]);
    const { rows: left } = await heed.database.query(
      `select 1 from message where contact_id not in (select id from contact)`,
    );
    expect(left).toEqual([]);
  });
});

describe('an address that is unlinked', () => {
  it('is a contact of its own again, and keeps the opt-out', async () => {
    const { phone, mail, id } = await onePerson();
    await says(heed, 'contiguity', 'sms', phone, 'STOP');
    const { status, body } = await heed.api(
      'DELETE',
      `/contacts/${id}/addresses/${encoded(mail)}?reason=Another%20Ada.`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ addresses: [{ value: mail }], consent: 'opted_out' });
    expect(body['id']).not.toBe(id);
    expect(await mailFrom(heed, mail, { text: 'hello?' })).toBe('suppressed');
    expect((await consentOf(mail))['lastEntry']).toMatchObject({ source: 'link', reason: 'Another Ada.' });
    expect((await storiesOf(heed, mail)).length).toBe(1);
  });

  it('has to be one of several', async () => {
    const { phone, mail, id } = await onePerson();
    const path = (address: string) => `/contacts/${id}/addresses/${encoded(address)}`;
    expect((await heed.api('DELETE', path('nobody@mail.example'))).status).toBe(404);
    expect((await heed.api('DELETE', path(mail))).status).toBe(200);
    const last = await heed.api('DELETE', path(phone));
    expect([last.status, last.body['detail']]).toEqual([409, expect.stringContaining('only address')]);
  });
});

describe('linking that cannot be', () => {
  it('says why', async () => {
    const nobody = '0199c8f2-1234-7890-8abc-012345678901';
    expect((await link(nobody, newMailbox())).status).toBe(404);
    const { id } = await onePerson();
    expect((await link(id, '   ')).status).toBe(422);
    expect((await link(id, newMailbox(), 'x')).status).toBe(422);
  });

  it('does not bring an erased person’s name back, and keeps their opt-out', async () => {
    const { phone, mail, id } = await onePerson();
    await says(heed, 'contiguity', 'sms', phone, 'STOP');
    await settled(heed);
    expect((await heed.api('POST', `/contacts/${id}/erase`, { reason: 'asked for it' })).status).toBe(200);
    expect((await link(id, newMailbox())).status).toBe(409);
    const other = newCustomer('contiguity');
    await says(heed, 'contiguity', 'sms', other, 'hello');
    await settled(heed);
    expect((await link(await contactOf(other), mail)).status).toBe(200);
    expect((await consentOf(other))['state']).toBe('opted_out');
    expect((await heed.api('GET', '/consent/verify')).body).toMatchObject({ isIntact: true });
  });
});
