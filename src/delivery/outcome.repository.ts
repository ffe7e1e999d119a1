import type { EventBus } from '../events/event-bus.js';
import type { SendFailure } from '../messaging/send-failure.js';
import type { Transaction } from '../platform/database/database.js';
import {
  canonicalRecipient,
  learnOptOut,
  lockRecipient,
  lockReportNames,
  type DeliveryReports,
} from './delivery-report.repository.js';
import { lockMessage, type MessageRow } from './locked-message.repository.js';
import { progressEvent } from './message-events.js';
import { canBecome, isMessageStatus } from './message-status.js';
import { takeStep } from './message-step.repository.js';
import type { Consequence } from './retry-policy.js';

/** One finished send call, with the message as it was when the call began. */
export type FinishedAttempt = {
  readonly message: MessageRow;
  readonly number: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly httpStatus: number | undefined;
};

/** Writes down how send calls ended, and moves their messages. */
export class Outcomes {
  constructor(
    private readonly bus: EventBus,
    private readonly reports: DeliveryReports,
  ) {}

  /**
   * The provider accepted. The message may have been taken for lost meanwhile (`unknown`), or a status may have overtaken this
   * answer; both are settled here.
   */
  async accepted(
    tx: Transaction,
    attempt: FinishedAttempt,
    providerMessageId: string | undefined,
    matchByRecipient: boolean,
  ): Promise<void> {
    await lockReportNames(tx, namesOf(attempt.message, providerMessageId, matchByRecipient));
    const before = await this.finish(tx, attempt, { outcome: 'accepted' });
    const cause = 'The provider accepted it.';
    const message = await this.settle(tx, before, 'sent', providerMessageId, cause, attempt.finishedAt);
    await endAttention(tx, attempt);
    await this.reports.claimParked(tx, message, matchByRecipient ? attempt.startedAt : undefined);
  }

  /** The provider's history shows a message of unknown fate. The attempt on record stays as it ended. */
  async provedByHistory(
    tx: Transaction,
    unknown: MessageRow,
    found: { readonly providerMessageId?: string; readonly isDelivered: boolean },
    at: Date,
  ): Promise<void> {
    await lockReportNames(tx, namesOf(unknown, found.providerMessageId, false));
    const before = await lockMessage(tx, unknown.id);
    const status = found.isDelivered ? 'delivered' : 'sent';
    const cause = `The provider’s history shows that it was ${found.isDelivered ? 'delivered' : 'accepted'}.`;
    const message = await this.settle(tx, before, status, found.providerMessageId, cause, at);
    await this.reports.claimParked(tx, message, undefined);
  }

  /** The provider did not accept, or nobody knows; `consequence` says what that means. */
  async failed(
    tx: Transaction,
    attempt: FinishedAttempt,
    failure: SendFailure,
    consequence: Consequence,
  ): Promise<void> {
    const code = 'code' in failure ? failure.code : undefined;
    if (failure.kind === 'opted_out') await lockRecipient(tx, attempt.message.theirAddress);
    const message = await this.finish(tx, attempt, {
      outcome: failure.kind,
      code: code ?? null,
      detail: failure.detail,
    });
    // The lease ran out, or a status proved it accepted: then this answer comes too late to decide anything.
    if (message.status !== 'sending' || message.attempt !== attempt.number) return;
    switch (consequence.kind) {
      case 'try_again':
        await this.putBack(tx, message, attempt, failure, consequence);
        return;
      case 'give_up':
        await this.move(tx, message, 'failed', failure, attempt.finishedAt);
        await this.bus.append(
          [progressEvent('message.failed', message, attempt.finishedAt, { code, reason: failure.detail })],
          tx,
        );
        if (consequence.learnsOptOut) await learnOptOut(tx, message, { receivedAt: attempt.finishedAt });
        return;
      case 'leave_unknown':
        await this.move(tx, message, 'unknown', failure, attempt.finishedAt);
        return;
      default: {
        const never: never = consequence;
        return never;
      }
    }
  }

  /** Moves a message to where its acceptance brings it, unless a report was faster, and keeps the id that was learnt with it. */
  private async settle(
    tx: Transaction,
    before: MessageRow,
    status: 'sent' | 'delivered',
    providerMessageId: string | undefined,
    cause: string,
    at: Date,
  ): Promise<MessageRow> {
    const id = before.providerMessageId ?? providerMessageId ?? null;
    if (!isMessageStatus(before.status) || !canBecome(before.status, status)) {
      return tx.message.update({
        where: { id: before.id },
        data: { providerMessageId: id, leaseUntil: null },
      });
    }
    const step = { from: before.status, to: status, reason: null, failureKind: null };
    await takeStep(tx, before.id, { ...step, providerMessageId: id, cause, at });
    const message = { ...before, status, reason: null, failureKind: null, providerMessageId: id };
    await this.bus.append([progressEvent(`message.${status}`, message, at)], tx);
    return message;
  }

  private async putBack(
    tx: Transaction,
    message: MessageRow,
    attempt: FinishedAttempt,
    failure: SendFailure,
    consequence: Extract<Consequence, { kind: 'try_again' }>,
  ): Promise<void> {
    await this.move(tx, message, 'queued', failure, attempt.finishedAt);
    await tx.message.update({
      where: { id: message.id },
      data: { nextAttemptAt: new Date(attempt.finishedAt.getTime() + consequence.afterMs), wokenAt: null },
    });
    if (consequence.pauseAccountMs === undefined) return;
    const pausedUntil = new Date(attempt.finishedAt.getTime() + consequence.pauseAccountMs);
    // Several calls may be told to wait at the same time; the longest wish counts, whichever answer is recorded last.
    await tx.$executeRaw`
      update connection
         set paused_until = greatest(paused_until, ${pausedUntil}), attention = coalesce(${consequence.attention ?? null}, attention)
       where id = ${message.connectionId}::uuid`;
  }

  private async move(
    tx: Transaction,
    message: MessageRow,
    status: 'queued' | 'failed' | 'unknown',
    failure: SendFailure,
    at: Date,
  ): Promise<void> {
    const step = { from: 'sending', to: status, failureKind: failure.kind };
    await takeStep(tx, message.id, { ...step, reason: failure.detail, cause: failure.detail, at });
  }

  /** Locks the message and closes its attempt. */
  private async finish(
    tx: Transaction,
    attempt: FinishedAttempt,
    result: { outcome: string; code?: string | null; detail?: string },
  ): Promise<MessageRow> {
    const message = await lockMessage(tx, attempt.message.id);
    await tx.sendAttempt.updateMany({
      where: { messageId: message.id, number: attempt.number },
      data: { finishedAt: attempt.finishedAt, httpStatus: attempt.httpStatus ?? null, ...result },
    });
    return message;
  }
}

/** A send that passed after the pause shows that the account is in order again. */
async function endAttention(tx: Transaction, { message, startedAt }: FinishedAttempt): Promise<void> {
  await tx.connection.updateMany({
    where: { id: message.connectionId, attention: { not: null }, pausedUntil: { lte: startedAt } },
    data: { attention: null },
  });
}

/** The names under which reports may have come before the answer. */
function namesOf(message: MessageRow, providerMessageId: string | undefined, isMatchedByRecipient: boolean) {
  const theirs = isMatchedByRecipient ? canonicalRecipient(message) : undefined;
  return {
    connectionId: message.connectionId,
    ...(providerMessageId !== undefined && { providerMessageId }),
    ...(theirs !== undefined && { theirAddress: theirs }),
  };
}
