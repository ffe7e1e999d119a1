import { readFileSync } from 'node:fs';
import {
  describeProviderConformance,
  jsonAnswer,
  textAnswer,
} from '../../../test/support/provider-conformance.js';
import { connectly } from './connectly.provider.js';

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
}

describeProviderConformance(connectly, {
  signature: { header: 'x-connectly-hmac-sha256', digest: /^(.*)$/, encoding: 'base64' },
  webhooks: [
    { name: 'a text', body: fixture('message-text'), kind: 'message' },
    { name: 'a text with an id', body: fixture('message-with-id'), kind: 'message' },
    { name: 'a file', body: fixture('message-attachment'), kind: 'message' },
    { name: 'a location', body: fixture('message-location'), kind: 'message' },
    { name: 'a text from an advertisement', body: fixture('message-referral'), kind: 'message' },
    { name: 'a text from a customer without a number', body: fixture('message-bsuid'), kind: 'message' },
    { name: 'a button with its payload', body: fixture('button-payload'), kind: 'message' },
    { name: 'a button with an id', body: fixture('button-with-id'), kind: 'message' },
    { name: 'an answer from a list', body: fixture('list-answer'), kind: 'message' },
    { name: 'an echo', body: fixture('echo'), kind: 'echo' },
    { name: 'a sent status', body: fixture('status-sent'), kind: 'delivery' },
    { name: 'a delivered status', body: fixture('status-delivered'), kind: 'delivery' },
    { name: 'a failed status', body: fixture('status-failed'), kind: 'delivery' },
    { name: 'an opt-out told by a status', body: fixture('status-opted-out'), kind: 'delivery' },
    { name: 'a report', body: fixture('report'), kind: 'unknown' },
  ],
  unknownType: { topic: 'novelty', timestamp: '1639083206' },
  account: {
    baseUrl: connectly.defaultBaseUrl,
    apiKey: 'ck_5d1e77',
    settings: { businessId: '1ca5c793-9859-4763-94fc-f82838fe6472', ownAddresses: ['+16044441234'] },
  },
  messages: [
    {
      id: '0196223e-7a10-7c5e-9d3b-5b1f6f0a1c2d',
      channel: 'whatsapp',
      to: { kind: 'phone', value: '+16315555500', canonical: '+16315555500' },
      from: { kind: 'phone', value: '+16044441234', canonical: '+16044441234' },
      text: 'We are open 9-17.',
    },
  ],
  template: { name: 'order_update', language: 'en', parameters: { body_1: 'A-17', body_2: 'tomorrow' } },
  accepted: [
    {
      answer: jsonAnswer(201, { id: '01FRRWW2ZAHD9GJ1SWY4VF2GBD' }),
      providerMessageId: '01FRRWW2ZAHD9GJ1SWY4VF2GBD',
    },
  ],
  refused: [
    {
      name: 'a closed service window',
      answer: jsonAnswer(400, {
        message: 'Message is outside of the eligibility window',
        type: 'ERROR_TYPE_FAILED_PRECONDITION',
        code: 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW',
      }),
      failure: 'window_closed',
    },
    {
      name: 'a customer who has opted out',
      answer: jsonAnswer(400, { code: 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT' }),
      failure: 'opted_out',
    },
    {
      name: 'a template that is not there',
      answer: jsonAnswer(400, { code: 'ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND' }),
      failure: 'rejected',
    },
    {
      name: 'a template that was deleted',
      answer: jsonAnswer(404, { code: 'ERROR_CODE_MESSAGE_TEMPLATE_DELETED' }),
      failure: 'rejected',
    },
    {
      name: 'a template with the wrong parameters',
      answer: jsonAnswer(400, { code: 'ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID' }),
      failure: 'rejected',
    },
    {
      name: 'a bad number',
      answer: jsonAnswer(400, { code: 'ERROR_CODE_PHONE_NUMBER_BAD_FORMAT' }),
      failure: 'rejected',
    },
    {
      name: 'a missing key',
      answer: jsonAnswer(401, { type: 'ERROR_TYPE_AUTHENTICATION' }),
      failure: 'misconfigured',
    },
    { name: 'an acceptance without an id', answer: jsonAnswer(200, {}), failure: 'uncertain' },
    {
      name: 'a gateway that lost its server',
      answer: textAnswer(502, '<html></html>'),
      failure: 'uncertain',
    },
  ],
});
