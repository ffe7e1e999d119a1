import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { StatsView } from './stats.views.js';
import { firstIdAt } from './first-id-at.js';

type Count = { readonly name: string; readonly count: number };

/** Counts for a dashboard: a fixed number of statements, each of which an index serves. */
@Injectable()
export class Statistics {
  constructor(private readonly database: Database) {}

  async count(since: Date, now: Date): Promise<StatsView> {
    const [messages, verdicts, events, consentChanges, consentStates, queued, unknownNow] = await Promise.all(
      [
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
      ],
    );
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
    };
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
