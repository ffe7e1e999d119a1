import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Address } from '../../messaging/address.js';
import type { InboundMessage } from '../../messaging/inbound-message.js';
import type { ParsedWebhook } from '../../messaging/provider-event.js';
import { parseWebhook } from './connectly.parser.js';

const REFERENCE = '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d';
const customer = phone('+16315555500');
const ours = phone('+16044441234');
const named = { channel: 'whatsapp', from: customer, to: ours, senderName: 'Customer Name' } as const;
const statusParties = { from: phone('+16044441111'), to: phone('+16044551234') };

function phone(number: string): Address {
  return { kind: 'phone', value: number, canonical: number };
}

function fixture(name: string): Buffer {
  return readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
}

function parseJson(body: unknown): ParsedWebhook {
  return parseWebhook(Buffer.from(JSON.stringify(body)), {});
}

function messageIn(name: string): InboundMessage {
  const parsed = parseWebhook(fixture(name), {});
  if (!parsed.readable || parsed.event.kind !== 'message') throw new Error(`${name} holds no message`);
  return parsed.event.message;
}

describe('reading Connectly messages', () => {
  it('reads the documented text, and keeps our bare id as it was written', () => {
    expect(parseWebhook(fixture('message-text'), {})).toEqual({
      readable: true,
      type: 'messages',
      idempotencyKey: expect.stringMatching(/^messages:sha256:[0-9a-f]{64}$/),
      occurredAt: new Date('2021-12-09T20:53:26Z'),
      event: {
        kind: 'message',
        message: {
          channel: 'whatsapp',
          from: customer,
          to: { kind: 'phone', value: '123456123', canonical: '+123456123' },
          text: 'TEST 11',
          attachments: [],
        },
      },
    });
  });

  it('reads a text with empty places for files and location', () => {
    expect(messageIn('message-text-empty-places')).toEqual({ ...named, text: 'TEST 11', attachments: [] });
  });

  it('reads the id that live traffic carries, and keys the event by it', () => {
    const providerMessageId = '01FPHQ7JY8ZQ6X0V2M3N4P5R6S';
    expect(messageIn('message-with-id')).toEqual({
      ...named,
      providerMessageId,
      text: 'STOP',
      attachments: [],
    });
    expect(parseWebhook(fixture('message-with-id'), {})).toMatchObject({
      idempotencyKey: `messages:${providerMessageId}`,
    });
  });

  it('reads a file without a text', () => {
    expect(messageIn('message-attachment')).toEqual({
      ...named,
      text: '',
      attachments: [{ url: 'https://cdn.dev.connectly.ai/asd/asdasdasdasd' }],
    });
  });

  it('reads a location inside the message and beside it', () => {
    const location = { latitude: 13.4549, longitude: -16.579 };
    expect(messageIn('message-location')).toEqual({
      ...named,
      text: '',
      attachments: [],
      location: { ...location, name: 'Banjul' },
    });
    expect(messageIn('message-location-beside')).toEqual({ ...named, text: '', attachments: [], location });
  });

  it('reads what the referral says and leaves out what it leaves empty', () => {
    expect(messageIn('message-referral')).toEqual({
      ...named,
      text: 'Hello!',
      attachments: [],
      referral: {
        ctwaClid: 'ARAkLkA8nM',
        sourceUrl: 'https://fb.me/2aBcD3eFg',
        sourceId: '120210000000000000',
        sourceType: 'ad',
        headline: 'AD_TITLE',
        body: 'AD_DESCRIPTION',
        mediaType: 'image',
        imageUrl: 'https://cdn.example.com/image.jpg',
      },
    });
  });

  it('reads a button of the oldest documentation as a text', () => {
    expect(messageIn('button-flag')).toMatchObject({ text: 'TEST 11', attachments: [] });
  });

  it('reads a button with its payload, and the message it answers as a ULID', () => {
    expect(messageIn('button-payload')).toEqual({
      ...named,
      text: 'TEST 11',
      attachments: [],
      buttonId: '1',
      replyToId: '01HNHF499423XFGNR93AWSR568',
    });
  });

  it('takes the id beside a button for the message’s where it has the form of one', () => {
    const providerMessageId = '01FPHQAEGMZQ6X0V2M3N4P5R6S';
    expect(messageIn('button-with-id')).toEqual({
      ...named,
      providerMessageId,
      text: 'Yes',
      attachments: [],
    });
    expect(parseWebhook(fixture('button-with-id'), {})).toMatchObject({
      idempotencyKey: `messages:${providerMessageId}`,
    });
  });

  it('takes the id of a list row for the choice, never for the message', () => {
    expect(messageIn('list-answer')).toEqual({
      ...named,
      text: 'Opening hours',
      attachments: [],
      buttonId: 'row-hours',
    });
  });

  it('knows a customer without a number by the business-scoped id, and by the number once it is told', () => {
    const bsuid = 'US.13491208655302741918';
    expect(messageIn('message-bsuid').from).toEqual({ kind: 'opaque', value: bsuid, canonical: bsuid });
    expect(messageIn('message-bsuid-with-number').from).toEqual(customer);
  });

  it('drops a link that is no web link', () => {
    const message = {
      attachments: [{ url: 'javascript:alert(1)' }, { url: 'HTTPS://cdn.example.com/a', filename: 'a.pdf' }],
    };
    expect(parseJson({ sender: { id: '+16315555500' }, message })).toMatchObject({
      event: { message: { attachments: [{ url: 'HTTPS://cdn.example.com/a', filename: 'a.pdf' }] } },
    });
  });

  it('keeps a message whose content it cannot read as unknown', () => {
    expect(parseWebhook(fixture('message-unreadable-content'), {})).toMatchObject({
      readable: true,
      event: { kind: 'unknown', why: 'The message holds no text, file or location that can be read.' },
    });
  });

  it('keeps a message of another channel as unknown', () => {
    const body = { sender: { id: '+16315555500', channelType: 'instagram' }, message: { text: 'hi' } };
    expect(parseJson(body)).toMatchObject({ event: { kind: 'unknown' } });
  });

  it('sets a message without a sender aside', () => {
    expect(parseJson({ message: { text: 'hi' } })).toEqual({
      readable: false,
      why: 'The message does not say who sent it.',
    });
  });
});

describe('an echo of our own message', () => {
  it.each([['+16044441234'], ['+1 (604) 444-1234'], ['16044441234']])(
    'is known by our number written as %s',
    (own) => {
      const parsed = parseWebhook(fixture('echo'), { ownAddresses: ['+16044440000', own] });
      expect(parsed).toMatchObject({ readable: true, event: { kind: 'echo' } });
    },
  );

  it('is not seen in a message of a customer', () => {
    const parsed = parseWebhook(fixture('message-with-id'), { ownAddresses: ['+16044441234', ''] });
    expect(parsed).toMatchObject({ event: { kind: 'message' } });
  });
});

describe('reading Connectly delivery statuses', () => {
  it.each([['sent'], ['read']] as const)('reads %s with our own reference', (status) => {
    expect(parseWebhook(fixture(`status-${status}`), {})).toEqual({
      readable: true,
      type: 'delivery_status',
      idempotencyKey: `delivery_status:01FRRWW2ZAHD9GJ1SWY4VF2GBD:${status}`,
      occurredAt: new Date('2022-01-06T23:51:38Z'),
      event: {
        kind: 'delivery',
        update: {
          providerMessageId: '01FRRWW2ZAHD9GJ1SWY4VF2GBD',
          reference: REFERENCE,
          status,
          ...statusParties,
        },
      },
    });
  });

  it('reads delivered', () => {
    expect(parseWebhook(fixture('status-delivered'), {})).toMatchObject({
      idempotencyKey: 'delivery_status:01FRRWW2ZAHD9GJ1SWY4VF2GBD:delivered',
      event: { update: { status: 'delivered', ...statusParties } },
    });
  });

  it('reads a failure with its error, whichever way the status is spelt', () => {
    const parsed = parseWebhook(fixture('status-failed'), {});
    expect(parsed).toEqual({
      readable: true,
      type: 'delivery_status',
      idempotencyKey: 'delivery_status:01FRRWMSAMKNFZAMBPQ65CA7DD:delivery_failed',
      occurredAt: new Date('2022-01-06T23:47:36Z'),
      event: {
        kind: 'delivery',
        update: {
          providerMessageId: '01FRRWMSAMKNFZAMBPQ65CA7DD',
          status: 'undelivered',
          ...statusParties,
          error: {
            code: 'ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID',
            text: 'Message template inputs invalid',
          },
        },
      },
    });
    expect(parseWebhook(fixture('status-failed-oldest'), {})).toEqual(parsed);
  });

  it('reads from the error that the customer has opted out at the provider', () => {
    expect(parseWebhook(fixture('status-opted-out'), {})).toMatchObject({
      event: {
        update: {
          status: 'undelivered',
          isOptOut: true,
          to: statusParties.to,
          error: { code: 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT', text: 'Customer opted out' },
        },
      },
    });
  });

  it('keeps a status it does not know', () => {
    const body = {
      topic: 'delivery_status',
      statusUpdate: { id: '01FRRWW2ZAHD9GJ1SWY4VF2GBD', status: 'seen' },
    };
    expect(parseJson(body)).toMatchObject({
      idempotencyKey: 'delivery_status:01FRRWW2ZAHD9GJ1SWY4VF2GBD:seen',
      event: { kind: 'unknown' },
    });
  });

  it('is content with our reference where the id is missing, and knows a status without its topic', () => {
    const body = { statusUpdate: { status: 'read' }, callbackData: { heedMessageId: REFERENCE } };
    expect(parseJson(body)).toEqual({
      readable: true,
      type: 'delivery_status',
      idempotencyKey: `delivery_status:${REFERENCE}:read`,
      event: { kind: 'delivery', update: { reference: REFERENCE, status: 'read' } },
    });
  });

  it.each([
    ['callback data of another system', { heedMessageId: 'order 66' }],
    ['callback data that is a text', REFERENCE],
  ])('does not take %s for our reference', (_name, callbackData) => {
    const parsed = parseJson({ topic: 'delivery_status', statusUpdate: { status: 'read' }, callbackData });
    expect(parsed.readable).toBe(false);
  });
});

describe('other topics of Connectly', () => {
  it('keeps reports, which are not used', () => {
    expect(parseWebhook(fixture('report'), {})).toEqual({
      readable: true,
      type: 'report',
      idempotencyKey: 'report:run_1',
      event: { kind: 'unknown', why: 'Reports are not used.' },
    });
  });

  it('keeps a topic it does not know', () => {
    expect(parseJson({ topic: 'novelty', news: 1 })).toMatchObject({
      type: 'novelty',
      event: { kind: 'unknown' },
    });
    expect(parseJson({ topic: 'x'.repeat(101) }).readable).toBe(false);
  });
});
