import * as pendingEvents from '../events/domain-event.repository.js';
import type { EventBus } from '../events/event-bus.js';
import { readDomainEvent } from '../events/stored-domain-event.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database, Transaction } from '../platform/database/database.js';
import { maskPersonalData } from '../platform/logging/personal-data.js';
import type { EntryProcessor } from './entry-processor.js';
import {
  lookIntoLane,
  markEntryProcessed,
  recordEntryFailure,
  waitingEntry,
  type LaneView,
} from './lane.repository.js';

/** Tries of one event. With the queue's back-off they span a few seconds, in which its lane waits; then it leaves the lane. */
export const MAX_ATTEMPTS = 5;

/** How far a lane got in one step. `finished`: worked, and nothing else waited; `worked`: there is more, or somebody else was faster. */
export type LaneStep = 'worked' | 'finished' | 'empty' | 'busy';

/** A step failed. `hasLeftLane`: that was its last try, and the lane may go on without it. */
export class LaneStepError extends Error {
  constructor(
    cause: unknown,
    readonly hasLeftLane: boolean,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'LaneStepError';
  }
}

type StepEnd = { readonly step: LaneStep; readonly isDecided: boolean };

const BUSY: StepEnd = { step: 'busy', isDecided: false };

type WorkItem = { readonly kind: 'event' | 'entry'; readonly id: string };

/**
 * Works on one lane, one event at a time, each in a transaction that holds the lane. What our own acts caused goes before what
 * arrived later from outside.
 */
export class LaneWorker {
  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly entries: EntryProcessor,
    private readonly clock: Clock,
    /** Something was decided upon, so a message may wait to be sent. */
    private readonly onDecided: () => void,
  ) {}

  /** Takes the next event of the lane through to its end. Throws LaneStepError, after counting the failed try. */
  async step(lane: string): Promise<LaneStep> {
    let item: WorkItem | undefined;
    try {
      const { step, isDecided } = await this.database.$transaction(async (tx) => {
        const view = await lookIntoLane(tx, lane);
        return view.locked ? this.next(tx, view, (found) => (item = found)) : BUSY;
      });
      if (isDecided) this.onDecided();
      return step;
    } catch (error) {
      throw new LaneStepError(error, item !== undefined && (await this.countFailure(item, error)));
    }
  }

  private async next(
    tx: Transaction,
    { eventId, entryId, hasMore }: LaneView,
    found: (item: WorkItem) => void,
  ): Promise<StepEnd> {
    const step = hasMore ? 'worked' : 'finished';
    if (eventId !== null) {
      const event = await pendingEvents.waitingEvent(tx, eventId);
      if (event === null) return { step: 'worked', isDecided: false };
      found({ kind: 'event', id: eventId });
      await this.bus.handle(readDomainEvent(event), tx);
      await pendingEvents.markProcessed(tx, eventId);
      return { step, isDecided: true };
    }
    if (entryId === null) return { step: 'empty', isDecided: false };
    const entry = await waitingEntry(tx, entryId);
    if (entry === null) return { step: 'worked', isDecided: false };
    found({ kind: 'entry', id: entryId });
    const now = this.clock.now();
    const result = await this.entries.process(tx, entry, now);
    if (result !== 'quarantined') await markEntryProcessed(tx, entryId, now);
    return { step, isDecided: result === 'decided' };
  }

  private async countFailure(item: WorkItem, error: unknown): Promise<boolean> {
    const reason = maskPersonalData(error instanceof Error ? error.message : String(error)).slice(0, 500);
    const record = item.kind === 'event' ? pendingEvents.recordFailure : recordEntryFailure;
    const { hasLeftLane } = await record(this.database, item.id, reason, MAX_ATTEMPTS);
    return hasLeftLane;
  }
}
