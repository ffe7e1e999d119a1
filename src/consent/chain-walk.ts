import { GENESIS_HASH, payloadHash, rowHash } from '../contacts/ledger/entry-hash.js';
import { hex, type ChainEnd } from '../contacts/ledger/ledger-chain.js';
import type { Finding, FindingKind } from './ledger-finding.js';
import type { StoredEntry } from './ledger-pages.repository.js';

/** Follows the chain entry by entry, in the order of positions, and tells what is wrong with each. Knows no database. */
export class ChainWalk {
  private last: ChainEnd;
  private entryCount = 0;
  private erasedCount = 0;
  /** Erased entries, by subject, that no entry has accounted for yet. */
  private readonly unaccounted = new Map<string, StoredEntry[]>();

  /** @param from the entry that the first one to be seen has to follow; the beginning of the chain when absent. */
  constructor(from: ChainEnd = { position: 0, hash: GENESIS_HASH }) {
    this.last = from;
  }

  get entries(): number {
    return this.entryCount;
  }

  get erased(): number {
    return this.erasedCount;
  }

  see(entry: StoredEntry): Finding[] {
    const findings = [...this.placeOf(entry), ...contentOf(entry)];
    this.noteErasure(entry);
    this.entryCount += 1;
    this.last = { position: entry.envelope.chainPosition, hash: entry.rowHash };
    return findings;
  }

  /** Whether the chain ends where the head says, and whether every erasure is on record. */
  end(head: ChainEnd | undefined): Finding[] {
    const unrecorded = [...this.unaccounted.values()]
      .flat()
      .map((entry) =>
        finding('unrecorded_erasure', entry, 'Its payload is gone, and no later entry says why.'),
      );
    if (head !== undefined && head.position === this.last.position && isSame(head.hash, this.last.hash)) {
      return unrecorded;
    }
    const told = head === undefined ? 'is gone' : `points at position ${head.position}, ${hex(head.hash)}`;
    const detail = `The head ${told}; the newest entry is at position ${this.last.position}, ${hex(this.last.hash)}.`;
    return [...unrecorded, { kind: 'head', position: this.last.position, id: null, detail }];
  }

  private placeOf(entry: StoredEntry): Finding[] {
    const expected = this.last.position + 1;
    const { chainPosition } = entry.envelope;
    if (chainPosition < expected) return [finding('misplaced', entry, 'The chain begins at position 1.')];
    if (chainPosition > expected) {
      const detail =
        chainPosition === expected + 1
          ? `There is no entry at position ${expected}.`
          : `There are no entries at positions ${expected} to ${chainPosition - 1}.`;
      return [finding('missing', entry, detail)];
    }
    if (isSame(entry.prevHash, this.last.hash)) return [];
    return [
      finding('broken_link', entry, 'It does not follow the entry before it: one of the two is another.'),
    ];
  }

  private noteErasure(entry: StoredEntry): void {
    const { subjectHash, action } = entry.envelope;
    if (entry.payloadSalt === undefined) {
      this.erasedCount += 1;
      this.unaccounted.set(subjectHash, [...(this.unaccounted.get(subjectHash) ?? []), entry]);
    } else if (action === 'erase') {
      this.unaccounted.delete(subjectHash);
    }
  }
}

function contentOf(entry: StoredEntry): Finding[] {
  const findings: Finding[] = [];
  if (!isSame(rowHash(entry.prevHash, entry.envelope), entry.rowHash)) {
    findings.push(finding('envelope', entry, 'Its envelope or its hashes are not what was written.'));
  }
  const { payload, payloadSalt } = entry;
  if (payloadSalt === undefined) {
    if (Object.values(payload).some((value) => value !== null)) {
      findings.push(finding('payload', entry, 'It has no salt, as if it were erased, and holds a payload.'));
    }
  } else if (hex(payloadHash(payloadSalt, payload)) !== entry.envelope.payloadHash) {
    findings.push(finding('payload', entry, 'Its payload is not what was written.'));
  }
  return findings;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function finding(kind: FindingKind, { envelope }: StoredEntry, detail: string): Finding {
  return { kind, position: envelope.chainPosition, id: envelope.id, detail };
}
