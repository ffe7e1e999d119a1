import { recordChange } from '../access/audit.repository.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database, Transaction } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { RuleRepository } from '../rulebook/rule.repository.js';
import { lockRulebook } from '../rulebook/rulebook-version.repository.js';
import { overrunSentence, type Firings } from './overrun.js';

/** After so many firings of a rule in this process the database is asked how many there are in all. */
const ASKED_EVERY = 10;
const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
/** Rules are counted in this process until there are this many. */
const MOST_COUNTED = 10_000;

/** Whose act it is on the audit trail. */
const ACTOR = { actor: 'heed', role: undefined, requestId: undefined } as const;

/**
 * Holds back a live rule that fires far more often than its dry run foretold: a rule that answers everybody does so a few dozen times, not a
 * thousand. It then is a shadow until a person lets it go on. A rule without a dry run has no forecast, and is not watched.
 */
export class RuleBreaker {
  private readonly unasked = new Map<string, number>();
  private readonly asking = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly rules: RuleRepository,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  /** Counts firings, and looks into them beside the decisions, which wait for nothing. */
  noteFirings(ruleIds: readonly string[]): void {
    for (const id of ruleIds) {
      const count = (this.unasked.get(id) ?? 0) + 1;
      if (count < ASKED_EVERY) {
        if (this.unasked.size >= MOST_COUNTED) this.unasked.clear();
        this.unasked.set(id, count);
        continue;
      }
      this.unasked.delete(id);
      const asking = this.judge(id).catch((error: unknown) => {
        this.log.error('Whether a rule fires too often could not be found out.', error, { ruleId: id });
      });
      this.asking.add(asking);
      void asking.finally(() => this.asking.delete(asking));
    }
  }

  /** Ends when nothing is being looked into any more. */
  async settle(): Promise<void> {
    await Promise.all(this.asking);
  }

  private async judge(ruleId: string): Promise<void> {
    const now = this.clock.now();
    if (overrunSentence(await firingsOf(this.database, ruleId, now)) === undefined) return;
    const name = await this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      const firings = await firingsOf(tx, ruleId, now);
      const reason = overrunSentence(firings);
      if (firings === undefined || reason === undefined) return undefined;
      await this.rules.holdBack(tx, ruleId, now, reason);
      const { hour, day, high } = firings;
      const after = { firedInHour: hour, firedInDay: day, foretoldAtMost: high };
      const change = { action: 'rules.hold-back', subjectKind: 'rules', subjectId: ruleId, reason, after };
      await recordChange(tx, ACTOR, change, now);
      return firings.name;
    });
    if (name === undefined) return;
    this.metrics.rulesHeldBack.inc();
    this.log.warn('A rule fires far more often than was foretold, and is held back.', { ruleId });
  }
}

type WatchedFirings = Firings & { readonly name: string };

/** The firings of a rule that is live and has a forecast; `undefined` of any other. */
async function firingsOf(tx: Transaction, ruleId: string, now: Date): Promise<WatchedFirings | undefined> {
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const [row] = await tx.$queryRaw<WatchedFirings[]>`
    select revision.definition ->> 'name' as name, (dry_run.result -> 'forecast' ->> 'high')::float8 as high,
           counted.hour, counted.day
      from rule
      join rule_revision revision on revision.id = rule.revision_id
      join dry_run on dry_run.id = revision.dry_run_id and dry_run.state = 'finished'
     cross join lateral (
           select count(*) filter (where decided_at >= ${hourAgo})::int as hour, count(*)::int as day
             from rule_hit
            where rule_id = rule.id and outcome = 'fired' and decided_at >= greatest(${dayAgo}, rule.watched_since)) as counted
     where rule.id = ${ruleId}::uuid and rule.deleted_at is null and rule.held_back_at is null`;
  return row;
}
