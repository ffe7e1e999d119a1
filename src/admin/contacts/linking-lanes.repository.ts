import { findErased } from '../../contacts/erased-address.repository.js';
import { addressesOf } from '../../contacts/linking/linked-contact.repository.js';
import { lockLane } from '../../inbox/lane.repository.js';
import type { Address } from '../../messaging/address.js';
import { conversationLane, subjectLane } from '../../messaging/lane.js';
import type { Transaction } from '../../platform/database/database.js';

/**
 * Waits for every lane in which something of this contact, or of whoever has the address, may be handled: of each of their addresses at each
 * account, and of their identity checks. Lanes are taken in one order, so that two acts cannot wait for each other.
 *
 * @returns whether nobody has linked anything of theirs while this waited; otherwise it has to begin anew, with the lanes there are now.
 */
export async function lockLanesOf(tx: Transaction, contactId: string, address: Address): Promise<boolean> {
  const lanes = await lanesOf(tx, contactId, address);
  for (const lane of lanes) await lockLane(tx, lane);
  const now = await lanesOf(tx, contactId, address);
  return now.every((lane) => lanes.includes(lane));
}

/** In their order. */
async function lanesOf(tx: Transaction, contactId: string, address: Address): Promise<readonly string[]> {
  const owner = await ownerOf(tx, address);
  const contactIds = owner === undefined ? [contactId] : [contactId, owner];
  const addresses = [address];
  for (const id of contactIds) addresses.push(...(await addressesOf(tx, id)));
  const sessions = await tx.identitySession.findMany({ where: { contactId: { in: contactIds } } });
  const connections = await tx.connection.findMany({ select: { id: true } });
  const lanes = [
    ...connections.flatMap(({ id }) => addresses.flatMap((each) => lanesAt(id, each))),
    ...sessions.map(({ connectionId, sessionId }) => subjectLane(connectionId, `identity:${sessionId}`)),
  ];
  return [...new Set(lanes)].sort();
}

/** A one-time code comes in a lane of its number. */
function lanesAt(connectionId: string, address: Address): string[] {
  return [conversationLane(connectionId, address), subjectLane(connectionId, `otp:${address.value}`)];
}

/** Whoever has an address, or had it and was erased. */
async function ownerOf(tx: Transaction, address: Address): Promise<string | undefined> {
  const { kind, canonical } = address;
  const owner = await tx.contactAddress.findUnique({
    where: { kind_canonical: { kind, canonical } },
    select: { contactId: true },
  });
  const [erased] = owner === null ? await findErased(tx, [address]) : [];
  return owner?.contactId ?? erased?.contactId;
}
