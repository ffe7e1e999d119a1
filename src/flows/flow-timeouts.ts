import type { EventBus } from '../events/event-bus.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import { claimDueRuns } from './flow-timeouts.repository.js';

const EVERY_MS = 2_000;
const BATCH = 100;

/**
 * Raises `flow.timed_out` for flows that wait longer than they may. What then happens is decided upon that event, in its conversation's lane, as
 * everything is.
 */
export class FlowTimeouts {
  private readonly work: PeriodicWork;

  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    log: Log,
  ) {
    const failure = 'Flows that wait too long could not be looked for; they will be.';
    this.work = new PeriodicWork(() => this.round(), { everyMs: EVERY_MS, log, failure });
  }

  start(): void {
    this.work.start();
  }

  async stop(): Promise<void> {
    await this.work.stop();
  }

  /** Looks once, at as many as there are. */
  private async round(): Promise<void> {
    while ((await this.claim()) === BATCH);
  }

  private async claim(): Promise<number> {
    return this.database.$transaction(async (tx) => {
      const events = await claimDueRuns(tx, this.clock.now(), BATCH);
      await this.bus.append(events, tx);
      return events.length;
    });
  }
}
