import { Prisma } from '../platform/database/generated/client.js';
import type { Purge } from './purge-plan.js';

type Place = { readonly at: Date; readonly id: string };

/**
 * The statement that empties one page of a kind and tells what it saw. A page is read without locks: whether a row is at its end is asked
 * again where it is written, so that one which is replayed or sent again meanwhile keeps its words.
 */
export function pageStatement(purge: Purge, from: Place, now: Date, limit: number): Prisma.Sql {
  const page = { ...purge, from, now, limit };
  switch (purge.kind) {
    case 'webhooks':
      return webhookPage(page);
    case 'messages':
      return messagePage(page);
    case 'decisions':
      return decisionPage(page);
    default: {
      const never: never = purge.kind;
      return never;
    }
  }
}

type Page = Purge & { readonly from: Place; readonly now: Date; readonly limit: number };

const SEEN = Prisma.sql`
  select (select count(*)::int from purged) as purged, count(*)::int as seen, max(at) as last_at,
         (array_agg(id::text order by at desc, id desc))[1] as last_id, min(at) filter (where not is_over) as open_at
    from page`;

/** The key of an event is kept for ever: what came once is known when it comes again. When it came again is not. */
function webhookPage({ before, from, reason, now, limit }: Page): Prisma.Sql {
  return Prisma.sql`
    with page as (
      select id, received_at as at, state not in ('received', 'dispatched') as is_over
        from inbox_entry
       where received_at < ${before} and (received_at, id) > (${from.at}, ${from.id}::uuid)
       order by received_at, id
       limit ${limit}
    ), purged as (
      update inbox_entry entry
         set raw_body = ''::bytea, headers = '{}', purged_at = ${now}, purge_reason = ${reason}
        from page
       where entry.id = page.id and entry.purged_at is null and entry.state not in ('received', 'dispatched')
      returning entry.id
    ), again as (
      delete from inbox_duplicate
       where inbox_id in (select inbox_id from inbox_duplicate where last_received_at < ${before}
                           order by last_received_at limit ${limit})
    )
    ${SEEN}`;
}

/** A message's words stand in the event that told of it, too, in the answers of the flow that it was said to, and in what a language model was asked about it. One of unknown fate may be sent again by a person, with its words. */
function messagePage({ before, from, reason, now, limit }: Page): Prisma.Sql {
  return Prisma.sql`
    with page as (
      select id, created_at as at,
             status not in ('queued', 'sending', 'unknown')
               and not exists (select 1 from domain_event event
                                where event.message_id = message.id and event.state in ('pending', 'dispatched')) as is_over
        from message
       where created_at < ${before} and (created_at, id) > (${from.at}, ${from.id}::uuid)
       order by created_at, id
       limit ${limit}
    ), purged as (
      update message
         set text = '', subject = null, attachments = '[]', details = '{}', template = null, purged_at = ${now}, purge_reason = ${reason}
        from page
       where message.id = page.id and page.is_over and message.purged_at is null
         and message.status not in ('queued', 'sending', 'unknown')
      returning message.id
    ), told as (
      update domain_event event set payload = '{}'
        from purged
       where event.message_id = purged.id and event.name = 'message.received' and event.state in ('processed', 'failed')
    ), answers as (
      update flow_run set variables = '{}'
       where status <> 'active' and variables <> '{}' and updated_at < ${before}
    ), asked as (
      update model_call
         set prompt = '', output = null, answer = null,
             state = case when finished_at is null then 'discarded' else state end,
             reason = case when finished_at is null then ${reason} else reason end,
             finished_at = coalesce(finished_at, ${now})
        from purged
       where model_call.inbound_message_id = purged.id
    )
    ${SEEN}`;
}

/** The verdict stays, and the sentence says what became of the rest. */
function decisionPage({ before, from, reason, now, limit }: Page): Prisma.Sql {
  return Prisma.sql`
    with page as (
      select id, decided_at as at, true as is_over
        from decision
       where decided_at < ${before} and (decided_at, id) > (${from.at}, ${from.id}::uuid)
       order by decided_at, id
       limit ${limit}
    ), purged as (
      update decision
         set sentence = ${reason}, stages = '[]', snapshot = '{}', purged_at = ${now}
        from page
       where decision.id = page.id and decision.purged_at is null
      returning decision.id
    )
    ${SEEN}`;
}
