import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import { positionOf } from '../lists/list-query.js';
import type { ListPosition } from '../lists/cursor.js';
import { pageOf, type Page } from '../lists/page.js';
import type { WebhookCallQuery, WebhookCallView } from './webhook-call.views.js';

/** Everything but the body, which may hold a customer's words. */
const LISTED = {
  id: true,
  domainEventId: true,
  ruleRevisionId: true,
  url: true,
  state: true,
  attempts: true,
  lastStatus: true,
  reason: true,
  nextAttemptAt: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.WebhookCallSelect;

type ListedRow = Prisma.WebhookCallGetPayload<{ select: typeof LISTED }>;

/** Outbound webhooks as people look at them and try them again. */
@Injectable()
export class WebhookCalls {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: WebhookCallQuery): Promise<Page<WebhookCallView>> {
    const { limit, state } = query;
    const rows = await this.database.webhookCall.findMany({
      where: { ...(state !== undefined && { state }), ...after(positionOf(query)) },
      select: LISTED,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
    return { ...page, items: page.items.map(viewOf) };
  }

  async find(id: string): Promise<WebhookCallView | undefined> {
    const row = await this.database.webhookCall.findUnique({ where: { id }, select: LISTED });
    return row === null ? undefined : viewOf(row);
  }

  /** Begins a failed call's tries anew, under its id. @returns false when it has not failed, or its body was erased. */
  async retry(id: string): Promise<boolean> {
    const { count } = await this.database.webhookCall.updateMany({
      where: { id, state: 'failed', body: { not: '' } },
      data: { state: 'queued', attempts: 0, nextAttemptAt: this.clock.now(), finishedAt: null },
    });
    return count === 1;
  }
}

function viewOf({ nextAttemptAt, ...row }: ListedRow): WebhookCallView {
  return { ...row, nextAttemptAt: row.finishedAt === null ? nextAttemptAt : null };
}

function after(place: ListPosition | undefined): Prisma.WebhookCallWhereInput {
  if (place === undefined) return {};
  return {
    createdAt: { lte: place.at },
    OR: [{ createdAt: { lt: place.at } }, { id: { lt: place.id } }],
  };
}
