import { parseAddress } from '../messaging/address.js';
import type { OutboundFile } from '../messaging/media.js';
import { readTemplate } from '../messaging/message-template.js';
import type { OutboundMessage } from '../messaging/outbound-message.js';
import type { Provider, ProviderAccount, ProviderRequest } from '../messaging/provider.js';
import { asArray, asFilledText, asObject } from '../messaging/untrusted.js';
import type { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links.js';
import { channelOf } from './message-events.js';
import type { MessageRow } from './locked-message.repository.js';

/** `undefined` when the provider has no such call; then the message must fail, and not look as if its process had died. */
export function requestFor(
  provider: Provider,
  message: MessageRow,
  account: ProviderAccount,
  links: UnsubscribeLinks,
): ProviderRequest | undefined {
  try {
    return provider.sendRequest(withWayOut(toOutbound(message), message.connectionId, links), account);
  } catch {
    return undefined;
  }
}

/** An e-mail with its link for unsubscribing, where Heed can be called by one; any other message as it is. */
function withWayOut(
  message: OutboundMessage,
  connectionId: string,
  links: UnsubscribeLinks,
): OutboundMessage {
  if (message.channel !== 'email') return message;
  const unsubscribeUrl = links.urlFor({ connectionId, address: message.to });
  return unsubscribeUrl === undefined ? message : { ...message, unsubscribeUrl };
}

/** The stored message in the words of the provider port, as what its last permit let it go. */
export function toOutbound(message: MessageRow): OutboundMessage {
  const to = parseAddress(message.theirAddress);
  if (to === undefined) throw new Error(`Message ${message.id} has no recipient.`);
  const from = message.ourAddress === null ? undefined : parseAddress(message.ourAddress);
  const inReplyTo = asFilledText(asObject(message.details)?.['inReplyTo']);
  const files = readFiles(message.attachments);
  const template = message.sentAs === 'template' ? readTemplate(message.template) : undefined;
  return {
    id: message.id,
    channel: channelOf(message.channel),
    to,
    text: message.text,
    ...(from !== undefined && { from }),
    ...(template !== undefined && { template }),
    ...(message.subject !== null && { subject: message.subject }),
    ...(files.length > 0 && { files }),
    ...(inReplyTo !== undefined && { inReplyTo }),
  };
}

/** The files of a stored message, whose decision counted them against the account's limit. */
function readFiles(json: unknown): readonly OutboundFile[] {
  return (asArray(json) ?? []).flatMap((item) => {
    const url = asFilledText(asObject(item)?.['url']);
    const mimeType = asFilledText(asObject(item)?.['mimeType']);
    return url === undefined ? [] : [{ url, ...(mimeType !== undefined && { mimeType }) }];
  });
}
