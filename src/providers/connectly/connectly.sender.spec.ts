import { describe, expect, it } from '@jest/globals';
import { jsonAnswer, textAnswer } from '../../../test/support/provider-conformance.js';
import type { OutboundMessage } from '../../messaging/outbound-message.js';
import { readSendAnswer, sendRequest } from './connectly.sender.js';

const message: OutboundMessage = {
  id: '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d',
  channel: 'whatsapp',
  to: { kind: 'phone', value: '+16315555500', canonical: '+16315555500' },
  from: { kind: 'phone', value: '123456123', canonical: '+123456123' },
  text: 'Hello',
};
const account = {
  baseUrl: 'https://api.connectly.ai',
  apiKey: 'the-key',
  settings: { businessId: '1ca5c793-9859-4763-94fc-f82838fe6472' },
};

function withoutSender({ from: _from, ...rest }: OutboundMessage): OutboundMessage {
  return rest;
}

describe('sending through Connectly', () => {
  it('posts a session message from the number that was written to, with our reference', () => {
    const request = sendRequest(message, account);
    expect({ ...request, body: JSON.parse(request.body ?? '') }).toEqual({
      method: 'POST',
      url: 'https://api.connectly.ai/v1/businesses/1ca5c793-9859-4763-94fc-f82838fe6472/send/messages',
      headers: { 'x-api-key': 'the-key', accept: 'application/json', 'content-type': 'application/json' },
      body: {
        sender: { id: '123456123', channelType: 'whatsapp' },
        recipient: { id: '+16315555500', channelType: 'whatsapp' },
        message: { text: 'Hello' },
        callbackData: { heedMessageId: '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d' },
      },
    });
  });

  it.each([
    ['https://example.com/a.JPG', undefined, 'image'],
    ['https://example.com/a', 'image/png', 'image'],
    ['https://example.com/a.mp4', undefined, 'video'],
    ['https://example.com/a.pdf', undefined, 'document'],
    ['https://example.com/a', undefined, 'document'],
  ])('posts the file %s (%s) as %s, with the text as its caption', (url, mimeType, type) => {
    const files = [{ url, ...(mimeType !== undefined && { mimeType }) }];
    const { message: content } = JSON.parse(sendRequest({ ...message, files }, account).body ?? '');
    expect(content).toEqual({ attachments: [{ type, url, caption: 'Hello' }] });
  });

  it('posts the text rather than a sound, which has no caption', () => {
    const files = [{ url: 'https://example.com/a.mp3' }];
    const { message: content } = JSON.parse(sendRequest({ ...message, files }, account).body ?? '');
    expect(content).toEqual({ text: 'Hello' });
  });

  it('posts a template by its own call, with the sender as a plain text', () => {
    const template = {
      name: 'order_update',
      language: 'en',
      parameters: { body_1: 'A-17', header_text: 'Order' },
    };
    const request = sendRequest({ ...message, template }, account);
    expect({ ...request, body: JSON.parse(request.body ?? '') }).toEqual({
      method: 'POST',
      url: 'https://api.connectly.ai/v1/businesses/1ca5c793-9859-4763-94fc-f82838fe6472/send/whatsapp_templated_messages',
      headers: { 'x-api-key': 'the-key', accept: 'application/json', 'content-type': 'application/json' },
      body: {
        sender: '123456123',
        number: '+16315555500',
        templateName: 'order_update',
        language: 'en',
        parameters: [
          { name: 'body_1', value: 'A-17' },
          { name: 'header_text', value: 'Order' },
        ],
        callbackData: { heedMessageId: '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d' },
      },
    });
  });

  it('marks the id of a customer without a number in a template call, where a bare one would be taken for a number', () => {
    const to = {
      kind: 'opaque' as const,
      value: 'US.13491208655302741918',
      canonical: 'US.13491208655302741918',
    };
    const template = { name: 'hello', language: 'en', parameters: {} };
    expect(sendRequest({ ...message, to, template }, account).body).toContain(
      '"number":"bsuid:US.13491208655302741918"',
    );
  });

  it('names the configured sender where the message has none, and no sender where there is none', () => {
    const configured = { ...account, settings: { ...account.settings, senderId: '+16044441234' } };
    expect(sendRequest(withoutSender(message), configured).body).toContain(
      '"sender":{"id":"+16044441234","channelType":"whatsapp"}',
    );
    expect(sendRequest(withoutSender(message), account).body).not.toContain('"sender"');
  });

  it('does not let a business id lead out of its place in the path', () => {
    const strange = { ...account, settings: { businessId: 'a/../b?c' } };
    expect(sendRequest(message, strange).url).toBe(
      'https://api.connectly.ai/v1/businesses/a%2F..%2Fb%3Fc/send/messages',
    );
  });
});

describe('the answer of Connectly', () => {
  it.each([[200], [201]])('accepts with an id under %i', (status) => {
    expect(readSendAnswer(jsonAnswer(status, { id: '01FRRWW2ZAHD9GJ1SWY4VF2GBD' }))).toEqual({
      kind: 'accepted',
      providerMessageId: '01FRRWW2ZAHD9GJ1SWY4VF2GBD',
    });
  });

  it.each([
    ['no id', jsonAnswer(200, {})],
    ['an id that is no text', jsonAnswer(200, { id: 7 })],
    ['an error', jsonAnswer(200, { code: 'ERROR_CODE_MESSAGE_TEXT_EMPTY' })],
    ['a page', textAnswer(200, '<html></html>')],
    ['no body', textAnswer(204, '')],
  ])('is no proof of anything when a 2xx carries %s', (_name, answer) => {
    expect(readSendAnswer(answer)).toMatchObject({ kind: 'failed', failure: { kind: 'uncertain' } });
  });
});
