import type { DomainEventName } from '../events/domain-events.js';
import type { Database } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';

/** A page is held in memory twice: while it is decided upon, the next one is read. */
const PAGE = 250;

/** Decisions upon one kind of event that were made in a time, without those that retention or an erasure has emptied. */
export type Past = { readonly event: DomainEventName; readonly since: Date; readonly until: Date };

export type PastDecision = {
  readonly id: string;
  readonly decidedAt: Date;
  /** JSON, not parsed yet. */
  readonly snapshot: string;
};

type Place = Pick<PastDecision, 'id' | 'decidedAt'>;

function of({ event, since, until }: Past): Prisma.Sql {
  return Prisma.sql`
    from decision
   where decision.decided_at >= ${since} and decision.decided_at < ${until} and decision.purged_at is null
     and exists (select 1 from domain_event where domain_event.id = decision.domain_event_id and domain_event.name = ${event})`;
}

/** How many there are; counting stops at `most`. */
export async function countPast(database: Database, past: Past, most: number): Promise<number> {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 ${of(past)} limit ${most}) as counted`;
  return row?.count ?? 0;
}

/** The latest `most` of them, oldest first, in pages. */
export async function* pastDecisions(
  database: Database,
  past: Past,
  most: number,
): AsyncGenerator<readonly PastDecision[]> {
  let next = readPage(database, past, await placeBefore(database, past, most));
  while (true) {
    const page = await next;
    const last = page.at(-1);
    if (last === undefined) return;
    next = readPage(database, past, last);
    // It may fail while the page before is still being worked on; whoever awaits it is told.
    next.catch(() => undefined);
    yield page;
  }
}

/** The one right before the latest `most`; absent when there are no more than that. */
async function placeBefore(database: Database, past: Past, most: number): Promise<Place | undefined> {
  const [place] = await database.$queryRaw<Place[]>`
    select decision.id::text, decision.decided_at as "decidedAt" ${of(past)}
     order by decision.decided_at desc, decision.id desc offset ${most} limit 1`;
  return place;
}

async function readPage(
  database: Database,
  past: Past,
  after: Place | undefined,
): Promise<readonly PastDecision[]> {
  const rest =
    after === undefined
      ? Prisma.empty
      : Prisma.sql`and (decision.decided_at, decision.id) > (${after.decidedAt}, ${after.id}::uuid)`;
  return database.$queryRaw<PastDecision[]>`
    select decision.id::text, decision.decided_at as "decidedAt", decision.snapshot::text ${of(past)} ${rest}
     order by decision.decided_at, decision.id limit ${PAGE}`;
}
