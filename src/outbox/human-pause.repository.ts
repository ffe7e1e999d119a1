import { endRunOfConversation } from '../contacts/flow-run-end.repository.js';
import type { Transaction } from '../platform/database/database.js';
import { durationMs } from '../rules/definition/duration.js';
import { settingsFor } from '../rules/guards/reply-settings.js';

/** Shown with the pause, and said in every explanation while it lasts. */
const REASON = 'A person answered';

/**
 * A person has spoken to the contact: from now on no rule does, for as long as the settings say, in this conversation or in all that there
 * are with the contact. A flow that waits in this one is over. A pause that somebody made longer stays as long, and nothing that a rule has queued leaves meanwhile.
 */
export async function pauseForHuman(
  tx: Transaction,
  { conversationId, contactId }: { readonly conversationId: string; readonly contactId: string },
  now: Date,
): Promise<void> {
  await endRunOfConversation(tx, conversationId, REASON, now);
  const stored = await tx.replySettings.findUnique({ where: { id: 1 }, select: { document: true } });
  const { length, scope } = settingsFor('', stored?.document).humanPause;
  const lengthMs = length === null ? undefined : durationMs(length);
  if (lengthMs === undefined) return;
  const until = new Date(now.getTime() + lengthMs);
  const isWide = scope === 'contact';
  await tx.$executeRaw`
    update conversation
       set paused_until = ${until}, pause_reason = ${REASON}, paused_by_event_id = null
     where (id = ${conversationId}::uuid or (${isWide} and contact_id = ${contactId}::uuid))
       and (paused_until is null or paused_until < ${until})`;
}
