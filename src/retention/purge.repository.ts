import type { Database, Transaction } from '../platform/database/database.js';
import { pageStatement } from './purge-statements.repository.js';
import type { Purge, PurgeKind } from './purge-plan.js';

/** How far a run has come with a kind, which it walks through by age, then id. */
export type PurgeProgress = {
  readonly at: Date;
  readonly id: string;
  /** The age of the oldest row that was not at its end, and so was left as it is. The next run begins there. */
  readonly openAt: Date | undefined;
};

/** What one batch did. `busy`: another process is at it. `next` is absent when nothing more is old enough. */
export type PurgedBatch =
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly purged: number; readonly next: PurgeProgress | undefined };

/** What was seen in one page. */
type PageRow = {
  readonly purged: number;
  readonly seen: number;
  readonly last_at: Date | null;
  readonly last_id: string | null;
  readonly open_at: Date | null;
};

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Empties the next page of rows, in a transaction of its own that no other process can hold at the same time. What is not at its end (an
 * event that waits, a message that may yet be sent) keeps its words.
 */
export async function purgeBatch(
  database: Database,
  purge: Purge,
  progress: PurgeProgress | undefined,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<PurgedBatch> {
  return database.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended('retention', 6)) as taken`;
    if (lock?.taken !== true) return { kind: 'busy' };
    const from = progress ?? (await startOf(tx, purge.kind));
    const [page] = await tx.$queryRaw<PageRow[]>(pageStatement(purge, from, now, limit));
    if (page === undefined) throw new Error('A page of retention gave no row.');
    const openAt = from.openAt ?? page.open_at ?? undefined;
    const isFull = page.seen === limit;
    const next =
      isFull && page.last_at !== null && page.last_id !== null
        ? { at: page.last_at, id: page.last_id, openAt }
        : undefined;
    const doneBefore = openAt ?? next?.at ?? laterOf(from.at, purge.before);
    await tx.$executeRaw`
      update retention_run
         set last_purged = last_purged + ${page.purged}::int, total_purged = total_purged + ${page.purged}::int, done_before = ${doneBefore}
       where kind = ${purge.kind}`;
    return { kind: 'done', purged: page.purged, next };
  });
}

/** Begins a run of a kind, unless one began less than `everyMs` ago. @returns whether it is this process's turn. */
export async function claimRun(
  database: Database,
  kind: PurgeKind,
  now: Date,
  everyMs: number,
): Promise<boolean> {
  const latest = new Date(now.getTime() - everyMs);
  const claimed = await database.$executeRaw`
    insert into retention_run (kind, last_run_at, last_purged) values (${kind}, ${now}, 0)
        on conflict (kind) do update set last_run_at = excluded.last_run_at, last_purged = 0
     where retention_run.last_run_at <= ${latest}`;
  return claimed === 1;
}

async function startOf(tx: Transaction, kind: PurgeKind): Promise<PurgeProgress> {
  const run = await tx.retentionRun.findUnique({ where: { kind }, select: { doneBefore: true } });
  return { at: run?.doneBefore ?? new Date(0), id: BEFORE_ALL, openAt: undefined };
}

/** Settings that keep more than before do not send the next run back over what is empty already. */
function laterOf(one: Date, other: Date): Date {
  return one > other ? one : other;
}
