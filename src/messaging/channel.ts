/** The kinds of conversation a provider can carry. MMS is SMS with attachments and shares its rules. */
export const CHANNELS = ['sms', 'mms', 'imessage', 'whatsapp', 'email'] as const;

export type Channel = (typeof CHANNELS)[number];

/**
 * Channels on which one person is one conversation: a customer who answers an SMS with a picture
 * is still in the same thread, though the provider calls it MMS.
 */
export function threadChannel(channel: Channel): Channel {
  return channel === 'mms' ? 'sms' : channel;
}
