import type { Transaction } from '../platform/database/database.js';

/** What stands where an address or a sentence was. */
export const GONE = 'erased';

/**
 * Erases a contact's words and addresses outside the ledger: name, conversations, messages, what was decided about them, providers' reports
 * and answers, and the webhooks that brought them. Rows, states, times and ids stay, so that counts and histories hold.
 */
export async function eraseTraces(
  tx: Transaction,
  contactId: string,
  now: Date,
): Promise<{ readonly messages: number; readonly webhooks: number }> {
  // First: an answer that is being queued is finished before its message is looked for, or not begun.
  await eraseModelCalls(tx, contactId, now);
  await eraseContact(tx, contactId);
  await cancelQueued(tx, contactId, now);
  // Found by the messages that are about to be emptied, but never by their words.
  const webhooks = await eraseWebhooks(tx, contactId);
  await eraseDecisions(tx, contactId);
  await eraseWebhookCalls(tx, contactId, now);
  await eraseAnswers(tx, contactId, now);
  return { messages: await eraseMessages(tx, contactId), webhooks };
}

async function eraseContact(tx: Transaction, contactId: string): Promise<void> {
  await tx.contact.update({ where: { id: contactId }, data: { name: null, tags: [], attributes: {} } });
  await tx.conversation.updateMany({ where: { contactId }, data: { theirAddress: GONE, pauseReason: null } });
  await tx.$executeRaw`
    update conversation_side side set their_address = ${GONE} || ':' || conversation.id
      from conversation where conversation.contact_id = ${contactId}::uuid and side.conversation_id = conversation.id`;
  await tx.joinedContact.updateMany({ where: { intoId: contactId }, data: { reason: null } });
  await tx.identitySession.updateMany({ where: { contactId }, data: { address: GONE } });
}

async function cancelQueued(tx: Transaction, contactId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    with cancelled as (
      update message set status = 'cancelled', updated_at = ${now}
       where contact_id = ${contactId}::uuid and status = 'queued'
      returning id)
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, 'queued', 'cancelled', ${GONE}, ${now} from cancelled`;
}

async function eraseWebhooks(tx: Transaction, contactId: string): Promise<number> {
  return tx.$executeRaw`
    with webhook as (
      select inbox_id as id from message where contact_id = ${contactId}::uuid
      union select inbox_id from domain_event where contact_id = ${contactId}::uuid
      union select inbox_id from consent_event where contact_id = ${contactId}::uuid
      union select report.inbox_id from delivery_report report
              join message on message.id = report.message_id and message.contact_id = ${contactId}::uuid)
    update inbox_entry
       set raw_body = ''::bytea, headers = '{}', lane = connection_id || ':' || ${GONE}, reason = case when reason is null then null else ${GONE} end
      from webhook
     where inbox_entry.id = webhook.id`;
}

async function eraseDecisions(tx: Transaction, contactId: string): Promise<void> {
  await tx.$executeRaw`
    update decision
       set sentence = ${GONE}, stages = '[]', snapshot = '{}'
      from domain_event
     where domain_event.contact_id = ${contactId}::uuid and decision.domain_event_id = domain_event.id`;
  await tx.$executeRaw`
    update domain_event
       set payload = '{}', lane = connection_id || ':' || ${GONE}, reason = case when reason is null then null else ${GONE} end
     where contact_id = ${contactId}::uuid`;
}

/** What was told to other systems is there; what was not is not told any more. */
async function eraseWebhookCalls(tx: Transaction, contactId: string, now: Date): Promise<void> {
  await tx.webhookCall.updateMany({
    where: { contactId, finishedAt: null },
    data: { state: 'failed', reason: GONE, finishedAt: now },
  });
  await tx.webhookCall.updateMany({ where: { contactId }, data: { body: '' } });
}

/** What was answered to flows; one that waits is over. */
async function eraseAnswers(tx: Transaction, contactId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    update flow_run
       set variables = '{}', wait_until = null, updated_at = ${now},
           status = case when status = 'active' then 'cancelled' else status end,
           reason = case when status = 'active' then ${GONE} else reason end
     where contact_id = ${contactId}::uuid`;
}

/** What was asked is not answered any more, and a draft is nobody's. */
async function eraseModelCalls(tx: Transaction, contactId: string, now: Date): Promise<void> {
  await tx.modelCall.updateMany({
    where: { contactId, finishedAt: null },
    data: { state: 'refused', reason: GONE, finishedAt: now },
  });
  await tx.modelCall.updateMany({ where: { contactId }, data: { prompt: '', output: null, answer: null } });
}

async function eraseMessages(tx: Transaction, contactId: string): Promise<number> {
  await tx.$executeRaw`
    update delivery_report set their_address = null, error_text = null
      from message where message.contact_id = ${contactId}::uuid and delivery_report.message_id = message.id`;
  await tx.$executeRaw`
    update send_attempt set detail = null
      from message where message.contact_id = ${contactId}::uuid and send_attempt.message_id = message.id`;
  // Causes are our own sentences, and some quote what a provider answered.
  await tx.$executeRaw`
    update status_change set cause = ${GONE}
      from message where message.contact_id = ${contactId}::uuid and status_change.message_id = message.id`;
  return tx.$executeRaw`
    update message
       set their_address = ${GONE}, text = '', subject = null, attachments = '[]', details = '{}', template = null, reason = null
     where contact_id = ${contactId}::uuid`;
}
