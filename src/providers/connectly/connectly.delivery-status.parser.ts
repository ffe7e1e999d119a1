import type { DeliveryUpdate, ReportedStatus } from '../../messaging/delivery-update.js';
import type { ParsedWebhook } from '../../messaging/provider-event.js';
import { asFilledText, asObject, asUnixSeconds, type JsonObject } from '../../messaging/untrusted.js';
import { isOptOutCode, reportedError } from './connectly.errors.js';
import { statusKey, usableId } from './connectly.event-key.js';
import { messageUlid } from './connectly.message-id.js';
import { customerOf, ownSideOf } from './connectly.party.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `delivery_failure` is the oldest documentation's spelling of `delivery_failed`. */
const STATUSES: ReadonlyMap<string, ReportedStatus> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['delivery_failed', 'undelivered'],
  ['delivery_failure', 'undelivered'],
]);

/**
 * Reads a `delivery_status` event: here `sender` is our number and `recipient` the customer.
 * Source: https://docs.connectly.ai/webhooks/payload-types
 */
export function parseDeliveryStatus(body: JsonObject): ParsedWebhook {
  const statusUpdate = asObject(body.statusUpdate);
  const messageId = messageUlid(statusUpdate?.id) ?? usableId(statusUpdate?.id);
  const reference = readReference(body.callbackData);
  const subject = messageId ?? reference;
  const status = asFilledText(statusUpdate?.status);
  if (subject === undefined || status === undefined) {
    return {
      readable: false,
      why: 'The delivery status does not say which message it is about, or what became of it.',
    };
  }
  const reported = STATUSES.get(status);
  const occurredAt = asUnixSeconds(body.timestamp);
  return {
    readable: true,
    type: 'delivery_status',
    idempotencyKey: statusKey(subject, reported === 'undelivered' ? 'delivery_failed' : status),
    ...(occurredAt && { occurredAt }),
    event:
      reported === undefined
        ? { kind: 'unknown', why: 'Connectly documents no delivery status of this name.' }
        : {
            kind: 'delivery',
            update: {
              ...(messageId !== undefined && { providerMessageId: messageId }),
              ...(reference !== undefined && { reference }),
              status: reported,
              ...partiesOf(body),
              ...problemOf(reported, asObject(statusUpdate?.error)),
            },
          },
  };
}

function partiesOf(body: JsonObject): Pick<DeliveryUpdate, 'to' | 'from'> {
  const to = customerOf(asObject(body.recipient));
  const from = ownSideOf(asObject(body.sender));
  return { ...(to && { to }), ...(from && { from }) };
}

function problemOf(
  status: ReportedStatus,
  error: JsonObject | undefined,
): Pick<DeliveryUpdate, 'error' | 'isOptOut'> {
  const reported = status === 'undelivered' ? reportedError(error) : undefined;
  return { ...(reported && { error: reported }), ...(isOptOutCode(error?.code) && { isOptOut: true }) };
}

/** Our own message id, which `callbackData` carried out and brings back. Callback data of other systems is not ours to read. */
function readReference(callbackData: unknown): string | undefined {
  const id = asFilledText(asObject(callbackData)?.heedMessageId);
  return id !== undefined && UUID.test(id) ? id.toLowerCase() : undefined;
}
