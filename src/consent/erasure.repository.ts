import { Injectable } from '@nestjs/common';
import { recordConsent } from '../contacts/consent-ledger.repository.js';
import { ERASED } from '../contacts/erased-address.repository.js';
import { appendToLedger } from '../contacts/ledger/ledger-append.repository.js';
import { hex } from '../contacts/ledger/ledger-chain.js';
import { subjectHash } from '../contacts/ledger/subject-hash.js';
import { addressesOf } from '../contacts/linking/linked-contact.repository.js';
import type { Address } from '../messaging/address.js';
import { conversationLane } from '../messaging/lane.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import { eraseTraces } from './erased-traces.repository.js';

export type ErasureResult =
  | {
      readonly kind: 'erased';
      readonly ledgerEntries: number;
      readonly messages: number;
      readonly webhooks: number;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: string };

/** Forgets who a contact was. What is erased and what is left: docs/consent-ledger.md. */
@Injectable()
export class Erasure {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Erases a contact in one transaction, under the lock that a word of theirs would take. The consent stays, under the keyed hash of the
   * address, so that an opt-out outlives its owner's name. The ledger keeps its chain, and says that and why it was erased.
   */
  async erase(
    contactId: string,
    act: { readonly reason: string; readonly actor: string },
  ): Promise<ErasureResult> {
    return this.database.$transaction(async (tx) => {
      const [consent] = await tx.$queryRaw<{ state: string }[]>`
        select state from consent where contact_id = ${contactId}::uuid for update`;
      if (consent === undefined) return { kind: 'unknown' };
      const addresses = await addressesOf(tx, contactId);
      if (addresses.length === 0) return { kind: 'refused', why: 'This contact was erased already.' };
      if (await isUnderWay(tx, contactId, addresses)) {
        return {
          kind: 'refused',
          why: 'Something of this contact is being handled or sent now. Try again in a minute.',
        };
      }
      const now = this.clock.now();
      const traces = await eraseTraces(tx, contactId, now);
      if (consent.state === 'held') await settleHold(tx, addresses, act, now);
      const hashes = await hashAddresses(tx, contactId, addresses);
      // By whose words they are: an address may have been linked to other contacts before, and an entry keeps the contact it was made for.
      const ledgerEntries = await tx.$executeRaw`
        update consent_event
           set payload_salt = null, address = null, text = null, normalised = null, matched_span = null, reason = null
         where subject_hash = any(${hashes}::bytea[]) and payload_salt is not null and action <> 'erase'`;
      await appendToLedger(
        tx,
        addresses.map((subject) => ({ ...erasureEntry(contactId, act, now), id: newId(), subject })),
      );
      return { kind: 'erased', ledgerEntries, ...traces };
    });
  }
}

/** Nobody can be asked any more what they meant, so it is taken for a stop. */
async function settleHold(
  tx: Transaction,
  [address]: readonly Address[],
  { reason, actor }: { readonly reason: string; readonly actor: string },
  now: Date,
): Promise<void> {
  if (address === undefined) return;
  const source = 'administrator';
  await recordConsent(tx, [
    { address, action: 'revoke', scope: 'all', source, saidAt: now, receivedAt: now, actor, reason },
  ]);
}

function erasureEntry(contactId: string, { reason, actor }: { reason: string; actor: string }, now: Date) {
  return {
    contactId,
    action: 'erase',
    scope: 'all',
    source: 'administrator',
    changed: false,
    channel: null,
    ruleId: null,
    detectorVersion: null,
    connectionId: null,
    inboxId: null,
    actor,
    occurredAt: now,
    receivedAt: now,
    payload: { address: null, matchedSpan: null, normalised: null, reason, text: null },
  };
}

/** What has not come to its end still needs its words: a reply that is being sent, an event that waits for its lane. */
async function isUnderWay(
  tx: Transaction,
  contactId: string,
  addresses: readonly Address[],
): Promise<boolean> {
  const connections = await tx.connection.findMany({ select: { id: true } });
  const lanes = connections.flatMap(({ id }) => addresses.map((address) => conversationLane(id, address)));
  const [found] = await tx.$queryRaw<{ is_under_way: boolean }[]>`
    select exists (select 1 from message where contact_id = ${contactId}::uuid and status = 'sending')
        or exists (select 1 from inbox_entry where lane = any(${lanes}) and state in ('received', 'dispatched'))
        or exists (select 1 from domain_event where lane = any(${lanes}) and state in ('pending', 'dispatched')) as is_under_way`;
  return found?.is_under_way !== false;
}

/** Two spellings never share a hash: what is hashed is the canonical form, and that is unique. @returns the hashes. */
async function hashAddresses(
  tx: Transaction,
  contactId: string,
  addresses: readonly Address[],
): Promise<readonly Uint8Array[]> {
  const { subjectKey } = await tx.ledgerHead.findUniqueOrThrow({
    where: { id: 1 },
    select: { subjectKey: true },
  });
  const hashes = addresses.map((address) => subjectHash(subjectKey, address));
  await tx.contactAddress.deleteMany({ where: { contactId, kind: { not: ERASED } } });
  await tx.contactAddress.createMany({
    data: hashes.map((hash) => ({ kind: ERASED, canonical: hex(hash), value: ERASED, contactId })),
  });
  return hashes;
}
