import { Injectable } from '@nestjs/common';
import { endRunOfConversation } from '../../contacts/flow-run-end.repository.js';
import { laneOfMessage } from '../../delivery/message-events.js';
import { EventBus } from '../../events/event-bus.js';
import { CHANNELS } from '../../messaging/channel.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import { providerNamed } from '../../providers/registry.js';
import { positionOf } from '../lists/list-query.js';
import type { ListPosition } from '../lists/cursor.js';
import { MAX_SEARCHED_ROWS, pageOf, type Page } from '../lists/page.js';
import type { ConversationQuery, ConversationView, LatestMessageView } from './conversation.views.js';

const LISTED = {
  id: true,
  contactId: true,
  connectionId: true,
  channel: true,
  theirAddress: true,
  ourAddress: true,
  lastInboundAt: true,
  lastMessageAt: true,
  pausedUntil: true,
  pauseReason: true,
  createdAt: true,
  contact: { select: { name: true, consent: { select: { state: true } } } },
  connection: { select: { provider: true } },
} satisfies Prisma.ConversationSelect;

const LATEST_FIRST = [
  { lastMessageAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.ConversationOrderByWithRelationInput[];

type ListedRow = Prisma.ConversationGetPayload<{ select: typeof LISTED }>;

/** Conversations as people look at them, and their being taken over by a person. */
@Injectable()
export class Conversations {
  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  async list(query: ConversationQuery): Promise<Page<ConversationView>> {
    const { limit, contactId, q, paused } = query;
    const walked = { ...(contactId !== undefined && { contactId }), ...after(positionOf(query)) };
    const isSearch = q !== undefined || paused !== undefined;
    const stoppedAt = isSearch ? await this.endOfSearch(walked) : undefined;
    const searched = [
      ...(q === undefined ? [] : [nameOrAddress(q)]),
      ...(paused === undefined ? [] : [{ pausedUntil: { gt: this.clock.now() } }]),
    ];
    const rows = await this.database.conversation.findMany({
      where: { AND: [walked, notBefore(stoppedAt), ...searched] },
      select: LISTED,
      orderBy: LATEST_FIRST,
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ lastMessageAt, id }) => ({ at: lastMessageAt, id }), stoppedAt);
    return { ...page, items: await this.views(page.items) };
  }

  async find(id: string): Promise<ConversationView | undefined> {
    const row = await this.database.conversation.findUnique({ where: { id }, select: LISTED });
    const [view] = row === null ? [] : await this.views([row]);
    return view;
  }

  /** Keeps automatic replies away until then, and raises `conversation.handed_over`. @returns false when there is none of that id. */
  async pause(id: string, until: Date, reason: string): Promise<boolean> {
    return this.database.$transaction(async (tx) => {
      const { count } = await tx.conversation.updateMany({
        where: { id },
        data: { pausedUntil: until, pauseReason: reason, pausedByEventId: null },
      });
      if (count === 0) return false;
      await endRunOfConversation(tx, id, 'A person has taken over.', this.clock.now());
      const { connectionId, contactId, theirAddress } = await tx.conversation.findUniqueOrThrow({
        where: { id },
        select: { connectionId: true, contactId: true, theirAddress: true },
      });
      const lane = laneOfMessage({ connectionId, theirAddress });
      const envelope = { lane, occurredAt: this.clock.now(), connectionId, contactId, conversationId: id };
      await this.bus.append([{ ...envelope, name: 'conversation.handed_over', payload: { reason } }], tx);
      return true;
    });
  }

  async resume(id: string): Promise<boolean> {
    const { count } = await this.database.conversation.updateMany({
      where: { id },
      data: { pausedUntil: null, pauseReason: null, pausedByEventId: null },
    });
    return count === 1;
  }

  /** A part of a name is found by looking, among a bounded number of conversations. */
  private async endOfSearch(walked: Prisma.ConversationWhereInput): Promise<ListPosition | undefined> {
    const row = await this.database.conversation.findFirst({
      where: walked,
      orderBy: LATEST_FIRST,
      skip: MAX_SEARCHED_ROWS,
      select: { lastMessageAt: true, id: true },
    });
    return row === null ? undefined : { at: row.lastMessageAt, id: row.id };
  }

  private async views(rows: readonly ListedRow[]): Promise<ConversationView[]> {
    const latest = await this.latestMessages(rows.map(({ id }) => id));
    return rows.map(({ contact, connection, ...row }) => ({
      ...row,
      contactName: contact.name,
      consent: contact.consent?.state ?? 'subscribed',
      provider: connection.provider,
      windowClosesAt: windowEnd(row, connection.provider),
      latestMessage: latest.get(row.id) ?? null,
    }));
  }

  /** One index look-up for each conversation; an ORM's nested `take: 1` would read whole threads. */
  private async latestMessages(ids: readonly string[]): Promise<ReadonlyMap<string, LatestMessageView>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.$queryRaw<(LatestMessageView & { readonly conversationId: string })[]>`
      select conversation.id::text as "conversationId", latest.*
        from unnest(${[...ids]}::uuid[]) as conversation(id)
       cross join lateral (
             select message.id::text, direction, status, text, created_at as "createdAt"
               from message
              where message.conversation_id = conversation.id
              order by created_at desc, message.id desc
              limit 1) as latest`;
    return new Map(rows.map(({ conversationId, ...message }) => [conversationId, message]));
  }
}

function after(place: ListPosition | undefined): Prisma.ConversationWhereInput {
  if (place === undefined) return {};
  return {
    lastMessageAt: { lte: place.at },
    OR: [{ lastMessageAt: { lt: place.at } }, { id: { lt: place.id } }],
  };
}

function notBefore(place: ListPosition | undefined): Prisma.ConversationWhereInput {
  if (place === undefined) return {};
  return {
    lastMessageAt: { gte: place.at },
    OR: [{ lastMessageAt: { gt: place.at } }, { id: { gte: place.id } }],
  };
}

function nameOrAddress(part: string): Prisma.ConversationWhereInput {
  const contains = { contains: part, mode: 'insensitive' as const };
  return { OR: [{ theirAddress: contains }, { contact: { name: contains } }] };
}

function windowEnd(
  { channel, lastInboundAt }: Pick<ListedRow, 'channel' | 'lastInboundAt'>,
  provider: string,
): Date | null {
  const known = CHANNELS.find((name) => name === channel);
  const windowMs = known === undefined ? undefined : providerNamed(provider)?.serviceWindowMs?.[known];
  if (windowMs === undefined || lastInboundAt === null) return null;
  return new Date(lastInboundAt.getTime() + windowMs);
}
