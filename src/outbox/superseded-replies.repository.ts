import type { Transaction } from '../platform/database/database.js';
import type { PlannedReply } from '../rules/decision.js';
import type { MadeDecision } from './made-decision.js';

const CAUSE = 'The customer wrote again; answered together.';

/**
 * Cancels the waiting replies that this decision's reply stands in for. One that its permit has let go meanwhile is on its way, and stays
 * so: the customer then gets two answers, never none.
 */
export async function cancelSuperseded(
  tx: Transaction,
  { decision, decidedAt }: MadeDecision,
): Promise<void> {
  const ids = (decision.supersedes ?? []).map(({ messageId }) => messageId);
  if (ids.length === 0) return;
  await tx.$executeRaw`
    with cancelled as (
      update message set status = 'cancelled', reason = ${CAUSE}, updated_at = ${decidedAt}
       where id = any(${ids}::uuid[]) and status = 'queued'
      returning id)
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, 'queued', 'cancelled', ${CAUSE}, ${decidedAt} from cancelled`;
}

/** Since when the customer has been writing what this reply answers; null for a reply that does not wait. */
export function gathersSince(
  { notBeforeMs }: Pick<PlannedReply, 'notBeforeMs'>,
  { decision, decidedAt }: MadeDecision,
): Date | null {
  if (notBeforeMs === undefined) return null;
  const earlier = (decision.supersedes ?? []).map(({ since }) => Date.parse(since));
  return new Date(Math.min(decidedAt.getTime(), ...earlier.filter((at) => !Number.isNaN(at))));
}
