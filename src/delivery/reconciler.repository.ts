import type { Database } from '../platform/database/database.js';
import type { MessageRow } from './locked-message.repository.js';

const BATCH = 20;
/** A history entry is taken for a message's although it seems this much older than the attempt: clocks differ. */
const CLOCK_SKEW_MS = 60_000;

/** Messages of these accounts whose next look-up is due, each claimed by counting the look-up before it is made. */
export async function claimLookups(
  database: Database,
  connectionIds: readonly string[],
  afterMs: readonly number[],
  now: Date,
): Promise<MessageRow[]> {
  if (connectionIds.length === 0) return [];
  const due = await database.message.findMany({
    where: {
      status: 'unknown',
      connectionId: { in: [...connectionIds] },
      OR: afterMs.map((ms, lookups) => ({ lookups, permittedAt: { lte: new Date(now.getTime() - ms) } })),
    },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
  });
  const claimed = await Promise.all(
    due.map(async (message) => {
      const { count } = await database.message.updateMany({
        where: { id: message.id, status: 'unknown', lookups: message.lookups },
        data: { lookups: { increment: 1 } },
      });
      return count === 1 ? [message] : [];
    }),
  );
  return claimed.flat();
}

/**
 * The same words may have been sent to the same person twice: an entry that belongs to another message, or without an id might, proves
 * nothing.
 */
export async function couldBeAnother(
  database: Database,
  message: MessageRow,
  providerMessageId: string | undefined,
): Promise<boolean> {
  const { id, connectionId, theirAddress, text, permittedAt } = message;
  const others = { connectionId, direction: 'outbound', id: { not: id } };
  const since = new Date((permittedAt?.getTime() ?? 0) - CLOCK_SKEW_MS);
  const count = await database.message.count({
    where:
      providerMessageId === undefined
        ? { ...others, theirAddress, text, permittedAt: { gte: since }, status: { not: 'failed' } }
        : { ...others, providerMessageId },
  });
  return count > 0;
}
