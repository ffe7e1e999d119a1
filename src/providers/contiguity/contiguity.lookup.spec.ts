import { describe, expect, it } from '@jest/globals';
import type { Channel } from '../../messaging/channel.js';
import type { LookupSubject } from '../../messaging/provider.js';
import { jsonAnswer, sampleAddress } from '../../../test/support/provider-samples.js';
import { lookup } from './contiguity.lookup.js';

const ATTEMPTED_AT = new Date('2026-04-10T12:00:00Z');
const account = { baseUrl: 'https://api.contiguity.com', apiKey: 'contiguity_sk_1', settings: {} };

describe('the lookup in the history of Contiguity', () => {
  it.each<[Channel, string]>([
    ['sms', 'text'],
    ['mms', 'text'],
    ['imessage', 'imessage'],
  ])('asks for the thread of an %s', (channel, history) => {
    expect(lookup.request(subject({ channel }), account)).toEqual({
      method: 'GET',
      url: `https://api.contiguity.com/conversations/history/${history}/%2B15551234567/%2B15559876543/100`,
      headers: { authorization: 'Token contiguity_sk_1' },
    });
  });

  it('cannot ask without a history, a sender, or a number', () => {
    expect(lookup.request(subject({ channel: 'whatsapp' }), account)).toBeUndefined();
    expect(lookup.request(subject({ channel: 'email' }), account)).toBeUndefined();
    expect(lookup.request(subject({ to: sampleAddress('..') }), account)).toBeUndefined();
    const { from: _from, ...message } = subject({}).message;
    expect(lookup.request({ message, attemptedAt: ATTEMPTED_AT }, account)).toBeUndefined();
  });

  it.each<[string, object, boolean]>([
    ['accepted', {}, false],
    ['delivered', { delivery: { status: 'delivered' } }, true],
    ['delivered, by its status', { status: 'delivered' }, true],
    ['accepted by a clock that is 30 s behind', { timestamp: ATTEMPTED_AT.getTime() - 30_000 }, false],
    ['accepted with the numbers written otherwise', { to: '15551234567', from: '15559876543' }, false],
  ])('finds a message that was %s', (_name, changes, isDelivered) => {
    expect(read([entry({ id: 'evt_0', message: 'Hi' }), entry({ id: 'text_1', ...changes })])).toEqual({
      kind: 'found',
      providerMessageId: 'text_1',
      isDelivered,
    });
  });

  it.each<[string, object]>([
    ['other text', { message: 'Hello!' }],
    ['an earlier time', { timestamp: ATTEMPTED_AT.getTime() - 61_000 }],
    ['no time', { timestamp: undefined }],
    ['the other direction', { to: '+15559876543', from: '+15551234567' }],
    ['another recipient', { to: '+15551234568' }],
    ['a recipient that is no text', { to: 15551234567 }],
  ])('does not take an entry with %s for the message', (_name, changes) => {
    expect(read([entry({ id: 'text_1', ...changes })])).toEqual({ kind: 'not_found' });
  });

  it('does not guess the id where the history gives none', () => {
    expect(read([entry({})])).toEqual({ kind: 'found', isDelivered: false });
    expect(read([entry({}), entry({ message_id: 'text_2' })])).toMatchObject({
      kind: 'found',
      providerMessageId: 'text_2',
    });
  });
});

function read(conversation: readonly unknown[]): unknown {
  return lookup.read(
    jsonAnswer(200, { id: 'req_1', object: 'response', data: { conversation } }),
    subject({}),
  );
}

function entry(changes: object): object {
  return {
    to: '+15551234567',
    from: '+15559876543',
    message: 'Hello',
    timestamp: ATTEMPTED_AT.getTime() + 900,
    ...changes,
  };
}

function subject(changes: Partial<LookupSubject['message']>): LookupSubject {
  const parties = { to: sampleAddress('+15551234567'), from: sampleAddress('+15559876543') };
  return {
    message: { id: 'm1', channel: 'sms', ...parties, text: 'Hello', ...changes },
    attemptedAt: ATTEMPTED_AT,
  };
}
