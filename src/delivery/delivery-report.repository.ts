import { recordConsent } from '../contacts/consent-ledger.repository.js';
import { announceConsent } from '../contacts/consent-events.js';
import { addConversationSide } from '../contacts/conversation.repository.js';
import { lockContacts } from '../contacts/linking/contact-lock.repository.js';
import type { EventBus } from '../events/event-bus.js';
import { parseAddress } from '../messaging/address.js';
import { REPORTED_STATUSES, type ReportedStatus } from '../messaging/delivery-update.js';
import type { Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import { channelOf, progressEvent } from './message-events.js';
import { afterReport, isMessageStatus } from './message-status.js';
import { takeStep } from './message-step.repository.js';
import { findAndLockSent, lockMessage, type MessageRow } from './locked-message.repository.js';

type ReportRow = Prisma.DeliveryReportGetPayload<object>;

/** What a provider reported about one of our messages; `substituted` tells the number it really used. */
export type IncomingReport = {
  readonly connectionId: string;
  readonly inboxId: string;
  readonly providerMessageId?: string;
  readonly reference?: string;
  /** Canonical. */
  readonly theirAddress?: string;
  readonly status: ReportedStatus | 'substituted';
  readonly usedNumber?: string;
  readonly errorCode?: string;
  readonly errorText?: string;
  readonly isOptOut: boolean;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
};

/** How far back a report without a known id may be about one of our messages (see Provider.mayOmitMessageId). */
const RECIPIENT_MATCH_WINDOW_MS = 48 * 3_600_000;

/**
 * Stores reports and lets them move their messages. A report that comes before the send call has answered finds no message: it is
 * parked, and applied when the answer tells the id. Both sides lock the names that may join them before they lock the message, so
 * neither can miss the other, and they cannot wait for each other.
 */
export class DeliveryReports {
  constructor(private readonly bus: EventBus) {}

  /** Stores a report once, and applies it to its message if that is known. Handling it again (a replay) changes nothing. */
  async receive(
    tx: Transaction,
    report: IncomingReport,
    matchByRecipient: boolean,
  ): Promise<{ isMatched: boolean }> {
    const { isOptOut, theirAddress, ...named } = report;
    await lockReportNames(tx, matchByRecipient ? report : named);
    const message = await this.findAndLock(tx, report, matchByRecipient);
    const row = rowOf(report, message?.id);
    const { count } = await tx.deliveryReport.createMany({ data: [row], skipDuplicates: true });
    const isFirst = count === 1;
    // Whichever message it was about, ours or another system's at the same account: the person does not want more.
    if (isOptOut && isFirst)
      await learnOptOut(tx, message ?? { ...report, theirAddress: theirAddress ?? '' }, report);
    if (message === undefined) return { isMatched: false };
    const stored = isFirst ? row : await nameMessage(tx, { inboxId: report.inboxId }, message.id);
    await this.apply(tx, message, stored);
    return { isMatched: true };
  }

  /** A send call was answered: whatever was parked under its id now has its message. The caller holds the locks on its names. */
  async claimParked(
    tx: Transaction,
    message: MessageRow,
    matchByRecipientSince: Date | undefined,
  ): Promise<void> {
    const parked = await tx.deliveryReport.findMany({
      where: {
        connectionId: message.connectionId,
        messageId: null,
        ...parkedUnder(message, matchByRecipientSince),
      },
      orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
      take: 50,
    });
    for (const report of parked) {
      const current = await tx.message.findUniqueOrThrow({ where: { id: message.id } });
      if (isAboutAnother(report, current)) continue;
      await this.apply(tx, current, await nameMessage(tx, { id: report.id }, message.id));
    }
  }

  /** Most reports carry our own id, and then the message is found and locked at once; but never before the consent of an opt-out. */
  private async findAndLock(
    tx: Transaction,
    report: IncomingReport,
    byRecipient: boolean,
  ): Promise<MessageRow | undefined> {
    const { isOptOut, reference, connectionId, theirAddress } = report;
    if (!isOptOut && reference !== undefined) {
      const named = await findAndLockSent(tx, connectionId, reference);
      if (named !== undefined) return named;
    }
    const found = await this.find(tx, report, byRecipient);
    if (isOptOut) await lockRecipient(tx, theirAddress ?? found?.theirAddress);
    return found === undefined ? undefined : lockMessage(tx, found.id);
  }

  private async find(
    tx: Transaction,
    report: IncomingReport,
    byRecipient: boolean,
  ): Promise<Pick<MessageRow, 'id' | 'theirAddress'> | undefined> {
    const select = { id: true, theirAddress: true };
    const ours = { connectionId: report.connectionId, direction: 'outbound' };
    if (report.reference !== undefined) {
      const named = await tx.message.findFirst({ where: { ...ours, id: report.reference }, select });
      if (named !== null) return named;
    }
    if (report.providerMessageId !== undefined) {
      const named = await tx.message.findFirst({
        where: { ...ours, providerMessageId: report.providerMessageId },
        select,
      });
      if (named !== null) return named;
    }
    if (!byRecipient || report.theirAddress === undefined) return undefined;
    const newest = await tx.message.findFirst({
      where: {
        ...ours,
        providerMessageId: null,
        status: { in: ['sent', 'unknown'] },
        permittedAt: { gte: new Date(report.receivedAt.getTime() - RECIPIENT_MATCH_WINDOW_MS) },
        conversation: { contact: { addresses: { some: { kind: 'phone', canonical: report.theirAddress } } } },
      },
      orderBy: { createdAt: 'desc' },
      select,
    });
    return newest ?? undefined;
  }

  private async apply(tx: Transaction, message: MessageRow, report: ReportRow): Promise<void> {
    if (report.status === 'substituted') {
      const used = report.usedNumber === null ? undefined : parseAddress(report.usedNumber);
      if (used !== undefined) await addConversationSide(tx, message.conversationId, used);
      return;
    }
    const reported = REPORTED_STATUSES.find((status) => status === report.status);
    if (reported === undefined || !isMessageStatus(message.status)) return;
    const next = afterReport(message.status, reported);
    const learntId = message.providerMessageId === null ? report.providerMessageId : null;
    if (next === undefined && learntId === null) return;
    if (next === undefined) {
      await tx.message.update({ where: { id: message.id }, data: { providerMessageId: learntId } });
      return;
    }
    const reason = report.errorText;
    await takeStep(tx, message.id, {
      from: message.status,
      to: next,
      reason,
      failureKind: null,
      providerMessageId: learntId,
      cause: `The provider reported ${reported}${reason === null ? '' : `: ${reason}`}.`,
      at: laterOf(report.receivedAt, message.updatedAt),
    });
    const error = { code: report.errorCode ?? undefined, reason: report.errorText ?? undefined };
    await this.bus.append([progressEvent(`message.${reported}`, message, report.occurredAt, error)], tx);
  }
}

function rowOf(report: IncomingReport, messageId: string | undefined): ReportRow {
  const { connectionId, inboxId, status, occurredAt, receivedAt } = report;
  return {
    id: newId(),
    connectionId,
    inboxId,
    messageId: messageId ?? null,
    providerMessageId: report.providerMessageId ?? null,
    reference: report.reference ?? null,
    theirAddress: report.theirAddress ?? null,
    status,
    usedNumber: report.usedNumber ?? null,
    errorCode: report.errorCode ?? null,
    errorText: report.errorText ?? null,
    occurredAt,
    receivedAt,
  };
}

/** A report may have come before the step that it follows: a history is read in the order in which the steps were taken. */
function laterOf(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** The first report that is matched by its recipient tells the id; from then on, one with another id is about another message. */
function isAboutAnother(report: ReportRow, message: MessageRow): boolean {
  const ids = [report.providerMessageId, message.providerMessageId];
  return !ids.includes(null) && ids[0] !== ids[1];
}

function parkedUnder(
  message: MessageRow,
  matchByRecipientSince: Date | undefined,
): Prisma.DeliveryReportWhereInput {
  if (message.providerMessageId !== null) return { providerMessageId: message.providerMessageId };
  if (matchByRecipientSince === undefined) return { reference: message.id };
  return { theirAddress: canonicalRecipient(message), receivedAt: { gte: matchByRecipientSince } };
}

/** Under which address reports name the recipient of a message. */
export function canonicalRecipient(message: MessageRow): string {
  return parseAddress(message.theirAddress)?.canonical ?? message.theirAddress;
}

/** A report and the answer of its send call may come at the same time; whoever is second sees what the first wrote. */
export async function lockReportNames(
  tx: Transaction,
  names: Pick<IncomingReport, 'connectionId' | 'providerMessageId' | 'theirAddress'>,
): Promise<void> {
  const { connectionId, providerMessageId, theirAddress } = names;
  const keys = [
    ...(providerMessageId === undefined ? [] : [`${connectionId}/${providerMessageId}`]),
    ...(theirAddress === undefined ? [] : [`${connectionId}/to/${theirAddress}`]),
  ];
  if (keys.length === 0) return;
  // Always the id before the recipient, so that nobody waits for one with the other in hand.
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(key, 2)) is null as locked
      from (select key from unnest(${keys}::text[]) with ordinality as named(key, place) order by place) as ordered`;
}

/** Notes on a stored report which message it is about. */
async function nameMessage(
  tx: Transaction,
  where: { readonly id: string } | { readonly inboxId: string },
  messageId: string,
): Promise<ReportRow> {
  return tx.deliveryReport.update({ where, data: { messageId } });
}

/**
 * Takes the lock of the recipient's consent before that of the message, for what may have to record an opt-out afterwards: a STOP and a
 * linking of contacts take the two in this order too.
 */
export async function lockRecipient(tx: Transaction, theirAddress: string | undefined): Promise<void> {
  const address = theirAddress === undefined ? undefined : parseAddress(theirAddress);
  if (address !== undefined) await lockContacts(tx, [{ address }]);
}

/** Whom a provider refused to write to, and through which account; the message itself where it is ours. */
type Refused = {
  readonly theirAddress: string;
  readonly connectionId: string;
  readonly channel?: string;
  readonly provider?: string;
};

/** The provider knew of an opt-out that we did not: from now on we know it too. */
export async function learnOptOut(
  tx: Transaction,
  refused: Refused,
  source: { readonly receivedAt: Date; readonly inboxId?: string },
): Promise<void> {
  const address = parseAddress(refused.theirAddress);
  if (address === undefined) return;
  const recorded = await recordConsent(tx, [
    {
      address,
      action: 'revoke',
      scope: 'all',
      source: 'provider',
      ...(refused.channel !== undefined && { channel: channelOf(refused.channel) }),
      saidAt: source.receivedAt,
      receivedAt: source.receivedAt,
      actor: refused.provider ?? 'provider',
      reason: 'The provider refused a message because the recipient had opted out there.',
      connectionId: refused.connectionId,
      ...(source.inboxId !== undefined && { inboxId: source.inboxId }),
    },
  ]);
  await announceConsent(tx, recorded);
}
