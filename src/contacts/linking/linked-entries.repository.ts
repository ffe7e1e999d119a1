import type { Transaction } from '../../platform/database/database.js';
import { ERASED } from '../erased-address.repository.js';
import { subjectHash } from '../ledger/subject-hash.js';
import { addressesOf } from './linked-contact.repository.js';

/**
 * Which ledger entries are about a contact: its own, those of contacts that were joined into it, and whatever its addresses said while
 * they belonged to somebody else. An entry keeps the contact it was made for, because the chain holds it.
 *
 * @returns a condition on the entries.
 */
export async function entriesAbout(tx: Transaction, contactId: string) {
  const joined = await tx.joinedContact.findMany({ where: { intoId: contactId }, select: { id: true } });
  return {
    OR: [
      { contactId: { in: [contactId, ...joined.map(({ id }) => id)] } },
      { subjectHash: { in: await subjectHashes(tx, contactId) } },
    ],
  };
}

async function subjectHashes(tx: Transaction, contactId: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const { subjectKey } = await tx.ledgerHead.findUniqueOrThrow({
    where: { id: 1 },
    select: { subjectKey: true },
  });
  const erased = await tx.contactAddress.findMany({
    where: { contactId, kind: ERASED },
    select: { canonical: true },
  });
  return [
    ...(await addressesOf(tx, contactId)).map((address) => subjectHash(subjectKey, address)),
    ...erased.map(({ canonical: hash }) => new Uint8Array(Buffer.from(hash, 'hex'))),
  ];
}
