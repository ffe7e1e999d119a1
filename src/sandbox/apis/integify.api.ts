import { asArray, asFilledText } from '../../messaging/untrusted.js';
import { freshToken } from '../payloads/fresh-ids.js';
import { refused, type SandboxApi, type SendCall, type SendReading } from './sandbox-api.js';

/** Gambian numbers of seven or nine digits; others are not served. Source: https://sms.integify.io/docs/faq */
const GAMBIAN_NUMBER = /^\+220(?:\d{7}|\d{9})$/;

/**
 * Integify's send reference is not public: the request is the one that clients in use send, and the answers are this sandbox's best
 * guess, in the words of its webhooks.
 */
export const integifyApi: SandboxApi = {
  name: 'integify',
  sendRoutes: [{ path: '/api/v1/messages', channel: 'sms' }],
  apiKeyIn: ({ authorization }) => /^Bearer (\S+)$/.exec(authorization ?? '')?.[1],
  readSend,
  newMessageId: () => `msg_${freshToken()}`,
  success: ({ providerMessageId }) => ({ message_id: providerMessageId, status: 'queued' }),
  successWithoutId: () => ({ status: 'queued' }),
  error: ({ text }) => ({ error: text }),
  statuses: (_entry, isFailing) =>
    isFailing
      ? [{ status: 'failed', event: 'sms.failed' }]
      : [{ status: 'delivered', event: 'sms.delivered' }],
};

function readSend({ body, account }: SendCall): SendReading {
  if (body === undefined) return refused(400, 'The body has to be a JSON object.');
  const text = asFilledText(body.text);
  if (text === undefined) return refused(400, 'text is required');
  const numbers = asArray(body.phoneNumbers);
  const [to] = numbers ?? [];
  if (typeof to !== 'string') return refused(400, 'phoneNumbers has to hold phone numbers');
  if (numbers?.length !== 1) return refused(400, 'This sandbox takes one phone number per call');
  if (!GAMBIAN_NUMBER.test(to)) return refused(400, 'Only Gambian numbers (+220) can be reached');
  return { kind: 'send', send: { to, from: asFilledText(body.senderId) ?? account.ownAddress, text } };
}
