import type { ConsentState } from '../contacts/consent-state.js';
import { categoryConsentOf } from '../contacts/consent-standing.repository.js';
import { asObject, asText } from '../messaging/untrusted.js';
import type { Database, Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import { ZONE_ATTRIBUTE } from '../quiet-hours/zone-clock.js';
import { findAndLockMessage, type MessageRow } from './locked-message.repository.js';
import type { PermitConsent } from './permit.js';
import { accountStanding, sharedWithPermits, type AccountStanding } from './reply-limits.repository.js';
import type { SentAs } from './sent-as.js';

/** A queued message with what its permit depends on; the message and the contact's consent are locked until the transaction ends. */
export type LockedForPermit = {
  readonly message: MessageRow;
  readonly consent: PermitConsent;
  readonly conversation: {
    readonly pausedUntil: Date | undefined;
    readonly lastInboundAt: Date | undefined;
    /** As somebody wrote it: it may be no zone. */
    readonly contactZone: string | undefined;
  };
  readonly account: AccountStanding;
};

/** Which contact a message is for; `undefined` when it no longer waits to be sent. */
export async function contactOfQueued(database: Database, messageId: string): Promise<string | undefined> {
  const message = await database.message.findFirst({
    where: { id: messageId, status: 'queued' },
    select: { contactId: true },
  });
  return message?.contactId;
}

/**
 * Locks, in this order, the consent row (as STOP does) and the message. STOP takes both in the same order, so neither can slip between a
 * permit's question and its answer, and they cannot wait for each other.
 */
export async function lockForPermit(
  tx: Transaction,
  messageId: string,
  contactId: string,
): Promise<LockedForPermit | undefined> {
  const [consent] = await tx.$queryRaw<{ state: ConsentState; event_id: string | null }[]>`
    select state, event_id::text, ${sharedWithPermits} is null as locked
      from consent where contact_id = ${contactId}::uuid for update`;
  const message = await findAndLockMessage(tx, messageId);
  // Of the contact whose consent is locked: it may have been linked to another while this waited, and is asked about again.
  if (consent === undefined || message?.status !== 'queued' || message.contactId !== contactId)
    return undefined;
  // `spendSend` asks about the account again.
  const account = await accountStanding(tx, message);
  if (account === undefined) return undefined;
  return {
    message,
    consent: {
      state: consent.state,
      eventId: consent.event_id ?? undefined,
      ...(await categoryConsentOf(tx, message)),
    },
    conversation: await conversationStanding(tx, message),
    account,
  };
}

/** Read in a statement of its own, after the locks: one that waited for them would show it as it was before. */
async function conversationStanding(
  tx: Transaction,
  { conversationId, domainEventId }: MessageRow,
): Promise<LockedForPermit['conversation']> {
  const [row] = await tx.$queryRaw<
    {
      paused_until: Date | null;
      paused_by: string | null;
      last_inbound_at: Date | null;
      attributes: unknown;
    }[]
  >`
    select conversation.paused_until, conversation.paused_by_event_id::text as paused_by, conversation.last_inbound_at,
           contact.attributes
      from conversation join contact on contact.id = conversation.contact_id
     where conversation.id = ${conversationId}::uuid`;
  if (row === undefined) throw new Error(`The conversation ${conversationId} does not exist.`);
  // The rule that paused it may have said something with it: that still leaves.
  const isPausedByItself = row.paused_by !== null && row.paused_by === domainEventId;
  return {
    pausedUntil: isPausedByItself ? undefined : (row.paused_until ?? undefined),
    lastInboundAt: row.last_inbound_at ?? undefined,
    contactZone: asText(asObject(row.attributes)?.[ZONE_ATTRIBUTE]),
  };
}

/** `queued → sending`, with the attempt on record before anything leaves. @returns the number of the attempt. */
export async function beginSending(
  tx: Transaction,
  message: MessageRow,
  now: Date,
  grant: { readonly leaseMs: number; readonly consentEventId: string | undefined; readonly sentAs: SentAs },
): Promise<number> {
  const number = message.attempt + 1;
  const asTemplate = grant.sentAs === 'template' ? ', as its template' : '';
  const cause = `Permit granted, attempt ${number}${asTemplate}.`;
  const leaseUntil = new Date(now.getTime() + grant.leaseMs);
  await tx.$executeRaw`
    with begun as (
      update message
         set status = 'sending', attempt = ${number}, permitted_at = ${now}, lease_until = ${leaseUntil}, reason = null,
             consent_event_id = coalesce(consent_event_id, ${grant.consentEventId ?? null}::uuid), sent_as = ${grant.sentAs},
             updated_at = ${new Date()}
       where id = ${message.id}::uuid
    ), attempt as (
      insert into send_attempt (id, message_id, number, started_at)
      values (${newId()}::uuid, ${message.id}::uuid, ${number}, ${now})
    )
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    values (${newId()}::uuid, ${message.id}::uuid, 'queued', 'sending', ${cause}, ${now})`;
  return number;
}

/** `queued → expired | suppressed`. */
export async function endQueued(
  tx: Transaction,
  messageId: string,
  status: 'expired' | 'suppressed',
  reason: string,
  now: Date,
): Promise<void> {
  await tx.message.update({ where: { id: messageId }, data: { status, reason } });
  await recordChange(tx, messageId, 'queued', status, reason, now);
}

/** Stays queued; looked at again at `until`. */
export async function postpone(
  tx: Transaction,
  messageId: string,
  until: Date,
  reason: string,
): Promise<void> {
  await tx.message.update({
    where: { id: messageId },
    data: { nextAttemptAt: until, wokenAt: null, reason },
  });
}

/** Stays queued, and keeps its place in the queue of its account; the claim takes it up again when the account may send. */
export async function waitForTurn(database: Database, messageId: string): Promise<void> {
  await database.message.updateMany({
    where: { id: messageId, status: 'queued' },
    data: { wokenAt: null, reason: 'Waiting until its account may send again.' },
  });
}

/** One line of a message's history. */
export async function recordChange(
  tx: Transaction,
  messageId: string,
  fromStatus: string | null,
  toStatus: string,
  cause: string,
  at: Date,
): Promise<void> {
  await tx.statusChange.create({ data: { id: newId(), messageId, fromStatus, toStatus, cause, at } });
}
