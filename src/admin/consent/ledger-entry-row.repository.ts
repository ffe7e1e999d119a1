import { hex } from '../../contacts/ledger/ledger-chain.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Shown } from '../http/api-docs.js';
import type { ChainedEntryView, LedgerEntryView } from './consent.views.js';

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

/** And its place in the chain. */
export const CHAINED_ENTRY = {
  ...ENTRY,
  chainPosition: true,
  payloadSalt: true,
  prevHash: true,
  rowHash: true,
} satisfies Prisma.ConsentEventSelect;

type EntryRow = Prisma.ConsentEventGetPayload<{ select: typeof ENTRY }>;

type ChainedRow = Prisma.ConsentEventGetPayload<{ select: typeof CHAINED_ENTRY }>;

export function viewOf({ ruleId, inboxId, ...entry }: EntryRow): Shown<LedgerEntryView> {
  return { ...entry, detectorRule: ruleId, eventId: inboxId };
}

export function chainedViewOf({
  chainPosition,
  payloadSalt,
  prevHash,
  rowHash,
  ...entry
}: ChainedRow): Shown<ChainedEntryView> {
  return {
    ...viewOf(entry),
    position: Number(chainPosition),
    isErased: payloadSalt === null,
    prevHash: hex(prevHash),
    rowHash: hex(rowHash),
  };
}
