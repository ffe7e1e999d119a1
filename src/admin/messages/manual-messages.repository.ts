import { isDeepStrictEqual } from 'node:util';
import { HttpStatus, Injectable } from '@nestjs/common';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import { accountOf, type Connection } from '../../connections/connection.js';
import { resolveContact } from '../../contacts/contact.repository.js';
import { latestConversation, openConversation } from '../../contacts/conversation.repository.js';
import { pauseForHuman } from '../../outbox/human-pause.repository.js';
import { GONE } from '../../consent/erased-traces.repository.js';
import { laneOfMessage } from '../../delivery/message-events.js';
import { recordChange } from '../../delivery/permit.repository.js';
import { lockLane } from '../../inbox/lane.repository.js';
import { parseAddress, type Address } from '../../messaging/address.js';
import { threadChannel, type Channel } from '../../messaging/channel.js';
import { readTemplate, type MessageTemplate } from '../../messaging/message-template.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import { newId } from '../../platform/ids/new-id.js';
import { measureText } from '../../rules/replies/segments.js';
import { connectionNamed, connectionsFor } from '../connections/connection-choice.js';
import { conflict, notFound, ProblemException, unprocessable } from '../http/problem.js';
import type { NewMessage } from './new-message.views.js';

/** What nobody could send for a day is not wanted any more. */
const EXPIRY_MS = 24 * 60 * 60 * 1_000;

type Thread = {
  readonly contactId: string;
  readonly conversationId: string;
  readonly ourAddress: string | null;
};

/** Puts messages that people send by hand into the outbox. They leave through the same permit as every other. */
@Injectable()
export class ManualMessages {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * Queues a message. With an idempotency key, the same request to the same customer again queues nothing and finds the first
   * message. @returns its id.
   */
  async send(wanted: NewMessage, idempotencyKey: string | undefined, actor: string): Promise<string> {
    const { channel, text = '', template } = wanted;
    const to = readAddress(wanted.to, '/to');
    const from = wanted.from === undefined ? undefined : readAddress(wanted.from, '/from');
    const connection = await this.connectionFor(wanted, to);
    if (!connection.provider.channels.includes(channel)) {
      const carried = connection.provider.channels.join(', ');
      throw unprocessable('/channel', `${connection.provider.displayName} carries ${carried}.`);
    }
    if (template !== undefined && connection.provider.templateChannels?.includes(channel) !== true) {
      const detail = `${connection.provider.displayName} sends no templates on ${channel}. Write a text instead.`;
      throw unprocessable('/template', detail);
    }
    if (accountOf(connection) === undefined) {
      throw conflict('This connection has no API key, so it cannot send. Enter the key first.');
    }
    const slot = idempotencyKey === undefined ? null : `manual:${idempotencyKey}`;
    return this.database.$transaction(async (tx) => {
      await lockLane(tx, laneOfMessage({ connectionId: connection.id, theirAddress: to.value }));
      const contactId = await resolveContact(tx, { address: to });
      const earlier =
        slot === null ? null : await tx.message.findFirst({ where: { contactId, kind: 'manual', slot } });
      if (earlier !== null) return sameMessage(earlier, text, template);
      await refuseOptedOut(tx, contactId);
      const thread = await this.thread(tx, { connection, channel, contactId, to, from });
      await pauseForHuman(tx, thread, this.clock.now());
      return this.queue(tx, {
        kind: 'manual',
        actor,
        ...thread,
        connectionId: connection.id,
        provider: connection.provider.name,
        channel: threadChannel(channel),
        theirAddress: to.value,
        text,
        subject: wanted.subject ?? null,
        ...(template !== undefined && { template: storedTemplate(template) }),
        slot,
        ...measureText(text),
      });
    });
  }

  /** Queues a message of unknown fate once more, as a new message that is linked to it. @returns the new one's id. */
  async resend(id: string, actor: string): Promise<string> {
    const found = await this.database.message.findUnique({
      where: { id },
      select: { connectionId: true, theirAddress: true },
    });
    if (found === null) throw notFound('message');
    return this.database.$transaction(async (tx) => {
      await lockLane(tx, laneOfMessage(found));
      const original = await tx.message.findUniqueOrThrow({ where: { id } });
      if (original.status !== 'unknown') {
        throw conflict(`Only a message of unknown fate can be sent again; this one is ${original.status}.`);
      }
      if ((await tx.message.count({ where: { resendOfId: id } })) > 0) {
        throw conflict('It was sent again already.');
      }
      if (original.theirAddress === GONE) throw conflict('Its recipient was erased.');
      await refuseOptedOut(tx, original.contactId);
      const { contactId, conversationId, connectionId, provider, channel, theirAddress, ourAddress } =
        original;
      const { text, subject, inReplyToId, encoding, segments, category } = original;
      return this.queue(tx, {
        kind: 'resend',
        actor,
        resendOfId: id,
        contactId,
        conversationId,
        connectionId,
        provider,
        channel,
        theirAddress,
        ourAddress,
        text,
        subject,
        details: original.details ?? {},
        ...(original.template !== null && { template: original.template }),
        inReplyToId,
        encoding,
        segments,
        category,
      });
    });
  }

  private async queue(
    tx: Transaction,
    message: Omit<
      Prisma.MessageUncheckedCreateInput,
      'id' | 'direction' | 'status' | 'occurredAt' | 'nextAttemptAt' | 'expiresAt' | 'actor'
    > & { readonly actor: string },
  ): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    await tx.message.create({
      data: {
        ...message,
        id,
        direction: 'outbound',
        status: 'queued',
        occurredAt: now,
        nextAttemptAt: now,
        expiresAt: new Date(now.getTime() + EXPIRY_MS),
      },
    });
    await recordChange(tx, id, null, 'queued', `Sent by hand (${message.actor}).`, now);
    return id;
  }

  private async connectionFor({ connection, channel }: NewMessage, to: Address): Promise<Connection> {
    if (connection !== undefined) return connectionNamed(this.connections, connection);
    const possible = connectionsFor(this.connections, channel);
    const latest = await this.database.conversation.findFirst({
      where: {
        channel: threadChannel(channel),
        connectionId: { in: possible.map(({ id }) => id) },
        contact: { addresses: { some: { kind: to.kind, canonical: to.canonical } } },
      },
      orderBy: { lastMessageAt: 'desc' },
      select: { connectionId: true },
    });
    const [only, second] = possible;
    const chosen = possible.find(({ id }) => id === latest?.connectionId) ?? only;
    if (chosen === undefined) throw unprocessable('/channel', 'No enabled connection carries this channel.');
    if (latest === null && second !== undefined) {
      throw unprocessable('/connection', 'Several connections carry this channel; name one.');
    }
    return chosen;
  }

  /** The customer's latest thread on this account and channel goes on; a new one begins where there is none, or from another side. */
  private async thread(
    tx: Transaction,
    sides: {
      readonly connection: Connection;
      readonly channel: Channel;
      readonly contactId: string;
      readonly to: Address;
      readonly from: Address | undefined;
    },
  ): Promise<Thread> {
    const { connection, channel, contactId, to, from } = sides;
    const now = this.clock.now();
    const { senderId } = connection.settings;
    if (from === undefined) {
      const latest = await latestConversation(tx, { connectionId: connection.id, channel, theirAddress: to });
      if (latest !== undefined) {
        await tx.conversation.update({ where: { id: latest.id }, data: { lastMessageAt: now } });
        return { contactId, conversationId: latest.id, ourAddress: latest.ourAddress ?? senderId ?? null };
      }
    }
    const opened = await openConversation(
      tx,
      {
        connectionId: connection.id,
        channel,
        contactId,
        theirAddress: to,
        ...(from !== undefined && { ourAddress: from }),
      },
      { now },
    );
    const ourAddress = from?.value ?? opened.ourAddress ?? senderId ?? null;
    return { contactId, conversationId: opened.id, ourAddress };
  }
}

/** The permit would refuse it anyway; said now, the person who wrote it can be told. */
async function refuseOptedOut(tx: Transaction, contactId: string): Promise<void> {
  const consent = await tx.consent.findUnique({ where: { contactId }, select: { state: true } });
  if (consent?.state === 'opted_out') {
    throw conflict('This contact has opted out. Nothing may be sent until they ask for messages again.');
  }
}

function storedTemplate({ name, language, parameters }: MessageTemplate): Prisma.InputJsonObject {
  return { name, language, parameters: { ...parameters } };
}

function sameMessage(
  earlier: { readonly id: string; readonly text: string; readonly template: unknown },
  text: string,
  template: MessageTemplate | undefined,
): string {
  const isSameTemplate = isDeepStrictEqual(readTemplate(earlier.template), template && { ...template });
  if (earlier.text === text && isSameTemplate) return earlier.id;
  throw new ProblemException(
    HttpStatus.UNPROCESSABLE_ENTITY,
    'This Idempotency-Key was used for another text to the same customer.',
  );
}

function readAddress(text: string, pointer: string): Address {
  const address = parseAddress(text);
  if (address === undefined)
    throw unprocessable(pointer, 'Write a number like +2207654321, an e-mail address or an id.');
  return address;
}
