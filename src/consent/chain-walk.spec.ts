import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GENESIS_HASH } from '../contacts/ledger/entry-hash.js';
import { chained, envelopeOf, type ChainedEntry, type LedgerDraft } from '../contacts/ledger/ledger-chain.js';
import { ChainWalk } from './chain-walk.js';
import type { Finding } from './ledger-finding.js';
import type { StoredEntry } from './ledger-pages.repository.js';

const KEY = Buffer.alloc(32, 7);
const at = new Date(Date.UTC(2026, 3, 10, 12));

function draft(number: number, action: string = 'revoke'): LedgerDraft {
  const value = `+22076543${String(number).padStart(2, '0')}`;
  return {
    id: `0199c8f2-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`,
    contactId: '0199c8f2-1111-7000-8000-000000000001',
    subject: { kind: 'phone', value, canonical: value },
    action,
    scope: 'all',
    source: 'message',
    changed: number % 2 === 0,
    channel: 'sms',
    ruleId: 'keyword',
    detectorVersion: '1',
    connectionId: null,
    inboxId: null,
    actor: 'contact',
    occurredAt: at,
    receivedAt: at,
    payload: {
      address: value,
      matchedSpan: 'STOP',
      normalised: 'stop',
      reason: null,
      text: `STOP ${number} ü`,
    },
  };
}

function stored(entry: ChainedEntry): StoredEntry {
  const { payloadSalt, prevHash, rowHash } = entry;
  const { payload } = entry.draft;
  return { envelope: envelopeOf(entry.draft, entry), payload, payloadSalt, prevHash, rowHash };
}

function ledger(...drafts: LedgerDraft[]) {
  const { entries, end } = chained({ position: 0, hash: GENESIS_HASH }, KEY, drafts);
  return { entries: entries.map(stored), end };
}

function walked(entries: readonly StoredEntry[], end: Parameters<ChainWalk['end']>[0]): Finding[] {
  const walk = new ChainWalk();
  return [...entries.flatMap((entry) => walk.see(entry)), ...walk.end(end)];
}

function erased(entry: StoredEntry): StoredEntry {
  const payload = { address: null, matchedSpan: null, normalised: null, reason: null, text: null };
  return { ...entry, payload, payloadSalt: undefined };
}

/** Every entry that differs from this one in one bit of one member. */
function flips(entry: StoredEntry): fc.Arbitrary<StoredEntry> {
  const flipByte = (bytes: Uint8Array, at: number): Uint8Array => {
    const flipped = Uint8Array.from(bytes);
    const index = (at >> 3) % bytes.length;
    flipped[index] = (flipped[index] ?? 0) ^ (1 << (at & 7));
    return flipped;
  };
  const flipped = (value: string | number | boolean | null, at: number) => {
    if (typeof value === 'string') return Buffer.from(flipByte(Buffer.from(value), at)).toString('latin1');
    if (typeof value === 'number') return value ^ (1 << (at % 20));
    return value === null ? '' : !value;
  };
  const inPart = (part: 'envelope' | 'payload') =>
    fc
      .tuple(fc.constantFrom(...Object.entries(entry[part])), fc.nat(4000))
      .map(([[name, value], at]): StoredEntry => ({
        ...entry,
        [part]: { ...entry[part], [name]: flipped(value, at) },
      }));
  const inHash = fc
    .tuple(fc.constantFrom('prevHash' as const, 'rowHash' as const, 'payloadSalt' as const), fc.nat(4000))
    .map(([name, at]) => ({ ...entry, [name]: flipByte(entry[name] ?? new Uint8Array(1), at) }));
  return fc.oneof(inPart('envelope'), inPart('payload'), inHash);
}

describe('a walk along the chain', () => {
  const { entries, end } = ledger(draft(1), draft(2), draft(3), draft(4), draft(5));
  const [one, two, three, four, five] = entries;
  if (!one || !two || !three || !four || !five) throw new Error('five drafts make five entries');

  it('finds nothing in what was written', () => {
    expect(walked(entries, end)).toEqual([]);
    expect(walked([], { position: 0, hash: GENESIS_HASH })).toEqual([]);
  });

  it('finds every flipped bit of every member, and names the entry', () => {
    fc.assert(
      fc.property(flips(three), (tampered) => {
        const findings = walked([one, two, tampered, four, five], end);
        expect(findings.map(({ id }) => id)).toContain(tampered.envelope.id);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds a missing entry, at whichever end', () => {
    expect(walked([one, three, four, five], end)).toMatchObject([{ kind: 'missing', position: 3 }]);
    expect(walked([two, three, four, five], end)).toMatchObject([{ kind: 'missing', position: 2 }]);
    expect(walked([one, two, three, four], end)).toMatchObject([{ kind: 'head', position: 4 }]);
  });

  it('finds entries that changed places, and one that was slipped in', () => {
    const moved = (entry: StoredEntry, chainPosition: number): StoredEntry => ({
      ...entry,
      envelope: { ...entry.envelope, chainPosition },
    });
    const kinds = walked([one, moved(three, 2), moved(two, 3), four, five], end).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['broken_link', 'envelope']));
    expect(walked([moved(two, 0), ...entries], end)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'misplaced', position: 0 })]),
    );
    expect(walked([...entries, moved(two, 6)], end).map(({ kind }) => kind)).toContain('head');
  });

  it('finds an entry that was replaced by a well-made one', () => {
    const [other] = chained({ position: 1, hash: new Uint8Array(one.rowHash) }, KEY, [draft(9)]).entries;
    if (other === undefined) throw new Error('a draft makes an entry');
    expect(walked([one, stored(other), three, four, five], end)).toEqual([
      expect.objectContaining({ kind: 'broken_link', position: 3 }),
    ]);
  });

  it('accepts an erased payload exactly when a later entry says that it was erased', () => {
    const of = (action: string) => ({ ...draft(1, action), id: draft(6).id });
    const before = ledger(draft(1), draft(2), of('erase'));
    const [first, second, record] = before.entries;
    if (!first || !second || !record) throw new Error('three drafts make three entries');
    expect(walked([erased(first), second, record], before.end)).toEqual([]);
    expect(walked([first, erased(second), record], before.end)).toMatchObject([
      { kind: 'unrecorded_erasure', position: 2 },
    ]);
  });

  it('does not take a payload for erased because its salt is gone', () => {
    expect(walked([one, two, three, four, { ...five, payloadSalt: undefined }], end)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'payload', position: 5 })]),
    );
  });
});
