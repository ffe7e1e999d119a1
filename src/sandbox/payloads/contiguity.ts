import { CONTIGUITY_EARLIER_EVENTS } from './contiguity-earlier.js';
import {
  aboutOurMessage,
  fromCustomer,
  jsonPayload,
  unixSeconds,
  type EventFields,
  type PayloadBuilder,
  type PayloadIds,
  type SampleEvent,
} from './webhook-payload.js';

const IDENTITY_STEPS = [
  'started',
  'processing',
  'verified',
  'failed',
  'requires_input',
  'manually_approved',
  'manually_denied',
  'completed',
] as const;

type Data = (fields: EventFields, ids: PayloadIds, seconds: number) => object;

/**
 * Every event of Contiguity: today's types first, then those of earlier formats that some accounts still get.
 * Source: https://docs.contiguity.com/api-reference/webhook/example-v2
 */
export const CONTIGUITY_EVENTS: ReadonlyMap<string, SampleEvent> = new Map([
  ['text.incoming.sms', fromCustomer(event('text.incoming.sms', incoming))],
  ['text.incoming.mms', fromCustomer(event('text.incoming.mms', incomingWithFile))],
  ['imessage.incoming', fromCustomer(event('imessage.incoming', incomingWithFiles))],
  ['whatsapp.incoming', fromCustomer(event('whatsapp.incoming', incomingWithFiles))],
  ['email.incoming', fromCustomer(event('email.incoming', email, 'v2025.12.7'))],
  ['text.delivery.confirmed', aboutOurMessage(event('text.delivery.confirmed', sent))],
  ['text.delivery.failed', aboutOurMessage(event('text.delivery.failed', failed))],
  ['text.cancelled', aboutOurMessage(event('text.cancelled', sent))],
  ['numbers.substitution', aboutOurMessage(event('numbers.substitution', substitution))],
  ['otp.reverse.verified', fromCustomer(event('otp.reverse.verified', otp))],
  ...IDENTITY_STEPS.map((step): [string, SampleEvent] => {
    const type = `identity.verification_session.${step}`;
    return [type, fromCustomer(event(type, identitySession))];
  }),
  [
    'identity.verification_report.generated',
    fromCustomer(event('identity.verification_report.generated', identityReport)),
  ],
  ...CONTIGUITY_EARLIER_EVENTS,
]);

function event(type: string, data: Data, apiVersion = 'v2025.9.7'): PayloadBuilder {
  return (fields, ids, now) => {
    const timestamp = unixSeconds(now);
    return jsonPayload({
      id: `evt_${ids.token}`,
      type,
      timestamp,
      api_version: apiVersion,
      data: data(fields, ids, timestamp),
    });
  };
}

function incoming(fields: EventFields, _ids: PayloadIds, timestamp: number): object {
  return { from: fields.customer, to: fields.own, body: fields.text, timestamp };
}

function incomingWithFile(fields: EventFields, ids: PayloadIds, timestamp: number): object {
  const url = fields.attachmentUrl ?? 'https://api.contiguity.com/attachments/sample/image.jpg';
  const file = { url, mime: 'image/jpeg', filename: 'image.jpg' };
  return { ...incoming(fields, ids, timestamp), attachments: [file] };
}

function incomingWithFiles(fields: EventFields, ids: PayloadIds, timestamp: number): object {
  if (fields.attachmentUrl !== undefined) return incomingWithFile(fields, ids, timestamp);
  return { ...incoming(fields, ids, timestamp), attachments: [] };
}

function email(fields: EventFields, ids: PayloadIds, timestamp: number): object {
  return {
    email_id: `in_email_${ids.token}`,
    from: { name: null, address: fields.customer, complete: `<${fields.customer}>` },
    to: { name: null, address: fields.own, complete: `<${fields.own}>` },
    cc: [],
    bcc: [],
    reply_to: null,
    subject: fields.subject ?? 'Some subject',
    body: { text: fields.text, html: '', raw: '' },
    timestamp,
    headers: { 'return-path': [{ address: fields.customer, name: '' }] },
    attachments: [],
  };
}

function sent(fields: EventFields, ids: PayloadIds, timestamp: number): object {
  const messageId = fields.messageId ?? `text_${ids.token}`;
  return { from: fields.own, to: fields.customer, message_id: messageId, timestamp };
}

function failed(fields: EventFields, ids: PayloadIds, timestamp: number): object {
  return { ...sent(fields, ids, timestamp), error: 'Carrier never provided delivery confirmation.' };
}

function substitution(fields: EventFields, ids: PayloadIds, timestamp: number): object {
  return {
    original_number: fields.own,
    used_number: '+15552222222',
    reason: 'requested_unavailable_random_used',
    message_id: fields.messageId ?? `text_${ids.token}`,
    timestamp,
  };
}

function otp(fields: EventFields, ids: PayloadIds): object {
  return { otp_id: fields.messageId ?? `r_otp_${ids.token}`, number: fields.customer, status: 'verified' };
}

/** Only `verification_report` is documented; the name of the session's id is not. */
function identitySession(fields: EventFields, ids: PayloadIds): object {
  return {
    verification_session: fields.messageId ?? `session_${ids.token}`,
    verification_report: `report_${ids.token}`,
  };
}

/** "Non-sensitive information such as age and country of residence"; the names of the fields are not documented. */
function identityReport(fields: EventFields, ids: PayloadIds): object {
  return { ...identitySession(fields, ids), age: 34, country: 'GM' };
}
