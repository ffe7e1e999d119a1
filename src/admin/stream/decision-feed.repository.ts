import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Prisma } from '../../platform/database/generated/client.js';

export type DecidedEvent = {
  readonly id: string;
  readonly decidedAt: Date;
  readonly event: string;
  readonly verdict: string;
  readonly sentence: string;
  readonly messageId: string | null;
};

const SELECTED = Prisma.sql`
  select decision.id::text, decision.decided_at as "decidedAt", event.name as event, decision.verdict,
         decision.sentence, decision.message_id::text as "messageId"
    from decision join domain_event event on event.id = decision.domain_event_id`;

/** Decisions in the order in which they were made. */
@Injectable()
export class DecisionFeed {
  constructor(private readonly database: Database) {}

  /** Those since an instant, oldest first, without the ids that are known. */
  async since(instant: Date, known: readonly string[], limit: number): Promise<readonly DecidedEvent[]> {
    return this.database.$queryRaw<DecidedEvent[]>`
      ${SELECTED}
       where decision.decided_at >= ${instant} and not decision.id = any(${[...known]}::uuid[])
       order by decision.decided_at, decision.id
       limit ${limit}`;
  }

  /** The latest ones, oldest first. */
  async latest(limit: number): Promise<readonly DecidedEvent[]> {
    const newestFirst = await this.database.$queryRaw<DecidedEvent[]>`
      ${SELECTED} order by decision.decided_at desc, decision.id desc limit ${limit}`;
    return newestFirst.toReversed();
  }

  /** Those after one that is known, oldest first. Ids grow with time. */
  async after(id: string, limit: number): Promise<readonly DecidedEvent[]> {
    return this.database.$queryRaw<DecidedEvent[]>`
      ${SELECTED} where decision.id > ${id}::uuid order by decision.id limit ${limit}`;
  }
}
