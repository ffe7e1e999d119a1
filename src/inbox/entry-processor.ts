import type { ConnectionRegistry } from '../connections/connection-registry.js';
import type { Connection } from '../connections/connection.js';
import { resolveContact, resolveSender } from '../contacts/contact.repository.js';
import { openConversation } from '../contacts/conversation.repository.js';
import { linkedConversation, noteStatus } from '../contacts/identity-session.repository.js';
import type { DeliveryReports } from '../delivery/delivery-report.repository.js';
import { identityEventName } from '../events/domain-events.js';
import type { EventBus } from '../events/event-bus.js';
import { parseAddress } from '../messaging/address.js';
import type { InboundMessage } from '../messaging/inbound-message.js';
import type { ProviderEvent } from '../messaging/provider-event.js';
import type { Transaction } from '../platform/database/database.js';
import { storeInboundMessage } from './inbound-message.repository.js';
import { quarantineEntry, type InboxEntryRow } from './lane.repository.js';

type Of<Kind extends ProviderEvent['kind']> = Extract<ProviderEvent, { kind: Kind }>;

/**
 * What happened to an entry that was handled: its event was `decided` upon, or there was nothing to decide and it was only `noted`.
 * `quarantined` entries have been marked so already.
 */
export type EntryResult = 'decided' | 'noted' | 'quarantined';

/**
 * Turns one stored webhook into what it means: a message with its conversation, a delivery report, a step of an identity check. The raw
 * body is read again here, so that a replay after a parser was mended sees what the mended parser sees.
 */
export class EntryProcessor {
  constructor(
    private readonly connections: ConnectionRegistry,
    private readonly bus: EventBus,
    private readonly reports: DeliveryReports,
  ) {}

  /** Throws what its handlers throw; then the transaction rolls back and the lane tries again. */
  async process(tx: Transaction, entry: InboxEntryRow, now: Date): Promise<EntryResult> {
    const connection = await this.connections.lookUp(entry.connectionId);
    if (connection === undefined) throw new Error('The connection of this event is switched off or gone.');
    const parsed = connection.provider.parse(entry.rawBody, connection.settings);
    if (!parsed.readable) {
      await quarantineEntry(tx, entry.id, now, parsed.why);
      return 'quarantined';
    }
    const occurredAt = parsed.occurredAt ?? entry.receivedAt;
    await this.handle(tx, { entry, connection, occurredAt, now }, parsed.event);
    return isDecidedUpon(parsed.event.kind) ? 'decided' : 'noted';
  }

  private async handle(tx: Transaction, arrival: Arrival, event: ProviderEvent): Promise<void> {
    switch (event.kind) {
      case 'message':
        return this.receiveMessage(tx, arrival, event.message);
      case 'delivery':
        return this.receiveReport(tx, arrival, event);
      case 'substitution':
        return this.receiveSubstitution(tx, arrival, event);
      case 'identity':
        return this.receiveIdentity(tx, arrival, event);
      case 'otp':
        return this.receiveOtp(tx, arrival, event);
      case 'echo':
      case 'unknown':
        return;
      default: {
        const never: never = event;
        return never;
      }
    }
  }

  private async receiveMessage(tx: Transaction, arrival: Arrival, message: InboundMessage): Promise<void> {
    const { connection, entry, occurredAt, now } = arrival;
    const contactId = await resolveSender(tx, { address: message.from, ...named(message) });
    const sides = {
      connectionId: connection.id,
      channel: message.channel,
      contactId,
      theirAddress: message.from,
      ...(message.to !== undefined && { ourAddress: message.to }),
    };
    const conversation = await openConversation(tx, sides, { now, inboundAt: entry.receivedAt });
    const messageId = await storeInboundMessage(tx, {
      message,
      contactId,
      conversationId: conversation.id,
      connectionId: connection.id,
      provider: connection.provider.name,
      inboxId: entry.id,
      occurredAt,
    });
    await this.bus.publish(
      {
        name: 'message.received',
        lane: entry.lane,
        occurredAt,
        connectionId: connection.id,
        contactId,
        conversationId: conversation.id,
        messageId,
        inboxId: entry.id,
        payload: {
          channel: message.channel,
          from: message.from.value,
          ...(message.to !== undefined && { to: message.to.value }),
          text: message.text,
          ...(message.subject !== undefined && { subject: message.subject }),
          attachments: message.attachments,
          ...(message.buttonId !== undefined && { buttonId: message.buttonId }),
          isAutomatic: message.isAutomatic ?? false,
          ...(message.emailMessageId !== undefined && { emailMessageId: message.emailMessageId }),
        },
      },
      tx,
    );
  }

  private async receiveReport(tx: Transaction, arrival: Arrival, { update }: Of<'delivery'>): Promise<void> {
    const { connection, entry, occurredAt } = arrival;
    await this.reports.receive(
      tx,
      {
        connectionId: connection.id,
        inboxId: entry.id,
        ...(update.providerMessageId !== undefined && { providerMessageId: update.providerMessageId }),
        ...(update.reference !== undefined && { reference: update.reference }),
        ...(update.to !== undefined && { theirAddress: update.to.canonical }),
        status: update.status,
        ...(update.error?.code !== undefined && { errorCode: update.error.code }),
        ...(update.error !== undefined && { errorText: update.error.text }),
        isOptOut: update.isOptOut ?? false,
        occurredAt,
        receivedAt: entry.receivedAt,
      },
      connection.provider.mayOmitMessageId,
    );
  }

  private async receiveSubstitution(
    tx: Transaction,
    arrival: Arrival,
    event: Of<'substitution'>,
  ): Promise<void> {
    const { connection, entry, occurredAt } = arrival;
    const { providerMessageId, originalNumber, usedNumber, reason } = event;
    const report = {
      connectionId: connection.id,
      inboxId: entry.id,
      providerMessageId,
      status: 'substituted' as const,
      usedNumber,
      isOptOut: false,
      occurredAt,
      receivedAt: entry.receivedAt,
    };
    await this.reports.receive(tx, report, false);
    const payload = { originalNumber, usedNumber, reason };
    await this.bus.publish({ ...envelope(arrival), name: 'number.substituted', payload }, tx);
  }

  private async receiveIdentity(tx: Transaction, arrival: Arrival, event: Of<'identity'>): Promise<void> {
    const { sessionId, reportId, details, step } = event;
    const link =
      sessionId === undefined
        ? undefined
        : await linkedConversation(tx, arrival.connection.id, sessionId, arrival.now);
    if (sessionId !== undefined) await noteStatus(tx, arrival.connection.id, sessionId, step);
    const payload = {
      ...(sessionId !== undefined && { sessionId }),
      ...(reportId !== undefined && { reportId }),
      details,
    };
    await this.bus.publish({ ...envelope(arrival), ...link, name: identityEventName(step), payload }, tx);
  }

  /** A code that a person sent from their own phone: the number is known, so the event has a contact, though no conversation. */
  private async receiveOtp(tx: Transaction, arrival: Arrival, { otpId, number }: Of<'otp'>): Promise<void> {
    const address = parseAddress(number);
    const contactId = address === undefined ? undefined : await resolveContact(tx, { address });
    const payload = { otpId, number };
    await this.bus.publish(
      { ...envelope(arrival), ...(contactId !== undefined && { contactId }), name: 'otp.verified', payload },
      tx,
    );
  }
}

/** What a delivery report causes stands in its lane as events of our own, which are decided upon in steps of theirs. */
function isDecidedUpon(kind: ProviderEvent['kind']): boolean {
  return kind !== 'delivery' && kind !== 'echo' && kind !== 'unknown';
}

/** A stored webhook on its way into the engine. */
type Arrival = {
  readonly entry: InboxEntryRow;
  readonly connection: Connection;
  readonly occurredAt: Date;
  readonly now: Date;
};

function envelope({ entry, connection, occurredAt }: Arrival) {
  return { lane: entry.lane, occurredAt, connectionId: connection.id, inboxId: entry.id };
}

function named(message: InboundMessage) {
  return message.senderName === undefined ? {} : { name: message.senderName };
}
