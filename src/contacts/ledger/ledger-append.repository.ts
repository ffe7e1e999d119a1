import type { Transaction } from '../../platform/database/database.js';
import { chained, hex, type ChainedEntry, type LedgerDraft } from './ledger-chain.js';

type HeadRow = {
  readonly position: bigint;
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly subject_key: Uint8Array<ArrayBuffer>;
};

/**
 * Appends drafts to the ledger, in the order given. The head is locked until the transaction ends, so that the chain has one order; it
 * is the last lock that anybody takes, after the consent rows and the messages, and so nobody who holds it waits for another.
 */
export async function appendToLedger(tx: Transaction, drafts: readonly LedgerDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const [head] = await tx.$queryRaw<HeadRow[]>`
    select position, hash, subject_key from ledger_head where id = 1 for update`;
  if (head === undefined) throw new Error('The consent ledger has lost its head row.');
  const from = { position: Number(head.position), hash: head.hash };
  const { entries, end } = chained(from, head.subject_key, drafts);
  await tx.$executeRaw`
    insert into consent_event
    select * from json_populate_recordset(null::consent_event, ${JSON.stringify(entries.map(rowOf))}::json)`;
  await tx.$executeRaw`update ledger_head set position = ${end.position}, hash = ${end.hash} where id = 1`;
}

/** One parameter for all columns of all rows, whose names are those of the table: ten times faster than a parameter for each. */
function rowOf({ draft, position, ...hashes }: ChainedEntry) {
  return {
    id: draft.id,
    chain_position: position,
    contact_id: draft.contactId,
    subject_hash: bytea(hashes.subjectHash),
    action: draft.action,
    scope: draft.scope,
    source: draft.source,
    changed: draft.changed,
    channel: draft.channel,
    rule_id: draft.ruleId,
    detector_version: draft.detectorVersion,
    connection_id: draft.connectionId,
    inbox_id: draft.inboxId,
    actor: draft.actor,
    occurred_at: draft.occurredAt,
    received_at: draft.receivedAt,
    payload_hash: bytea(hashes.payloadHash),
    prev_hash: bytea(hashes.prevHash),
    row_hash: bytea(hashes.rowHash),
    payload_salt: bytea(hashes.payloadSalt),
    address: draft.payload.address,
    text: draft.payload.text,
    normalised: draft.payload.normalised,
    matched_span: draft.payload.matchedSpan,
    reason: draft.payload.reason,
  };
}

/** Source: https://www.postgresql.org/docs/current/datatype-binary.html */
function bytea(bytes: Uint8Array): string {
  return `\\x${hex(bytes)}`;
}
