import type { Transaction } from '../platform/database/database.js';
import type { Decision } from '../rules/decision.js';

/** Notes which rules fired in a decision, and which shadows would have: one statement, and no row that two decisions share. */
export async function noteRuleHits(
  tx: Transaction,
  decisionId: string,
  { firedRuleIds, shadowRuleIds }: Decision,
  decidedAt: Date,
): Promise<void> {
  if (firedRuleIds.length + shadowRuleIds.length === 0) return;
  await tx.$executeRaw`
    insert into rule_hit (rule_id, decided_at, decision_id, outcome)
    select id, ${decidedAt}::timestamptz, ${decisionId}::uuid, 'fired' from unnest(${[...firedRuleIds]}::uuid[]) as id
     union all
    select id, ${decidedAt}::timestamptz, ${decisionId}::uuid, 'shadow' from unnest(${[...shadowRuleIds]}::uuid[]) as id
        on conflict do nothing`;
}

/** How often a rule fired, or would have. */
export type RuleTraffic = {
  readonly fired7Days: number;
  readonly fired30Days: number;
  readonly lastFiredAt: Date | null;
  /** As a shadow, or while it was held back. */
  readonly shadow7Days: number;
  readonly shadow30Days: number;
  readonly lastShadowAt: Date | null;
};

export const NO_TRAFFIC: RuleTraffic = {
  fired7Days: 0,
  fired30Days: 0,
  lastFiredAt: null,
  shadow7Days: 0,
  shadow30Days: 0,
  lastShadowAt: null,
};

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The traffic of rules, by their ids; without those that have none. Last hits are found however long ago they were. */
export async function trafficOf(
  tx: Transaction,
  ruleIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, RuleTraffic>> {
  const weekAgo = new Date(now.getTime() - 7 * DAY_MS);
  const monthAgo = new Date(now.getTime() - 30 * DAY_MS);
  const rows = await tx.$queryRaw<(RuleTraffic & { readonly ruleId: string })[]>`
    select wanted.id::text as "ruleId", counted.*,
           (select decided_at from rule_hit where rule_id = wanted.id and outcome = 'fired'
             order by decided_at desc limit 1) as "lastFiredAt",
           (select decided_at from rule_hit where rule_id = wanted.id and outcome = 'shadow'
             order by decided_at desc limit 1) as "lastShadowAt"
      from unnest(${[...ruleIds]}::uuid[]) as wanted(id)
     cross join lateral (
           select count(*) filter (where outcome = 'fired' and decided_at >= ${weekAgo})::int as "fired7Days",
                  count(*) filter (where outcome = 'fired')::int as "fired30Days",
                  count(*) filter (where outcome = 'shadow' and decided_at >= ${weekAgo})::int as "shadow7Days",
                  count(*) filter (where outcome = 'shadow')::int as "shadow30Days"
             from rule_hit where rule_id = wanted.id and decided_at >= ${monthAgo}) as counted
     where exists (select 1 from rule_hit where rule_id = wanted.id)`;
  return new Map(rows.map(({ ruleId, ...traffic }) => [ruleId, traffic]));
}
