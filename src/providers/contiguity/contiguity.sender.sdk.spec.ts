import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Contiguity } from 'contiguity';
import type { OutboundMessage } from '../../messaging/outbound-message.js';
import { sampleAddress } from '../../../test/support/provider-samples.js';
import { sendRequest } from './contiguity.sender.js';

type Call = {
  readonly url: string;
  readonly method: string;
  readonly authorization: string | null;
  readonly contentType: string | null;
  readonly body: unknown;
};

const API_KEY = 'contiguity_sk_of_the_account';
const account = { baseUrl: 'https://api.contiguity.com', apiKey: API_KEY, settings: {} };
const customer = sampleAddress('+15551234567');
const ours = sampleAddress('+15559876543');
const TEXTS = ['Hello', '', 'Grüße 👋\nzweite Zeile', '**bold** _italics_', '\u0000 "quoted" \\ \u2028'];

describe('a send call beside that of the published SDK of Contiguity', () => {
  const realFetch = globalThis.fetch;
  let calls: Request[] = [];

  beforeEach(() => {
    calls = [];
    globalThis.fetch = (input, init) => {
      calls.push(new Request(input, init));
      return Promise.resolve(
        Response.json({ id: 'req_1', timestamp: 0, api_version: 'v2', object: 'response', data: {} }),
      );
    };
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  const sdk = new Contiguity(API_KEY);

  it.each(TEXTS)('is the same for the text %j', async (text) => {
    await sdk.text.send({ to: customer.value, from: ours.value, message: text });
    expect(ourCall({ id: 'm1', channel: 'sms', to: customer, from: ours, text })).toEqual(await sdkCall());
    await sdk.imessage.send({ to: customer.value, from: ours.value, message: text });
    expect(ourCall({ id: 'm1', channel: 'imessage', to: customer, from: ours, text })).toEqual(
      await sdkCall(),
    );
    await sdk.whatsapp.send({ to: customer.value, from: ours.value, message: text });
    expect(ourCall({ id: 'm1', channel: 'whatsapp', to: customer, from: ours, text })).toEqual(
      await sdkCall(),
    );
  });

  it('is the same for a reply to an incoming text', async () => {
    const event = {
      id: 'evt_1',
      type: 'text.incoming.sms' as const,
      timestamp: 1726502400,
      api_version: 'v2025.9.7',
      data: { from: customer.value, to: ours.value, body: 'Hi', timestamp: 1726502400 },
    };
    await sdk.text.reply(event, { message: 'Hello' });
    expect(ourCall({ id: 'm1', channel: 'mms', to: customer, from: ours, text: 'Hello' })).toEqual(
      await sdkCall(),
    );
  });

  it('is the same without a sender', async () => {
    await sdk.text.send({ to: customer.value, message: 'Hello' });
    expect(ourCall({ id: 'm1', channel: 'sms', to: customer, text: 'Hello' })).toEqual(await sdkCall());
  });

  it('is the same for an e-mail', async () => {
    await sdk.email.send({
      to: 'user@example.com',
      from: 'support@example.com',
      subject: 'Re: Opening hours',
      text: 'Hello',
      headers: {
        'Auto-Submitted': 'auto-replied',
        'In-Reply-To': '<msg_prior@example.com>',
        References: '<msg_prior@example.com>',
      },
    });
    const message: OutboundMessage = {
      id: 'm1',
      channel: 'email',
      to: sampleAddress('user@example.com'),
      from: sampleAddress('support@example.com'),
      subject: 'Opening hours',
      inReplyTo: '<msg_prior@example.com>',
      text: 'Hello',
    };
    expect(ourCall(message)).toEqual(await sdkCall());
  });

  async function sdkCall(): Promise<Call> {
    const request = calls.pop();
    if (request === undefined) throw new Error('the SDK made no call');
    return describeCall(request);
  }

  function ourCall(message: OutboundMessage): Call {
    const { url, method, headers, body } = sendRequest(message, account);
    const named = new Headers(headers);
    return {
      url,
      method,
      authorization: named.get('authorization'),
      contentType: named.get('content-type'),
      body: JSON.parse(body ?? ''),
    };
  }
});

async function describeCall(request: Request): Promise<Call> {
  return {
    url: request.url,
    method: request.method,
    authorization: request.headers.get('authorization'),
    contentType: request.headers.get('content-type'),
    body: await request.json(),
  };
}
