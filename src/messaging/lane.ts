import { createHash } from 'node:crypto';
import { addressKey, type Address } from './address.js';

/**
 * The name of the lane in which everything about one customer at one account is handled, one thing at a time. The address stands in it as a
 * digest only, because lane names travel through the queue.
 */
export function conversationLane(connectionId: string, address: Address): string {
  return subjectLane(connectionId, addressKey(address));
}

/** The lane of a subject that is no customer: an identity check, a message whose customer is not known. */
export function subjectLane(connectionId: string, subject: string): string {
  return `${connectionId}:${createHash('sha256').update(subject).digest('base64url').slice(0, 22)}`;
}
