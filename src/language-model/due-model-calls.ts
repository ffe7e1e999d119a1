import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import type { ModelAnswering } from './model-answering.js';
import { claimModelCall, type ClaimedModelCall, type ModelBudget } from './model-call.repository.js';

const POLL_EVERY_MS = 500;
const MAX_AT_ONCE = 4;

/**
 * Asks the questions that rules have for the language model. The database is the queue: what was committed with a decision is found here, by
 * this process or by another, until it came to an end.
 */
export class DueModelCalls {
  private timer: NodeJS.Timeout | undefined;
  private claiming: Promise<void> | undefined;
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly answering: ModelAnswering,
    private readonly budget: ModelBudget | undefined,
    private readonly context: { readonly clock: Clock; readonly log: Log },
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), POLL_EVERY_MS);
  }

  /** Does not wait for the model: what it has not answered yet is given back. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.claiming;
    await Promise.all(this.running);
  }

  private wake(): void {
    if (!this.stopping.signal.aborted) this.claiming ??= this.claim();
  }

  private async claim(): Promise<void> {
    const { clock, log } = this.context;
    try {
      while (this.running.size < MAX_AT_ONCE && !this.stopping.signal.aborted) {
        const call = await claimModelCall(this.database, clock.now(), this.budget);
        if (call === undefined) return;
        this.begin(call);
      }
    } catch (error) {
      log.error('Questions to the language model could not be looked for; they will be.', error);
    } finally {
      this.claiming = undefined;
    }
  }

  private begin(call: ClaimedModelCall): void {
    const running = this.handle(call).finally(() => {
      this.running.delete(running);
      this.wake();
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
