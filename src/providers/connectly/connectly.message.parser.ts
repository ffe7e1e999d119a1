import type { Attachment, InboundMessage, Location } from '../../messaging/inbound-message.js';
import type { AccountSettings } from '../../messaging/provider.js';
import type { ParsedWebhook, ProviderEvent } from '../../messaging/provider-event.js';
import {
  asArray,
  asFilledText,
  asFiniteNumber,
  asObject,
  asText,
  asUnixSeconds,
  type JsonObject,
} from '../../messaging/untrusted.js';
import { inboundMessageId, messageKey, usableId } from './connectly.event-key.js';
import { messageUlid } from './connectly.message-id.js';
import { customerOf, isOurs, ownSideOf } from './connectly.party.js';

const REFERRAL_FIELDS = [
  'ctwaClid',
  'sourceUrl',
  'sourceId',
  'sourceType',
  'headline',
  'body',
  'mediaType',
  'imageUrl',
  'videoUrl',
  'thumbnailUrl',
] as const;

type Content = Pick<InboundMessage, 'text' | 'attachments' | 'location' | 'buttonId'>;

export function parseMessage(body: JsonObject, settings: AccountSettings): ParsedWebhook {
  const event = readEvent(body, settings);
  if (event === undefined) return { readable: false, why: 'The message does not say who sent it.' };
  const occurredAt = asUnixSeconds(body.timestamp);
  return {
    readable: true,
    type: 'messages',
    idempotencyKey: messageKey(body),
    ...(occurredAt && { occurredAt }),
    event,
  };
}

function readEvent(body: JsonObject, settings: AccountSettings): ProviderEvent | undefined {
  const sender = asObject(body.sender);
  const from = customerOf(sender);
  if (from === undefined) return undefined;
  if (isOurs(sender, settings)) return { kind: 'echo' };
  const channelType = asFilledText(sender?.channelType) ?? 'whatsapp';
  if (channelType.toLowerCase() !== 'whatsapp') {
    return { kind: 'unknown', why: 'The message came on a channel other than WhatsApp.' };
  }
  const content = readContent(body);
  if (content === undefined) {
    return { kind: 'unknown', why: 'The message holds no text, file or location that can be read.' };
  }
  const message = asObject(body.message);
  const providerMessageId = inboundMessageId(body);
  const to = ownSideOf(asObject(body.recipient));
  const senderName = asFilledText(sender?.name);
  const replyTo = asObject(body.context)?.replyToId;
  const replyToId = messageUlid(replyTo) ?? usableId(replyTo);
  const referral = readReferral(asObject(message?.referral));
  return {
    kind: 'message',
    message: {
      ...(providerMessageId !== undefined && { providerMessageId }),
      channel: 'whatsapp',
      from,
      ...(to && { to }),
      ...(senderName !== undefined && { senderName }),
      ...content,
      ...(replyToId !== undefined && { replyToId }),
      ...(referral && { referral }),
    },
  };
}

/**
 * What the customer said. A pressed button is a `message` with a flag in old documentation and a `buttonResponse` beside an
 * absent message in newer; list answers are read by analogy, since their shape is not published.
 */
function readContent(body: JsonObject): Content | undefined {
  const message = asObject(body.message);
  const choice = asObject(body.buttonResponse) ?? asObject(body.listResponse);
  const text = asFilledText(message?.text) ?? asFilledText(choice?.text) ?? asText(message?.text);
  const attachmentList = asArray(message?.attachments) ?? asArray(body.attachments) ?? [];
  const location = readLocation(message?.location) ?? readLocation(body.location);
  if (text === undefined && attachmentList.length === 0 && location === undefined) return undefined;
  const buttonId = readButtonId(choice);
  return {
    text: text ?? '',
    attachments: attachmentList.flatMap((item) => readAttachment(item) ?? []),
    ...(location && { location }),
    ...(buttonId !== undefined && { buttonId }),
  };
}

/**
 * The documentation calls the button's id `payload`; an `id` in the form of a message id is the message's own.
 * Source: https://docs.connectly.ai/message-api/webhook-api/webhook-payload
 */
function readButtonId(choice: JsonObject | undefined): string | undefined {
  const payload = asFilledText(choice?.payload);
  if (payload !== undefined) return payload;
  return messageUlid(choice?.id) === undefined ? asFilledText(choice?.id) : undefined;
}

/** Only web links: the page shows them, and a `javascript:` link must not get that far. */
function readAttachment(item: unknown): Attachment | undefined {
  const attachment = asObject(item);
  const url = asFilledText(attachment?.url);
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined;
  const filename = asFilledText(attachment?.filename);
  return { url, ...(filename !== undefined && { filename }) };
}

function readLocation(value: unknown): Location | undefined {
  const location = asObject(value);
  const latitude = asFiniteNumber(location?.latitude);
  const longitude = asFiniteNumber(location?.longitude);
  if (latitude === undefined || longitude === undefined) return undefined;
  const name = asFilledText(location?.name);
  return { latitude, longitude, ...(name !== undefined && { name }) };
}

function readReferral(referral: JsonObject | undefined): Readonly<Record<string, string>> | undefined {
  const fields = REFERRAL_FIELDS.flatMap((name) => {
    const text = asFilledText(referral?.[name]);
    return text === undefined ? [] : [[name, text] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
