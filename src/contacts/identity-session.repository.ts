import { parseAddress, type Address } from '../messaging/address.js';
import type { Channel } from '../messaging/channel.js';
import type { Transaction } from '../platform/database/database.js';
import { CHANNELS } from '../messaging/channel.js';
import { resolveContact } from './contact.repository.js';
import { latestConversation, openConversation } from './conversation.repository.js';
import { ERASED } from './erased-address.repository.js';
import { presentContact } from './linking/linked-contact.repository.js';

/** Whose identity check a session is, and on which channel they want to hear about it. */
export type IdentityLink = {
  readonly connectionId: string;
  readonly sessionId: string;
  readonly address: Address;
  readonly channel: Channel;
};

/** Links a session to an address; a later link replaces an earlier one. */
export async function linkIdentitySession(tx: Transaction, link: IdentityLink): Promise<void> {
  const { connectionId, sessionId, address, channel } = link;
  const contactId = await resolveContact(tx, { address });
  const target = { contactId, channel, address: address.value };
  await tx.identitySession.upsert({
    where: { connectionId_sessionId: { connectionId, sessionId } },
    create: { connectionId, sessionId, ...target },
    update: target,
  });
}

/** The conversation in which a session's news belong; opened if the customer has none on that channel yet. */
export async function linkedConversation(
  tx: Transaction,
  connectionId: string,
  sessionId: string,
  now: Date,
): Promise<{ contactId: string; conversationId: string } | undefined> {
  const session = await tx.identitySession.findUnique({
    where: { connectionId_sessionId: { connectionId, sessionId } },
  });
  const theirAddress = session === null ? undefined : parseAddress(session.address);
  const channel = CHANNELS.find((known) => known === session?.channel);
  if (session === null || theirAddress === undefined || channel === undefined) return undefined;
  if (session.address === ERASED) return undefined;
  const contactId = await presentContact(tx, session.contactId);
  const sides = { connectionId, channel, theirAddress };
  const latest = await latestConversation(tx, sides);
  if (latest !== undefined) return { contactId, conversationId: latest.id };
  const opened = await openConversation(tx, { ...sides, contactId }, { now });
  return { contactId, conversationId: opened.id };
}

/** The latest step of a check that somebody linked. */
export async function noteStatus(
  tx: Transaction,
  connectionId: string,
  sessionId: string,
  status: string,
): Promise<void> {
  await tx.identitySession.updateMany({ where: { connectionId, sessionId }, data: { status } });
}
