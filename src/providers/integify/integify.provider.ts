import type { Provider } from '../../messaging/provider.js';
import { parseWebhook } from './integify.parser.js';
import { readSendAnswer, sendRequest } from './integify.sender.js';
import { SIGNATURE_HEADER, signBody, verifySignature } from './integify.signature.js';

/** Integify, SMS in The Gambia. Sources: https://sms.integify.io/docs/webhooks and https://sms.integify.io/docs/faq */
export const integify: Provider = {
  name: 'integify',
  displayName: 'Integify',
  defaultBaseUrl: 'https://smsapi.integify.io',
  channels: ['sms'],
  sendRate: { perSecond: 10, burst: 20 },
  confirmsOptOut: false,
  mayOmitMessageId: true,
  keptHeaders: [SIGNATURE_HEADER, 'content-type', 'user-agent'],
  verify: verifySignature,
  sign: signBody,
  parse: parseWebhook,
  sendRequest,
  readSendAnswer,
};
