import type { Database } from '../platform/database/database.js';

/** A call that was claimed and is made now. */
export type ClaimedCall = {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  readonly body: string;
  /** Which try this is, from 1. */
  readonly attempt: number;
};

/** Longer than a call's deadline with its recording: after that it is taken for lost, and made again under the same id. */
const LEASE_MS = 30_000;
/** Calls of one endpoint that run at once, in each process. One that hangs keeps no more slots than these. */
export const MAX_PER_HOST = 4;
/** As far as one claim looks: an endpoint with more than these waiting is looked past in the next. */
const LOOKED_AT = 500;

/** Claims calls whose time has come, of every endpoint a few, passing over the endpoints that are busy. */
export async function claimCalls(
  database: Database,
  now: Date,
  limit: number,
  busyHosts: readonly string[],
): Promise<ClaimedCall[]> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  return database.$queryRaw<ClaimedCall[]>`
    with waiting as (
      select id, host, next_attempt_at
        from webhook_call
       where state in ('queued', 'sending') and next_attempt_at <= ${now} and host <> all(${[...busyHosts]}::text[])
       order by next_attempt_at
       limit ${LOOKED_AT}
    ), ranked as (
      select id, row_number() over (partition by host order by next_attempt_at) as place from waiting
    ), due as materialized (
      select webhook_call.id
        from webhook_call
        join ranked on ranked.id = webhook_call.id
       where place <= ${MAX_PER_HOST} and state in ('queued', 'sending') and webhook_call.next_attempt_at <= ${now}
       order by place
       limit ${limit}
         for update of webhook_call skip locked
    )
    update webhook_call
       set state = 'sending', attempts = attempts + 1, next_attempt_at = ${leaseUntil}
      from due
     where webhook_call.id = due.id
    returning webhook_call.id::text, url, host, body, attempts as attempt`;
}

/** What became of a try. One whose lease ran out meanwhile says nothing any more: the next try does. */
export type CallRecord = {
  readonly state: 'delivered' | 'failed' | 'queued';
  readonly lastStatus: number | null;
  readonly reason: string | null;
  readonly nextAttemptAt: Date;
  readonly finishedAt: Date | null;
};

export async function recordCall(database: Database, call: ClaimedCall, record: CallRecord): Promise<void> {
  await database.webhookCall.updateMany({
    where: { id: call.id, state: 'sending', attempts: call.attempt },
    data: record,
  });
}
