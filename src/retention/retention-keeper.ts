import type { RetentionSettings } from '../consent/settings/consent-settings.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import { purgesOf, type Purge } from './purge-plan.js';
import { claimRun, purgeBatch, type PurgeProgress } from './purge.repository.js';

const LOOK_EVERY_MS = 60 * 60_000;
/** A little less than a day, so that a run which was looked for a moment too early is not put off by an hour each day. */
const RUN_EVERY_MS = 23 * 60 * 60_000;
const ROWS_AT_ONCE = 500;

/**
 * Empties, once a day, what is older than the settings keep: in one process at a time, in small transactions, so that nobody waits for it.
 * A run that is cut off goes on the next day where it was.
 */
export class RetentionKeeper {
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly settings: () => Promise<RetentionSettings>,
    private readonly context: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics },
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.round().finally(() => (this.running = undefined));
    }, LOOK_EVERY_MS);
  }

  /** Waits for the batch that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
  }

  /** Runs what is due. Never throws. */
  async round(): Promise<void> {
    const { clock, log } = this.context;
    try {
      const now = clock.now();
      for (const purge of purgesOf(await this.settings(), now)) {
        if (await claimRun(this.database, purge.kind, now, RUN_EVERY_MS)) await this.run(purge, now);
      }
    } catch (error) {
      log.error('Old words could not be emptied; it is tried again within a day.', error);
    }
  }

  private async run(purge: Purge, now: Date): Promise<void> {
    const { log, metrics } = this.context;
    let progress: PurgeProgress | undefined;
    let purged = 0;
    do {
      const batch = await purgeBatch(this.database, purge, progress, { now, limit: ROWS_AT_ONCE });
      if (batch.kind === 'busy') break;
      purged += batch.purged;
      metrics.purged.inc({ kind: purge.kind }, batch.purged);
      progress = batch.next;
    } while (progress !== undefined && !this.stopping.signal.aborted);
    log.info('Old words were emptied, as the retention settings say.', {
      kind: purge.kind,
      purged,
      before: purge.before.toISOString(),
    });
  }
}
