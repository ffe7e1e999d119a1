import type { Connection } from '../connections/connection.js';
import type { DomainEvent } from '../events/domain-events.js';
import { addressKey, parseAddress } from '../messaging/address.js';
import { isOwnAddress } from '../messaging/own-address.js';

/**
 * Whether a message came from one of our own addresses, at whichever account: two of our numbers that answer each other are a loop from
 * the first message on. An account knows its own echoes; the numbers of the others only we know.
 */
export function isFromUs(event: DomainEvent, connections: readonly Connection[]): boolean {
  if (event.name !== 'message.received') return false;
  const from = parseAddress(event.payload.from);
  if (from === undefined) return false;
  return connections.some(({ settings }) => {
    const sender = settings.senderId === undefined ? undefined : parseAddress(settings.senderId);
    return isOwnAddress(from, settings) || (sender !== undefined && addressKey(sender) === addressKey(from));
  });
}
