import type { ProviderEvent } from '../../messaging/provider-event.js';
import {
  describeProviderConformance,
  jsonAnswer,
  jsonFixture,
  sampleAddress,
  textAnswer,
} from '../../../test/support/provider-conformance.js';
import { contiguity } from './contiguity.provider.js';

const KINDS: Readonly<Record<string, ProviderEvent['kind']>> = {
  'text-incoming-sms': 'message',
  'text-incoming-mms': 'message',
  'text-incoming-interim': 'message',
  'imessage-incoming': 'message',
  'whatsapp-incoming': 'message',
  'communications-incoming-sms': 'message',
  'communications-incoming-mms': 'message',
  'email-incoming': 'message',
  'email-incoming-older': 'message',
  'v1-sms': 'message',
  'text-delivery-confirmed': 'delivery',
  'text-delivery-failed': 'delivery',
  'text-cancelled': 'delivery',
  'imessage-cancelled': 'delivery',
  'whatsapp-cancelled': 'delivery',
  'numbers-substitution': 'substitution',
  'otp-reverse-verified': 'otp',
  'identity-started': 'identity',
  'identity-processing': 'identity',
  'identity-verified': 'identity',
  'identity-failed': 'identity',
  'identity-requires-input': 'identity',
  'identity-manually-approved': 'identity',
  'identity-manually-denied': 'identity',
  'identity-report-generated': 'identity',
};

const customer = sampleAddress('+15551234567');
const ours = sampleAddress('+15559876543');
const success = { id: 'req_1', timestamp: 1757550304652, api_version: 'v2026.8.2', object: 'response' };
const error = { ...success, id: 'err_1', object: 'error' };

describeProviderConformance(contiguity, {
  signature: { header: 'contiguity-signature', digest: /v1=(.*)$/, encoding: 'hex', toleranceMs: 300_000 },
  webhooks: Object.entries(KINDS).map(([name, kind]) => ({
    name,
    body: jsonFixture(new URL(`./fixtures/${name}.json`, import.meta.url)),
    kind,
  })),
  unknownType: {
    id: 'evt_1',
    type: 'facetime.incoming',
    timestamp: 1726502400,
    api_version: 'v2026.8.2',
    data: {},
  },
  account: { baseUrl: 'https://api.contiguity.com', apiKey: 'contiguity_sk_of_the_account', settings: {} },
  messages: [
    { id: 'm1', channel: 'sms', to: customer, from: ours, text: 'Hello' },
    { id: 'm2', channel: 'mms', to: customer, from: ours, text: 'Hello' },
    { id: 'm3', channel: 'imessage', to: customer, from: ours, text: 'Hello' },
    { id: 'm4', channel: 'whatsapp', to: customer, from: ours, text: 'Hello' },
    {
      id: 'm5',
      channel: 'email',
      to: sampleAddress('user@example.com'),
      from: sampleAddress('support@example.com'),
      subject: 'Opening hours',
      inReplyTo: '<msg_prior@example.com>',
      text: 'Hello',
    },
  ],
  accepted: [
    {
      answer: jsonAnswer(200, { ...success, data: { message_id: 'text_u98sZQCVsLvgBq80' } }),
      providerMessageId: 'text_u98sZQCVsLvgBq80',
    },
    { answer: jsonAnswer(200, { ...success, data: { email_id: 'eml_1' } }), providerMessageId: 'eml_1' },
  ],
  refused: [
    {
      name: 'a bad request',
      answer: jsonAnswer(400, { ...error, data: { error: 'Bad Request', status: 400 } }),
      failure: 'rejected',
    },
    {
      name: 'an error at the top level',
      answer: jsonAnswer(422, { message: 'Invalid number', status: 422 }),
      failure: 'rejected',
    },
    { name: 'an unknown path', answer: textAnswer(404, 'Not Found'), failure: 'rejected' },
    {
      name: 'a missing entitlement',
      answer: jsonAnswer(403, { ...error, data: { error: 'Forbidden', status: 403 } }),
      failure: 'misconfigured',
    },
    {
      name: 'an agreement to accept',
      answer: jsonAnswer(400, {
        ...error,
        data: { error: 'x', agreement_url: 'https://api.contiguity.com/entitlements/imessage' },
      }),
      failure: 'misconfigured',
    },
    { name: 'an account that cannot pay', answer: jsonAnswer(402, {}), failure: 'misconfigured' },
    {
      name: 'a redirect',
      answer: textAnswer(302, '', { location: 'https://example.com/' }),
      failure: 'misconfigured',
    },
    {
      name: 'a gateway’s error page',
      answer: textAnswer(502, '<html>Bad Gateway</html>'),
      failure: 'uncertain',
    },
    {
      name: 'a success without an id',
      answer: jsonAnswer(200, { ...success, data: {} }),
      failure: 'uncertain',
    },
    {
      name: 'a success that nobody can read',
      answer: textAnswer(200, '<html>OK</html>'),
      failure: 'uncertain',
    },
  ],
});
