import type { Bytes, LedgerEnvelope, LedgerPayload } from '../contacts/ledger/entry-hash.js';
import { hex, type ChainEnd } from '../contacts/ledger/ledger-chain.js';
import type { Database } from '../platform/database/database.js';

const PAGE_SIZE = 2_000;
/** Before any position, so that an entry that was slipped in below 1 is read too. */
const BEFORE_ALL = -(2n ** 63n);

/** An entry as it stands in the database, with its hashes. Without a salt its payload was erased. */
export type StoredEntry = {
  readonly envelope: LedgerEnvelope;
  readonly payload: LedgerPayload;
  readonly payloadSalt: Uint8Array | undefined;
  readonly prevHash: Uint8Array;
  readonly rowHash: Bytes;
};

/** Entries in the order of the chain, with the head as it was when they were read. */
export type LedgerPage = { readonly entries: readonly StoredEntry[]; readonly head: ChainEnd | undefined };

type EntryRow = {
  readonly id: string;
  readonly chain_position: bigint;
  readonly contact_id: string;
  readonly subject_hash: Uint8Array;
  readonly action: string;
  readonly scope: string;
  readonly source: string;
  readonly changed: boolean;
  readonly channel: string | null;
  readonly rule_id: string | null;
  readonly detector_version: string | null;
  readonly connection_id: string | null;
  readonly inbox_id: string | null;
  readonly actor: string;
  readonly occurred_at: Date;
  readonly received_at: Date;
  readonly payload_hash: Uint8Array;
  readonly prev_hash: Uint8Array;
  readonly row_hash: Bytes;
  readonly payload_salt: Uint8Array | null;
  readonly address: string | null;
  readonly text: string | null;
  readonly normalised: string | null;
  readonly matched_span: string | null;
  readonly reason: string | null;
};

type PageRow = (EntryRow | { readonly id: null }) & {
  readonly head_position: bigint | null;
  readonly head_hash: Bytes | null;
};

/**
 * Reads the whole ledger, a page at a time. A page and its head come from one statement, and so from one moment: the last page ends
 * where its head points, however much is appended meanwhile.
 */
export async function* ledgerPages(database: Database): AsyncGenerator<LedgerPage> {
  let after = BEFORE_ALL;
  for (;;) {
    const rows = await database.$queryRaw<PageRow[]>`
      select head.position as head_position, head.hash as head_hash, entry.*
        from (select 1) as one
        left join ledger_head head on head.id = 1
        left join (select id::text, chain_position, contact_id::text, subject_hash, action, scope, source, changed, channel, rule_id,
                          detector_version, connection_id::text, inbox_id::text, actor, occurred_at, received_at, payload_hash,
                          prev_hash, row_hash, payload_salt, address, text, normalised, matched_span, reason
                     from consent_event
                    where chain_position > ${after}
                    order by chain_position
                    limit ${PAGE_SIZE}) as entry on true
       order by entry.chain_position`;
    const found = rows.flatMap((row) => (row.id === null ? [] : [row]));
    yield { entries: found.map(storedEntry), head: headOf(rows[0]) };
    const last = found.at(-1);
    if (last === undefined || found.length < PAGE_SIZE) return;
    after = last.chain_position;
  }
}

function headOf(row: PageRow | undefined): ChainEnd | undefined {
  const { head_position: position = null, head_hash: hash = null } = row ?? {};
  return position === null || hash === null ? undefined : { position: Number(position), hash };
}

function storedEntry(row: EntryRow): StoredEntry {
  return {
    envelope: {
      id: row.id,
      chainPosition: Number(row.chain_position),
      contactId: row.contact_id,
      subjectHash: hex(row.subject_hash),
      action: row.action,
      scope: row.scope,
      source: row.source,
      changed: row.changed,
      channel: row.channel,
      ruleId: row.rule_id,
      detectorVersion: row.detector_version,
      connectionId: row.connection_id,
      inboxId: row.inbox_id,
      actor: row.actor,
      occurredAt: row.occurred_at.toISOString(),
      receivedAt: row.received_at.toISOString(),
      payloadHash: hex(row.payload_hash),
    },
    payload: {
      address: row.address,
      matchedSpan: row.matched_span,
      normalised: row.normalised,
      reason: row.reason,
      text: row.text,
    },
    payloadSalt: row.payload_salt ?? undefined,
    prevHash: row.prev_hash,
    rowHash: row.row_hash,
  };
}
