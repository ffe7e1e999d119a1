import type { Transaction } from '../platform/database/database.js';

const REASON = 'The original was delivered after all.';

/** The original has arrived: what was to stand in for it, and has not left, is not sent. */
export async function cancelSubstitute(tx: Transaction, originalId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    with cancelled as (
      update message set status = 'cancelled', reason = ${REASON}, updated_at = ${at}
       where failover_of_id = ${originalId}::uuid and status = 'queued'
      returning id)
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, 'queued', 'cancelled', ${REASON}, ${at} from cancelled`;
}
