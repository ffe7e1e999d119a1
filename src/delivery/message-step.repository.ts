import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { MessageStatus } from './message-status.js';

/** One step of a message that leaves the hands of its sender; whoever takes it holds the message's lock. */
export type MessageStep = {
  readonly from: string;
  readonly to: MessageStatus;
  /** Why it is where it is then, for people; null where that says everything. */
  readonly reason: string | null;
  readonly failureKind: string | null;
  /** Learnt with the step; one that is known stays. */
  readonly providerMessageId?: string | null;
  /** The line in its history. */
  readonly cause: string;
  readonly at: Date;
};

const ARRIVED: readonly MessageStatus[] = ['delivered', 'read'];
const NOT_NEEDED = 'The original was delivered after all.';

/**
 * Moves a message and writes the line of its history, in one statement. When it has arrived, what was to stand in for it, and has not
 * left, is cancelled with it.
 */
export async function takeStep(tx: Transaction, messageId: string, step: MessageStep): Promise<void> {
  const now = new Date();
  await tx.$executeRaw`
    with moved as (
      update message
         set status = ${step.to}, reason = ${step.reason}, failure_kind = ${step.failureKind}, lease_until = null,
             provider_message_id = coalesce(provider_message_id, ${step.providerMessageId ?? null}), updated_at = ${now}
       where id = ${messageId}::uuid
    ), cancelled as (
      update message set status = 'cancelled', reason = ${NOT_NEEDED}, updated_at = ${now}
       where failover_of_id = ${messageId}::uuid and status = 'queued' and ${ARRIVED.includes(step.to)}
      returning id
    )
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select ${newId()}::uuid, ${messageId}::uuid, ${step.from}, ${step.to}, ${step.cause}, ${step.at}::timestamptz
     union all
    select gen_random_uuid(), id, 'queued', 'cancelled', ${NOT_NEEDED}, ${step.at}::timestamptz from cancelled`;
}
