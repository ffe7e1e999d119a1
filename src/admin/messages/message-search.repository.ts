import { Prisma } from '../../platform/database/generated/client.js';
import type { ListPosition } from '../lists/cursor.js';
import type { MessageQuery } from './message-query.js';

/** What is looked for. `contactId` stands for the address that was asked for. */
export type MessageSearch = Pick<
  MessageQuery,
  'conversationId' | 'direction' | 'kind' | 'provider' | 'q' | 'since' | 'status' | 'verdict'
> & { readonly contactId?: string };

/** Whether somebody has to look at each message to know: no index finds these. */
export function isSearch({ direction, kind, provider, q, verdict }: MessageSearch): boolean {
  return [direction, kind, provider, q, verdict].some((wanted) => wanted !== undefined);
}

/**
 * The condition that an index finds: a contact, a thread, statuses, a time, and where a page begins. One status is asked for as such: only
 * then does its index give the order as well.
 */
export function walked(
  { contactId, conversationId, status, since }: MessageSearch,
  after: ListPosition | undefined,
): Prisma.Sql {
  return allOf([
    contactId !== undefined && Prisma.sql`message.contact_id = ${contactId}::uuid`,
    conversationId !== undefined && Prisma.sql`message.conversation_id = ${conversationId}::uuid`,
    status !== undefined &&
      (status.length === 1
        ? Prisma.sql`message.status = ${status[0]}`
        : Prisma.sql`message.status = any(${[...status]}::text[])`),
    since !== undefined && Prisma.sql`message.created_at >= ${since}::timestamptz`,
    after !== undefined &&
      Prisma.sql`(message.created_at, message.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  ]);
}

/** The condition that is asked of each message. `stoppedAt` is the last one that is looked at. */
export function searched(
  { direction, kind, provider, q, verdict }: MessageSearch,
  stoppedAt: ListPosition | undefined,
): Prisma.Sql {
  return allOf([
    direction !== undefined && Prisma.sql`message.direction = ${direction}`,
    kind !== undefined && Prisma.sql`message.kind = ${kind}`,
    provider !== undefined && Prisma.sql`message.provider = ${provider}`,
    q !== undefined && Prisma.sql`message.text ilike ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
    verdict !== undefined &&
      Prisma.sql`message.direction = 'inbound'
             and exists (select 1 from decision where decision.message_id = message.id and verdict = ${verdict})`,
    stoppedAt !== undefined &&
      Prisma.sql`(message.created_at, message.id) >= (${stoppedAt.at}::timestamptz, ${stoppedAt.id}::uuid)`,
  ]);
}

function allOf(conditions: readonly (Prisma.Sql | false)[]): Prisma.Sql {
  return Prisma.join([Prisma.sql`true`, ...conditions.filter((condition) => condition !== false)], ' and ');
}
