import type { ReportedStatus } from '../messaging/delivery-update.js';

/** The states of an outbound message, in the order of the diagram in docs/message-states.md. */
export const MESSAGE_STATUSES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'undelivered',
  'failed',
  'unknown',
  'suppressed',
  'expired',
  'cancelled',
] as const;

export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** Every step a message may take. Whatever is not here does not happen. */
const NEXT: Readonly<Record<MessageStatus, readonly MessageStatus[]>> = {
  queued: ['sending', 'suppressed', 'expired', 'cancelled'],
  sending: ['sent', 'delivered', 'read', 'undelivered', 'queued', 'failed', 'unknown'],
  sent: ['delivered', 'read', 'undelivered'],
  undelivered: ['delivered', 'read'],
  delivered: ['read'],
  unknown: ['sent', 'delivered', 'read', 'undelivered'],
  read: [],
  failed: [],
  suppressed: [],
  expired: [],
  cancelled: [],
};

export function canBecome(from: MessageStatus, to: MessageStatus): boolean {
  return NEXT[from].includes(to);
}

/**
 * Where a provider's report moves a message; `undefined` when it changes nothing, because it came late, twice or out of order.
 * A report is also proof of acceptance: it settles `sending` and `unknown`.
 */
export function afterReport(status: MessageStatus, reported: ReportedStatus): MessageStatus | undefined {
  return canBecome(status, reported) ? reported : undefined;
}

export function isMessageStatus(text: string): text is MessageStatus {
  return MESSAGE_STATUSES.some((status) => status === text);
}
