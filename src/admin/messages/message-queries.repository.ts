import { Injectable } from '@nestjs/common';
import { parseAddress } from '../../messaging/address.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Shown } from '../http/api-docs.js';
import type { ListPosition } from '../lists/cursor.js';
import { positionOf, type ListQuery } from '../lists/list-query.js';
import { MAX_SEARCHED_ROWS, pageOf, type Page } from '../lists/page.js';
import type { MessageHistoryView, MessageQuery, MessageView } from './message.views.js';

const LISTED = {
  id: true,
  direction: true,
  kind: true,
  status: true,
  reason: true,
  provider: true,
  connectionId: true,
  channel: true,
  contactId: true,
  conversationId: true,
  theirAddress: true,
  ourAddress: true,
  text: true,
  subject: true,
  attachments: true,
  details: true,
  template: true,
  sentAs: true,
  encoding: true,
  segments: true,
  attempt: true,
  nextAttemptAt: true,
  expiresAt: true,
  providerMessageId: true,
  inboxId: true,
  inReplyToId: true,
  resendOfId: true,
  ruleRevisionId: true,
  actor: true,
  purgedAt: true,
  purgeReason: true,
  occurredAt: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.MessageSelect;

type ListedRow = Prisma.MessageGetPayload<{ select: typeof LISTED }>;

type NamedRule = { readonly revisionId: string; readonly ruleId: string; readonly name: string | null };

const NEWEST_FIRST = [
  { createdAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.MessageOrderByWithRelationInput[];

/** Messages as people look at them. */
@Injectable()
export class MessageQueries {
  constructor(private readonly database: Database) {}

  async list(query: MessageQuery): Promise<Page<MessageView>> {
    const { address, status, conversationId, direction, provider, q } = query;
    const contactId = address === undefined ? undefined : await this.ownerOf(address);
    if (contactId === null) return { items: [], nextCursor: null };
    const indexed = {
      ...(contactId !== undefined && { contactId }),
      ...(conversationId !== undefined && { conversationId }),
      ...(status !== undefined && { status }),
    };
    const searched: Prisma.MessageWhereInput = {
      ...(direction !== undefined && { direction }),
      ...(provider !== undefined && { provider }),
      ...(q !== undefined && { text: { contains: q, mode: 'insensitive' } }),
    };
    return this.page(query, indexed, searched);
  }

  async ofConversation(conversationId: string, query: ListQuery): Promise<Page<MessageView>> {
    return this.page(query, { conversationId }, {});
  }

  async find(id: string): Promise<MessageView | undefined> {
    const [view] = await this.named([id]);
    return view;
  }

  async named(ids: readonly string[]): Promise<MessageView[]> {
    const rows = await this.database.message.findMany({ where: { id: { in: [...ids] } }, select: LISTED });
    return this.views(rows);
  }

  /** Our answers to a message, oldest first. */
  async answersTo(messageId: string): Promise<MessageView[]> {
    const rows = await this.database.message.findMany({
      where: { inReplyToId: messageId },
      select: LISTED,
      orderBy: { createdAt: 'asc' },
      take: 10,
    });
    return this.views(rows);
  }

  async history(messageId: string): Promise<Shown<MessageHistoryView>> {
    const [changes, attempts, reports] = await Promise.all([
      this.database.statusChange.findMany({
        where: { messageId },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { fromStatus: true, toStatus: true, cause: true, at: true },
      }),
      this.database.sendAttempt.findMany({
        where: { messageId },
        orderBy: { number: 'asc' },
        select: {
          number: true,
          startedAt: true,
          finishedAt: true,
          outcome: true,
          httpStatus: true,
          code: true,
          detail: true,
        },
      }),
      this.database.deliveryReport.findMany({
        where: { messageId },
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
        select: {
          inboxId: true,
          status: true,
          usedNumber: true,
          errorCode: true,
          errorText: true,
          occurredAt: true,
          receivedAt: true,
        },
      }),
    ]);
    return {
      statusHistory: changes.map(({ fromStatus, toStatus, ...rest }) => ({
        from: fromStatus,
        to: toStatus,
        ...rest,
      })),
      attempts,
      deliveryReports: reports.map(({ inboxId, ...rest }) => ({ eventId: inboxId, ...rest })),
    };
  }

  /**
   * One page. `indexed` conditions are found by an index; `searched` ones are looked for among a bounded number of rows, and the page
   * says where the search stopped.
   */
  private async page(
    query: ListQuery,
    indexed: Prisma.MessageWhereInput,
    searched: Prisma.MessageWhereInput,
  ): Promise<Page<MessageView>> {
    const walked = { ...indexed, ...after(positionOf(query)) };
    const isSearch = Object.keys(searched).length > 0;
    const stoppedAt = isSearch ? await this.endOfSearch(walked) : undefined;
    const rows = await this.database.message.findMany({
      where: { AND: [walked, notBefore(stoppedAt), searched] },
      select: LISTED,
      orderBy: NEWEST_FIRST,
      take: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }), stoppedAt);
    return { ...page, items: await this.views(page.items) };
  }

  private async endOfSearch(walked: Prisma.MessageWhereInput): Promise<ListPosition | undefined> {
    const row = await this.database.message.findFirst({
      where: walked,
      orderBy: NEWEST_FIRST,
      skip: MAX_SEARCHED_ROWS,
      select: { createdAt: true, id: true },
    });
    return row === null ? undefined : { at: row.createdAt, id: row.id };
  }

  /** The contact of an address in any spelling; null when nobody has it. */
  private async ownerOf(text: string): Promise<string | null> {
    const address = parseAddress(text);
    if (address === undefined) return null;
    const { kind, canonical } = address;
    const owner = await this.database.contactAddress.findUnique({
      where: { kind_canonical: { kind, canonical } },
      select: { contactId: true },
    });
    return owner?.contactId ?? null;
  }

  private async views(rows: readonly ListedRow[]): Promise<MessageView[]> {
    const inbound = rows.filter((row) => row.direction === 'inbound').map(({ id }) => id);
    const decisions =
      inbound.length === 0
        ? []
        : await this.database.decision.findMany({
            where: { messageId: { in: inbound } },
            select: { messageId: true, verdict: true },
          });
    const verdicts = new Map(decisions.map(({ messageId, verdict }) => [messageId, verdict]));
    const rules = await this.rulesOf(rows.flatMap(({ ruleRevisionId }) => ruleRevisionId ?? []));
    return rows.map(({ inboxId, ...row }) => {
      const rule = rules.get(row.ruleRevisionId);
      return {
        ...row,
        eventId: inboxId,
        verdict: verdicts.get(row.id) ?? null,
        ruleId: rule?.ruleId ?? null,
        ruleName: rule?.name ?? null,
      };
    });
  }

  /** The rules by revision, with the names that they had then. */
  private async rulesOf(revisionIds: readonly string[]): Promise<ReadonlyMap<string | null, NamedRule>> {
    if (revisionIds.length === 0) return new Map();
    const rows = await this.database.$queryRaw<readonly NamedRule[]>`
      select id::text as "revisionId", rule_id::text as "ruleId", definition->>'name' as name
        from rule_revision where id = any(${[...new Set(revisionIds)]}::uuid[])`;
    return new Map(rows.map((rule) => [rule.revisionId, rule]));
  }
}

function after(place: ListPosition | undefined): Prisma.MessageWhereInput {
  if (place === undefined) return {};
  return { createdAt: { lte: place.at }, OR: [{ createdAt: { lt: place.at } }, { id: { lt: place.id } }] };
}

function notBefore(place: ListPosition | undefined): Prisma.MessageWhereInput {
  if (place === undefined) return {};
  return { createdAt: { gte: place.at }, OR: [{ createdAt: { gt: place.at } }, { id: { gte: place.id } }] };
}
