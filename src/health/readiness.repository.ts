import type { Database } from '../platform/database/database.js';

/** When the oldest event that is not handled yet was stored; both reads end at the first row of a partial index. */
export async function oldestUnprocessedAt(database: Database): Promise<Date | undefined> {
  const rows = await database.$queryRaw<{ at: Date }[]>`
    select min(at) as at from (
      (select received_at as at from inbox_entry where state in ('received', 'dispatched') order by lane, seq limit 10000)
      union all
      (select created_at as at from domain_event where state in ('pending', 'dispatched') order by lane, seq limit 10000)
    ) as waiting having min(at) is not null`;
  return rows[0]?.at;
}

/** Outbound messages that are not settled, by status. */
export async function openMessages(
  database: Database,
): Promise<readonly { status: string; count: number }[]> {
  const rows = await database.$queryRaw<{ status: string; count: bigint }[]>`
    select status, (select count(*) from message where message.status = open.status) as count
      from unnest(array['queued', 'sending', 'unknown']) as open(status)`;
  return rows.map(({ status, count }) => ({ status, count: Number(count) }));
}

/** A migration that failed half-way, or that another version began and did not finish. */
export async function unfinishedMigration(database: Database): Promise<string | undefined> {
  const rows = await database.$queryRaw<{ migration_name: string }[]>`
    select migration_name from _prisma_migrations where finished_at is null and rolled_back_at is null limit 1`;
  return rows[0]?.migration_name;
}
