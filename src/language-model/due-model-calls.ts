import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import type { ModelAnswering } from './model-answering.js';
import { claimModelCall, type ClaimedModelCall, type ModelBudget } from './model-call.repository.js';

const POLL_EVERY_MS = 500;
const MAX_AT_ONCE = 4;

/**
 * Asks the questions that rules have for the language model. The database is the queue: what was committed with a decision is found here, by
 * this process or by another, until it came to an end.
 */
export class DueModelCalls {
  private readonly claiming: PeriodicWork;
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly answering: ModelAnswering,
    private readonly budget: ModelBudget | undefined,
    private readonly context: { readonly clock: Clock; readonly log: Log },
  ) {
    const failure = 'Questions to the language model could not be looked for; they will be.';
    const period = { everyMs: POLL_EVERY_MS, log: context.log, failure };
    this.claiming = new PeriodicWork(() => this.claim(), period);
  }

  start(): void {
    this.claiming.start();
  }

  /** Does not wait for the model: what it has not answered yet is given back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.claiming.stop();
    await Promise.all(this.running);
  }

  private async claim(): Promise<void> {
    while (this.running.size < MAX_AT_ONCE && !this.stopping.signal.aborted) {
      const call = await claimModelCall(this.database, this.context.clock.now(), this.budget);
      if (call === undefined) return;
      this.begin(call);
    }
  }

  private begin(call: ClaimedModelCall): void {
    const running = this.handle(call).finally(() => {
      this.running.delete(running);
      this.claiming.wake();
    });
    this.running.add(running);
  }

  private async handle(call: ClaimedModelCall): Promise<void> {
    try {
      await this.answering.handle(call, this.stopping.signal);
    } catch (error) {
      // Its lease runs out, and it is asked again.
      this.context.log.error('A question to the language model could not be asked or recorded.', error, {
        callId: call.id,
      });
    }
  }
}
