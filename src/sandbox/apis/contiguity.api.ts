import type { Channel } from '../../messaging/channel.js';
import { asArray, asFilledText } from '../../messaging/untrusted.js';
import type { LedgerEntry } from '../ledger.js';
import { freshToken } from '../payloads/fresh-ids.js';
import { SAMPLE_EMAIL_ADDRESSES } from '../sample-addresses.js';
import { refused, type Refusal, type SandboxApi, type SendCall, type SendReading } from './sandbox-api.js';

const API_VERSION = 'v2026.8.2';

/** Source: https://docs.contiguity.com/api-reference/openapi-send.json */
export const contiguityApi: SandboxApi = {
  name: 'contiguity',
  sendRoutes: [
    { path: '/send/text', channel: 'sms' },
    { path: '/send/imessage', channel: 'imessage' },
    { path: '/send/whatsapp', channel: 'whatsapp' },
    { path: '/send/email', channel: 'email' },
  ],
  apiKeyIn: ({ authorization }) => /^Token (\S+)$/.exec(authorization ?? '')?.[1],
  readSend,
  newMessageId: (channel) => `${idPrefix(channel)}_${freshToken()}`,
  success: (entry, now) =>
    envelope(
      'response',
      now,
      entry.channel === 'email'
        ? { email_id: entry.providerMessageId }
        : { message_id: entry.providerMessageId },
    ),
  successWithoutId: (now) => envelope('response', now, {}),
  error: contiguityError,
  statuses,
};

/** `id` names the request, `timestamp` is in milliseconds. */
export function envelope(object: 'response' | 'error', now: Date, data: unknown): object {
  const id = `${object === 'error' ? 'err' : 'req'}_${freshToken()}`;
  return { id, timestamp: now.getTime(), api_version: API_VERSION, object, data };
}

export function contiguityError({ status, text }: Refusal, now: Date): object {
  return envelope('error', now, { error: text, status });
}

function readSend({ channel, contentType, body, account }: SendCall): SendReading {
  if (!/^application\/json\b/i.test(contentType)) {
    return refused(400, 'The Content-Type has to be application/json.');
  }
  if (body === undefined) return refused(400, 'The body has to be a JSON object.');
  const to = asFilledText(body.to);
  if (to === undefined) return refused(400, 'Missing required field: to');
  if (channel === 'email') return readEmail(body, to);
  const text = asFilledText(body.message);
  const hasFiles = (asArray(body.attachments) ?? []).length > 0;
  if (text === undefined && !hasFiles) return refused(400, 'Missing required field: message');
  const from = asFilledText(body.from) ?? account.ownAddress;
  return { kind: 'send', send: { to, from, text: text ?? '' } };
}

function readEmail(body: NonNullable<SendCall['body']>, to: string): SendReading {
  const subject = asFilledText(body.subject);
  if (subject === undefined) return refused(400, 'Missing required field: subject');
  const text = asFilledText(body.text) ?? asFilledText(body.html);
  if (text === undefined) return refused(400, 'Missing required field: text or html');
  const from = asFilledText(body.from) ?? SAMPLE_EMAIL_ADDRESSES.own;
  return { kind: 'send', send: { to, from, text, subject } };
}

/** Contiguity documents delivery events for texts only. */
function statuses({ channel }: LedgerEntry, isFailing: boolean): ReturnType<SandboxApi['statuses']> {
  if (channel !== 'sms' && channel !== 'mms') return [];
  return isFailing
    ? [{ status: 'failed', event: 'text.delivery.failed' }]
    : [{ status: 'delivered', event: 'text.delivery.confirmed' }];
}

function idPrefix(channel: Channel): string {
  switch (channel) {
    case 'sms':
    case 'mms':
      return 'text';
    case 'imessage':
      return 'imsg';
    case 'whatsapp':
      return 'wapp';
    case 'email':
      return 'eml';
    default: {
      const never: never = channel;
      throw new Error(`Contiguity has no channel ${String(never)}`);
    }
  }
}
