import type { Transaction } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';

/** How fast one account may send: a token bucket, kept with the connection. */
export type SendRate = { readonly perSecond: number; readonly burst: number };

/**
 * How many sends the bucket of a row of `connection` holds now. It goes by the database's clock: those of the processes differ, and each
 * would earn what another has spent. A clock that was set back takes nothing away, a long silence fills no more than the burst.
 */
export function tokensNow(perSecond: Prisma.Sql, burst: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    least(${burst}, send_tokens + ${perSecond} * greatest(0, extract(epoch from clock_timestamp() - tokens_at)::float8))`;
}

/**
 * Takes one send from the account's budget. This has to be the last statement of a permit: all permits of an account meet at this row, and
 * one that did more while it holds the row would make the others wait, with their consent rows in hand, and a STOP behind them.
 *
 * @returns false when there is nothing to take, or the account has been held back meanwhile.
 */
export async function spendSend(
  tx: Transaction,
  connectionId: string,
  rate: SendRate,
  now: Date,
): Promise<boolean> {
  const tokens = tokensNow(Prisma.sql`${rate.perSecond}::float8`, Prisma.sql`${rate.burst}::float8`);
  const spent = await tx.$executeRaw`
    update connection set send_tokens = ${tokens} - 1, tokens_at = clock_timestamp()
     where id = ${connectionId}::uuid and ${tokens} >= 1 and (paused_until is null or paused_until <= ${now})`;
  return spent === 1;
}
