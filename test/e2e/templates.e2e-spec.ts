import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  acceptedFor,
  addRule,
  fillBuckets,
  holdBack,
  letGo,
  newCustomer,
  says,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';

let heed: TestHeed;

const TEMPLATE = { name: 'order_update', language: 'en', parameters: { body_1: 'A-17', body_2: 'tomorrow' } };
const RENDERED = 'Your order A-17 arrives tomorrow.';

beforeAll(async () => {
  heed = await startHeed();
  await addRule(heed, {
    name: 'Orders',
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: 'order' },
    then: [
      {
        reply: {
          text: 'Your order is on its way.',
          template: { ...TEMPLATE, parameters: { body_1: '{{ message.text }}', body_2: 'tomorrow' } },
        },
      },
    ],
  });
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
});

const send = (to: string, message: object) =>
  heed.api<{ id: string }>('POST', '/messages', {
    to,
    channel: 'whatsapp',
    connection: 'connectly/default',
    ...message,
  });

const view = async (id: string) => (await heed.api('GET', `/messages/${id}`)).body;

describe('a template message', () => {
  it('reaches a customer who never wrote, and shows as what it was sent', async () => {
    const customer = newCustomer('connectly');
    const { status, body } = await send(customer, { text: 'Where are you?', template: TEMPLATE });
    expect(status).toBe(202);
    await storyWith(heed, customer, 'read');
    expect(acceptedFor(heed, customer)).toMatchObject([
      { text: RENDERED, reference: body.id, body: { templateName: 'order_update', number: customer } },
    ]);
    expect(await view(body.id)).toMatchObject({
      text: 'Where are you?',
      template: TEMPLATE,
      sentAs: 'template',
      statusHistory: expect.arrayContaining([
        expect.objectContaining({ cause: 'Permit granted, attempt 1, as its template.' }),
      ]),
    });
  });

  it('stays at home while the customer can be answered in words', async () => {
    const customer = newCustomer('connectly');
    await says(heed, 'connectly', 'whatsapp', customer, 'hello');
    await settled(heed);
    const { body } = await send(customer, { text: 'Where are you?', template: TEMPLATE });
    await storyWith(heed, customer, 'read');
    expect(acceptedFor(heed, customer).map(({ text }) => text)).toEqual(['Where are you?']);
    expect(await view(body.id)).toMatchObject({ sentAs: 'text', template: TEMPLATE });
  });

  it('goes out at any time when there is no text', async () => {
    const customer = newCustomer('connectly');
    await says(heed, 'connectly', 'whatsapp', customer, 'hello');
    await settled(heed);
    await send(customer, { template: { name: 'we_are_open', language: 'en', parameters: {} } });
    await storyWith(heed, customer, 'read');
    expect(acceptedFor(heed, customer).map(({ text }) => text)).toEqual(['We are open again.']);
  });

  it('stands in for a text that the provider refuses as too late', async () => {
    const customer = newCustomer('connectly');
    await says(heed, 'connectly', 'whatsapp', customer, 'hello');
    await settled(heed);
    heed.sandbox.closeWindow(customer);
    const { body } = await send(customer, { text: 'Where are you?', template: TEMPLATE });
    const { attempts } = await storyWith(heed, customer, 'read');
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['window_closed', 'accepted']);
    expect(acceptedFor(heed, customer).map(({ text }) => text)).toEqual([RENDERED]);
    expect(await view(body.id)).toMatchObject({ sentAs: 'template' });
  });

  it.each([
    ['is not there', { ...TEMPLATE, name: 'nothing' }, 'MESSAGE_TEMPLATE_NOT_FOUND'],
    ['is not there in the language', { ...TEMPLATE, language: 'de' }, 'MESSAGE_TEMPLATE_NOT_FOUND'],
    ['was deleted', { name: 'old_offer', language: 'en', parameters: {} }, 'MESSAGE_TEMPLATE_DELETED'],
    ['lacks a parameter', { ...TEMPLATE, parameters: { body_1: 'A-17' } }, 'MESSAGE_TEMPLATE_INPUT_INVALID'],
  ])('that %s has failed, and is not tried again', async (_name, template, code) => {
    const customer = newCustomer('connectly');
    const { body } = await send(customer, { template });
    const story = await storyWith(heed, customer, 'failed');
    expect(story).toMatchObject({ attempt: 1, failureKind: 'rejected' });
    expect(await view(body.id)).toMatchObject({
      attempts: [{ code: `ERROR_CODE_${code}`, httpStatus: 400 }],
    });
    expect(acceptedFor(heed, customer)).toEqual([]);
  });

  it('is refused before it is queued where nobody can send it, or it says nothing', async () => {
    const customer = newCustomer('contiguity');
    const byText = {
      to: customer,
      channel: 'sms',
      connection: 'contiguity/default',
      text: 'Hello',
      template: TEMPLATE,
    };
    const refused = [
      await heed.api('POST', '/messages', byText),
      await send(customer, {}),
      await send(customer, { template: { ...TEMPLATE, parameters: { body_1: '' } } }),
      await send(customer, { template: { ...TEMPLATE, language: 'English, please' } }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    const pointers = refused.map(({ body }) => Object(body)['errors'][0].pointer);
    expect(pointers).toEqual(['/template', '/text', '/template/parameters', '/template/language']);
    expect(await storiesOf(heed, customer)).toEqual([]);
  });

  it('does not get past an opt-out', async () => {
    const customer = newCustomer('connectly');
    await says(heed, 'connectly', 'whatsapp', customer, 'STOP');
    expect((await send(customer, { template: TEMPLATE })).status).toBe(409);
  });
});

describe('an answer that is late', () => {
  /** Queues the answer to a message, and lets it go when the customer's window has been closed for an hour. */
  async function answerLate(customer: string, text: string): Promise<void> {
    await holdBack(heed, 'connectly');
    await says(heed, 'connectly', 'whatsapp', customer, text);
    await storyWith(heed, customer, 'queued');
    await heed.database.query(
      `update conversation set last_inbound_at = now() - interval '25 hours' where their_address = $1`,
      [customer],
    );
    await letGo(heed, 'connectly');
  }

  it('goes out as the template of its rule, filled in', async () => {
    const customer = newCustomer('connectly');
    await answerLate(customer, 'my order A-18');
    await storyWith(heed, customer, 'read');
    expect(acceptedFor(heed, customer).map(({ text }) => text)).toEqual([
      'Your order my order A-18 arrives tomorrow.',
    ]);
  });

  it('is suppressed without one, and never sent blindly', async () => {
    await addRule(heed, {
      name: 'Hours',
      trigger: { event: 'message.received' },
      when: { fact: 'message.text', op: 'word', value: 'hours' },
      then: [{ reply: { text: 'We are open 9-17.' } }],
    });
    const customer = newCustomer('connectly');
    await answerLate(customer, 'hours?');
    const { reason, attempt } = await storyWith(heed, customer, 'suppressed');
    expect(reason).toContain('has not written in the last 24 hours');
    expect([attempt, acceptedFor(heed, customer)]).toEqual([0, []]);
  });
});
