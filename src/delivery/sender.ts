import { setTimeout } from 'node:timers/promises';
import type { ConnectionRegistry } from '../connections/connection-registry.js';
import { accountOf, type Connection } from '../connections/connection.js';
import type { EventBus } from '../events/event-bus.js';
import { parseAddress } from '../messaging/address.js';
import type { OutboundMessage } from '../messaging/outbound-message.js';
import type { Provider, ProviderAccount, ProviderRequest } from '../messaging/provider.js';
import type { SendFailure, SendOutcome } from '../messaging/send-failure.js';
import { asFilledText, asObject } from '../messaging/untrusted.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database, Transaction } from '../platform/database/database.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links.js';
import { channelOf, progressEvent } from './message-events.js';
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
  type MessageRow,
} from './permit.repository.js';
import type { ProviderCaller } from './provider-call.js';
import { quietPeriodOf } from './quiet-period.js';
import { consequenceOf } from './retry-policy.js';
import { spendSend } from './send-rate.repository.js';

/** How long a message may be `sending` before it is taken for lost. Longer than a call's total deadline plus its recording. */
export const SENDING_LEASE_MS = 45_000;

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
    const contactId = await contactOfQueued(this.database, messageId);
    if (contactId === undefined) return;
    const permitted = await this.permitOf(messageId, contactId);
    if (permitted !== undefined) await this.deliver(permitted);
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
    const verdict = permit(permitFacts(locked, connection, account !== undefined, now), now);
    if (verdict.kind !== 'granted' || connection === undefined || account === undefined) {
      await this.holdBack(tx, message, verdict, now);
      return undefined;
    }
    const number = await beginSending(tx, message, now, SENDING_LEASE_MS, locked.consent.eventId);
    if (!(await spendSend(tx, message.connectionId, connection.provider.sendRate, now)))
      throw new NothingToSpend();
    return { message, number, provider: connection.provider, account };
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

  private async deliver({ message, number, provider, account }: Permitted): Promise<void> {
    const startedAt = this.context.clock.now();
    const { outcome, httpStatus } = await this.call(provider, message, account);
    const finishedAt = this.context.clock.now();
    const attempt = { message, number, startedAt, finishedAt, httpStatus };
    await this.record((tx) =>
      outcome.kind === 'accepted'
        ? this.outcomes.accepted(tx, attempt, outcome.providerMessageId, provider.mayOmitMessageId)
        : this.outcomes.failed(
            tx,
            attempt,
            outcome.failure,
            consequenceOf(outcome.failure, number, Math.random()),
          ),
    );
    this.count(provider, message, outcome, finishedAt);
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

/** `undefined` when the provider has no such call; then the message must fail, and not look as if its process had died. */
function requestFor(
  provider: Provider,
  message: MessageRow,
  account: ProviderAccount,
  links: UnsubscribeLinks,
): ProviderRequest | undefined {
  try {
    return provider.sendRequest(withWayOut(toOutbound(message), message.connectionId, links), account);
  } catch {
    return undefined;
  }
}

/** An e-mail with its link for unsubscribing, where Heed can be called by one; any other message as it is. */
function withWayOut(
  message: OutboundMessage,
  connectionId: string,
  links: UnsubscribeLinks,
): OutboundMessage {
  if (message.channel !== 'email') return message;
  const unsubscribeUrl = links.urlFor({ connectionId, address: message.to });
  return unsubscribeUrl === undefined ? message : { ...message, unsubscribeUrl };
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
  { message, consent, conversation, accountPausedUntil }: LockedForPermit,
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
    quiet: connection?.settings.keepsQuietHours === true ? quietPeriodOf(message, now) : undefined,
    account: canSend ? ('ready' as const) : ('cannot_send' as const),
    accountPausedUntil,
  };
}

/** Takes a permit back that was granted but for the account's send rate. */
class NothingToSpend extends Error {}

/** The stored message in the words of the provider port. */
export function toOutbound(message: MessageRow): OutboundMessage {
  const to = parseAddress(message.theirAddress);
  if (to === undefined) throw new Error(`Message ${message.id} has no recipient.`);
  const from = message.ourAddress === null ? undefined : parseAddress(message.ourAddress);
  const inReplyTo = asFilledText(asObject(message.details)?.['inReplyTo']);
  return {
    id: message.id,
    channel: channelOf(message.channel),
    to,
    text: message.text,
    ...(from !== undefined && { from }),
    ...(message.subject !== null && { subject: message.subject }),
    ...(inReplyTo !== undefined && { inReplyTo }),
  };
}
