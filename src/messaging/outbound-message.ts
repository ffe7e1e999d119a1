import type { Address } from './address.js';
import type { Channel } from './channel.js';
import type { OutboundFile } from './media.js';
import type { MessageTemplate } from './message-template.js';

/** What a provider needs to send one message. One recipient always, so that one answer belongs to one message. */
export type OutboundMessage = {
  /** Our id. Given to providers that echo a reference (Connectly's `callbackData`). */
  readonly id: string;
  readonly channel: Channel;
  readonly to: Address;
  /** Our number, address or page. The one the customer wrote to; absent only where the account has one sender. */
  readonly from?: Address;
  readonly text: string;
  /** Goes out instead of the text and the files; only on a channel of the provider's `templateChannels`. */
  readonly template?: MessageTemplate;
  readonly subject?: string;
  /** No more than the provider's `mediaLimits` for the channel. */
  readonly files?: readonly OutboundFile[];
  /** E-mail: the Message-ID that this message answers. */
  readonly inReplyTo?: string;
  /** E-mail: the https address that opts the recipient out when it is POSTed to (RFC 8058). */
  readonly unsubscribeUrl?: string;
};
