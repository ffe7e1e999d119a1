import { isOwnAddress } from '../../messaging/own-address.js';
import { parseAddress, type Address } from '../../messaging/address.js';
import type { AccountSettings } from '../../messaging/provider.js';
import { asFilledText, asObject, asText, type JsonObject } from '../../messaging/untrusted.js';
import { isAutomaticMail, mailHeaders, messageIdOf } from './contiguity.mail-headers.js';
import { asAttachments, firstFilledText, missing, type Reading } from './contiguity.reading.js';
import { textOfHtml } from './text-of-html.js';

/**
 * An incoming e-mail, in today's shape (`from`/`to` are objects, `body` is `{text, html, raw}`) or the older one (`from`/`to` are texts,
 * `body` is `{type, content, raw_body}`).
 *
 * Only the sender in `from` is answered; `reply_to` is ignored, because consent belongs to the one who wrote.
 * The id is Contiguity's own, not the Message-ID: that stands, if anywhere, among the headers.
 * Source: https://docs.contiguity.com/api-reference/webhook/example-v2
 */
export function readEmail(type: string, data: JsonObject, id: string, settings: AccountSettings): Reading {
  const from = readContact(data['from']);
  if (from === undefined) return missing(type, 'from');
  const attachments = asAttachments(data['attachments']);
  const body = asObject(data['body']);
  const text = readBody(body) ?? (attachments.length > 0 ? '' : undefined);
  if (text === undefined) return missing(type, 'body');
  if (isOwnAddress(from.address, settings)) return { kind: 'echo' };
  const to = readContact(data['to'])?.address;
  const subject = asFilledText(data['subject']);
  const replyToId = asFilledText(data['in_reply_to']);
  const headers = mailHeaders(data['headers'], asText(body?.['raw']) ?? asText(body?.['raw_body']));
  const emailMessageId = messageIdOf(headers);
  return {
    kind: 'message',
    message: {
      providerMessageId: firstFilledText(data, ['email_id', 'message_id']) ?? id,
      channel: 'email',
      from: from.address,
      ...(to === undefined ? {} : { to }),
      ...(from.name === undefined ? {} : { senderName: from.name }),
      text,
      ...(subject === undefined ? {} : { subject }),
      attachments,
      ...(replyToId === undefined ? {} : { replyToId }),
      ...(emailMessageId === undefined ? {} : { emailMessageId }),
      ...(isAutomaticMail(headers) ? { isAutomatic: true } : {}),
    },
  };
}

/** The plain text, or the words of the HTML when that is all there is: a STOP is written in either. */
function readBody(body: JsonObject | undefined): string | undefined {
  if (body === undefined) return undefined;
  const plain = asFilledText(body['text']);
  if (plain !== undefined) return plain;
  const html = asFilledText(body['html']);
  if (html !== undefined) return textOfHtml(html);
  const content = asText(body['content']) ?? asText(body['text']);
  return content !== undefined && body['type'] === 'html' ? textOfHtml(content) : content;
}

type Contact = { readonly address: Address; readonly name?: string };

/** `{name, address}`, or a text: `ada@example.com`, `Ada <ada@example.com>`. */
function readContact(value: unknown): Contact | undefined {
  const written = asFilledText(value);
  const contact = asObject(value);
  const bracketed = /^([^<>]*)<([^<>]+)>$/.exec(written?.trim() ?? '');
  const address = parseAddress(bracketed?.[2] ?? written ?? asFilledText(contact?.['address']) ?? '');
  if (address?.kind !== 'email') return undefined;
  const name = asFilledText(contact?.['name']) ?? asFilledText(bracketed?.[1])?.trim();
  return name === undefined ? { address } : { address, name };
}
