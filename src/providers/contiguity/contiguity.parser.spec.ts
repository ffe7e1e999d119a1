import { describe, expect, it } from '@jest/globals';
import type { AccountSettings } from '../../messaging/provider.js';
import type { ParsedWebhook, ProviderEvent } from '../../messaging/provider-event.js';
import { jsonFixture } from '../../../test/support/provider-samples.js';
import { parseWebhook } from './contiguity.parser.js';

const customer = { kind: 'phone', value: '+15551234567', canonical: '+15551234567' };
const ours = { kind: 'phone', value: '+15559876543', canonical: '+15559876543' };

describe('parseWebhook of Contiguity', () => {
  it('reads an incoming SMS under the event’s own id', () => {
    expect(parseFixture('text-incoming-sms')).toEqual({
      readable: true,
      type: 'text.incoming.sms',
      idempotencyKey: 'evt_d61aCHRo18',
      occurredAt: new Date('2024-09-16T16:00:00Z'),
      event: {
        kind: 'message',
        message: {
          providerMessageId: 'evt_d61aCHRo18',
          channel: 'sms',
          from: customer,
          to: ours,
          text: 'Hello world',
          attachments: [],
        },
      },
    });
  });

  it.each([
    ['text-incoming-mms', 'mms', 'Check out this image!'],
    ['imessage-incoming', 'imessage', 'Hello from iMessage'],
    ['whatsapp-incoming', 'whatsapp', 'Hello from WhatsApp'],
    ['text-incoming-interim', 'sms', 'Hello world'],
    ['communications-incoming-sms', 'sms', 'Hello world'],
    ['communications-incoming-mms', 'mms', 'Check out this image!'],
    ['v1-sms', 'sms', 'Hello world'],
  ])('reads %s as %s', (name, channel, text) => {
    expect(eventOf(parseFixture(name))).toMatchObject({
      kind: 'message',
      message: { channel, from: customer, to: ours, text },
    });
  });

  it('reads the attachments of both shapes, and drops those that are no web address', () => {
    const url = 'https://api.contiguity.com/attachments/15551234567/15559876543/image.jpg';
    expect(messageOf(parseFixture('text-incoming-mms')).attachments).toEqual([
      { url, mimeType: 'image/jpeg', filename: 'image.jpg' },
    ]);
    expect(messageOf(parseFixture('communications-incoming-mms')).attachments).toEqual([
      { url, mimeType: 'image/jpeg' },
    ]);
    const attachments = [
      { url: 'javascript:alert(1)' },
      { url: 'image.jpg' },
      null,
      { url: 'http://example.com/a' },
    ];
    expect(messageOf(parse(text({ attachments }))).attachments).toEqual([{ url: 'http://example.com/a' }]);
  });

  it('takes the text from body before message, and none for files alone', () => {
    expect(messageOf(parse(text({ body: 'new', message: 'old' }))).text).toBe('new');
    expect(messageOf(parse(text({ body: null, message: 'old' }))).text).toBe('old');
    const attachments = [{ url: 'https://example.com/a' }];
    expect(messageOf(parse(text({ body: undefined, attachments }))).text).toBe('');
    expect(
      messageOf(parse({ ...text({ body: undefined, attachments }), type: 'text.incoming' })).channel,
    ).toBe('mms');
  });

  it('heeds a text that does not say whom it was sent to', () => {
    expect(messageOf(parse(text({ body: 'STOP', to: undefined })))).not.toHaveProperty('to');
    expect(messageOf(parse(text({ body: 'STOP', to: undefined }), { senderId: '+15559876543' })).to).toEqual(
      ours,
    );
  });

  it('recognises our own message by its sender, however the number is written', () => {
    expect(eventOf(parse(text({}), { ownAddresses: ['+1 (555) 123-4567'] }))).toEqual({ kind: 'echo' });
    expect(eventOf(parse(text({}), { ownAddresses: ['+15559876543', '', 'Acme'] })).kind).toBe('message');
  });

  it.each([
    ['text-delivery-confirmed', { status: 'delivered' }],
    [
      'text-delivery-failed',
      { status: 'undelivered', error: { text: expect.stringContaining('has no idea if it did') } },
    ],
  ])('reads %s', (name, expected) => {
    expect(eventOf(parseFixture(name))).toEqual({
      kind: 'delivery',
      update: { providerMessageId: 'msg_abc123', from: customer, to: ours, ...expected },
    });
  });

  it.each(['text', 'imessage', 'whatsapp'])(
    'reads a cancelled %s as undelivered, which a later delivery may correct',
    (channel) => {
      expect(eventOf(parseFixture(`${channel}-cancelled`))).toMatchObject({
        update: {
          providerMessageId: `${channel}_abc123`,
          status: 'undelivered',
          error: { text: expect.stringContaining('cancelled') },
        },
      });
    },
  );

  it.each(['imessage.delivery.confirmed', 'whatsapp.delivery.failed', 'email.delivery.failed'])(
    'reads %s like that of a text',
    (type) => {
      const status = type.endsWith('confirmed') ? 'delivered' : 'undelivered';
      expect(eventOf(parse({ id: 'evt_1', type, data: { message_id: 'm' } }))).toMatchObject({
        update: { providerMessageId: 'm', status },
      });
    },
  );

  it('reads the substitution of a number and a reverse OTP', () => {
    expect(eventOf(parseFixture('numbers-substitution'))).toEqual({
      kind: 'substitution',
      providerMessageId: 'msg_abc123',
      originalNumber: '+15551111111',
      usedNumber: '+15552222222',
      reason: 'requested_unavailable_random_used',
    });
    expect(eventOf(parseFixture('otp-reverse-verified'))).toEqual({
      kind: 'otp',
      otpId: 'r_otp_123456',
      number: '+15551234567',
    });
  });

  it.each([
    ['started', 'started'],
    ['processing', 'processing'],
    ['verified', 'verified'],
    ['completed', 'verified'],
    ['failed', 'failed'],
    ['requires_input', 'requires_input'],
    ['manually_approved', 'manually_approved'],
    ['manually_denied', 'manually_denied'],
  ])('reads an identity check that is %s as %s, even without data', (name, step) => {
    expect(eventOf(parse({ id: 'evt_1', type: `identity.verification_session.${name}` }))).toEqual({
      kind: 'identity',
      step,
      details: {},
    });
  });

  it('keeps the fields of an identity report, and of no other step', () => {
    const data = {
      verification_report: 'vr_1',
      verification_session: 'vs_1',
      age: 34,
      country: 'US',
      address: { street: 'x' },
    };
    expect(eventOf(parse({ id: 'evt_1', type: 'identity.verification_report.generated', data }))).toEqual({
      kind: 'identity',
      step: 'report_generated',
      sessionId: 'vs_1',
      reportId: 'vr_1',
      details: { age: '34', country: 'US' },
    });
    expect(
      eventOf(parse({ id: 'evt_1', type: 'identity.verification_session.verified', data })),
    ).toMatchObject({ reportId: 'vr_1', details: {} });
  });

  it.each([
    [text({ from: undefined }), 'data.from'],
    [text({ from: 15551234567 }), 'data.from'],
    [text({ body: 7 }), 'data.body'],
    [{ ...text({}), data: 'text' }, 'needs data'],
    [{ id: 'evt_1', type: 'text.delivery.confirmed', data: {} }, 'data.message_id'],
    [
      {
        id: 'evt_1',
        type: 'numbers.substitution',
        data: { message_id: 'm', original_number: '+15551111111' },
      },
      'data.used_number',
    ],
    [{ id: 'evt_1', type: 'otp.reverse.verified', data: { otp_id: 'r' } }, 'data.number'],
    [{ type: 'text.incoming.sms', data: {} }, 'no usable id'],
    [{ id: 'x'.repeat(256), type: 'text.incoming.sms', data: {} }, 'no usable id'],
    [{ id: 'evt_1', type: 7, data: {} }, 'no usable type'],
    [{ crumbs: {} }, 'crumbs.type'],
  ])('says what is missing in %j', (body, why) => {
    expect(parse(body)).toEqual({ readable: false, why: expect.stringContaining(why) });
  });

  it('identifies a v1 text by what it says, to the second', () => {
    const crumbs = {
      from: '+15551234567',
      to: '15559876543',
      message: 'Hi',
      timestamp: 1726502400,
      type: 'sms',
    };
    const keyOf = (changed: object): string => {
      const parsed = parse({ message: 'any notice', crumbs: { ...crumbs, ...changed } });
      return parsed.readable ? parsed.idempotencyKey : '';
    };
    const keys = [
      {},
      { from: '+15551234568' },
      { to: '1' },
      { message: 'Ho' },
      { timestamp: 1726502401 },
      { type: 'imessage' },
    ].map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf({})).toBe(keys[0]);
    expect(keyOf({ extra: true })).toBe(keys[0]);
    expect(keyOf({ type: 'fax' })).toMatch(/^v1_[0-9a-f]{64}$/);
  });

  it('prefers the time of the message to that of the event, and doubts times in milliseconds', () => {
    const at = (timestamp: unknown, inner: unknown): unknown => {
      const parsed = parse({ ...text({ timestamp: inner }), timestamp });
      return parsed.readable ? parsed.occurredAt : undefined;
    };
    expect(at(1726502400, 1726502399)).toEqual(new Date('2024-09-16T15:59:59Z'));
    expect(at(1726502400, undefined)).toEqual(new Date('2024-09-16T16:00:00Z'));
    expect(at(1726502400000, undefined)).toBeUndefined();
  });
});

function text(data: object): object {
  const sample = { from: '+15551234567', to: '+15559876543', body: 'Hello', ...data };
  return {
    id: 'evt_1',
    type: 'text.incoming.sms',
    timestamp: 1726502400,
    api_version: 'v2025.9.7',
    data: sample,
  };
}

function parse(body: unknown, settings: AccountSettings = {}): ParsedWebhook {
  return parseWebhook(Buffer.from(JSON.stringify(body)), settings);
}

function parseFixture(name: string): ParsedWebhook {
  return parse(jsonFixture(new URL(`./fixtures/${name}.json`, import.meta.url)));
}

function eventOf(parsed: ParsedWebhook): ProviderEvent {
  if (!parsed.readable) throw new Error(parsed.why);
  return parsed.event;
}

function messageOf(parsed: ParsedWebhook): Extract<ProviderEvent, { kind: 'message' }>['message'] {
  const event = eventOf(parsed);
  if (event.kind !== 'message') throw new Error(`a ${event.kind}, not a message`);
  return event.message;
}
