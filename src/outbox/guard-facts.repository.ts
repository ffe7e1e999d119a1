import { asArray, asObject, asText, type JsonObject } from '../messaging/untrusted.js';
import { Prisma } from '../platform/database/generated/client.js';
import { RECENT_MESSAGES, type GuardFacts, type RecentMessage } from '../rules/guards/guard-facts.js';
import { settingsFor } from '../rules/guards/reply-settings.js';

/** A contact fires few rules in few conversations; of one who does otherwise, the latest count. */
const MOST_FIRINGS = 200;
const MOST_WAITING = 20;
const MOST_KILL_SWITCHES = 100;
const RECENT_TEXT_LENGTH = 160;

/** What left, or still may: a reply that was held back costs nobody anything. */
const NOT_SPENT = Prisma.sql`('cancelled', 'suppressed', 'expired', 'failed')`;

/**
 * One JSON value with what the guards count, for a statement that has `contact`, `conversation`, `account` (a connection) and `inbox` in
 * its from clause. Every part is one look-up in an index, and bounded.
 *
 * @param messageId the customer's message that is decided upon; null for an event that is none, and then nobody asks about the talk.
 */
export function guardFactsColumn(connectionId: string, messageId: string | null): Prisma.Sql {
  return Prisma.sql`
    json_build_object(
      'settings', (select document from reply_settings where id = 1),
      'firings', (select json_agg(json_build_object('ruleId', rule_id, 'channel', channel, 'conversationId', conversation_id, 'at', recent_at))
                    from (select * from rule_firing where contact_id = contact.id order by fired_at desc limit ${MOST_FIRINGS}) as firing),
      'recent', (select json_agg(json_build_object('direction', direction, 'kind', kind, 'at', at, 'text', said) order by at desc)
                   from (select message.direction, message.kind, left(message.text, ${RECENT_TEXT_LENGTH}) as said,
                                case message.direction when 'outbound' then message.permitted_at
                                     else coalesce(arrival.received_at, message.created_at) end as at
                           from message
                           left join inbox_entry arrival on arrival.id = message.inbox_id and message.direction = 'inbound'
                          where message.conversation_id = conversation.id and ${messageId}::uuid is not null
                            and message.created_at > now() - interval '1 hour' and message.id <> ${messageId}::uuid
                          order by message.created_at desc, message.id desc limit ${RECENT_MESSAGES}) as recent
                  where at is not null),
      'waiting', (select json_agg(json_build_object('messageId', waiting.id, 'ruleId', waiting.rule_id, 'since', waiting.gathers_since))
                    from (select message.id, revision.rule_id, message.gathers_since
                            from message join rule_revision revision on revision.id = message.rule_revision_id
                           where message.conversation_id = conversation.id and ${messageId}::uuid is not null
                             and message.status = 'queued' and message.gathers_since is not null
                           limit ${MOST_WAITING}) as waiting),
      'killSwitches', (select json_agg(switch) from (
                        select scope, reason, actor, since from kill_switch
                         where scope = 'all' or scope = ${`connection:${connectionId}`} or scope like 'group:%'
                         limit ${MOST_KILL_SWITCHES}) as switch),
      'hour', ${budgetFilledAt('perHour', 10, '1 hour')},
      'day', ${budgetFilledAt('perDay', 30, '1 day')},
      'spentOn', account.spent_on, 'spentSegments', account.spent_segments,
      'receivedAt', inbox.received_at)`;
}

/** When the reply was queued that fills the budget; of a budget without a limit nobody asks. */
function budgetFilledAt(cap: 'perHour' | 'perDay', otherwise: number, within: string): Prisma.Sql {
  return Prisma.sql`
    (select message.created_at from message
      where message.contact_id = contact.id and message.kind = 'reply' and message.status not in ${NOT_SPENT}
        and message.created_at > now() - ${within}::interval
      order by message.created_at desc
     offset coalesce((select (document -> 'replyBudget' ->> ${cap})::int from reply_settings where id = 1), ${otherwise}) - 1
      limit 1)`;
}

/** Reads that value back. */
export function readGuardFacts(json: unknown, connectionId: string, isFromUs: boolean): GuardFacts {
  const fields = asObject(json);
  const hour = instant(fields?.['hour']);
  const day = instant(fields?.['day']);
  const spentOn = asText(fields?.['spentOn']);
  const receivedAt = instant(fields?.['receivedAt']);
  return {
    settings: settingsFor(connectionId, fields?.['settings']),
    ...(receivedAt !== undefined && { receivedAt }),
    isFromUs,
    firings: objects(fields?.['firings']).map((firing) => ({
      ruleId: asText(firing['ruleId']) ?? '',
      channel: asText(firing['channel']) ?? '',
      ...(firing['conversationId'] !== NO_CONVERSATION && {
        conversationId: asText(firing['conversationId']) ?? '',
      }),
      at: (asArray(firing['at']) ?? []).flatMap((at) => instant(at) ?? []),
    })),
    recentMessages: objects(fields?.['recent']).map(recentMessage),
    waitingReplies: objects(fields?.['waiting']).map((waiting) => ({
      messageId: asText(waiting['messageId']) ?? '',
      ruleId: asText(waiting['ruleId']) ?? '',
      since: instant(waiting['since']) ?? '',
    })),
    killSwitches: objects(fields?.['killSwitches']).map((each) => ({
      scope: asText(each['scope']) ?? '',
      reason: asText(each['reason']) ?? '',
      actor: asText(each['actor']) ?? '',
      since: instant(each['since']) ?? '',
    })),
    budgetFilledAt: { ...(hour !== undefined && { hour }), ...(day !== undefined && { day }) },
    ...(spentOn !== undefined && {
      segmentsSpent: { day: spentOn, segments: Number(fields?.['spentSegments'] ?? 0) },
    }),
  };
}

/** Of a firing that belonged to no conversation. */
export const NO_CONVERSATION = '00000000-0000-0000-0000-000000000000';

function recentMessage(message: JsonObject): RecentMessage {
  return {
    from: message['direction'] === 'inbound' ? 'them' : 'us',
    isReply: message['kind'] === 'reply',
    at: instant(message['at']) ?? '',
    text: asText(message['text']) ?? '',
  };
}

function objects(json: unknown): readonly JsonObject[] {
  return (asArray(json) ?? []).map(asObject).filter((each) => each !== undefined);
}

/** PostgreSQL writes instants into JSON with the offset of its session. */
function instant(value: unknown): string | undefined {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
