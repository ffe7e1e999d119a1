import { Injectable } from '@nestjs/common';
import { lastCheck } from '../../consent/ledger-check.repository.js';
import { Database } from '../../platform/database/database.js';
import { firstIdAt } from './first-id-at.js';
import { denseSeries, seriesStepSeconds, type SeriesCount } from './series.js';
import type { StatsSeriesView, StatsView } from './stats.views.js';

const MAX_TIMED_REPLIES = 10_000;

type ReplyTimes = { readonly median: number | null; readonly p95: number | null };

type Count = { readonly name: string; readonly count: number };

/** Counts for a dashboard: a fixed number of statements, each of which an index serves. */
@Injectable()
export class Statistics {
  constructor(private readonly database: Database) {}

  async count(since: Date, now: Date): Promise<StatsView> {
    const [
      messages,
      verdicts,
      events,
      consentChanges,
      consentStates,
      queued,
      unknownNow,
      rulesHeldBackNow,
      ledger,
      pausedNow,
      times,
    ] = await Promise.all([
      this.messages(since),
      this.verdicts(since),
      this.events(since),
      this.consentChanges(since),
      this.consentStates(),
      this.database.message.aggregate({
        where: { status: 'queued' },
        _count: true,
        _min: { createdAt: true },
      }),
      this.database.message.count({ where: { status: 'unknown' } }),
      this.database.rule.count({ where: { heldBackAt: { not: null }, deletedAt: null } }),
      lastCheck(this.database),
      this.database.conversation.count({ where: { pausedUntil: { gt: now } } }),
      this.replyTimes(since),
    ]);
    const inbound = messages.filter(({ direction }) => direction === 'inbound');
    const outbound = messages.filter(({ direction }) => direction === 'outbound');
    const oldest = queued._min.createdAt;
    return {
      since,
      until: now,
      inbound: inbound.reduce((sum, { count }) => sum + count, 0),
      outbound: byName(outbound.map(({ status, count }) => ({ name: status, count }))),
      outboundKinds: byName(outbound.map(({ kind, count }) => ({ name: kind, count }))),
      verdicts: byName(verdicts),
      events: byName(events),
      optOuts: byName(consentChanges)['revoke'] ?? 0,
      optIns: byName(consentChanges)['grant'] ?? 0,
      optedOutNow: byName(consentStates)['opted_out'] ?? 0,
      heldNow: byName(consentStates)['held'] ?? 0,
      queuedNow: queued._count,
      queuedOldestSeconds:
        oldest === null ? null : Math.max(0, Math.round((now.getTime() - oldest.getTime()) / 1_000)),
      unknownNow,
      rulesHeldBackNow,
      pausedNow,
      replySecondsMedian: times?.median ?? null,
      replySecondsP95: times?.p95 ?? null,
      ledgerFindings: ledger?.findingCount ?? null,
    };
  }

  /** The same over time, in steps that begin at `since`. Three indexes, one statement. */
  async series(since: Date, now: Date): Promise<StatsSeriesView> {
    const stepSeconds = seriesStepSeconds(since, now);
    const step = `${stepSeconds} seconds`;
    const counts = await this.database.$queryRaw<SeriesCount[]>`
      select at, name, count(*)::int as count from (
        select date_bin(${step}::interval, created_at, ${since}) as at,
               case when direction = 'inbound' then 'inbound'
                    when status in ('failed', 'undelivered') then 'failed'
                    when kind = 'reply' then 'replies' end as name
          from message where created_at >= ${since}
        union all
        select date_bin(${step}::interval, decided_at, ${since}), 'suppressed'
          from decision where decided_at >= ${since} and verdict = 'suppressed'
        union all
        select date_bin(${step}::interval, received_at, ${since}), 'optOuts'
          from consent_event
         where id >= ${firstIdAt(since)}::uuid and received_at >= ${since} and changed and action = 'revoke'
      ) as happened
      where name is not null group by at, name`;
    return { stepSeconds, points: denseSeries(counts, since, now, stepSeconds) };
  }

  /** From when the cause reached us until the provider accepted the reply. */
  private async replyTimes(since: Date): Promise<ReplyTimes | undefined> {
    const [times] = await this.database.$queryRaw<ReplyTimes[]>`
      select percentile_cont(0.5) within group (order by seconds) as median,
             percentile_cont(0.95) within group (order by seconds) as p95
        from (select extract(epoch from sent.at - reply.occurred_at)::float8 as seconds
                from (select id, occurred_at from message
                       where created_at >= ${since} and kind = 'reply'
                       order by created_at desc limit ${MAX_TIMED_REPLIES}) as reply
                join status_change sent on sent.message_id = reply.id and sent.to_status = 'sent') as timed`;
    return times;
  }

  private async messages(since: Date) {
    return this.database.$queryRaw<{ direction: string; status: string; kind: string; count: number }[]>`
      select direction, status, kind, count(*)::int as count
        from message where created_at >= ${since} group by direction, status, kind`;
  }

  private async verdicts(since: Date): Promise<Count[]> {
    return this.database.$queryRaw<Count[]>`
      select verdict as name, count(*)::int as count from decision where decided_at >= ${since} group by verdict`;
  }

  private async events(since: Date): Promise<Count[]> {
    return this.database.$queryRaw<Count[]>`
      select state as name, count(*)::int as count from inbox_entry where received_at >= ${since} group by state`;
  }

  /** The ledger has no index by time; its ids grow with it. */
  private async consentChanges(since: Date): Promise<Count[]> {
    return this.database.$queryRaw<Count[]>`
      select action as name, count(*)::int as count
        from consent_event where id >= ${firstIdAt(since)}::uuid and changed group by action`;
  }

  private async consentStates(): Promise<Count[]> {
    return this.database.$queryRaw<Count[]>`
      select state as name, count(*)::int as count
        from consent where state in ('opted_out', 'held') group by state`;
  }
}

/** Several counts of one name are added up. */
function byName(counts: readonly Count[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { name, count } of counts) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
