import type { EventBus } from '../events/event-bus.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { claimDueRuns } from './flow-timeouts.repository.js';

const EVERY_MS = 2_000;
const BATCH = 100;

/**
 * Raises `flow.timed_out` for flows that wait longer than they may. What then happens is decided upon that event, in its conversation's lane, as
 * everything is.
 */
export class FlowTimeouts {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.round();
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Looks once, at as many as there are. */
  private async round(): Promise<void> {
    try {
      while ((await this.claim()) === BATCH);
    } catch (error) {
      this.log.error('Flows that wait too long could not be looked for; they will be.', error);
    } finally {
      this.running = undefined;
    }
  }

  private async claim(): Promise<number> {
    return this.database.$transaction(async (tx) => {
      const events = await claimDueRuns(tx, this.clock.now(), BATCH);
      await this.bus.append(events, tx);
      return events.length;
    });
  }
}
