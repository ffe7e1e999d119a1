import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Prisma } from '../../platform/database/generated/client.js';
import { positionOf, type ListQuery } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';
import type { ConsentReadingView } from './consent-readings.views.js';

type ReadingRow = ConsentReadingView & { readonly decisionId: string };

/** How customers' messages were read, as their decisions tell. */
@Injectable()
export class ConsentReadings {
  constructor(private readonly database: Database) {}

  /** The newest first. Messages that machines wrote are not among them: nobody asked what their words mean. */
  async list(query: ListQuery): Promise<Page<ConsentReadingView>> {
    const before = positionOf(query);
    const further =
      before === undefined
        ? Prisma.empty
        : Prisma.sql`and (decision.decided_at, decision.id) < (${before.at}, ${before.id}::uuid)`;
    const rows = await this.database.$queryRaw<ReadingRow[]>`
      select decision.id::text as "decisionId", message.id::text as "messageId", decision.decided_at as at,
             message.channel, message.subject, message.text, reading.actual->>'class' as class,
             reading.actual->>'ruleId' as "ruleId", reading.actual->>'detectorVersion' as "detectorVersion"
        from decision
        join message on message.id = decision.message_id and message.direction = 'inbound'
       cross join lateral
             (select jsonb_path_query_first(decision.stages, '$[*] ? (@.label == "compliance").actual') as actual) as reading
       where reading.actual->>'class' is not null ${further}
       order by decision.decided_at desc, decision.id desc
       limit ${query.limit + 1}`;
    const page = pageOf(rows, query.limit, ({ at, decisionId }) => ({ at, id: decisionId }));
    return { ...page, items: page.items.map(({ decisionId: _id, ...reading }) => reading) };
  }
}
