import { describe, expect, it } from '@jest/globals';
import { jsonAnswer, textAnswer } from '../../../test/support/provider-conformance.js';
import type { Address } from '../../messaging/address.js';
import type { OutboundMessage } from '../../messaging/outbound-message.js';
import { readSendAnswer, sendRequest } from './integify.sender.js';

const to: Address = { kind: 'phone', value: '+2207654321', canonical: '+2207654321' };
const ACME: Address = { kind: 'opaque', value: 'ACME', canonical: 'ACME' };
const message: OutboundMessage = {
  id: '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d',
  channel: 'sms',
  to,
  text: 'Hello',
};
const account = { baseUrl: 'https://smsapi.integify.io', apiKey: 'the-key', settings: {} };

describe('sending through Integify', () => {
  it('posts one text to one number', () => {
    expect(sendRequest({ ...message, from: ACME }, account)).toEqual({
      method: 'POST',
      url: 'https://smsapi.integify.io/api/v1/messages',
      headers: {
        authorization: 'Bearer the-key',
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: '{"text":"Hello","phoneNumbers":["+2207654321"],"senderId":"ACME"}',
    });
  });

  it('names the configured sender where the message has none, and no sender where there is none', () => {
    const configured = { ...account, settings: { senderId: 'Acme SMS' } };
    expect(sendRequest(message, configured).body).toContain('"senderId":"Acme SMS"');
    expect(sendRequest({ ...message, from: ACME }, configured).body).toContain('"senderId":"ACME"');
    expect(sendRequest(message, account).body).not.toContain('senderId');
  });
});

describe('the answer of Integify', () => {
  it.each([
    [{ message_id: 'msg_1', messageId: 'other', id: 'other' }],
    [{ messageId: 'msg_1', id: 'other' }],
    [{ id: 'msg_1', data: { id: 'other' } }],
    [{ status: 'queued', data: { message_id: 'msg_1' } }],
    [{ messages: [{ messageId: 'msg_1' }, { messageId: 'other' }] }],
    [{ data: [{ id: 'msg_1' }] }],
    [{ id: 17, data: [{ id: 'msg_1' }] }],
  ])('gives the id in %j', (json) => {
    expect(readSendAnswer(jsonAnswer(201, json))).toEqual({ kind: 'accepted', providerMessageId: 'msg_1' });
  });

  it.each([
    ['JSON without an id', jsonAnswer(200, { status: 'queued' })],
    ['an id that is too long to be one', jsonAnswer(200, { id: 'x'.repeat(201) })],
    ['no body', textAnswer(204, '')],
    ['a blank body', textAnswer(202, '\r\n')],
  ])('is an acceptance with %s', (_name, answer) => {
    expect(readSendAnswer(answer)).toEqual({ kind: 'accepted' });
  });

  it.each([
    ['a page', textAnswer(200, '<html>Please log in</html>')],
    ['an error in a text', jsonAnswer(200, { error: 'no credit' })],
    ['an error in an object', jsonAnswer(200, { error: { code: 7 } })],
    ['a denial', jsonAnswer(200, { success: false })],
  ])('is no proof of anything when a 2xx carries %s', (_name, answer) => {
    expect(readSendAnswer(answer)).toMatchObject({ kind: 'failed', failure: { kind: 'uncertain' } });
  });

  it.each([
    [400, 'rejected'],
    [401, 'misconfigured'],
    [402, 'misconfigured'],
    [403, 'misconfigured'],
    [404, 'misconfigured'],
    [408, 'uncertain'],
    [422, 'rejected'],
    [429, 'throttled'],
    [302, 'misconfigured'],
    [500, 'uncertain'],
    [503, 'uncertain'],
  ])('%i means %s', (status, kind) => {
    expect(readSendAnswer(jsonAnswer(status, {}))).toEqual({
      kind: 'failed',
      failure: { kind, detail: `Integify answered ${status}.` },
    });
  });

  it.each([
    [{ error: 'Bad number' }],
    [{ error: { message: 'Bad number' } }],
    [{ message: 'Bad number' }],
    [{ detail: 'Bad number' }],
  ])('is quoted to the reader when it says why: %j', (json) => {
    expect(readSendAnswer(jsonAnswer(422, json))).toEqual({
      kind: 'failed',
      failure: { kind: 'rejected', detail: 'Integify answered 422: Bad number' },
    });
  });
});
