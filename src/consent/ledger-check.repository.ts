import type { Database } from '../platform/database/database.js';

const ROW = 1;
/** A verification that was begun this long ago and has not ended belongs to a process that is gone. */
const CLAIM_LASTS_MS = 60 * 60_000;

/** How the last verification of the ledger ended, whoever asked for it. */
export type LedgerCheck = {
  readonly checkedAt: Date;
  /** When every entry was last verified and nothing was found. */
  readonly wholeAt: Date | undefined;
  readonly findingCount: number;
};

/** Absent before the first verification. */
export async function lastCheck(database: Database): Promise<LedgerCheck | undefined> {
  const row = await database.ledgerCheck.findUnique({ where: { id: ROW } });
  if (row === null || row.checkedAt === null) return undefined;
  return { checkedAt: row.checkedAt, wholeAt: row.wholeAt ?? undefined, findingCount: row.findingCount };
}

/**
 * Claims the next verification if the last one is that old. Of several processes one gets it. A verification takes longer than a
 * transaction should, so the claim is a row and not a lock.
 */
export async function claimCheck(database: Database, now: Date, everyMs: number): Promise<boolean> {
  const checkedBefore = new Date(now.getTime() - everyMs);
  const diedBefore = new Date(now.getTime() - CLAIM_LASTS_MS);
  const claimed = await database.$executeRaw`
    insert into ledger_check as last (id, claimed_at) values (${ROW}, ${now})
    on conflict (id) do update set claimed_at = ${now}
      where (last.checked_at is null or last.checked_at <= ${checkedBefore})
        and (last.claimed_at is null or last.claimed_at <= ${diedBefore})`;
  return claimed === 1;
}

/** Gives a claim back whose verification did not end. */
export async function unclaimCheck(database: Database): Promise<void> {
  await database.ledgerCheck.update({ where: { id: ROW }, data: { claimedAt: null } });
}

/** @param at when the verification began: what was added since then is not covered by it. */
export async function recordCheck(
  database: Database,
  at: Date,
  { isWhole, findingCount }: { readonly isWhole: boolean; readonly findingCount: number },
): Promise<void> {
  const result = {
    claimedAt: null,
    checkedAt: at,
    findingCount,
    ...(findingCount > 0 ? { wholeAt: null } : isWhole && { wholeAt: at }),
  };
  await database.ledgerCheck.upsert({ where: { id: ROW }, create: { id: ROW, ...result }, update: result });
}
