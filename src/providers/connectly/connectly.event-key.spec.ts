import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyJson, membersReversed } from '../../../test/support/hostile-values.js';
import { asObject, type JsonObject } from '../../messaging/untrusted.js';
import { digestKey, messageKey, reportKey, statusKey } from './connectly.event-key.js';

const event = {
  timestamp: '1639083206',
  sender: { id: '+16315555500', channelType: 'whatsapp', name: 'Customer Name' },
  recipient: { id: '+16044441234', channelType: 'whatsapp', name: 'connectlyai' },
  context: { replyToId: '018d62f2-2524-10fa-f857-091ab99c14c8' },
  message: { text: 'TEST 11', attachments: [] },
};

function without(body: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}

describe('the key of a message without an id', () => {
  it('does not depend on names, callback data or the order of members', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), anyJson, (senderName, ourName, callbackData) => {
        const again = {
          ...event,
          sender: { ...event.sender, name: senderName },
          recipient: { ...event.recipient, name: ourName },
          callbackData,
        };
        expect(messageKey(again)).toBe(messageKey(event));
        expect(messageKey(asObject(membersReversed(again)) ?? {})).toBe(messageKey(event));
      }),
    );
  });

  it.each([['timestamp'], ['sender'], ['recipient'], ['context'], ['message']])('depends on %s', (name) => {
    expect(messageKey(without(event, name))).not.toBe(messageKey(event));
  });

  it.each([
    ['the text', { ...event, message: { ...event.message, text: 'TEST 12' } }],
    ['a file beside the message', { ...event, attachments: [{ url: 'https://cdn.example.com/a' }] }],
    ['a location beside the message', { ...event, location: { latitude: 1, longitude: 2 } }],
    ['a button', { ...event, buttonResponse: { text: 'Yes' } }],
    ['the user id', { ...event, sender: { ...event.sender, userId: 'US.13491208655302741918' } }],
  ])('depends on %s', (_name, other) => {
    expect(messageKey(other)).not.toBe(messageKey(event));
  });

  it('lets a customer press the same button twice', () => {
    const press = { ...event, message: null, buttonResponse: { id: 'yes', text: 'Yes' } };
    expect(messageKey({ ...press, timestamp: '1639083207' })).not.toBe(messageKey(press));
  });
});

describe('the key of a message with an id', () => {
  it('is the id alone, in its one form', () => {
    const identified = { ...event, message: { id: '01hnhf499423xfgnr93awsr568', text: 'TEST 11' } };
    expect(messageKey(identified)).toBe('messages:01HNHF499423XFGNR93AWSR568');
    expect(messageKey({ message: { id: 'wamid.1' } })).toBe('messages:wamid.1');
  });

  it('is a digest where the id is too long to be one', () => {
    expect(messageKey({ message: { id: 'x'.repeat(201) } })).toMatch(/^messages:sha256:/);
  });
});

describe('other keys', () => {
  it('are the message and its status for a status, digested when too long', () => {
    expect(statusKey('01HNHF499423XFGNR93AWSR568', 'read')).toBe(
      'delivery_status:01HNHF499423XFGNR93AWSR568:read',
    );
    expect(statusKey('01HNHF499423XFGNR93AWSR568', 'x'.repeat(300))).toMatch(
      /^delivery_status:sha256:[0-9a-f]{64}$/,
    );
  });

  it('tell two reports without a run apart', () => {
    expect(reportKey({ topic: 'report', report: { rows: 1 } })).not.toBe(
      reportKey({ topic: 'report', report: { rows: 2 } }),
    );
  });

  it('are the same for the same JSON in any order, and different for different JSON', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (one, other) => {
        expect(digestKey('t', membersReversed(one))).toBe(digestKey('t', one));
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        const isReordered = JSON.stringify(membersReversed(one)) === JSON.stringify(other);
        fc.pre(!isReordered);
        expect(digestKey('t', one)).not.toBe(digestKey('t', other));
      }),
    );
  });
});
