import type { Database } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';
import { tokensNow, type SendRate } from './send-rate.repository.js';

/** A message that was woken this long ago and still waits has lost its job. */
const REWAKE_AFTER_MS = 20_000;

/** Sends of one account that may be on their way at once, in all processes. An account whose provider hangs keeps no more slots than these. */
const MAX_IN_FLIGHT = 24;

/** What an account is claimed for that is switched off: its messages are looked at now and then, and expire. */
const UNKNOWN_RATE: SendRate = { perSecond: 1, burst: 20 };

export type AccountRate = SendRate & { readonly connectionId: string };

/**
 * Claims messages whose time has come, so that one process wakes each of them: of every account the longest waiting, and no more than
 * it may send now. So a long queue of one account stands in nobody else's way, and keeps its order.
 *
 * An account that is held back is passed over; its messages are claimed only to be told why they wait, or to expire. One that needs
 * attention sends a single message, as a probe, until one was accepted.
 */
export async function claimDue(
  database: Database,
  now: Date,
  rates: readonly AccountRate[],
): Promise<string[]> {
  const affordable = tokensNow(
    Prisma.sql`coalesce(rate.per_second, ${UNKNOWN_RATE.perSecond})`,
    Prisma.sql`coalesce(rate.burst, ${UNKNOWN_RATE.burst})`,
  );
  const lostBefore = new Date(now.getTime() - REWAKE_AFTER_MS);
  const rows = await database.$queryRaw<{ id: string }[]>`
    with account as (
      select connection.id, connection.paused_until,
             floor(${affordable})::bigint as affordable,
             case when attention is null then ${MAX_IN_FLIGHT} else 1 end
               - (select count(*) from message
                   where connection_id = connection.id
                     and (status = 'sending' or (status = 'queued' and woken_at >= ${lostBefore}))) as slots
        from connection
        left join unnest(${rates.map((rate) => rate.connectionId)}::uuid[],
                         ${rates.map((rate) => rate.perSecond)}::float8[],
                         ${rates.map((rate) => rate.burst)}::float8[]) as rate(id, per_second, burst)
          on rate.id = connection.id
    ), due as materialized (
      select mine.id
        from account
       cross join lateral (
         select id from message
          where connection_id = account.id and status = 'queued' and next_attempt_at <= ${now}
            and (woken_at is null or woken_at < ${lostBefore})
            and (account.paused_until is null or account.paused_until <= ${now} or reason is null or expires_at <= ${now})
          order by next_attempt_at
          limit greatest(0, least(account.affordable, account.slots))
            for update skip locked) as mine
    )
    update message set woken_at = ${now} from due where message.id = due.id
    returning message.id::text`;
  return rows.map((row) => row.id);
}

/** `sending → unknown` for messages whose process died between the permit and the record. */
export async function endLapsedLeases(database: Database, now: Date): Promise<number> {
  const reason =
    'The process that was sending it ended before the answer was recorded. It may have been accepted.';
  return database.$executeRaw`
    with lapsed as (
      update message
         set status = 'unknown', reason = ${reason}, failure_kind = 'uncertain', lease_until = null, updated_at = ${now}
       where status = 'sending' and lease_until < ${now}
      returning id)
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, 'sending', 'unknown', ${reason}, ${now} from lapsed`;
}
