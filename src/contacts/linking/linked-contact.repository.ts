import { isAddressKind, type Address } from '../../messaging/address.js';
import type { Transaction } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { ERASED } from '../erased-address.repository.js';
import type { LinkAct } from './link-words.js';

/** The contact that there is under this id now: the survivor, where it was joined into another. */
export async function presentContact(tx: Transaction, id: string): Promise<string> {
  const joined = await tx.joinedContact.findUnique({ where: { id }, select: { intoId: true } });
  return joined?.intoId ?? id;
}

/** Puts a join on record. Contacts that were joined into the one that goes now are found in the survivor. */
export async function noteJoin(
  tx: Transaction,
  move: { readonly from: string; readonly to: string },
  { actor, reason }: LinkAct,
  now: Date,
): Promise<void> {
  await tx.joinedContact.updateMany({ where: { intoId: move.from }, data: { intoId: move.to } });
  await tx.joinedContact.create({
    data: { id: move.from, intoId: move.to, actor, reason, joinedAt: now },
  });
}

/** The addresses of a contact that were not erased, the oldest first. */
export async function addressesOf(tx: Transaction, contactId: string): Promise<readonly Address[]> {
  const rows = await tx.contactAddress.findMany({
    where: { contactId, kind: { not: ERASED } },
    orderBy: [{ createdAt: 'asc' }, { kind: 'asc' }, { canonical: 'asc' }],
    select: { kind: true, value: true, canonical: true },
  });
  return rows.flatMap(({ kind, ...address }) => (isAddressKind(kind) ? [{ kind, ...address }] : []));
}

/** A contact without an address, for one that is unlinked from another. */
export async function newContact(tx: Transaction): Promise<string> {
  const id = newId();
  await tx.contact.create({ data: { id, consent: { create: {} } } });
  return id;
}
