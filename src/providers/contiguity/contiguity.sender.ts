import type { Channel } from '../../messaging/channel.js';
import type { OutboundMessage } from '../../messaging/outbound-message.js';
import type { ProviderAccount, ProviderRequest } from '../../messaging/provider.js';
import { apiUrl, authorization } from './contiguity.api.js';

/** A Message-ID (RFC 5322 3.6.4) that can stand in a header as it is: nothing in it may end the line. */
const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,990}>$/;
const CONTROL_CHARACTERS = /\p{Cc}+/gu;

/**
 * The call that sends one message. `from` is always named when it is known, because Contiguity picks a number of ours at
 * random otherwise, and the customer would be answered by a stranger. No fallback to another channel is asked for: consent was given
 * for this one.
 *
 * iMessage text goes out as it is. Contiguity reads markdown-like marks in it (`**`, `_`, `~~`, `__`) and documents no way
 * to escape them, so a text that holds a pair of them arrives formatted.
 *
 * Source: https://docs.contiguity.com/api-reference/product/text/send and its neighbours imessage, whatsapp, email.
 */
export function sendRequest(message: OutboundMessage, account: ProviderAccount): ProviderRequest {
  const from = message.from?.value ?? account.settings.senderId;
  const parties = { to: message.to.value, ...(from === undefined ? {} : { from }) };
  const body =
    message.channel === 'email'
      ? { ...parties, ...emailBody(message) }
      : { ...parties, message: message.text, ...attachments(message) };
  return {
    method: 'POST',
    url: apiUrl(account, sendPath(message.channel)),
    headers: { ...authorization(account), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** The addresses of the files; Contiguity fetches them. Source: https://docs.contiguity.com/api-reference/product/text/send */
function attachments({ files = [] }: OutboundMessage): { readonly attachments?: readonly string[] } {
  return files.length === 0 ? {} : { attachments: files.map(({ url }) => url) };
}

function sendPath(channel: Channel): string {
  switch (channel) {
    case 'sms':
    case 'mms':
      return '/send/text';
    case 'imessage':
      return '/send/imessage';
    case 'whatsapp':
      return '/send/whatsapp';
    case 'email':
      return '/send/email';
    default: {
      const never: never = channel;
      throw new Error(`Contiguity has no channel ${String(never)}`);
    }
  }
}

type EmailBody = {
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Marked as an automatic reply (RFC 3834), so that two auto-responders do not answer each other for ever. */
function emailBody(message: OutboundMessage): EmailBody {
  const answered = message.inReplyTo;
  const isThreaded = answered !== undefined && MESSAGE_ID.test(answered);
  return {
    subject: replySubject(message.subject),
    text: message.text,
    headers: {
      'Auto-Submitted': 'auto-replied',
      ...(isThreaded ? { 'In-Reply-To': answered, References: answered } : {}),
      ...unsubscribeHeaders(message.unsubscribeUrl),
    },
  };
}

/**
 * One-click unsubscribing. Both headers or none: the second one means nothing without an https address in the first.
 * They have to be covered by the DKIM signature, which Contiguity makes. Source: https://www.rfc-editor.org/rfc/rfc8058#section-3.1
 */
function unsubscribeHeaders(url: string | undefined): Readonly<Record<string, string>> {
  if (url === undefined) return {};
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function replySubject(subject: string | undefined): string {
  const line = (subject ?? '').replace(CONTROL_CHARACTERS, ' ').trim();
  if (line === '') return 'Re: your message';
  return /^re:/i.test(line) ? line : `Re: ${line}`;
}
