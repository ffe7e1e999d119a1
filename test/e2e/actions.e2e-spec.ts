import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { acceptedFor, says, settled } from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

/** Saves a rule over the API, as an administrator does. */
async function saveRule(word: string, then: readonly object[], more: object = {}): Promise<void> {
  const rule = {
    name: `On ${word}`,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: word },
    then,
    ...more,
  };
  const { status, body } = await heed.api('POST', '/rules', rule);
  if (status !== 201) throw new Error(JSON.stringify(body));
}

async function told(customer: string, text: string, channel: 'sms' | 'whatsapp' = 'sms'): Promise<void> {
  await says(heed, 'contiguity', channel, customer, text);
  await settled(heed);
}

function textsTo(customer: string): string[] {
  return acceptedFor(heed, customer).map(({ text }) => text);
}

async function contactOf(customer: string): Promise<Record<string, unknown> & { id: string }> {
  const { body } = await heed.api<{ items: (Record<string, unknown> & { id: string })[] }>(
    'GET',
    `/contacts?q=${encodeURIComponent(customer)}`,
  );
  const [contact] = body.items;
  if (contact === undefined) throw new Error(`There is no contact ${customer}.`);
  return contact;
}

async function conversationOf(customer: string): Promise<Record<string, unknown> & { id: string }> {
  const { id } = await contactOf(customer);
  const { body } = await heed.api<{ items: (Record<string, unknown> & { id: string })[] }>(
    'GET',
    `/conversations?contactId=${id}`,
  );
  const [conversation] = body.items;
  if (conversation === undefined) throw new Error('There is no conversation.');
  return conversation;
}

describe('the action', () => {
  it('reply speaks the contact’s language, else that of the message, else the default', async () => {
    await saveRule('salut', [{ reply: { text: 'Hello', languages: { fr: 'Bonjour', wo: 'Nanga def' } } }]);
    const customer = '+15552010001';
    await told(customer, 'salut');
    await told(customer, 'salut, à quelle heure est-ce que vous ouvrez demain matin ?');
    const { id } = await contactOf(customer);
    await heed.api('PATCH', `/contacts/${id}`, { attributes: { language: 'wo' } });
    await told(customer, 'salut');
    expect(textsTo(customer)).toEqual(['Hello', 'Bonjour', 'Nanga def']);
  });

  it('reply sends its files with the message', async () => {
    await saveRule('menu', [
      {
        reply: { text: 'Our menu', media: [{ url: 'https://example.com/menu.jpg', mimeType: 'image/jpeg' }] },
      },
    ]);
    const customer = '+15552010002';
    await told(customer, 'menu');
    expect(acceptedFor(heed, customer)).toMatchObject([
      { text: 'Our menu', body: { attachments: ['https://example.com/menu.jpg'] } },
    ]);
    await says(heed, 'integify', 'sms', '+2207650002', 'menu');
    await settled(heed);
    expect(textsTo('+2207650002')).toEqual(['Our menu']);
  });

  it('tag, untag and attribute change the contact', async () => {
    await saveRule('city', [
      { tag: 'asked' },
      { untag: 'new' },
      { attribute: { name: 'city', value: '{{ message.text }}' } },
      { attribute: { name: 'old', value: null } },
    ]);
    const customer = '+15552010003';
    await told(customer, 'hello');
    const { id } = await contactOf(customer);
    await heed.api('PATCH', `/contacts/${id}`, { tags: ['new'], attributes: { old: true, kept: 1 } });
    await told(customer, 'city of Banjul');
    expect(await contactOf(customer)).toMatchObject({
      tags: ['asked'],
      attributes: { kept: 1, city: 'city of Banjul' },
    });
  });

  it('pause keeps automatic replies away, but not the one that came with it', async () => {
    await saveRule('wait', [{ reply: { text: 'Until tomorrow.' } }, { pause: { for: 'PT8H' } }]);
    const customer = '+15552010004';
    await told(customer, 'wait');
    await told(customer, 'wait');
    expect(textsTo(customer)).toEqual(['Until tomorrow.']);
    const { id, pauseReason } = await conversationOf(customer);
    expect(pauseReason).toBe('Paused by a rule');
    expect((await heed.api('POST', `/conversations/${id}/resume`)).status).toBe(200);
    await told(customer, 'wait');
    expect(textsTo(customer)).toEqual(['Until tomorrow.', 'Until tomorrow.']);
  });

  it('handOver gives the conversation to a person without end, tells the customer, and raises its event', async () => {
    await saveRule('person', [
      { reply: { text: 'A colleague will write to you.' } },
      { handOver: { reason: 'Asked for a person' } },
    ]);
    await heed.api('POST', '/rules', {
      name: 'Handed over',
      trigger: { event: 'conversation.handed_over' },
      when: { fact: 'handover.reason', op: 'equals', value: 'Asked for a person' },
      then: [{ tag: 'waiting-for-person' }],
    });
    const customer = '+15552010005';
    await told(customer, 'person please');
    await told(customer, 'person');
    expect(textsTo(customer)).toEqual(['A colleague will write to you.']);
    expect(await conversationOf(customer)).toMatchObject({ pauseReason: 'Asked for a person' });
    const { rows } = await heed.database.query(
      `select name, payload from domain_event
        where name = 'conversation.handed_over' and contact_id = $1`,
      [(await contactOf(customer)).id],
    );
    expect(rows).toEqual([{ name: 'conversation.handed_over', payload: { reason: 'Asked for a person' } }]);
  });

  it('send reaches the customer by another connection, in their conversation there', async () => {
    await saveRule('both', [
      { reply: { text: 'Here.' } },
      { send: { channel: 'sms', connection: 'integify/default', text: 'And here: {{ message.text }}' } },
    ]);
    const customer = '+2207650006';
    await told(customer, 'both', 'whatsapp');
    const texts = new Map(acceptedFor(heed, customer).map(({ provider, text }) => [provider, text]));
    expect(texts).toEqual(
      new Map([
        ['contiguity', 'Here.'],
        ['integify', 'And here: both'],
      ]),
    );
  });

  it('send says why it sent nothing to a contact without such an address', async () => {
    await saveRule('mail', [{ send: { channel: 'email', text: 'Hello' } }]);
    const customer = '+15552010007';
    await told(customer, 'mail');
    expect(textsTo(customer)).toEqual([]);
    const { rows } = await heed.database.query(
      `select verdict, sentence from decision where contact_id = $1`,
      [(await contactOf(customer)).id],
    );
    expect(rows).toEqual([
      {
        verdict: 'no_action',
        sentence: 'No reply: rule "On mail" matched. Nothing is sent: the contact has no e-mail address.',
      },
    ]);
  });

  it('startFlow is refused while there is no such flow', async () => {
    const { status, body } = await heed.api('POST', '/rules', {
      name: 'Flow',
      trigger: { event: 'message.received' },
      when: { all: [] },
      then: [{ startFlow: 'Booking' }],
    });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: {
        errors: [
          {
            pointer: '/then/0/startFlow',
            detail: 'There is no flow "Booking". Store it first: POST /api/v1/flows.',
          },
        ],
      },
    });
  });

  it('each is shown by the simulator, which does nothing', async () => {
    await saveRule('dry', [
      { tag: 'dry' },
      { pause: { for: 'PT1H' } },
      { webhook: { url: 'https://example.com/' } },
    ]);
    const { body } = await heed.api('POST', '/simulate', {
      channel: 'sms',
      from: '+15552010009',
      text: 'dry',
    });
    expect(body).toMatchObject({
      effects: [{ kind: 'tag', tag: 'dry' }, { kind: 'pause', forMs: 3_600_000 }, { kind: 'webhook' }],
    });
    const { rows } = await heed.database.query(`select count(*)::int as calls from webhook_call`);
    expect(rows).toEqual([{ calls: 0 }]);
  });
});
