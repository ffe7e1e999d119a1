import type { Channel } from './channel.js';

/** Channels on which some provider can send files. Each says in `mediaLimits` how many. */
export const MEDIA_CHANNELS: readonly Channel[] = ['sms', 'mms', 'imessage', 'whatsapp'];

/** How many files one message may carry, by channel. A channel that is not named carries none. */
export type MediaLimits = Partial<Readonly<Record<Channel, number>>>;

/** A file as it goes out with a message. */
export type OutboundFile = { readonly url: string; readonly mimeType?: string };
