import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import { settleHolds } from './holds.repository.js';

const EVERY_MS = 60_000;
const BATCH = 100;

/** Settles holds that nobody has settled in time. */
export class HoldSettler {
  private readonly work: PeriodicWork;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    log: Log,
    private readonly timeoutMs: number,
  ) {
    const failure = 'Holds could not be settled; it is tried again.';
    this.work = new PeriodicWork(() => this.round(), { everyMs: EVERY_MS, log, failure });
  }

  start(): void {
    this.work.start();
  }

  async stop(): Promise<void> {
    await this.work.stop();
  }

  /** Settles everything that is due now. */
  async round(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - this.timeoutMs);
    while ((await settleHolds(this.database, before, now, BATCH)) === BATCH);
  }
}
