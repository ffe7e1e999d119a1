import { addressKey, type Address } from '../messaging/address.js';
import type { Transaction } from '../platform/database/database.js';
import { hex } from './ledger/ledger-chain.js';
import { subjectHash } from './ledger/subject-hash.js';

/** The kind of an address of which only the keyed hash is left. */
export const ERASED = 'erased';

type ErasedAddress = { readonly address: Address; readonly hash: string; readonly contactId: string };

/** Finds those of the addresses that were erased, by their keyed hash, and whose they were. */
export async function findErased(
  tx: Transaction,
  addresses: readonly Address[],
): Promise<readonly ErasedAddress[]> {
  if (addresses.length === 0) return [];
  const [head] = await tx.$queryRaw<{ subject_key: Uint8Array }[]>`
    select subject_key from ledger_head
     where id = 1 and exists (select 1 from contact_address where kind = ${ERASED})`;
  if (head === undefined) return [];
  const byHash = new Map(addresses.map((address) => [hex(subjectHash(head.subject_key, address)), address]));
  const rows = await tx.contactAddress.findMany({
    where: { kind: ERASED, canonical: { in: [...byHash.keys()] } },
    select: { canonical: true, contactId: true },
  });
  return rows.flatMap(({ canonical: hash, contactId }) => {
    const address = byHash.get(hash);
    return address === undefined ? [] : [{ address, hash, contactId }];
  });
}

/**
 * Gives erased addresses back to their contacts, because they write again: whoever opted out and was erased is still opted out.
 *
 * @returns contact ids by `addressKey`.
 */
export async function reviveErased(
  tx: Transaction,
  addresses: readonly Address[],
): Promise<ReadonlyMap<string, string>> {
  const found = await findErased(tx, addresses);
  if (found.length > 0) {
    await tx.contactAddress.deleteMany({
      where: { kind: ERASED, canonical: { in: found.map(({ hash }) => hash) } },
    });
    await tx.contactAddress.createMany({
      data: found.map(({ address: { kind, canonical, value }, contactId }) => ({
        kind,
        canonical,
        value,
        contactId,
      })),
    });
  }
  return new Map(found.map(({ address, contactId }) => [addressKey(address), contactId]));
}
