import type { Log } from './logging/log.js';

export type Period = {
  readonly everyMs: number;
  readonly log: Log;
  /** The sentence for the log when a round fails. It says what becomes of the work. */
  readonly failure: string;
};

/**
 * Work that is done again and again: at its interval, and at once when somebody asks for it, but never twice at the same time. A round that
 * fails is logged and does not keep the next one from beginning.
 */
export class PeriodicWork {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isStopped = false;

  constructor(
    private readonly round: () => Promise<unknown>,
    private readonly period: Period,
  ) {}

  /** The first round begins when the interval has passed. */
  start(): void {
    this.timer = setInterval(() => this.wake(), this.period.everyMs);
  }

  /** Begins a round now, unless one is under way or the work was stopped. */
  wake(): void {
    if (!this.isStopped) this.running ??= this.run().finally(() => (this.running = undefined));
  }

  /** Waits for the round that is under way; none begins after it. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      await this.round();
    } catch (error) {
      this.period.log.error(this.period.failure, error);
    }
  }
}
