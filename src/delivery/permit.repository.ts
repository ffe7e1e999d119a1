import type { ConsentState } from '../contacts/consent-state.js';
import { categoryConsentOf } from '../contacts/consent-standing.repository.js';
import { asObject, asText } from '../messaging/untrusted.js';
import type { Database, Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import { ZONE_ATTRIBUTE } from '../quiet-hours/zone-clock.js';
import type { PermitConsent } from './permit.js';
import { accountStanding, sharedWithPermits, type AccountStanding } from './reply-limits.repository.js';
import type { SentAs } from './sent-as.js';

export type MessageRow = Prisma.MessageGetPayload<object>;

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
  await tx.$queryRaw`select 1 as locked from message where id = ${messageId}::uuid for update`;
  const message = await tx.message.findFirst({
    // Of the contact whose consent is locked: it may have been linked to another while this waited, and is asked about again.
    where: { id: messageId, status: 'queued', contactId },
    include: {
      conversation: {
        select: {
          pausedUntil: true,
          pausedByEventId: true,
          lastInboundAt: true,
          contact: { select: { attributes: true } },
        },
      },
    },
  });
  if (message === null || consent === undefined) return undefined;
  const { conversation, ...row } = message;
  // `spendSend` asks about the account again.
  const account = await accountStanding(tx, row);
  if (account === undefined) return undefined;
  return {
    message: row,
    consent: {
      state: consent.state,
      eventId: consent.event_id ?? undefined,
      ...(await categoryConsentOf(tx, message)),
    },
    conversation: {
      // The rule that paused it may have said something with it: that still leaves.
      pausedUntil:
        conversation.pausedByEventId !== null && conversation.pausedByEventId === row.domainEventId
          ? undefined
          : (conversation.pausedUntil ?? undefined),
      lastInboundAt: conversation.lastInboundAt ?? undefined,
      contactZone: asText(asObject(conversation.contact.attributes)?.[ZONE_ATTRIBUTE]),
    },
    account,
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
  await tx.message.update({
    where: { id: message.id },
    data: {
      status: 'sending',
      attempt: number,
      permittedAt: now,
      leaseUntil: new Date(now.getTime() + grant.leaseMs),
      reason: null,
      consentEventId: message.consentEventId ?? grant.consentEventId ?? null,
      sentAs: grant.sentAs,
    },
  });
  await tx.sendAttempt.create({ data: { id: newId(), messageId: message.id, number, startedAt: now } });
  const asTemplate = grant.sentAs === 'template' ? ', as its template' : '';
  const cause = `Permit granted, attempt ${number}${asTemplate}.`;
  await recordChange(tx, message.id, 'queued', 'sending', cause, now);
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
