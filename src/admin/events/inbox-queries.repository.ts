import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Shown } from '../http/api-docs.js';
import { pageOf, MAX_SEARCHED_ROWS, type Page } from '../lists/page.js';
import { positionOf } from '../lists/list-query.js';
import type { ListPosition } from '../lists/cursor.js';
import type { EventDetailView, EventQuery, EventView } from './event.views.js';
import { storedText } from './stored-text.js';

const LISTED = {
  id: true,
  provider: true,
  connectionId: true,
  eventType: true,
  lane: true,
  state: true,
  reason: true,
  isStale: true,
  attempts: true,
  replays: true,
  occurredAt: true,
  receivedAt: true,
  processedAt: true,
  purgedAt: true,
  purgeReason: true,
} satisfies Prisma.InboxEntrySelect;

type ListedRow = Prisma.InboxEntryGetPayload<{ select: typeof LISTED }>;

/** What came of an entry: the message it concerns and the verdict on it; and when the provider sent it again. */
type Outcome = {
  readonly messageId: string | null;
  readonly verdict: string | null;
  readonly duplicates: number;
  readonly duplicatesAt: readonly Date[];
};

/** A provider that sends everything twice must not make a query of all of it. */
const MOST_SENT_AGAIN = 5_000;

const NEWEST_FIRST = [
  { receivedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.InboxEntryOrderByWithRelationInput[];

/** The inbox as people look at it. */
@Injectable()
export class InboxQueries {
  constructor(private readonly database: Database) {}

  async list(query: EventQuery): Promise<Page<EventView>> {
    const { limit, provider, state, type, cameAgain } = query;
    const walked = {
      ...(cameAgain !== undefined && { id: { in: await this.sentAgain() } }),
      ...(provider !== undefined && { provider }),
      ...(state !== undefined && { state }),
      ...after(positionOf(query)),
    };
    const stoppedAt = type === undefined ? undefined : await this.endOfSearch(walked);
    const rows = await this.database.inboxEntry.findMany({
      where: {
        AND: [walked, notBefore(stoppedAt)],
        ...(type !== undefined && { eventType: type }),
      },
      select: LISTED,
      orderBy: NEWEST_FIRST,
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ receivedAt, id }) => ({ at: receivedAt, id }), stoppedAt);
    const outcomes = await this.outcomes(page.items.map(({ id }) => id));
    return { ...page, items: page.items.map((row) => viewOf(row, outcomes.get(row.id))) };
  }

  async find(id: string): Promise<EventDetailView | undefined> {
    const row = await this.database.inboxEntry.findUnique({
      where: { id },
      select: { ...LISTED, rawBody: true, headers: true },
    });
    if (row === null) return undefined;
    const { rawBody, headers, ...listed } = row;
    const outcomes = await this.outcomes([id]);
    const { text, encoding } = storedText(rawBody);
    const outcome = outcomes.get(id);
    return {
      ...viewOf(listed, outcome),
      duplicatesAt: outcome?.duplicatesAt ?? [],
      rawBody: text,
      rawBodyEncoding: encoding,
      headers,
    };
  }

  /** The entries that came again lately. Their own table knows the time of it, so that a list needs no look at the others. */
  private async sentAgain(): Promise<string[]> {
    const rows = await this.database.inboxDuplicate.findMany({
      select: { inboxId: true },
      orderBy: { lastReceivedAt: 'desc' },
      take: MOST_SENT_AGAIN,
    });
    return rows.map(({ inboxId }) => inboxId);
  }

  /** No index knows the type, so a search for it looks at a bounded number of rows and says where it stopped. */
  private async endOfSearch(walked: Prisma.InboxEntryWhereInput): Promise<ListPosition | undefined> {
    const row = await this.database.inboxEntry.findFirst({
      where: walked,
      orderBy: NEWEST_FIRST,
      skip: MAX_SEARCHED_ROWS,
      select: { receivedAt: true, id: true },
    });
    return row === null ? undefined : { at: row.receivedAt, id: row.id };
  }

  private async outcomes(ids: readonly string[]): Promise<ReadonlyMap<string, Outcome>> {
    const rows = await this.database.$queryRaw<
      {
        inbox_id: string;
        message_id: string | null;
        verdict: string | null;
        duplicates: number | null;
        duplicates_at: Date[] | null;
      }[]
    >`
      select entry.id::text as inbox_id, coalesce(event.message_id, report.message_id)::text as message_id,
             decision.verdict, again.count as duplicates, again.received_at as duplicates_at
        from unnest(${[...ids]}::uuid[]) as entry(id)
        left join domain_event event on event.inbox_id = entry.id
        left join decision on decision.domain_event_id = event.id
        left join delivery_report report on report.inbox_id = entry.id
        left join inbox_duplicate again on again.inbox_id = entry.id`;
    return new Map(
      rows.map((row) => [
        row.inbox_id,
        {
          messageId: row.message_id,
          verdict: row.verdict,
          duplicates: row.duplicates ?? 0,
          duplicatesAt: row.duplicates_at ?? [],
        },
      ]),
    );
  }
}

function viewOf({ eventType, lane, ...row }: ListedRow, outcome: Outcome | undefined): Shown<EventView> {
  return {
    ...row,
    type: eventType,
    duplicates: outcome?.duplicates ?? 0,
    lastDuplicateAt: outcome?.duplicatesAt[0] ?? null,
    messageId: outcome?.messageId ?? null,
    verdict: outcome?.verdict ?? verdictWithoutDecision(row.state, lane),
  };
}

/** Entries that never became a domain event have an end too. The lane says what ingest took them for. */
function verdictWithoutDecision(state: string, lane: string): string | null {
  if (state === 'quarantined') return 'quarantined';
  if (lane.endsWith(':echo')) return 'echo_ignored';
  return lane.endsWith(':unknown') ? 'no_action' : null;
}

function after(place: ListPosition | undefined): Prisma.InboxEntryWhereInput {
  if (place === undefined) return {};
  return { receivedAt: { lte: place.at }, OR: [{ receivedAt: { lt: place.at } }, { id: { lt: place.id } }] };
}

function notBefore(place: ListPosition | undefined): Prisma.InboxEntryWhereInput {
  if (place === undefined) return {};
  return { receivedAt: { gte: place.at }, OR: [{ receivedAt: { gt: place.at } }, { id: { gte: place.id } }] };
}
