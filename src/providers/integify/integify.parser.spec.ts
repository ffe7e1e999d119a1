import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ParsedWebhook } from '../../messaging/provider-event.js';
import { parseWebhook } from './integify.parser.js';

const customer = { kind: 'phone', value: '+2207654321', canonical: '+2207654321' } as const;
const recipient = { kind: 'phone', value: '+2203001234', canonical: '+2203001234' } as const;

function fixture(name: string): Buffer {
  return readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
}

function parseJson(body: unknown): ParsedWebhook {
  return parseWebhook(Buffer.from(JSON.stringify(body)), {});
}

function keyOf(body: unknown): string {
  const parsed = parseJson(body);
  if (!parsed.readable) throw new Error(parsed.why);
  return parsed.idempotencyKey;
}

describe('reading Integify events', () => {
  it('reads a received text, without our side when no sender is configured', () => {
    expect(parseWebhook(fixture('sms-received'), {})).toEqual({
      readable: true,
      type: 'sms.received',
      idempotencyKey: 'evt_01HXYZ790',
      occurredAt: new Date('2026-04-10T12:05:00Z'),
      event: { kind: 'message', message: { channel: 'sms', from: customer, text: 'STOP', attachments: [] } },
    });
  });

  it.each([
    ['ACME', { kind: 'opaque', value: 'ACME', canonical: 'ACME' }],
    ['+220 300 1234', recipient],
  ])('takes the configured sender %s for our side', (senderId, to) => {
    expect(parseWebhook(fixture('sms-received'), { senderId })).toMatchObject({ event: { message: { to } } });
  });

  it('knows a customer under the old and the new number as one', () => {
    const received = { id: 'evt_1', type: 'sms.received', data: { from: '+220837654321', body: 'hi' } };
    expect(parseJson(received)).toMatchObject({
      event: { message: { from: { value: '+220837654321', canonical: '+2207654321' } } },
    });
  });

  it('knows a message that one of our own numbers wrote', () => {
    const parsed = parseWebhook(fixture('sms-received'), { ownAddresses: ['', '+220 83 765 4321'] });
    expect(parsed).toMatchObject({ readable: true, event: { kind: 'echo' } });
  });

  it('reads a confirmed delivery', () => {
    expect(parseWebhook(fixture('sms-delivered'), {})).toEqual({
      readable: true,
      type: 'sms.delivered',
      idempotencyKey: 'evt_01HXYZ789',
      occurredAt: new Date('2026-04-10T12:01:28Z'),
      event: {
        kind: 'delivery',
        update: { providerMessageId: 'msg_01HXYZ123456', status: 'delivered', to: recipient },
      },
    });
  });

  it('reads the test event of the documentation, which leaves most fields out', () => {
    expect(parseWebhook(fixture('sms-delivered-curl-test'), {})).toEqual({
      readable: true,
      type: 'sms.delivered',
      idempotencyKey: 'evt_test',
      event: { kind: 'delivery', update: { providerMessageId: 'msg_test', status: 'delivered' } },
    });
  });

  it('reads a failed delivery with its reason', () => {
    expect(parseWebhook(fixture('sms-failed'), {})).toEqual({
      readable: true,
      type: 'sms.failed',
      idempotencyKey: 'evt_01HXYZ791',
      occurredAt: new Date('2026-04-10T12:01:58Z'),
      event: {
        kind: 'delivery',
        update: {
          providerMessageId: 'msg_01HXYZ123457',
          status: 'undelivered',
          to: recipient,
          error: { text: 'The subscriber is absent.' },
        },
      },
    });
  });

  it('reads a failed delivery that gives no reason', () => {
    expect(parseWebhook(fixture('sms-failed-bare'), {})).toEqual({
      readable: true,
      type: 'sms.failed',
      idempotencyKey: 'evt_01HXYZ792',
      event: { kind: 'delivery', update: { providerMessageId: 'msg_01HXYZ123458', status: 'undelivered' } },
    });
  });

  it('finds the reason of a failure under any of its usual names', () => {
    const errorOf = (data: object): unknown => {
      const parsed = parseJson({ id: 'evt_1', type: 'sms.failed', data: { message_id: 'msg_1', ...data } });
      return parsed.readable && parsed.event.kind === 'delivery' ? parsed.event.update.error : undefined;
    };
    expect(errorOf({ error: { code: 'E7', message: 'Absent' } })).toEqual({ code: 'E7', text: 'Absent' });
    expect(errorOf({ error_code: 'E7', error_message: 'Absent' })).toEqual({ code: 'E7', text: 'Absent' });
    expect(errorOf({ reason: 'Absent' })).toEqual({ text: 'Absent' });
    expect(errorOf({ error_code: 'E7' })).toEqual({ code: 'E7', text: 'E7' });
    expect(errorOf({ error: 7 })).toBeUndefined();
  });

  it('keeps the names of the older prompt as events of an unknown type', () => {
    expect(parseWebhook(fixture('delivery-report'), {})).toEqual({
      readable: true,
      type: 'DELIVERY_REPORT',
      idempotencyKey: 'evt_01HXYZ793',
      event: { kind: 'unknown', why: 'Integify documents no event of this type.' },
    });
  });

  it.each([
    ['no type', { id: 'evt_1', data: {} }, 'The event has no usable type.'],
    ['no sender', { type: 'sms.received', data: { body: 'hi' } }, 'The message does not say who sent it.'],
    ['no text', { type: 'sms.received', data: { from: '+2207654321' } }, 'The message has no body.'],
    [
      'nothing to match a status by',
      { type: 'sms.failed', data: {} },
      'The delivery status names neither a message nor a recipient.',
    ],
  ])('sets an event with %s aside', (_name, body, why) => {
    expect(parseJson(body)).toEqual({ readable: false, why });
  });

  it('takes an empty text for a text', () => {
    const body = { type: 'sms.received', data: { from: '+2207654321', body: '' } };
    expect(parseJson(body)).toMatchObject({ event: { message: { text: '' } } });
  });
});

describe('the key of an Integify event without an id', () => {
  const text = fc.string({ minLength: 1 });

  it('is the same for the same text, whatever else the event says', () => {
    fc.assert(
      fc.property(text, fc.string(), fc.string(), (body, receivedAt, note) => {
        const data = { from: '+2207654321', received_at: receivedAt, body };
        const first = keyOf({ type: 'sms.received', data });
        expect(keyOf({ data: { ...data, note }, created_at: note, type: 'sms.received' })).toBe(first);
        expect(first).toMatch(/^sha256:[0-9a-f]{64}$/);
      }),
    );
  });

  it('differs for another text, sender or time', () => {
    const data = { from: '+2207654321', received_at: '2026-04-10T12:05:00Z', body: 'STOP' };
    const variants = [
      data,
      { ...data, body: 'STOP.' },
      { ...data, from: '+2207654322' },
      { ...data, received_at: '2026-04-10T12:05:01Z' },
    ];
    expect(new Set(variants.map((variant) => keyOf({ type: 'sms.received', data: variant }))).size).toBe(4);
  });

  it('tells the statuses of one message apart', () => {
    const data = { message_id: 'msg_1' };
    expect(keyOf({ type: 'sms.delivered', data })).not.toBe(keyOf({ type: 'sms.failed', data }));
    expect(keyOf({ type: 'sms.failed', data: { ...data, to: '+2203001234' } })).toBe(
      keyOf({ type: 'sms.failed', data }),
    );
  });

  it('is made where the id is too long to be a key', () => {
    const event = { id: 'x'.repeat(10_000), type: 'sms.failed', data: { message_id: 'msg_1' } };
    expect(keyOf(event)).toMatch(/^sha256:/);
  });
});
