import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

export type Bytes = Uint8Array<ArrayBuffer>;

/** The part of an entry that is kept for ever, and that the chain holds. Ids in lower case, hashes in hex, instants in ISO 8601 UTC. */
export type LedgerEnvelope = {
  readonly action: string;
  readonly actor: string;
  readonly chainPosition: number;
  readonly changed: boolean;
  readonly channel: string | null;
  readonly connectionId: string | null;
  readonly contactId: string;
  readonly detectorVersion: string | null;
  readonly id: string;
  readonly inboxId: string | null;
  readonly occurredAt: string;
  readonly payloadHash: string;
  readonly receivedAt: string;
  readonly ruleId: string | null;
  readonly scope: string;
  readonly source: string;
  readonly subjectHash: string;
};

/** The part of an entry that tells who it was and what they said; it can be erased, and the chain still holds. */
export type LedgerPayload = {
  readonly address: string | null;
  readonly matchedSpan: string | null;
  readonly normalised: string | null;
  readonly reason: string | null;
  readonly text: string | null;
};

/** What the first entry follows. */
export const GENESIS_HASH: Bytes = new Uint8Array(32);

/** SHA-256 of the previous entry's hash and this envelope: changing any entry changes every hash after it. */
export function rowHash(prevHash: Uint8Array, envelope: LedgerEnvelope): Bytes {
  return sha256(prevHash, canonicalJson(envelope));
}

/** Salted, so that nobody who has only the hash can find out a phone number by trying them all. */
export function payloadHash(salt: Uint8Array, payload: LedgerPayload): Bytes {
  return sha256(salt, canonicalJson(payload));
}

function sha256(before: Uint8Array, text: string): Bytes {
  return new Uint8Array(createHash('sha256').update(before).update(text, 'utf8').digest());
}
