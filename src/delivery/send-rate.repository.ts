import type { Transaction } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';

/** How fast one account may send: a token bucket, kept with the connection. */
export type SendRate = { readonly perSecond: number; readonly burst: number };

/** What one send costs of the day's budget, and how much that is, where there is one that counts for it. */
export type Spending = {
  readonly connectionId: string;
  readonly segments: number;
  readonly segmentsPerDay: number | undefined;
};

/**
 * How many sends the bucket of a row of `connection` holds now. It goes by the database's clock: those of the processes differ, and each
 * would earn what another has spent. A clock that was set back takes nothing away, a long silence fills no more than the burst.
 */
export function tokensNow(perSecond: Prisma.Sql, burst: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    least(${burst}, send_tokens + ${perSecond} * greatest(0, extract(epoch from clock_timestamp() - tokens_at)::float8))`;
}

/**
 * Takes one send from the account's bucket, and notes what it costs of the day's budget. This has to be the last statement of a permit: all permits of an account meet at this row, and
 * one that did more while it holds the row would make the others wait, with their consent rows in hand, and a STOP behind them.
 *
 * @returns false when there is nothing to take, or the account has been held back or its budget spent meanwhile.
 */
export async function spendSend(
  tx: Transaction,
  { connectionId, segments, segmentsPerDay }: Spending,
  rate: SendRate,
  now: Date,
): Promise<boolean> {
  const tokens = tokensNow(Prisma.sql`${rate.perSecond}::float8`, Prisma.sql`${rate.burst}::float8`);
  const today = Prisma.sql`(now() at time zone 'utc')::date`;
  const spentThen = Prisma.sql`case when spent_on = ${today} then spent_segments else 0 end + ${segments}`;
  const spent = await tx.$executeRaw`
    update connection
       set send_tokens = ${tokens} - 1, tokens_at = clock_timestamp(), spent_on = ${today}, spent_segments = ${spentThen}
     where id = ${connectionId}::uuid and ${tokens} >= 1 and (paused_until is null or paused_until <= ${now})
       and (${segmentsPerDay ?? null}::int is null or ${spentThen} <= ${segmentsPerDay ?? null}::int)`;
  return spent === 1;
}
