import { setTimeout } from 'node:timers/promises';
import type { ConnectionRegistry } from '../connections/connection-registry.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import type { WakeUpQueue } from '../platform/queue/wake-up-queue.js';
import { claimDue, endLapsedLeases } from './due-messages.repository.js';

const POLL_EVERY_MS = 500;
const SWEEP_EVERY_MS = 5_000;
const ROUND_GAP_MS = 20;

/**
 * Wakes the sending of messages whose time has come: at once for those that this process has just queued, and every half second for
 * retries and for what other processes left. The sweep takes messages whose sender died for `unknown`.
 */
export class DueMessages {
  private pollTimer: NodeJS.Timeout | undefined;
  private readonly sweeping: PeriodicWork;
  private running: Promise<void> | undefined;
  private isWanted = false;
  private isStopped = false;
  private mayHaveLeft = false;

  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRegistry,
    private readonly queue: WakeUpQueue,
    private readonly context: { readonly clock: Clock; readonly log: Log },
  ) {
    const failure = 'The sweep for abandoned messages failed; it is tried again.';
    const period = { everyMs: SWEEP_EVERY_MS, log: context.log, failure };
    this.sweeping = new PeriodicWork(() => this.sweep(), period);
  }

  start(): void {
    this.pollTimer = setInterval(() => this.wake(), POLL_EVERY_MS);
    this.sweeping.start();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.pollTimer);
    await Promise.all([this.running, this.sweeping.stop()]);
  }

  wake(): void {
    this.isWanted = true;
    if (!this.isStopped) this.running ??= this.run();
  }

  /** A send has ended, so its account may send the next one. Asks only while the last round found something. */
  wakeNext(): void {
    if (this.mayHaveLeft) this.wake();
  }

  private async run(): Promise<void> {
    try {
      while (this.isWanted && !this.isStopped) {
        this.isWanted = false;
        const rates = this.connections.all().map(({ id, provider }) => ({
          connectionId: id,
          ...provider.sendRate,
        }));
        const due = await claimDue(this.database, this.context.clock.now(), rates);
        this.mayHaveLeft = due.length > 0;
        await this.queue.wakeSends(due);
        // Under load every handled event wakes this; together they ask the database once.
        if (this.isWanted) await setTimeout(ROUND_GAP_MS);
      }
    } catch (error) {
      this.context.log.error('Due messages could not be handed to the queue; they will be.', error);
    } finally {
      this.running = undefined;
    }
  }

  private async sweep(): Promise<void> {
    const { clock, log } = this.context;
    const lost = await endLapsedLeases(this.database, clock.now());
    if (lost > 0)
      log.warn('Messages were being sent by a process that is gone; their fate is unknown.', { lost });
  }
}
