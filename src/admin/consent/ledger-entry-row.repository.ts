import type { Prisma } from '../../platform/database/generated/client.js';
import type { Shown } from '../http/api-docs.js';
import type { LedgerEntryView } from './consent.views.js';

/** The columns of a ledger entry that people see. */
export const ENTRY = {
  id: true,
  action: true,
  scope: true,
  source: true,
  changed: true,
  address: true,
  channel: true,
  text: true,
  matchedSpan: true,
  ruleId: true,
  detectorVersion: true,
  inboxId: true,
  actor: true,
  reason: true,
  occurredAt: true,
  receivedAt: true,
} satisfies Prisma.ConsentEventSelect;

type EntryRow = Prisma.ConsentEventGetPayload<{ select: typeof ENTRY }>;

export function viewOf({ ruleId, inboxId, ...entry }: EntryRow): Shown<LedgerEntryView> {
  return { ...entry, detectorRule: ruleId, eventId: inboxId };
}
