import { Injectable } from '@nestjs/common';
import { laneOfMessage } from '../../delivery/message-events.js';
import { lockLane } from '../../inbox/lane.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Prisma } from '../../platform/database/generated/client.js';
import { positionOf } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';
import type { FlowRunQuery, FlowRunView } from './flow-run.views.js';

/** The runs of flows as people look at them. */
@Injectable()
export class FlowRuns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: FlowRunQuery): Promise<Page<FlowRunView>> {
    const { limit, status, conversationId } = query;
    const place = positionOf(query);
    const rows = await this.select(
      Prisma.sql`
       where (${status ?? null}::text is null or run.status = ${status ?? null})
         and (${conversationId ?? null}::uuid is null or run.conversation_id = ${conversationId ?? null}::uuid)
         and (${place === undefined} or (run.started_at, run.id) < (${place?.at ?? null}::timestamptz, ${place?.id ?? null}::uuid))
       order by run.started_at desc, run.id desc
       limit ${limit + 1}`,
    );
    return pageOf(rows, limit, ({ startedAt, id }) => ({ at: startedAt, id }));
  }

  async find(id: string): Promise<FlowRunView | undefined> {
    const [row] = await this.select(Prisma.sql`where run.id = ${id}::uuid`);
    return row;
  }

  /** Ends a run that waits. Under its lane's lock, so that no answer is being taken meanwhile. @returns false when it was over. */
  async cancel(id: string, reason: string): Promise<boolean> {
    return this.database.$transaction(async (tx) => {
      const [run] = await tx.$queryRaw<{ connectionId: string; theirAddress: string }[]>`
        select conversation.connection_id::text as "connectionId", conversation.their_address as "theirAddress"
          from flow_run run join conversation on conversation.id = run.conversation_id
         where run.id = ${id}::uuid`;
      if (run === undefined) return false;
      await lockLane(tx, laneOfMessage(run));
      const { count } = await tx.flowRun.updateMany({
        where: { id, status: 'active' },
        data: { status: 'cancelled', reason, waitUntil: null, updatedAt: this.clock.now() },
      });
      return count === 1;
    });
  }

  private async select(which: Prisma.Sql): Promise<FlowRunView[]> {
    return this.database.$queryRaw<FlowRunView[]>`
      select run.id::text, run.conversation_id::text as "conversationId", run.contact_id::text as "contactId",
             contact.name as "contactName", run.flow_id::text as "flowId", item.name as "flowName",
             run.flow_revision_id::text as "flowRevisionId", run.status, run.reason, run.step, run.variables, run.steps,
             run.started_at as "startedAt", run.updated_at as "updatedAt", run.wait_until as "waitUntil"
        from flow_run run
        join library_item item on item.id = run.flow_id
        left join contact on contact.id = run.contact_id
        ${which}`;
  }
}
