import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import { claimCalls, MAX_PER_HOST, recordCall, type ClaimedCall } from './due-calls.repository.js';
import { consequenceOf } from './retry-plan.js';
import type { SigningSecrets } from './signing-secrets.repository.js';
import type { CallEnd, WebhookCaller } from './webhook-caller.js';

const POLL_EVERY_MS = 1_000;
const MAX_AT_ONCE = 16;

/**
 * Makes the calls whose time has come. The database is the queue: what was committed with a decision is found here, by this process or by
 * another, until it was answered; a call whose process died is made again under its id, which is how receivers tell.
 */
export class DueCalls {
  private readonly claiming: PeriodicWork;
  private readonly running = new Map<Promise<void>, string>();

  constructor(
    private readonly database: Database,
    private readonly caller: WebhookCaller,
    private readonly secrets: SigningSecrets,
    private readonly context: { readonly clock: Clock; readonly log: Log },
  ) {
    const failure = 'Outbound webhooks could not be looked for; they will be.';
    const period = { everyMs: POLL_EVERY_MS, log: context.log, failure };
    this.claiming = new PeriodicWork(() => this.claim(), period);
  }

  start(): void {
    this.claiming.start();
  }

  /** Ends within a call's deadline. */
  async stop(): Promise<void> {
    await this.claiming.stop();
    await Promise.all(this.running.keys());
  }

  wake(): void {
    this.claiming.wake();
  }

  private async claim(): Promise<void> {
    const free = MAX_AT_ONCE - this.running.size;
    if (free <= 0) return;
    const now = this.context.clock.now();
    for (const call of await claimCalls(this.database, now, free, this.busyHosts())) this.begin(call);
  }

  private busyHosts(): readonly string[] {
    const counts = new Map<string, number>();
    for (const host of this.running.values()) counts.set(host, (counts.get(host) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= MAX_PER_HOST).map(([host]) => host);
  }

  private begin(call: ClaimedCall): void {
    const running = this.make(call).finally(() => {
      this.running.delete(running);
      this.wake();
    });
    this.running.set(running, call.host);
  }

  private async make(call: ClaimedCall): Promise<void> {
    try {
      await this.record(call, await this.send(call));
    } catch (error) {
      // Its lease runs out, and it is made again.
      this.context.log.error('An outbound webhook could not be made or recorded.', error, {
        callId: call.id,
      });
    }
  }

  private async send({ id, url, body }: ClaimedCall): Promise<CallEnd> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Heed',
      ...(await this.secrets.sign(id, body)),
    };
    return this.caller.call({ url, headers, body });
  }

  private async record(call: ClaimedCall, end: CallEnd): Promise<void> {
    const now = this.context.clock.now();
    const lastStatus = end.kind === 'answered' ? end.status : null;
    const consequence = consequenceOf(end, call.attempt, Math.random());
    const finished = { lastStatus, nextAttemptAt: now, finishedAt: now };
    switch (consequence.kind) {
      case 'delivered':
        return recordCall(this.database, call, { state: 'delivered', reason: null, ...finished });
      case 'failed':
        return recordCall(this.database, call, { state: 'failed', reason: consequence.reason, ...finished });
      case 'try_again':
        return recordCall(this.database, call, {
          state: 'queued',
          lastStatus,
          reason: consequence.reason,
          nextAttemptAt: new Date(now.getTime() + consequence.afterMs),
          finishedAt: null,
        });
      default: {
        const never: never = consequence;
        return never;
      }
    }
  }
}
