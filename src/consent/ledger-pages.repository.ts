import type { Bytes, LedgerEnvelope, LedgerPayload } from '../contacts/ledger/entry-hash.js';
import type { ChainEnd } from '../contacts/ledger/ledger-chain.js';
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
  readonly subject_hash: string;
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
  readonly payload_hash: string;
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
 * Reads the ledger from the entry after a position on, a page at a time, and the next page while the last one is looked at. A page and its
 * head come from one statement, and so from one moment: the last page ends where its head points, however much is appended meanwhile.
 */
export async function* ledgerPages(database: Database, after?: number): AsyncGenerator<LedgerPage> {
  let reading = pageAfter(database, after === undefined ? BEFORE_ALL : BigInt(after));
  for (;;) {
    const rows = await reading;
    const found = rows.flatMap((row) => (row.id === null ? [] : [row]));
    const last = found.at(-1);
    const isLast = last === undefined || found.length < PAGE_SIZE;
    if (!isLast) {
      reading = pageAfter(database, last.chain_position);
      reading.catch(() => undefined); // It is told when it is awaited, if it ever is.
    }
    yield { entries: found.map(storedEntry), head: headOf(rows[0]) };
    if (isLast) return;
  }
}

function pageAfter(database: Database, after: bigint): Promise<PageRow[]> {
  return database.$queryRaw<PageRow[]>`
    select head.position as head_position, head.hash as head_hash, entry.*
      from (select 1) as one
      left join ledger_head head on head.id = 1
      left join (select id::text, chain_position, contact_id::text, encode(subject_hash, 'hex') as subject_hash, action, scope,
                        source, changed, channel, rule_id, detector_version, connection_id::text, inbox_id::text, actor,
                        occurred_at, received_at, encode(payload_hash, 'hex') as payload_hash, prev_hash, row_hash,
                        payload_salt, address, text, normalised, matched_span, reason
                   from consent_event
                  where chain_position > ${after}
                  order by chain_position
                  limit ${PAGE_SIZE}) as entry on true
     order by entry.chain_position`;
}

function headOf(row: PageRow | undefined): ChainEnd | undefined {
  const { head_position: position = null, head_hash: hash = null } = row ?? {};
  return position === null || hash === null ? undefined : { position: Number(position), hash };
}

function storedEntry(row: EntryRow): StoredEntry {
  return {
    // In the order in which they are hashed, which spares sorting them.
    envelope: {
      action: row.action,
      actor: row.actor,
      chainPosition: Number(row.chain_position),
      changed: row.changed,
      channel: row.channel,
      connectionId: row.connection_id,
      contactId: row.contact_id,
      detectorVersion: row.detector_version,
      id: row.id,
      inboxId: row.inbox_id,
      occurredAt: row.occurred_at.toISOString(),
      payloadHash: row.payload_hash,
      receivedAt: row.received_at.toISOString(),
      ruleId: row.rule_id,
      scope: row.scope,
      source: row.source,
      subjectHash: row.subject_hash,
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
