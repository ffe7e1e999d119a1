import { readFileSync } from 'node:fs';
import {
  describeProviderConformance,
  jsonAnswer,
  textAnswer,
} from '../../../test/support/provider-conformance.js';
import { integify } from './integify.provider.js';

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
}

describeProviderConformance(integify, {
  signature: { header: 'x-integify-signature', digest: /^sha256=(.*)$/, encoding: 'hex' },
  webhooks: [
    { name: 'a received text', body: fixture('sms-received'), kind: 'message' },
    { name: 'a confirmed delivery', body: fixture('sms-delivered'), kind: 'delivery' },
    { name: 'the documented test event', body: fixture('sms-delivered-curl-test'), kind: 'delivery' },
    { name: 'a failed delivery', body: fixture('sms-failed'), kind: 'delivery' },
    { name: 'a failed delivery without a reason', body: fixture('sms-failed-bare'), kind: 'delivery' },
  ],
  unknownType: fixture('delivery-report'),
  account: { baseUrl: integify.defaultBaseUrl, apiKey: 'ik_9b0f3c', settings: { senderId: 'ACME' } },
  messages: [
    {
      id: '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d',
      channel: 'sms',
      to: { kind: 'phone', value: '+2207654321', canonical: '+2207654321' },
      from: { kind: 'opaque', value: 'ACME', canonical: 'ACME' },
      text: 'We are open 9-17.',
    },
  ],
  accepted: [
    { answer: jsonAnswer(201, { data: { message_id: 'msg_1' } }), providerMessageId: 'msg_1' },
    { answer: jsonAnswer(200, { status: 'queued' }), providerMessageId: undefined },
    { answer: textAnswer(202, ''), providerMessageId: undefined },
  ],
  refused: [
    { name: 'a bad number', answer: jsonAnswer(422, { error: 'phoneNumbers' }), failure: 'rejected' },
    {
      name: 'an empty account',
      answer: jsonAnswer(402, { message: 'Insufficient balance' }),
      failure: 'misconfigured',
    },
    { name: 'a wrong path', answer: textAnswer(404, 'Not found'), failure: 'misconfigured' },
    {
      name: 'a gateway that lost its server',
      answer: textAnswer(502, '<html></html>'),
      failure: 'uncertain',
    },
    { name: 'a page instead of an answer', answer: textAnswer(200, '<html></html>'), failure: 'uncertain' },
  ],
});
