import type { Address } from './address.js';

/** What a provider reports about a message it has accepted. `undelivered`: the carrier could not, or would not say. */
export const REPORTED_STATUSES = ['sent', 'delivered', 'read', 'undelivered'] as const;

export type ReportedStatus = (typeof REPORTED_STATUSES)[number];

/** One delivery status of one of our messages. */
export type DeliveryUpdate = {
  /** The id that the send call answered. Absent only when the provider gave us nothing but our own reference. */
  readonly providerMessageId?: string;
  /** Our message id, where the provider echoes it. */
  readonly reference?: string;
  readonly status: ReportedStatus;
  /** The customer, where the status names them. */
  readonly to?: Address;
  readonly from?: Address;
  readonly error?: { readonly code?: string; readonly text: string };
  /** The customer has opted out at the provider: our ledger has to learn it. */
  readonly isOptOut?: boolean;
};
