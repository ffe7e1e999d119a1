import type { ConsentState } from '../contacts/consent-state.js';
import type { Database, Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';

export type MessageRow = Prisma.MessageGetPayload<object>;

/** A queued message with what its permit depends on; the message and the contact's consent are locked until the transaction ends. */
export type LockedForPermit = {
  readonly message: MessageRow;
  readonly consent: { readonly state: ConsentState; readonly eventId: string | undefined };
  readonly conversation: { readonly pausedUntil: Date | undefined; readonly lastInboundAt: Date | undefined };
  readonly accountPausedUntil: Date | undefined;
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
    select state, event_id::text from consent where contact_id = ${contactId}::uuid for update`;
  await tx.$queryRaw`select 1 as locked from message where id = ${messageId}::uuid for update`;
  const message = await tx.message.findFirst({
    where: { id: messageId, status: 'queued' },
    include: { conversation: { select: { pausedUntil: true, lastInboundAt: true } } },
  });
  if (message === null || consent === undefined) return undefined;
  // Read, not locked: whoever waited here with the consent row in hand would keep a STOP waiting. `spendSend` asks again.
  const account = await tx.connection.findUnique({
    where: { id: message.connectionId },
    select: { pausedUntil: true },
  });
  if (account === null) return undefined;
  const { conversation, ...row } = message;
  return {
    message: row,
    consent: { state: consent.state, eventId: consent.event_id ?? undefined },
    conversation: {
      pausedUntil: conversation.pausedUntil ?? undefined,
      lastInboundAt: conversation.lastInboundAt ?? undefined,
    },
    accountPausedUntil: account.pausedUntil ?? undefined,
  };
}

/** `queued → sending`, with the attempt on record before anything leaves. @returns the number of the attempt. */
export async function beginSending(
  tx: Transaction,
  message: MessageRow,
  now: Date,
  leaseMs: number,
  consentEventId: string | undefined,
): Promise<number> {
  const number = message.attempt + 1;
  await tx.message.update({
    where: { id: message.id },
    data: {
      status: 'sending',
      attempt: number,
      permittedAt: now,
      leaseUntil: new Date(now.getTime() + leaseMs),
      reason: null,
      consentEventId: message.consentEventId ?? consentEventId ?? null,
    },
  });
  await tx.sendAttempt.create({ data: { id: newId(), messageId: message.id, number, startedAt: now } });
  await recordChange(tx, message.id, 'queued', 'sending', `Permit granted, attempt ${number}.`, now);
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
