import { hex, type ChainEnd } from '../contacts/ledger/ledger-chain.js';
import type { Database } from '../platform/database/database.js';

/** Where the chain ends now; `undefined` when the head row is gone. */
export async function ledgerHead(database: Database): Promise<ChainEnd | undefined> {
  const head = await database.ledgerHead.findUnique({ where: { id: 1 } });
  return head === null ? undefined : { position: Number(head.position), hash: head.hash };
}

/** The stored hashes at these positions, in hex. */
export async function rowHashesAt(
  database: Database,
  positions: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await database.consentEvent.findMany({
    where: { chainPosition: { in: positions.map(BigInt) } },
    select: { chainPosition: true, rowHash: true },
  });
  return new Map(rows.map(({ chainPosition, rowHash }) => [Number(chainPosition), hex(rowHash)]));
}
