import type { Channel } from '../../messaging/channel.js';
import type { AccountSettings } from '../../messaging/provider.js';
import { isOwnAddress } from '../../messaging/own-address.js';
import { asText, type JsonObject } from '../../messaging/untrusted.js';
import { asAddress, asAttachments, missing, type Reading } from './contiguity.reading.js';

/**
 * The channel of an incoming message's type, in every generation of the format: `text.incoming.sms` (today),
 * `text.incoming` (September 2025), `communications.incoming.sms` (November 2024). WhatsApp's name today is not documented; the
 * earlier `whatsapp.incoming` is accepted, with or without a further part.
 */
export function incomingChannel(type: string): Channel | undefined {
  switch (type) {
    case 'text.incoming':
    case 'text.incoming.sms':
    case 'communications.incoming.sms':
      return 'sms';
    case 'text.incoming.mms':
    case 'communications.incoming.mms':
      return 'mms';
    case 'imessage.incoming':
    case 'communications.incoming.imessage':
      return 'imessage';
    case 'email.incoming':
    case 'communications.incoming.email':
      return 'email';
    case 'communications.incoming.whatsapp':
      return 'whatsapp';
    default:
      return /^whatsapp\.incoming(?:\.|$)/.test(type) ? 'whatsapp' : undefined;
  }
}

/**
 * An incoming SMS, MMS, iMessage or WhatsApp message. The text is `body` today and was `message` before. A missing `to` is
 * no reason to refuse: a STOP has to be heeded even when it does not say which of our numbers it was sent to.
 * `id` is the event's: Contiguity uses it for the message too. `undefined` in v1, which has none.
 *
 * Source: https://docs.contiguity.com/api-reference/webhook/example-v2
 */
export function readText(
  type: string,
  channel: Channel,
  data: JsonObject,
  id: string | undefined,
  settings: AccountSettings,
): Reading {
  const from = asAddress(data['from']);
  if (from === undefined) return missing(type, 'from');
  const attachments = asAttachments(data['attachments']);
  const text = asText(data['body']) ?? asText(data['message']) ?? (attachments.length > 0 ? '' : undefined);
  if (text === undefined) return missing(type, 'body');
  if (isOwnAddress(from, settings)) return { kind: 'echo' };
  const to = asAddress(data['to']) ?? asAddress(settings.senderId);
  return {
    kind: 'message',
    message: {
      ...(id === undefined ? {} : { providerMessageId: id }),
      channel: type === 'text.incoming' && attachments.length > 0 ? 'mms' : channel,
      from,
      ...(to === undefined ? {} : { to }),
      text,
      attachments,
    },
  };
}
