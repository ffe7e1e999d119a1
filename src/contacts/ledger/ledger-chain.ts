import { randomBytes } from 'node:crypto';
import type { Address } from '../../messaging/address.js';
import { payloadHash, rowHash, type Bytes, type LedgerEnvelope, type LedgerPayload } from './entry-hash.js';
import { subjectHash } from './subject-hash.js';

const SALT_BYTES = 16;

/** The end of the chain: the position and hash of its newest entry. */
export type ChainEnd = { readonly position: number; readonly hash: Bytes };

/** An entry that is about to be appended. */
export type LedgerDraft = {
  readonly id: string;
  readonly contactId: string;
  /** Whose word it is. It stands in the payload only if the payload says so. */
  readonly subject: Address;
  readonly action: string;
  readonly scope: string;
  readonly source: string;
  readonly changed: boolean;
  readonly channel: string | null;
  readonly ruleId: string | null;
  readonly detectorVersion: string | null;
  readonly connectionId: string | null;
  readonly inboxId: string | null;
  readonly actor: string;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly payload: LedgerPayload;
};

/** A draft in its place in the chain. */
export type ChainedEntry = {
  readonly draft: LedgerDraft;
  readonly position: number;
  readonly subjectHash: Bytes;
  readonly payloadSalt: Bytes;
  readonly payloadHash: Bytes;
  readonly prevHash: Bytes;
  readonly rowHash: Bytes;
};

/** Chains drafts to the end of the ledger, in the order given. */
export function chained(
  end: ChainEnd,
  subjectKey: Uint8Array,
  drafts: readonly LedgerDraft[],
): { readonly entries: readonly ChainedEntry[]; readonly end: ChainEnd } {
  const entries: ChainedEntry[] = [];
  let last = end;
  for (const draft of drafts) {
    const entry = chainedTo(last, subjectKey, draft);
    entries.push(entry);
    last = { position: entry.position, hash: entry.rowHash };
  }
  return { entries, end: last };
}

function chainedTo(last: ChainEnd, subjectKey: Uint8Array, draft: LedgerDraft): ChainedEntry {
  const salt = new Uint8Array(randomBytes(SALT_BYTES));
  const sealed = {
    position: last.position + 1,
    subjectHash: subjectHash(subjectKey, draft.subject),
    payloadSalt: salt,
    payloadHash: payloadHash(salt, draft.payload),
    prevHash: last.hash,
  };
  return { draft, ...sealed, rowHash: rowHash(last.hash, envelopeOf(draft, sealed)) };
}

/** The envelope of a draft once its place and its hashes are known. */
export function envelopeOf(
  draft: LedgerDraft,
  sealed: Pick<ChainedEntry, 'position' | 'subjectHash' | 'payloadHash'>,
): LedgerEnvelope {
  return {
    id: draft.id,
    chainPosition: sealed.position,
    contactId: draft.contactId,
    subjectHash: hex(sealed.subjectHash),
    action: draft.action,
    scope: draft.scope,
    source: draft.source,
    changed: draft.changed,
    channel: draft.channel,
    ruleId: draft.ruleId,
    detectorVersion: draft.detectorVersion,
    connectionId: draft.connectionId,
    inboxId: draft.inboxId,
    actor: draft.actor,
    occurredAt: draft.occurredAt.toISOString(),
    receivedAt: draft.receivedAt.toISOString(),
    payloadHash: hex(sealed.payloadHash),
  };
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
