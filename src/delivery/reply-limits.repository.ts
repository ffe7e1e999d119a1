import { Prisma } from '../platform/database/generated/client.js';
import type { Transaction } from '../platform/database/database.js';
import { asObject, asText } from '../messaging/untrusted.js';
import { costSentence } from '../rules/guards/budgets.js';
import { settingsFor } from '../rules/guards/reply-settings.js';
import type { MessageRow } from './locked-message.repository.js';

/** The name under which permits and the kill switch meet. */
const KILL_SWITCH_LOCK = Prisma.sql`hashtextextended('kill switch', 5)`;

/**
 * Held by every permit until it commits, by many at once. Whoever switches automatic replies off waits for them, so that afterwards no
 * permit is granted that did not see the switch. An expression for a statement that comes before the switch is read.
 */
export const sharedWithPermits = Prisma.sql`pg_advisory_xact_lock_shared(${KILL_SWITCH_LOCK})`;

/** Waits until the permits under way are committed, and keeps new ones waiting until this transaction is. */
export async function waitForPermits(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(${KILL_SWITCH_LOCK}) is null as locked`;
}

/** What else than the contact decides whether a message may leave. Both sentences concern the replies of rules only. */
export type AccountStanding = {
  readonly pausedUntil: Date | undefined;
  /** Somebody has switched these replies off. */
  readonly switchedOff?: string;
  /** The day's budget has no room for it. */
  readonly overBudget?: string;
  /** SMS segments of the day's budget; absent where none counts for this message. */
  readonly segmentsPerDay?: number;
};

/** Read, not locked: whoever waited here with the consent row in hand would keep a STOP waiting. `undefined` when the account is gone. */
export async function accountStanding(
  tx: Transaction,
  message: MessageRow,
): Promise<AccountStanding | undefined> {
  const [row] = await tx.$queryRaw<
    { paused_until: Date | null; spent: number; now: Date; document: unknown; switch: unknown }[]
  >`
    select account.paused_until,
           case when account.spent_on = (now() at time zone 'utc')::date then account.spent_segments else 0 end as spent, now() as now,
           (select document from reply_settings where id = 1) as document,
           (select json_build_object('actor', actor, 'reason', reason) from kill_switch
             where scope = 'all' or scope = 'connection:' || account.id
                or scope = 'group:' || (select definition ->> 'group' from rule_revision where id = ${message.ruleRevisionId}::uuid)
             order by scope limit 1) as switch
      from connection account where account.id = ${message.connectionId}::uuid`;
  if (row === undefined) return undefined;
  const pausedUntil = row.paused_until ?? undefined;
  if (message.kind !== 'reply') return { pausedUntil };
  const { costBudgets } = settingsFor(message.connectionId, row.document);
  const [budget] = costBudgets;
  const overBudget =
    budget === undefined ? undefined : costSentence(budget, row.spent, segmentsOf(message), row.now);
  const killed = asObject(row.switch);
  return {
    pausedUntil,
    ...(killed !== undefined && {
      switchedOff: `Switched off by ${asText(killed['actor']) ?? ''}: ${asText(killed['reason']) ?? ''}`,
    }),
    ...(budget !== undefined && message.channel === 'sms' && { segmentsPerDay: budget.segmentsPerDay }),
    ...(overBudget !== undefined && { overBudget: `No longer affordable: ${overBudget}` }),
  };
}

/** What sending a message costs of a day's budget: SMS segments, counted at its first attempt. */
export function segmentsOf({ channel, segments, attempt }: MessageRow): number {
  return channel === 'sms' && attempt === 0 ? (segments ?? 1) : 0;
}
