import { setTimeout } from 'node:timers/promises';
import { lastCheck } from '../consent/ledger-check.repository.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { WakeUpQueue } from '../platform/queue/wake-up-queue.js';
import { oldestUnprocessedAt, openMessages, unfinishedMigration } from './readiness.repository.js';

/** No stored event may wait longer than this. */
const MAX_AGE_SECONDS = 120;
/** A check that takes longer has failed. With it, readiness tells the truth within five seconds. */
const CHECK_TIMEOUT_MS = 2_000;
const CACHED_FOR_MS = 1_000;

export type Check = { readonly ok: boolean; readonly detail?: string };

export type ReadinessReport = {
  readonly status: 'ready' | 'not_ready' | 'draining';
  readonly checks: {
    readonly database: Check;
    readonly queue: Check;
    readonly migrations: Check;
    readonly oldestUnprocessed: Check & { readonly ageSeconds?: number };
  };
};

/**
 * Whether this process can do its work now. Not whether it should be restarted: for that there is `/health/live`. Webhooks are accepted
 * whenever they can be stored, whatever readiness says.
 */
export class Readiness {
  private isDraining = false;
  private latest: { readonly at: number; readonly report: Promise<ReadinessReport> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly queue: WakeUpQueue,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** From now on the answer is no: the process is about to end, and new work should go elsewhere. */
  drain(): void {
    this.isDraining = true;
    this.latest = undefined;
  }

  async report(): Promise<ReadinessReport> {
    const now = this.clock.now().getTime();
    if (this.latest === undefined || Math.abs(now - this.latest.at) > CACHED_FOR_MS) {
      this.latest = { at: now, report: this.check() };
    }
    return this.latest.report;
  }

  /** Brings the gauges up to date; called when they are read. What a database that is away would have said is not a number. */
  async measure(): Promise<void> {
    const { oldestUnprocessed, queuedMessages, ledgerVerifyFailed } = this.metrics;
    try {
      const [ageSeconds, open, ledger] = await inTime(
        Promise.all([this.ageSeconds(), openMessages(this.database), lastCheck(this.database)]),
      );
      oldestUnprocessed.set(ageSeconds ?? 0);
      ledgerVerifyFailed.set(ledger === undefined || ledger.findingCount === 0 ? 0 : 1);
      for (const { status, count } of open) queuedMessages.set({ status }, count);
    } catch {
      oldestUnprocessed.set(Number.NaN);
      ledgerVerifyFailed.set(Number.NaN);
      queuedMessages.reset();
    }
  }

  private async check(): Promise<ReadinessReport> {
    const [database, queue, migrations, oldestUnprocessed] = await Promise.all([
      attempt(async () => ({ ok: (await this.database.$queryRaw`select 1 as one`) !== undefined })),
      attempt(async () => ({ ok: (await this.queue.depth()).lanes >= 0 })),
      attempt(() => this.migrations()),
      attempt(() => this.age()),
    ]);
    const checks = { database, queue, migrations, oldestUnprocessed };
    const isReady = Object.values(checks).every(({ ok }) => ok);
    return { status: this.isDraining ? 'draining' : isReady ? 'ready' : 'not_ready', checks };
  }

  private async migrations(): Promise<Check> {
    const unfinished = await unfinishedMigration(this.database);
    return unfinished === undefined
      ? { ok: true }
      : { ok: false, detail: `The migration ${unfinished} is not finished.` };
  }

  private async age(): Promise<Check & { ageSeconds?: number }> {
    const ageSeconds = await this.ageSeconds();
    if (ageSeconds === undefined) return { ok: true };
    if (ageSeconds <= MAX_AGE_SECONDS) return { ok: true, ageSeconds };
    return {
      ok: false,
      ageSeconds,
      detail: `The oldest unprocessed event has waited ${ageSeconds} s. Are workers running?`,
    };
  }

  private async ageSeconds(): Promise<number | undefined> {
    const oldest = await oldestUnprocessedAt(this.database);
    if (oldest === undefined) return undefined;
    return Math.max(0, Math.round((this.clock.now().getTime() - oldest.getTime()) / 1000));
  }
}

async function attempt<Result extends Check>(check: () => Promise<Result>): Promise<Result | Check> {
  try {
    return await inTime(check());
  } catch (error) {
    return { ok: false, detail: error instanceof LateError ? error.message : 'It cannot be reached.' };
  }
}

class LateError extends Error {}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = setTimeout(CHECK_TIMEOUT_MS, undefined, { ref: false }).then(() => {
    throw new LateError(`No answer within ${CHECK_TIMEOUT_MS} ms.`);
  });
  return Promise.race([work, late]);
}
