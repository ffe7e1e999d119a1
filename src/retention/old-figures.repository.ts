import type { Database } from '../platform/database/database.js';

const DAY_MS = 24 * 3_600_000;
/** Figures look back 30 days; a year and a month lets somebody compare a season with the last one. */
const FIGURES_KEPT_DAYS = 400;

/**
 * Deletes one batch of what is only counted and is older than 400 days: which rules fired when, and dry runs that no rule is watched by. They
 * hold no words, so no setting asks about them; without an end they would grow with every message.
 *
 * @returns how many rows went; fewer than `limit` means that nothing old is left
 */
export async function purgeOldFigures(database: Database, now: Date, limit: number): Promise<number> {
  const before = new Date(now.getTime() - FIGURES_KEPT_DAYS * DAY_MS);
  // By the key, which begins with the rule: no index on the age alone has to be kept up with every decision.
  const hits = await database.$executeRaw`
    with old as (
      select hit.rule_id, hit.decided_at, hit.decision_id
        from rule
       cross join lateral (select rule_id, decided_at, decision_id from rule_hit
                            where rule_id = rule.id and decided_at < ${before}
                            order by decided_at limit ${limit} for update skip locked) as hit
       limit ${limit})
    delete from rule_hit using old
     where rule_hit.rule_id = old.rule_id and rule_hit.decided_at = old.decided_at and rule_hit.decision_id = old.decision_id`;
  const runs = await database.$executeRaw`
    with old as (
      select id from dry_run
       where created_at < ${before}
         and not exists (select 1 from rule join rule_revision revision on revision.id = rule.revision_id
                          where rule.deleted_at is null and revision.dry_run_id = dry_run.id)
       order by created_at, id limit ${limit} for update skip locked)
    delete from dry_run using old where dry_run.id = old.id`;
  return Math.max(hits, runs);
}
