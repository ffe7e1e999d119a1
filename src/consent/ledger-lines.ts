import { hex, type ChainEnd } from '../contacts/ledger/ledger-chain.js';
import type { Database } from '../platform/database/database.js';
import { ledgerPages, type StoredEntry } from './ledger-pages.repository.js';

/**
 * The whole ledger as JSON Lines, piece by piece: one entry a line, with what is needed to verify it, and in the last line the head, so
 * that a file which was cut is known. The procedure is in docs/consent-ledger.md.
 */
export async function* ledgerLines(database: Database): AsyncGenerator<string> {
  let head: ChainEnd | undefined;
  for await (const page of ledgerPages(database)) {
    if (page.entries.length > 0) yield page.entries.map(lineOf).join('');
    head = page.head;
  }
  yield `${JSON.stringify({ head: head === undefined ? null : { position: head.position, hash: hex(head.hash) } })}\n`;
}

function lineOf({ envelope, payload, payloadSalt, prevHash, rowHash }: StoredEntry): string {
  const line = {
    envelope,
    payload: payloadSalt === undefined ? null : payload,
    payloadSalt: payloadSalt === undefined ? null : hex(payloadSalt),
    prevHash: hex(prevHash),
    rowHash: hex(rowHash),
  };
  return `${JSON.stringify(line)}\n`;
}
