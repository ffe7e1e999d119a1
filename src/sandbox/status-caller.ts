import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../platform/clock/clock.js';
import type { ConnectlyWebhooks } from './apis/connectly.webhooks.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import { freshIds } from './payloads/fresh-ids.js';
import { sampleEvent } from './payloads/event-catalogue.js';
import type { SandboxAccount } from './sandbox-account.js';
import { signedWebhook } from './signed-webhook.js';
import type { PlannedStatus, StatusPlan } from './status-plan.js';
import type { WebhookPoster } from './webhook-poster.js';

type Parts = {
  readonly ledger: Ledger;
  readonly poster: WebhookPoster;
  readonly connectlyWebhooks: ConnectlyWebhooks;
  readonly clock: Clock;
  readonly log: (line: string) => void;
};

/** Calls the delivery statuses of accepted messages back to Heed. */
export class StatusCaller {
  readonly #parts: Parts;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(parts: Parts) {
    this.#parts = parts;
    setMaxListeners(0, this.#stopping.signal); // One for each message whose statuses are still to come.
  }

  /** Returns at once, unless the plan wants the statuses out before the answer. */
  async start(plan: StatusPlan, entry: LedgerEntry, account: SandboxAccount): Promise<void> {
    const calls = this.#callAll(plan, entry, account);
    if (plan.isBeforeAnswer) return calls;
    const tracked = calls.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }

  /** Forgets what has not been called yet. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  async #callAll(plan: StatusPlan, entry: LedgerEntry, account: SandboxAccount): Promise<void> {
    let waitedMs = 0;
    for (const status of plan.statuses) {
      if (!(await this.#pause(status.afterMs - waitedMs))) return;
      waitedMs = status.afterMs;
      await this.#call(status, entry, account);
    }
  }

  async #call({ report, copies }: PlannedStatus, entry: LedgerEntry, account: SandboxAccount): Promise<void> {
    const { ledger, poster, connectlyWebhooks, clock, log } = this.#parts;
    ledger.mark(entry.providerMessageId, report.status);
    const url = connectlyWebhooks.addressFor(account, 'delivery_status') ?? account.webhookUrl;
    const event = sampleEvent(entry.provider, report.event);
    if (url === undefined || event === undefined) return;
    const now = clock.now();
    const payload = event.build(
      {
        customer: entry.to,
        own: entry.from,
        text: '',
        messageId: entry.providerMessageId,
        status: report.status === 'failed' ? 'delivery_failed' : report.status,
        callbackData: entry.body.callbackData,
      },
      freshIds(now),
      now,
    );
    for (let copy = 0; copy < copies && !this.#stopping.signal.aborted; copy += 1) {
      try {
        const webhook = signedWebhook(entry.provider, payload, account.webhookSecret, clock.now());
        const { status } = await poster.post(url, webhook);
        if (status !== 200) log(`${entry.provider}: Heed answered ${status} to ${report.event}.`);
      } catch {
        log(`${entry.provider}: Heed did not answer to ${report.event}.`);
      }
    }
  }

  /** False when the sandbox stopped meanwhile. */
  async #pause(ms: number): Promise<boolean> {
    if (ms <= 0) return !this.#stopping.signal.aborted;
    return pause(ms, true, { signal: this.#stopping.signal }).catch(() => false);
  }
}
