import { readJson } from '../../messaging/json-limits.js';
import type { AccountSettings } from '../../messaging/provider.js';
import type { ParsedWebhook } from '../../messaging/provider-event.js';
import { asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { digestKey, reportKey } from './connectly.event-key.js';
import { parseDeliveryStatus } from './connectly.delivery-status.parser.js';
import { parseMessage } from './connectly.message.parser.js';

const MAX_TOPIC_LENGTH = 100;

/**
 * Reads what Connectly posts under the topics `messages` and `delivery_status`. A message names no topic, and old and new
 * documentation disagree on several shapes, all of which are in use; each place that is documented is read.
 * Source: https://docs.connectly.ai/webhooks/payload-types
 */
export function parseWebhook(rawBody: Uint8Array, settings: AccountSettings): ParsedWebhook {
  const reading = readJson(rawBody);
  if (!reading.ok) return { readable: false, why: reading.why };
  const body = asObject(reading.value);
  if (body === undefined) return { readable: false, why: 'The body is not a JSON object.' };
  const topic = topicOf(body);
  switch (topic) {
    case 'messages':
      return parseMessage(body, settings);
    case 'delivery_status':
      return parseDeliveryStatus(body);
    case 'report':
      return unknownEvent(topic, reportKey(body), 'Reports are not used.');
    default:
      if (topic.length > MAX_TOPIC_LENGTH)
        return { readable: false, why: 'The topic is too long to be one.' };
      return unknownEvent(topic, digestKey(topic, body), 'Connectly documents no topic of this name.');
  }
}

function topicOf(body: JsonObject): string {
  return (
    asFilledText(body.topic) ?? (asObject(body.statusUpdate) === undefined ? 'messages' : 'delivery_status')
  );
}

function unknownEvent(type: string, idempotencyKey: string, why: string): ParsedWebhook {
  return { readable: true, type, idempotencyKey, event: { kind: 'unknown', why } };
}
