import type { Address } from './address.js';
import type { Channel } from './channel.js';

/** A file that came with a message. `url` is the provider's and is never fetched by the engine. */
export type Attachment = {
  readonly url: string;
  readonly mimeType?: string;
  readonly filename?: string;
};

export type Location = { readonly latitude: number; readonly longitude: number; readonly name?: string };

/** What a customer sent us, in the words that every provider shares. */
export type InboundMessage = {
  /** The provider's id of this message, where it gives one. */
  readonly providerMessageId?: string;
  readonly channel: Channel;
  readonly from: Address;
  /** Our side. Absent where the provider does not say to whom the customer wrote (Integify). */
  readonly to?: Address;
  readonly senderName?: string;
  /** Plain text as the customer wrote it; empty when only files or a location came. */
  readonly text: string;
  readonly subject?: string;
  readonly attachments: readonly Attachment[];
  readonly location?: Location;
  /** The id of the button that was pressed, when the text is a button's label. */
  readonly buttonId?: string;
  /** The provider's id of the message this one answers. */
  readonly replyToId?: string;
  /** The advertisement or post the customer came from (WhatsApp click-to-chat). */
  readonly referral?: Readonly<Record<string, string>>;
  /** A machine wrote it (RFC 3834 headers): answering would start a loop. */
  readonly isAutomatic?: boolean;
  /** E-mail: the Message-ID, for threading. */
  readonly emailMessageId?: string;
};
