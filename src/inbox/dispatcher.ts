import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import type { WakeUpQueue } from '../platform/queue/wake-up-queue.js';
import { claimWaiting, giveBack, releaseStranded } from './lane.repository.js';

const CLAIM_LIMIT = 500;
const POLL_EVERY_MS = 500;
const SWEEP_EVERY_MS = 5_000;
/** Longer than a lane's retries take: what is older was lost with its job, unless the queue itself is behind. */
const STRANDED_AFTER_MS = 30_000;
/** The same while jobs queue up. Handing a backlog out again and again would only make it longer. */
const STRANDED_BEHIND_BACKLOG_MS = 100_000;
const BACKLOG_JOBS = 100;

/**
 * Turns stored events into jobs that carry a lane's name and nothing else. It runs when something was stored in this process, and
 * every half second for what other processes stored. The sweep finds what a crash or a lost queue left behind.
 */
export class Dispatcher {
  private pollTimer: NodeJS.Timeout | undefined;
  private readonly sweeping: PeriodicWork;
  private running: Promise<void> | undefined;
  private isWanted = false;
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly queue: WakeUpQueue,
    private readonly log: Log,
  ) {
    const failure = 'The sweep for lost jobs failed; it is tried again.';
    this.sweeping = new PeriodicWork(() => this.sweep(), { everyMs: SWEEP_EVERY_MS, log, failure });
  }

  start(): void {
    this.pollTimer = setInterval(() => this.wake(), POLL_EVERY_MS);
    this.sweeping.start();
  }

  /** Stops, and waits for the round and the sweep that are under way. What is not dispatched stays stored. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.pollTimer);
    await Promise.all([this.running, this.sweeping.stop()]);
  }

  /** Something was stored. Returns at once; calls during a round ask for one more. */
  wake(): void {
    this.isWanted = true;
    if (!this.isStopped) this.running ??= this.run();
  }

  private async run(): Promise<void> {
    try {
      while (this.isWanted && !this.isStopped) {
        this.isWanted = false;
        const { lanes, isFull } = await claimWaiting(this.database, CLAIM_LIMIT);
        await this.hand(lanes);
        if (isFull) this.isWanted = true;
      }
    } catch (error) {
      // The rows are there: the next round takes them up, or the sweep when they could not be given back.
      this.log.error('Stored events could not be handed to the queue; they will be.', error);
    } finally {
      this.running = undefined;
    }
  }

  /** What the queue does not take is given back, for the next round or the next process. */
  private async hand(lanes: readonly string[]): Promise<void> {
    try {
      await this.queue.wakeLanes(lanes);
    } catch (error) {
      await giveBack(this.database, lanes);
      throw error;
    }
  }

  private async sweep(): Promise<void> {
    const { lanes } = await this.queue.depth();
    const patienceMs = lanes < BACKLOG_JOBS ? STRANDED_AFTER_MS : STRANDED_BEHIND_BACKLOG_MS;
    const released = await releaseStranded(this.database, patienceMs);
    if (released === 0) return;
    this.log.warn('Events were found whose jobs had been lost.', { released });
    this.wake();
  }
}
