import { addressKey, parseAddress, type Address } from '../../messaging/address.js';
import type { Transaction } from '../../platform/database/database.js';

type Move = { readonly from: string; readonly to: string };

/**
 * Gives everything that one contact has to another, under the locks of both consent rows and of every lane of theirs. Messages come before
 * conversations, as in a delivery report. The ledger stays: an entry's contact is in the chain.
 */
export async function moveEverything(tx: Transaction, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`update contact_address set contact_id = ${to}::uuid where contact_id = ${from}::uuid`;
  await tx.$executeRaw`update message set contact_id = ${to}::uuid where contact_id = ${from}::uuid`;
  await tx.$executeRaw`update conversation set contact_id = ${to}::uuid where contact_id = ${from}::uuid`;
  await tx.$executeRaw`update identity_session set contact_id = ${to}::uuid where contact_id = ${from}::uuid`;
  await tx.$executeRaw`
    update decision set contact_id = ${to}::uuid
      from domain_event event where event.contact_id = ${from}::uuid and decision.domain_event_id = event.id`;
  await tx.$executeRaw`update domain_event set contact_id = ${to}::uuid where contact_id = ${from}::uuid`;
  await tx.$executeRaw`update webhook_call set contact_id = ${to}::uuid where contact_id = ${from}::uuid`;
  await tx.$executeRaw`update model_call set contact_id = ${to}::uuid where contact_id = ${from}::uuid`;
  await tx.$executeRaw`update flow_run set contact_id = ${to}::uuid where contact_id = ${from}::uuid`;
  await copyFirings(tx, { from, to });
  await tx.$executeRaw`delete from rule_firing where contact_id = ${from}::uuid`;
}

/** Ends a contact that has nothing any more. Whoever still waits for its consent row finds it gone, and asks whose the address is now. */
export async function removeContact(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`delete from consent_category where contact_id = ${id}::uuid`;
  await tx.$executeRaw`delete from consent where contact_id = ${id}::uuid`;
  await tx.$executeRaw`delete from contact where id = ${id}::uuid`;
}

/** What the survivor does not know yet of the person; where both know something, the survivor is believed. */
export async function mergeProfile(tx: Transaction, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    update contact survivor
       set name = coalesce(survivor.name, other.name), attributes = other.attributes || survivor.attributes, updated_at = now(),
           tags = array(select distinct tag from unnest(survivor.tags || other.tags) as tag order by tag)
      from contact other
     where survivor.id = ${to}::uuid and other.id = ${from}::uuid`;
}

/** Gives what belongs to one address of a contact to another contact. Cooldowns stay with both. */
export async function moveAddress(tx: Transaction, address: Address, { from, to }: Move): Promise<void> {
  await tx.contactAddress.update({
    where: { kind_canonical: { kind: address.kind, canonical: address.canonical } },
    data: { contactId: to },
  });
  const conversations = await conversationsWith(tx, address);
  await tx.$executeRaw`update message set contact_id = ${to}::uuid where conversation_id = any(${conversations}::uuid[])`;
  await tx.$executeRaw`update conversation set contact_id = ${to}::uuid where id = any(${conversations}::uuid[])`;
  await tx.$executeRaw`update flow_run set contact_id = ${to}::uuid where conversation_id = any(${conversations}::uuid[])`;
  const events = await tx.$queryRaw<{ id: string }[]>`
    select id::text from domain_event where contact_id = ${from}::uuid and conversation_id = any(${conversations}::uuid[])`;
  const eventIds = events.map(({ id }) => id);
  await tx.$executeRaw`update decision set contact_id = ${to}::uuid where domain_event_id = any(${eventIds}::uuid[])`;
  await tx.$executeRaw`update domain_event set contact_id = ${to}::uuid where id = any(${eventIds}::uuid[])`;
  await tx.$executeRaw`update webhook_call set contact_id = ${to}::uuid where domain_event_id = any(${eventIds}::uuid[])`;
  await tx.$executeRaw`update model_call set contact_id = ${to}::uuid where domain_event_id = any(${eventIds}::uuid[])`;
  await moveSessions(tx, address, { from, to });
  await copyFirings(tx, { from, to });
}

async function conversationsWith(tx: Transaction, address: Address): Promise<string[]> {
  const sides = await tx.conversationSide.findMany({
    where: { theirAddress: addressKey(address) },
    distinct: ['conversationId'],
    select: { conversationId: true },
  });
  return sides.map(({ conversationId }) => conversationId);
}

/** Sessions hold an address as it was written, so spellings are compared here. */
async function moveSessions(tx: Transaction, address: Address, { from, to }: Move): Promise<void> {
  const sessions = await tx.identitySession.findMany({ where: { contactId: from } });
  for (const { connectionId, sessionId, address: written } of sessions) {
    const owner = parseAddress(written);
    if (owner === undefined || addressKey(owner) !== addressKey(address)) continue;
    await tx.identitySession.update({
      where: { connectionId_sessionId: { connectionId, sessionId } },
      data: { contactId: to },
    });
  }
}

async function copyFirings(tx: Transaction, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    insert into rule_firing (rule_id, contact_id, channel, conversation_id, fired_at, recent_at)
    select rule_id, ${to}::uuid, channel, conversation_id, fired_at, recent_at from rule_firing where contact_id = ${from}::uuid
        on conflict (rule_id, contact_id, channel, conversation_id) do update
       set fired_at = greatest(rule_firing.fired_at, excluded.fired_at),
           recent_at = array(select at from unnest(rule_firing.recent_at || excluded.recent_at) as at order by at desc limit 20)`;
}
