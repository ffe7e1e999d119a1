import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { settleHolds } from './holds.repository.js';

const EVERY_MS = 60_000;
const BATCH = 100;

/** Settles holds that nobody has settled in time. */
export class HoldSettler {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly timeoutMs: number,
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

  /** Settles everything that is due now. */
  async round(): Promise<void> {
    try {
      const now = this.clock.now();
      const before = new Date(now.getTime() - this.timeoutMs);
      while ((await settleHolds(this.database, before, now, BATCH)) === BATCH);
    } catch (error) {
      this.log.error('Holds could not be settled; it is tried again.', error);
    } finally {
      this.running = undefined;
    }
  }
}
