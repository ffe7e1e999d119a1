import type { MessageProgress } from '../events/domain-events.js';
import type { NewDomainEvent } from '../events/event-bus.js';
import { CHANNELS, type Channel } from '../messaging/channel.js';
import { parseAddress } from '../messaging/address.js';
import { conversationLane, subjectLane } from '../messaging/lane.js';
import type { MessageRow } from './locked-message.repository.js';

type ProgressName = Extract<NewDomainEvent['name'], `message.${string}`>;
type Progress = Exclude<ProgressName, 'message.received'>;

/** The domain event for a step of one of our messages, in the lane of its conversation. */
export function progressEvent(
  name: Progress,
  message: MessageRow,
  occurredAt: Date,
  error: { readonly code?: string | undefined; readonly reason?: string | undefined } = {},
): NewDomainEvent {
  const payload: MessageProgress = {
    channel: channelOf(message.channel),
    to: message.theirAddress,
    ...(message.ourAddress !== null && { from: message.ourAddress }),
    messageKind: message.kind,
    ...(error.code !== undefined && { errorCode: error.code }),
    ...(error.reason !== undefined && { reason: error.reason }),
  };
  return {
    name,
    lane: laneOfMessage(message),
    occurredAt,
    connectionId: message.connectionId,
    contactId: message.contactId,
    conversationId: message.conversationId,
    messageId: message.id,
    payload,
  };
}

/** The lane in which the customer's own messages are handled too. */
export function laneOfMessage(message: Pick<MessageRow, 'connectionId' | 'theirAddress'>): string {
  const address = parseAddress(message.theirAddress);
  return address === undefined
    ? subjectLane(message.connectionId, message.theirAddress)
    : conversationLane(message.connectionId, address);
}

export function channelOf(text: string): Channel {
  const channel = CHANNELS.find((known) => known === text);
  if (channel === undefined) throw new Error(`A stored message has the unknown channel ${text}.`);
  return channel;
}
