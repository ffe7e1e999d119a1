import type { Database, Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';

export type InboxEntryRow = Prisma.InboxEntryGetPayload<object>;

/** What was claimed for the queue: which lanes have work. */
export type ClaimedLanes = { readonly lanes: readonly string[]; readonly isFull: boolean };

/**
 * Claims stored events that no job works on yet, oldest first. Several dispatchers share the work: what one has locked, the others
 * pass over.
 */
export async function claimWaiting(database: Database, limit: number): Promise<ClaimedLanes> {
  const rows = await database.$queryRaw<{ lane: string }[]>`
    with entry as (
      update inbox_entry set state = 'dispatched', dispatched_at = now()
       where id in (select id from inbox_entry where state = 'received' order by seq limit ${limit} for update skip locked)
      returning lane
    ), event as (
      update domain_event set state = 'dispatched', dispatched_at = now()
       where id in (select id from domain_event where state = 'pending' order by seq limit ${limit} for update skip locked)
      returning lane
    )
    select lane from entry union all select lane from event`;
  return { lanes: [...new Set(rows.map((row) => row.lane))], isFull: rows.length >= limit };
}

/** Undoes a claim whose lanes could not be woken. A lane that another job works on is only woken once more. */
export async function giveBack(database: Database, lanes: readonly string[]): Promise<void> {
  await database.$executeRaw`
    update inbox_entry set state = 'received' where state = 'dispatched' and lane = any(${[...lanes]}::text[])`;
  await database.$executeRaw`
    update domain_event set state = 'pending' where state = 'dispatched' and lane = any(${[...lanes]}::text[])`;
}

/** Gives back what was handed to the queue long ago and is still not done: the job was lost, with its queue or its process. */
export async function releaseStranded(database: Database, olderThanMs: number): Promise<number> {
  const entries = await database.$executeRaw`
    update inbox_entry set state = 'received'
     where state = 'dispatched' and dispatched_at < now() - make_interval(secs => ${olderThanMs / 1000})`;
  const events = await database.$executeRaw`
    update domain_event set state = 'pending'
     where state = 'dispatched' and dispatched_at < now() - make_interval(secs => ${olderThanMs / 1000})`;
  return entries + events;
}

/** What a look at a lane found. The ids are those of the oldest that wait; each has to be read again under the lock. */
export type LaneView = {
  readonly locked: boolean;
  readonly eventId: string | null;
  readonly entryId: string | null;
  /** Something else waits besides the first. What comes later has a wake-up of its own. */
  readonly hasMore: boolean;
};

/** Takes the lane for this transaction, unless another worker has it, and looks what there is to do. */
export async function lookIntoLane(tx: Transaction, lane: string): Promise<LaneView> {
  const [view] = await tx.$queryRaw<LaneView[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${lane}, 1)) as locked,
           (select id::text from domain_event
             where lane = ${lane} and state in ('pending', 'dispatched') order by seq limit 1) as "eventId",
           (select id::text from inbox_entry
             where lane = ${lane} and state in ('received', 'dispatched') order by seq limit 1) as "entryId",
           (select count(*) > 1
              from ((select id from domain_event where lane = ${lane} and state in ('pending', 'dispatched') limit 2)
                    union all
                    (select id from inbox_entry where lane = ${lane} and state in ('received', 'dispatched') limit 2)) as waiting)
             as "hasMore"`;
  if (view === undefined) throw new Error('A lane could not be looked into.');
  return view;
}

/** A stored webhook that still waits; absent when whoever had the lane before has just handled it. */
export async function waitingEntry(tx: Transaction, id: string): Promise<InboxEntryRow | null> {
  return tx.inboxEntry.findFirst({ where: { id, state: { in: ['received', 'dispatched'] } } });
}

/** Waits for the lane; for work that a person is waiting for. */
export async function lockLane(tx: Transaction, lane: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${lane}, 1)) is null as locked`;
}

export async function markEntryProcessed(
  tx: Transaction,
  id: string,
  now: Date,
  reason?: string,
): Promise<void> {
  await tx.inboxEntry.updateMany({
    where: { id },
    data: { state: 'processed', processedAt: now, reason: reason ?? null },
  });
}

export async function quarantineEntry(tx: Transaction, id: string, now: Date, reason: string): Promise<void> {
  await tx.inboxEntry.updateMany({ where: { id }, data: { state: 'quarantined', processedAt: now, reason } });
}

/**
 * Counts a failed try. From the `maxAttempts`-th on, the entry is `failed` and leaves its lane. It is counted after the lane was let go, so
 * another worker may have settled the entry meanwhile: then nothing is counted any more.
 */
export async function recordEntryFailure(
  tx: Transaction,
  id: string,
  reason: string,
  maxAttempts: number,
): Promise<{ readonly hasLeftLane: boolean }> {
  const [waiting] = await tx.$queryRaw<{ state: string }[]>`
    update inbox_entry
       set attempts = attempts + 1, reason = ${reason},
           state = case when attempts + 1 < ${maxAttempts} then state else 'failed' end
     where id = ${id}::uuid and state in ('received', 'dispatched')
    returning state`;
  return { hasLeftLane: waiting === undefined || waiting.state === 'failed' };
}
