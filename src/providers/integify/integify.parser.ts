import { isOwnAddress } from '../../messaging/own-address.js';
import { createHash } from 'node:crypto';
import { parseAddress } from '../../messaging/address.js';
import { readJson } from '../../messaging/json-limits.js';
import type { AccountSettings } from '../../messaging/provider.js';
import type { ParsedWebhook, ProviderEvent } from '../../messaging/provider-event.js';
import { asFilledText, asInstant, asObject, asText, type JsonObject } from '../../messaging/untrusted.js';
import { reportedError } from './integify.errors.js';

type Unreadable = Extract<ParsedWebhook, { readable: false }>;

const MAX_TYPE_LENGTH = 100;
const MAX_ID_LENGTH = 200; // An id is part of a database key, whose length is limited.

/**
 * Reads the events `sms.received`, `sms.delivered` and `sms.failed`. Everything but the type and what the event is about
 * is optional, since Integify's own test event leaves most of it out; fields we do not know are ignored, as it asks.
 * Source: https://sms.integify.io/docs/webhooks
 */
export function parseWebhook(rawBody: Uint8Array, settings: AccountSettings): ParsedWebhook {
  const reading = readJson(rawBody);
  if (!reading.ok) return unreadable(reading.why);
  const body = asObject(reading.value);
  if (body === undefined) return unreadable('The body is not a JSON object.');
  const type = asFilledText(body.type);
  if (type === undefined || type.length > MAX_TYPE_LENGTH) return unreadable('The event has no usable type.');

  const data = asObject(body.data) ?? {};
  const event = readEvent(type, data, settings);
  if ('readable' in event) return event;
  const occurredAt =
    asInstant(data.received_at) ??
    asInstant(data.delivered_at) ??
    asInstant(data.failed_at) ??
    asInstant(body.created_at);
  return {
    readable: true,
    type,
    idempotencyKey: idempotencyKey(rawBody, body, type, data),
    ...(occurredAt && { occurredAt }),
    event,
  };
}

function readEvent(type: string, data: JsonObject, settings: AccountSettings): ProviderEvent | Unreadable {
  switch (type) {
    case 'sms.received':
      return readMessage(data, settings);
    case 'sms.delivered':
    case 'sms.failed':
      return readDelivery(type, data);
    default:
      return { kind: 'unknown', why: 'Integify documents no event of this type.' };
  }
}

/**
 * A text without `body` is refused rather than taken for empty: if the field ever gets another name, a STOP may be in it,
 * and the quarantine is where a person will see it. Integify does not say to whom the customer wrote.
 */
function readMessage(data: JsonObject, settings: AccountSettings): ProviderEvent | Unreadable {
  const from = parseAddress(asText(data.from) ?? '');
  if (from === undefined) return unreadable('The message does not say who sent it.');
  // One of our own numbers wrote to another one: answering would be a conversation with ourselves.
  if (isOwnAddress(from, settings)) return { kind: 'echo' };
  const text = asText(data.body);
  if (text === undefined) return unreadable('The message has no body.');
  const to = parseAddress(settings.senderId ?? '');
  return { kind: 'message', message: { channel: 'sms', from, ...(to && { to }), text, attachments: [] } };
}

/** The status is told by the type; `data.status` only repeats it. */
function readDelivery(type: 'sms.delivered' | 'sms.failed', data: JsonObject): ProviderEvent | Unreadable {
  const messageId = asFilledText(data.message_id);
  const providerMessageId =
    messageId !== undefined && messageId.length <= MAX_ID_LENGTH ? messageId : undefined;
  const to = parseAddress(asText(data.to) ?? '');
  if (providerMessageId === undefined && to === undefined) {
    return unreadable('The delivery status names neither a message nor a recipient.');
  }
  const error = type === 'sms.failed' ? reportedError(data) : undefined;
  return {
    kind: 'delivery',
    update: {
      ...(providerMessageId !== undefined && { providerMessageId }),
      status: type === 'sms.failed' ? 'undelivered' : 'delivered',
      ...(to && { to }),
      ...(error && { error }),
    },
  };
}

/** The event's id; without one, a digest of what makes the event itself, so that a second delivery still has the same key. */
function idempotencyKey(rawBody: Uint8Array, body: JsonObject, type: string, data: JsonObject): string {
  const id = asFilledText(body.id);
  if (id !== undefined && id.length <= MAX_ID_LENGTH) return id;
  switch (type) {
    case 'sms.received':
      return digestKey(JSON.stringify([type, data.from, data.received_at, data.body]));
    case 'sms.delivered':
    case 'sms.failed':
      return digestKey(
        JSON.stringify([type, data.message_id ?? [data.to, data.delivered_at, data.failed_at]]),
      );
    default:
      return digestKey(rawBody);
  }
}

function digestKey(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function unreadable(why: string): Unreadable {
  return { readable: false, why };
}
