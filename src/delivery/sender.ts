import { setTimeout } from 'node:timers/promises';
import type { ConnectionRegistry } from '../connections/connection-registry.js';
import { accountOf, type Connection } from '../connections/connection.js';
import type { EventBus } from '../events/event-bus.js';
import type { Provider, ProviderAccount } from '../messaging/provider.js';
import type { SendFailure, SendOutcome } from '../messaging/send-failure.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database, Transaction } from '../platform/database/database.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links.js';
import { channelOf, progressEvent } from './message-events.js';
import type { MessageRow } from './locked-message.repository.js';
import type { Outcomes } from './outcome.repository.js';
import { permit, type PermitVerdict } from './permit.js';
import {
  beginSending,
  contactOfQueued,
  endQueued,
  lockForPermit,
  postpone,
  waitForTurn,
  type LockedForPermit,
} from './permit.repository.js';
import type { ProviderCaller } from './provider-call.js';
import { quietPeriodOf } from './quiet-period.js';
import { consequenceOf, type Consequence } from './retry-policy.js';
import { segmentsOf } from './reply-limits.repository.js';
import { spendSend } from './send-rate.repository.js';
import { requestFor } from './send-request.js';
import { sentAs, usableTemplate } from './sent-as.js';

/** How long a message may be `sending` before it is taken for lost. Longer than a call's total deadline plus its recording. */
const SENDING_LEASE_MS = 45_000;

/** Together well inside the lease that remains after the longest call. */
const RECORD_TRIES = 5;
const RECORD_RETRY_MS = 1_000;

/** Documented ids have at most 40 characters. */
const MAX_ID_LENGTH = 500;

type Permitted = {
  readonly message: MessageRow;
  readonly number: number;
  readonly provider: Provider;
  readonly account: ProviderAccount;
};

/**
 * Sends one message: a permit, one call, a record. The permit is committed before the call, so that a process that dies in
 * between leaves a message of unknown fate, and never one that is sent twice.
 */
export class Sender {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRegistry,
    private readonly caller: ProviderCaller,
    private readonly outcomes: Outcomes,
    private readonly context: {
      readonly bus: EventBus;
      readonly clock: Clock;
      readonly metrics: Metrics;
      readonly links: UnsubscribeLinks;
    },
  ) {}

  /** Does nothing for a message that is not queued any more: waking it twice is harmless. */
  async send(messageId: string): Promise<void> {
    let contactId = await contactOfQueued(this.database, messageId);
    while (contactId !== undefined) {
      const permitted = await this.permitOf(messageId, contactId);
      if (permitted !== undefined) return this.deliver(permitted);
      const present = await contactOfQueued(this.database, messageId);
      // It was linked to another contact while the consent of the first was waited for: then that one is asked.
      contactId = present === contactId ? undefined : present;
    }
  }

  private async permitOf(messageId: string, contactId: string): Promise<Permitted | undefined> {
    try {
      return await this.database.$transaction((tx) => this.askPermit(tx, messageId, contactId));
    } catch (error) {
      if (!(error instanceof NothingToSpend)) throw error;
      await waitForTurn(this.database, messageId);
      return undefined;
    }
  }

  private async askPermit(
    tx: Transaction,
    messageId: string,
    contactId: string,
  ): Promise<Permitted | undefined> {
    const locked = await lockForPermit(tx, messageId, contactId);
    if (locked === undefined) return undefined;
    const { message } = locked;
    const connection = this.connections.get(message.connectionId);
    const account = connection && accountOf(connection);
    const now = this.context.clock.now();
    const template = usableTemplate(message, connection?.provider);
    const facts = permitFacts(locked, connection, account !== undefined, now);
    const verdict = permit({ ...facts, hasTemplate: template !== undefined }, now);
    if (verdict.kind !== 'granted' || connection === undefined || account === undefined) {
      await this.holdBack(tx, message, verdict, now);
      return undefined;
    }
    const as = sentAs(message, template, facts.window, now);
    const grant = { leaseMs: SENDING_LEASE_MS, consentEventId: locked.consent.eventId, sentAs: as };
    const number = await beginSending(tx, message, now, grant);
    const { segmentsPerDay } = locked.account;
    const spend = { connectionId: message.connectionId, segments: segmentsOf(message), segmentsPerDay };
    if (!(await spendSend(tx, spend, connection.provider.sendRate, now))) throw new NothingToSpend();
    return { message: { ...message, sentAs: as }, number, provider: connection.provider, account };
  }

  private async holdBack(
    tx: Transaction,
    message: MessageRow,
    verdict: PermitVerdict,
    now: Date,
  ): Promise<void> {
    switch (verdict.kind) {
      case 'expired':
      case 'suppressed':
        await endQueued(tx, message.id, verdict.kind, verdict.reason, now);
        await this.context.bus.append(
          [progressEvent('message.suppressed', message, now, { reason: verdict.reason })],
          tx,
        );
        this.context.metrics.suppressed.inc({
          reason: verdict.kind === 'expired' ? verdict.kind : verdict.guard,
        });
        return;
      case 'postponed':
        await postpone(tx, message.id, verdict.until, verdict.reason);
        return;
      case 'granted':
        return;
      default: {
        const never: never = verdict;
        return never;
      }
    }
  }

  private async deliver(permitted: Permitted): Promise<void> {
    const { message, number, provider, account } = permitted;
    const startedAt = this.context.clock.now();
    const { outcome, httpStatus } = await this.call(provider, message, account);
    const finishedAt = this.context.clock.now();
    const attempt = { message, number, startedAt, finishedAt, httpStatus };
    await this.record((tx) =>
      outcome.kind === 'accepted'
        ? this.outcomes.accepted(tx, attempt, outcome.providerMessageId, provider.mayOmitMessageId)
        : this.outcomes.failed(tx, attempt, outcome.failure, this.consequenceOf(outcome.failure, permitted)),
    );
    this.count(provider, message, outcome, finishedAt);
  }

  /** A text that came too late may still go out as its template: that the window is closed is on record then. */
  private consequenceOf(failure: SendFailure, { message, number, provider }: Permitted): Consequence {
    const isLateText = failure.kind === 'window_closed' && message.sentAs === 'text';
    if (isLateText && usableTemplate(message, provider) !== undefined)
      return { kind: 'try_again', afterMs: 0 };
    return consequenceOf(failure, number, Math.random());
  }

  /** The provider has answered: a database that is away for a moment must not turn what we know into `unknown`. */
  private async record(write: (tx: Transaction) => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.database.$transaction(write);
        return;
      } catch (error) {
        if (tries === RECORD_TRIES) throw error;
        await setTimeout(RECORD_RETRY_MS * tries);
      }
    }
  }

  private async call(
    provider: Provider,
    message: MessageRow,
    account: ProviderAccount,
  ): Promise<{ outcome: SendOutcome; httpStatus?: number }> {
    const request = requestFor(provider, message, account, this.context.links);
    if (request === undefined) {
      const detail = `${provider.displayName} cannot send this message on ${message.channel}.`;
      return { outcome: failure({ kind: 'rejected', detail }) };
    }
    const end = await this.caller.call(request);
    switch (end.kind) {
      case 'answered':
        return { outcome: storable(provider.readSendAnswer(end.answer)), httpStatus: end.answer.status };
      case 'not_sent':
        return { outcome: failure({ kind: 'not_sent', detail: end.detail }) };
      case 'cut':
        return {
          outcome: failure({ kind: 'uncertain', detail: `${end.detail} It may have been accepted.` }),
        };
      default: {
        const never: never = end;
        return never;
      }
    }
  }

  private count(provider: Provider, message: MessageRow, outcome: SendOutcome, finishedAt: Date): void {
    const { metrics } = this.context;
    if (outcome.kind === 'accepted') {
      metrics.sends.inc({ provider: provider.name, outcome: 'accepted' });
      const seconds = (finishedAt.getTime() - message.occurredAt.getTime()) / 1000;
      if (message.kind !== 'manual') metrics.replySeconds.observe({ provider: provider.name }, seconds);
      return;
    }
    const { kind } = outcome.failure;
    const code = 'code' in outcome.failure ? (outcome.failure.code ?? '') : '';
    metrics.sends.inc({ provider: provider.name, outcome: kind });
    metrics.providerErrors.inc({ provider: provider.name, kind, code: code.slice(0, 80) });
  }
}

/** An id that no index can hold would keep what is known about the message from being recorded at all. */
function storable(outcome: SendOutcome): SendOutcome {
  if (outcome.kind !== 'accepted' || (outcome.providerMessageId?.length ?? 0) <= MAX_ID_LENGTH)
    return outcome;
  return failure({
    kind: 'uncertain',
    detail: `The provider answered with an id of more than ${MAX_ID_LENGTH} characters.`,
  });
}

function failure(what: SendFailure): SendOutcome {
  return { kind: 'failed', failure: what };
}

function permitFacts(
  { message, consent, conversation, account: standing }: LockedForPermit,
  connection: Connection | undefined,
  canSend: boolean,
  now: Date,
) {
  const lengthMs = connection?.provider.serviceWindowMs?.[channelOf(message.channel)];
  return {
    kind: message.kind,
    expiresAt: message.expiresAt ?? undefined,
    nextAttemptAt: message.nextAttemptAt ?? message.createdAt,
    consentEventId: message.consentEventId ?? undefined,
    answersHelpAlways: connection?.settings.answersHelpAlways ?? false,
    consent,
    conversationPausedUntil: conversation.pausedUntil,
    window: lengthMs === undefined ? undefined : { lengthMs, lastInboundAt: conversation.lastInboundAt },
    quiet:
      connection?.settings.keepsQuietHours === true
        ? quietPeriodOf(message, conversation.contactZone, now)
        : undefined,
    account: canSend ? ('ready' as const) : ('cannot_send' as const),
    accountPausedUntil: standing.pausedUntil,
    ...(standing.switchedOff !== undefined && { switchedOff: standing.switchedOff }),
    ...(standing.overBudget !== undefined && { overBudget: standing.overBudget }),
  };
}

/** Takes a permit back that was granted but for the account's send rate. */
class NothingToSpend extends Error {}
