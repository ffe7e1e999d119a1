import type { Provider } from '../../messaging/provider.js';
import { readSendAnswer } from './contiguity.errors.js';
import { lookup } from './contiguity.lookup.js';
import { parseWebhook } from './contiguity.parser.js';
import { sendRequest } from './contiguity.sender.js';
import { SIGNATURE_HEADER, signBody, verifySignature } from './contiguity.signature.js';

/** Contiguity: SMS, MMS, iMessage, WhatsApp and e-mail. Source: https://docs.contiguity.com */
export const contiguity: Provider = {
  name: 'contiguity',
  displayName: 'Contiguity',
  defaultBaseUrl: 'https://api.contiguity.com',
  channels: ['sms', 'mms', 'imessage', 'whatsapp', 'email'],
  // The API has a limit per second that is not published. Five is what its strictest documented channel takes at once
  // (iMessage: bursts of 5 a second and line). Above an unpublished limit it answers 429, which loses nothing.
  // Source: https://docs.contiguity.com/kb/compliance/imessage/caveats-limits
  sendRate: { perSecond: 5, burst: 5 },
  // Source: https://docs.contiguity.com/api-reference/product/text/send and its neighbours imessage and whatsapp.
  mediaLimits: { sms: 3, mms: 3, imessage: 10, whatsapp: 10 },
  confirmsOptOut: false,
  mayOmitMessageId: false,
  keptHeaders: [SIGNATURE_HEADER, 'content-type', 'user-agent'],
  verify: verifySignature,
  sign: signBody,
  parse: parseWebhook,
  sendRequest,
  readSendAnswer,
  lookup,
};
