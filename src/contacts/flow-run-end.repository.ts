import type { Transaction } from '../platform/database/database.js';
import { ALL_MESSAGES } from './consent-state.js';

/** A contact who wants no more messages, or none of one category. */
export type Unwanted = { readonly contactId: string; readonly scope: string };

/**
 * Ends the flows that wait for an answer of these contacts, in the transaction that records their word: a question from before must not catch
 * what they say next. Of who has left a category, those that speak for it. The consent rows are locked before.
 */
export async function endRunsOfContacts(
  tx: Transaction,
  unwanted: readonly Unwanted[],
  reason: string,
): Promise<void> {
  if (unwanted.length === 0) return;
  await tx.$executeRaw`
    update flow_run set status = 'cancelled', reason = ${reason}, wait_until = null, updated_at = now()
      from unnest(${unwanted.map(({ contactId }) => contactId)}::uuid[],
                  ${unwanted.map(({ scope }) => scope)}::text[]) as unwanted(contact_id, scope)
     where flow_run.contact_id = unwanted.contact_id and flow_run.status = 'active'
       and unwanted.scope in (${ALL_MESSAGES}, flow_run.category)`;
}

/** Ends the flow that waits in a conversation, because a person speaks there now. */
export async function endRunOfConversation(
  tx: Transaction,
  conversationId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await tx.flowRun.updateMany({
    where: { conversationId, status: 'active' },
    data: { status: 'handed_over', reason, waitUntil: null, updatedAt: now },
  });
}
