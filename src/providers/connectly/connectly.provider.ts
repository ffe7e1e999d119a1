import type { Provider } from '../../messaging/provider.js';
import { parseWebhook } from './connectly.parser.js';
import { webhookRegistration } from './connectly.registration.js';
import { readSendAnswer, sendRequest } from './connectly.sender.js';
import { SIGNATURE_HEADER, signBody, verifySignature } from './connectly.signature.js';

const DAY_MS = 24 * 3_600_000;

/** Connectly, WhatsApp. Sources: https://docs.connectly.ai/messaging/session-messages and https://docs.connectly.ai/webhooks/overview */
export const connectly: Provider = {
  name: 'connectly',
  displayName: 'Connectly',
  defaultBaseUrl: 'https://api.connectly.ai',
  channels: ['whatsapp'],
  sendRate: { perSecond: 200, burst: 200 },
  // Source: https://docs.connectly.ai/messaging/session-messages
  mediaLimits: { whatsapp: 1 },
  confirmsOptOut: false,
  mayOmitMessageId: false,
  keptHeaders: [SIGNATURE_HEADER, 'content-type', 'user-agent'],
  serviceWindowMs: { whatsapp: DAY_MS },
  templateChannels: ['whatsapp'],
  verify: verifySignature,
  sign: signBody,
  parse: parseWebhook,
  sendRequest,
  readSendAnswer,
  webhookRegistration,
};
