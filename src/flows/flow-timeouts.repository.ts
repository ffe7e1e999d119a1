import { laneOfMessage } from '../delivery/message-events.js';
import type { NewDomainEvent } from '../events/event-bus.js';
import type { Transaction } from '../platform/database/database.js';

/** As long as its event may take to be handled; after that it is raised again. */
const RAISED_FOR_MS = 5 * 60_000;

type DueRun = {
  readonly id: string;
  readonly flow: string;
  readonly step: string;
  readonly steps: number;
  readonly contact_id: string;
  readonly conversation_id: string;
  readonly connection_id: string;
  readonly their_address: string;
};

/**
 * Claims runs that nobody answered in time, and makes an event of each, for the lane of its conversation. What waits there already was written
 * before and is heard first: such a run is left for the next round.
 */
export async function claimDueRuns(tx: Transaction, now: Date, limit: number): Promise<NewDomainEvent[]> {
  const due = await tx.$queryRaw<DueRun[]>`
    select run.id::text, item.name as flow, run.step, run.steps, run.contact_id::text, run.conversation_id::text,
           conversation.connection_id::text, conversation.their_address
      from flow_run run
      join conversation on conversation.id = run.conversation_id
      join library_item item on item.id = run.flow_id
     where run.status = 'active' and run.wait_until <= ${now}
     order by run.wait_until
     limit ${limit}
       for update of run skip locked`;
  const lanes = due.map((run) => laneOf(run));
  const busy = await tx.inboxEntry.findMany({
    where: { lane: { in: lanes }, state: { in: ['received', 'dispatched'] } },
    distinct: ['lane'],
    select: { lane: true },
  });
  const free = due.filter((run) => !busy.some(({ lane }) => lane === laneOf(run)));
  await tx.flowRun.updateMany({
    where: { id: { in: free.map(({ id }) => id) } },
    data: { waitUntil: new Date(now.getTime() + RAISED_FOR_MS) },
  });
  return free.map((run) => ({
    name: 'flow.timed_out',
    lane: laneOf(run),
    occurredAt: now,
    connectionId: run.connection_id,
    contactId: run.contact_id,
    conversationId: run.conversation_id,
    payload: { runId: run.id, flow: run.flow, step: run.step, steps: run.steps },
  }));
}

function laneOf({ connection_id, their_address }: DueRun): string {
  return laneOfMessage({ connectionId: connection_id, theirAddress: their_address });
}
