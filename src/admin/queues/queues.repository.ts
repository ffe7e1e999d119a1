import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { LaneView, WaitingView } from './queues.views.js';

/** Nobody needs to know how many more there are, and counting on would load the very database that is behind. */
const MOST_COUNTED = 10_000;
const MOST_LANES = 20;
/** Failed calls that are older are history; the list of calls still shows them. */
const FAILED_CALLS_FOR = '30 days';

/** Counts what waits, by the partial indexes by which workers find it. */
@Injectable()
export class Queues {
  constructor(private readonly database: Database) {}

  async waiting(): Promise<readonly WaitingView[]> {
    const [webhooks, events, messages, calls] = await Promise.all([
      this.webhooks(),
      this.events(),
      this.messages(),
      this.calls(),
    ]);
    return [...webhooks, ...events, ...messages, ...calls];
  }

  async longestLanes(): Promise<readonly LaneView[]> {
    return this.database.$queryRaw<LaneView[]>`
      select lane, count(*)::int as waiting, min(at) as "oldestAt" from (
        (select lane, received_at as at from inbox_entry
          where state in ('received', 'dispatched') order by lane, seq limit ${MOST_COUNTED})
        union all
        (select lane, created_at as at from domain_event
          where state in ('pending', 'dispatched') order by lane, seq limit ${MOST_COUNTED})
      ) as waiting group by lane order by waiting desc, lane limit ${MOST_LANES}`;
  }

  private async webhooks(): Promise<WaitingView[]> {
    return this.database.$queryRaw<WaitingView[]>`
      select 'webhooks' as queue, state, state in ('quarantined', 'failed') as "needsPerson",
             count(*)::int as count, min(received_at) as "oldestAt"
        from ((select state, received_at from inbox_entry
                where state in ('received', 'dispatched') order by lane, seq limit ${MOST_COUNTED})
              union all
              (select state, received_at from inbox_entry
                where state in ('quarantined', 'failed') order by received_at, id limit ${MOST_COUNTED})) as entry
       group by state order by state`;
  }

  private async events(): Promise<WaitingView[]> {
    return this.database.$queryRaw<WaitingView[]>`
      select 'events' as queue, state, false as "needsPerson", count(*)::int as count, min(created_at) as "oldestAt"
        from (select state, created_at from domain_event
               where state in ('pending', 'dispatched') order by lane, seq limit ${MOST_COUNTED}) as event
       group by state order by state`;
  }

  private async messages(): Promise<WaitingView[]> {
    return this.database.$queryRaw<WaitingView[]>`
      select 'messages' as queue, open.status as state, open.status = 'unknown' as "needsPerson",
             count(message.at)::int as count, min(message.at) as "oldestAt"
        from unnest(array['queued', 'sending', 'unknown']) as open(status)
        cross join lateral (select created_at as at from message
                             where status = open.status order by created_at, id limit ${MOST_COUNTED}) as message
       group by open.status order by open.status`;
  }

  private async calls(): Promise<WaitingView[]> {
    return this.database.$queryRaw<WaitingView[]>`
      select 'calls' as queue, state, state = 'failed' as "needsPerson",
             count(*)::int as count, min(created_at) as "oldestAt"
        from ((select state, created_at from webhook_call
                where state in ('queued', 'sending') order by next_attempt_at limit ${MOST_COUNTED})
              union all
              (select state, created_at from webhook_call
                where state = 'failed' and created_at > now() - ${FAILED_CALLS_FOR}::interval
                order by created_at, id limit ${MOST_COUNTED})) as call
       group by state order by state`;
  }
}
