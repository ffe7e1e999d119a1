import type { DeliveryUpdate } from '../../messaging/delivery-update.js';
import type { IdentityStep } from '../../messaging/provider-event.js';
import { asFilledText, asText, storableText, type JsonObject } from '../../messaging/untrusted.js';
import { asAddress, firstFilledText, missing, type Reading } from './contiguity.reading.js';

const DELIVERY_TYPE = /^[a-z]+\.delivery\.(confirmed|failed)$/;
const CANCELLED_TYPE = /^(?:text|imessage|whatsapp)\.cancelled$/;
const MAX_REPORT_FIELDS = 20;

/**
 * Contiguity prints delivery events for texts only, and says that the other channels follow the same model, so any channel is read.
 *
 * A failed delivery is `undelivered`, never `failed`: its own error text admits that the carrier may merely not have confirmed. A
 * cancelled send is `undelivered` as well, because Contiguity warns that a send in flight may still go out; if it does, the
 * confirmation that follows counts.
 * Source: https://docs.contiguity.com/api-reference/webhook/example-v2
 */
export function isStatusType(type: string): boolean {
  return DELIVERY_TYPE.test(type) || CANCELLED_TYPE.test(type);
}

export function readStatus(type: string, data: JsonObject): Reading {
  const providerMessageId = asFilledText(data['message_id']);
  if (providerMessageId === undefined) return missing(type, 'message_id');
  const to = asAddress(data['to']);
  const from = asAddress(data['from']);
  return {
    kind: 'delivery',
    update: {
      providerMessageId,
      ...statusOf(type, data),
      ...(to === undefined ? {} : { to }),
      ...(from === undefined ? {} : { from }),
    },
  };
}

function statusOf(type: string, data: JsonObject): Pick<DeliveryUpdate, 'status' | 'error'> {
  if (CANCELLED_TYPE.test(type)) {
    return { status: 'undelivered', error: { text: 'The send was cancelled at Contiguity.' } };
  }
  if (DELIVERY_TYPE.exec(type)?.[1] === 'confirmed') return { status: 'delivered' };
  const text = asFilledText(data['error']) ?? 'Contiguity gave no reason.';
  return { status: 'undelivered', error: { text } };
}

export function readSubstitution(type: string, data: JsonObject): Reading {
  const providerMessageId = asFilledText(data['message_id']);
  if (providerMessageId === undefined) return missing(type, 'message_id');
  const originalNumber = asFilledText(data['original_number']);
  if (originalNumber === undefined) return missing(type, 'original_number');
  const usedNumber = asFilledText(data['used_number']);
  if (usedNumber === undefined) return missing(type, 'used_number');
  const reason = asFilledText(data['reason']) ?? 'not_given';
  return { kind: 'substitution', providerMessageId, originalNumber, usedNumber, reason };
}

export function readOtp(type: string, data: JsonObject): Reading {
  const otpId = asFilledText(data['otp_id']);
  if (otpId === undefined) return missing(type, 'otp_id');
  const number = asFilledText(data['number']);
  if (number === undefined) return missing(type, 'number');
  return { kind: 'otp', otpId, number };
}

/**
 * The step that a type of identity event reports. `completed` is in no list of types; the text on the report names it as the event that a
 * report comes with, which the list describes under `verified` ("the verification is complete", with the report's id), so it is read as that.
 */
export function identityStep(type: string): IdentityStep | undefined {
  switch (type) {
    case 'identity.verification_session.started':
      return 'started';
    case 'identity.verification_session.processing':
      return 'processing';
    case 'identity.verification_session.verified':
    case 'identity.verification_session.completed':
      return 'verified';
    case 'identity.verification_session.failed':
      return 'failed';
    case 'identity.verification_session.requires_input':
      return 'requires_input';
    case 'identity.verification_session.manually_approved':
      return 'manually_approved';
    case 'identity.verification_session.manually_denied':
      return 'manually_denied';
    case 'identity.verification_report.generated':
      return 'report_generated';
    default:
      return undefined;
  }
}

/** The fields of identity events are not published but for `verification_report`, so nothing in them is required. */
export function readIdentity(step: IdentityStep, data: JsonObject): Reading {
  const sessionId = firstFilledText(data, ['verification_session', 'verification_session_id']);
  const reportId = firstFilledText(data, ['verification_report', 'verification_report_id']);
  return {
    kind: 'identity',
    step,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(reportId === undefined ? {} : { reportId }),
    details: step === 'report_generated' ? plainFields(data) : {},
  };
}

/** Only the report is documented to be without sensitive content, so only its fields are kept; ids have their own place. */
function plainFields(data: JsonObject): Readonly<Record<string, string>> {
  const fields = Object.entries(data).flatMap(([name, value]): [string, string][] => {
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : asText(value);
    return text === undefined || name.startsWith('verification_') ? [] : [[storableText(name), text]];
  });
  return Object.fromEntries(fields.slice(0, MAX_REPORT_FIELDS));
}
