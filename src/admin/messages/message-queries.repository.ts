import { Injectable } from '@nestjs/common';
import { parseAddress } from '../../messaging/address.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Shown } from '../http/api-docs.js';
import type { ListPosition } from '../lists/cursor.js';
import { positionOf, type ListQuery } from '../lists/list-query.js';
import { MAX_SEARCHED_ROWS, pageOf, type Page } from '../lists/page.js';
import { isSearch, searched, walked, type MessageSearch } from './message-search.repository.js';
import { withheldClause } from './present-sentence.js';
import type { MessageQuery } from './message-query.js';
import type { MessageHistoryView, MessageView } from './message.views.js';

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

/** Messages as people look at them. */
@Injectable()
export class MessageQueries {
  constructor(private readonly database: Database) {}

  async list({ address, ...query }: MessageQuery): Promise<Page<MessageView>> {
    const contactId = address === undefined ? undefined : await this.ownerOf(address);
    if (contactId === null) return { items: [], nextCursor: null };
    return this.page(query, { ...query, ...(contactId !== undefined && { contactId }) });
  }

  async ofConversation(conversationId: string, query: ListQuery): Promise<Page<MessageView>> {
    return this.page(query, { conversationId });
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

  /** One page. A search looks at a bounded number of rows, and the page says where it stopped. */
  private async page(query: ListQuery, search: MessageSearch): Promise<Page<MessageView>> {
    const walk = walked(search, positionOf(query));
    const stoppedAt = isSearch(search) ? await this.endOfSearch(walk) : undefined;
    const rows = await this.database.$queryRaw<readonly ListPosition[]>`
      select id::text, created_at as at from message
       where ${walk} and ${searched(search, stoppedAt)}
       order by created_at desc, id desc limit ${query.limit + 1}`;
    const page = pageOf(rows, query.limit, (place) => place, stoppedAt);
    const found = await this.named(page.items.map(({ id }) => id));
    const views = new Map(found.map((view) => [view.id, view]));
    return { ...page, items: page.items.flatMap(({ id }) => views.get(id) ?? []) };
  }

  private async endOfSearch(walk: Prisma.Sql): Promise<ListPosition | undefined> {
    const [row] = await this.database.$queryRaw<readonly ListPosition[]>`
      select id::text, created_at as at from message
       where ${walk} order by created_at desc, id desc offset ${MAX_SEARCHED_ROWS} limit 1`;
    return row;
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
    const withheld = await this.withheldOf(inbound);
    const rules = await this.rulesOf(rows.flatMap(({ ruleRevisionId }) => ruleRevisionId ?? []));
    return rows.map(({ inboxId, ...row }) => {
      const rule = rules.get(row.ruleRevisionId);
      return {
        ...row,
        eventId: inboxId,
        verdict: verdicts.get(row.id) ?? null,
        withheld: withheld.get(row.id) ?? null,
        ruleId: rule?.ruleId ?? null,
        ruleName: rule?.name ?? null,
      };
    });
  }

  /** Of inbound messages whose answer did not leave: why. */
  private async withheldOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const answers = await this.database.message.findMany({
      where: { inReplyToId: { in: [...ids] } },
      select: { inReplyToId: true, kind: true, status: true, reason: true },
      orderBy: { createdAt: 'asc' },
    });
    const clauses = ids.map((id) => {
      const own = answers.filter(({ inReplyToId }) => inReplyToId === id);
      return [id, withheldClause(own)] as const;
    });
    return new Map(clauses.flatMap(([id, clause]) => (clause === undefined ? [] : [[id, clause]])));
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
