import {
  aboutOurMessage,
  fromCustomer,
  jsonPayload,
  type EventFields,
  type PayloadIds,
  type SampleEvent,
  type WebhookPayload,
} from './webhook-payload.js';

/**
 * Every event of Integify. The data of `sms.failed` is not documented; it is made like that of `sms.delivered`.
 * Source: https://sms.integify.io/docs/webhooks
 */
export const INTEGIFY_EVENTS: ReadonlyMap<string, SampleEvent> = new Map([
  ['sms.received', fromCustomer(received)],
  ['sms.delivered', aboutOurMessage(delivered)],
  ['sms.failed', aboutOurMessage(failed)],
]);

function received(fields: EventFields, ids: PayloadIds, now: Date): WebhookPayload {
  const data = { from: fields.customer, body: fields.text, received_at: instant(now) };
  return envelope('sms.received', ids, now, data);
}

function delivered(fields: EventFields, ids: PayloadIds, now: Date): WebhookPayload {
  return envelope('sms.delivered', ids, now, {
    message_id: fields.messageId ?? `msg_${ids.token}`,
    to: fields.customer,
    status: 'delivered',
    delivered_at: instant(now),
  });
}

function failed(fields: EventFields, ids: PayloadIds, now: Date): WebhookPayload {
  return envelope('sms.failed', ids, now, {
    message_id: fields.messageId ?? `msg_${ids.token}`,
    to: fields.customer,
    status: 'failed',
    failed_at: instant(now),
    error: 'The operator could not deliver the message.',
  });
}

function envelope(type: string, ids: PayloadIds, now: Date, data: unknown): WebhookPayload {
  return jsonPayload({ id: `evt_${ids.token}`, type, created_at: instant(now), data });
}

/** `2026-04-10T12:01:30Z`: without the milliseconds that JavaScript writes. */
function instant(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
