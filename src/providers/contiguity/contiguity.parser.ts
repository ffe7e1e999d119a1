import { createHash } from 'node:crypto';
import { readJson } from '../../messaging/json-limits.js';
import type { AccountSettings } from '../../messaging/provider.js';
import type { ParsedWebhook } from '../../messaging/provider-event.js';
import { asFilledText, asObject, asUnixSeconds, type JsonObject } from '../../messaging/untrusted.js';
import { readEmail } from './contiguity.email.js';
import { unreadable, type Reading } from './contiguity.reading.js';
import {
  identityStep,
  isStatusType,
  readIdentity,
  readOtp,
  readStatus,
  readSubstitution,
} from './contiguity.statuses.js';
import { incomingChannel, readText } from './contiguity.texts.js';

const MAX_NAME_LENGTH = 255; // Ids and types are short words (`evt_d61aCHRo18`); the id becomes a key in an index.

/**
 * Reads a webhook of any generation: the v2 envelope `{id, type, timestamp, api_version, data}`, or the older v1 shape
 * `{message, crumbs}` of accounts made before November 2024.
 *
 * A type that is not known is kept as `unknown`, because Contiguity adds types without notice and may stop sending to an endpoint that refuses them.
 * Source: https://docs.contiguity.com/api-reference/webhook/example-v2
 */
export function parseWebhook(rawBody: Uint8Array, settings: AccountSettings): ParsedWebhook {
  const body = readJson(rawBody);
  if (!body.ok) return { readable: false, why: body.why };
  const envelope = asObject(body.value);
  if (envelope === undefined) return { readable: false, why: 'The body is not a JSON object.' };
  const crumbs = asObject(envelope['crumbs']);
  return crumbs !== undefined && envelope['type'] === undefined
    ? readCrumbs(crumbs, settings)
    : readEnvelope(envelope, settings);
}

function readEnvelope(envelope: JsonObject, settings: AccountSettings): ParsedWebhook {
  const id = asName(envelope['id']);
  if (id === undefined) return { readable: false, why: 'The event has no usable id.' };
  const type = asName(envelope['type']);
  if (type === undefined) return { readable: false, why: 'The event has no usable type.' };
  const data = asObject(envelope['data']);
  const occurredAt = asUnixSeconds(data?.['timestamp']) ?? asUnixSeconds(envelope['timestamp']);
  return parsed({ type, idempotencyKey: id, occurredAt }, readData(type, data, id, settings));
}

function readData(
  type: string,
  data: JsonObject | undefined,
  id: string,
  settings: AccountSettings,
): Reading {
  const step = identityStep(type);
  if (step !== undefined) return readIdentity(step, data ?? {});
  const channel = incomingChannel(type);
  const isKnown = channel !== undefined || isStatusType(type) || READERS.has(type);
  if (!isKnown) return { kind: 'unknown', why: `Contiguity documents no event of the type ${type}.` };
  if (data === undefined) return unreadable(`A ${type} event needs data, which is missing or no object.`);
  if (channel === 'email') return readEmail(type, data, id, settings);
  if (channel !== undefined) return readText(type, channel, data, id, settings);
  const read = READERS.get(type) ?? readStatus;
  return read(type, data);
}

const READERS: ReadonlyMap<string, (type: string, data: JsonObject) => Reading> = new Map([
  ['numbers.substitution', readSubstitution],
  ['otp.reverse.verified', readOtp],
]);

/**
 * The v1 shape has no id, so the event is identified by its fields: two identical texts within one second count as one.
 * Source: https://docs.contiguity.com/api-reference/webhook/example
 */
function readCrumbs(crumbs: JsonObject, settings: AccountSettings): ParsedWebhook {
  const channel = asName(crumbs['type']);
  if (channel === undefined) return { readable: false, why: 'The v1 event has no usable crumbs.type.' };
  const fields = [crumbs['type'], crumbs['from'], crumbs['to'], crumbs['timestamp'], crumbs['message']];
  const idempotencyKey = `v1_${createHash('sha256').update(JSON.stringify(fields)).digest('hex')}`;
  const type = `v1.${channel}`;
  const heading = { type, idempotencyKey, occurredAt: asUnixSeconds(crumbs['timestamp']) };
  switch (channel) {
    case 'sms':
    case 'imessage':
    case 'whatsapp':
      return parsed(heading, readText(type, channel, crumbs, undefined, settings));
    default:
      return parsed(heading, {
        kind: 'unknown',
        why: `Contiguity documents no v1 event of the type ${channel}.`,
      });
  }
}

type Heading = {
  readonly type: string;
  readonly idempotencyKey: string;
  readonly occurredAt: Date | undefined;
};

function parsed({ type, idempotencyKey, occurredAt }: Heading, reading: Reading): ParsedWebhook {
  if (reading.kind === 'unreadable') return { readable: false, why: reading.why };
  return {
    readable: true,
    type,
    idempotencyKey,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    event: reading,
  };
}

function asName(value: unknown): string | undefined {
  const name = asFilledText(value);
  return name === undefined || name.length > MAX_NAME_LENGTH ? undefined : name;
}
