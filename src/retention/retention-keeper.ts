import type { RetentionSettings } from '../consent/settings/consent-settings.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import { purgeOldFigures } from './old-figures.repository.js';
import { purgesOf, type Purge } from './purge-plan.js';
import { claimRun, purgeBatch, type PurgeProgress } from './purge.repository.js';

const LOOK_EVERY_MS = 60 * 60_000;
/** A little less than a day, so that a run which was looked for a moment too early is not put off by an hour each day. */
const RUN_EVERY_MS = 23 * 60 * 60_000;
const ROWS_AT_ONCE = 500;
const FIGURES_AT_ONCE = 5_000;

/**
 * Empties, once a day, what is older than the settings keep: in one process at a time, in small transactions, so that nobody waits for it.
 * A run that is cut off goes on the next day where it was.
 */
export class RetentionKeeper {
  private readonly stopping = new AbortController();
  private readonly work: PeriodicWork;

  constructor(
    private readonly database: Database,
    private readonly settings: () => Promise<RetentionSettings>,
    private readonly context: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics },
  ) {
    const failure = 'Old words could not be emptied; it is tried again within a day.';
    const period = { everyMs: LOOK_EVERY_MS, log: context.log, failure };
    this.work = new PeriodicWork(() => this.round(), period);
  }

  start(): void {
    this.work.start();
  }

  /** Waits for the batch that is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.work.stop();
  }

  /** Runs what is due. Old figures go in every round: there is little to look at, and two processes pass each other by. */
  async round(): Promise<void> {
    const now = this.context.clock.now();
    for (const purge of purgesOf(await this.settings(), now)) {
      if (await claimRun(this.database, purge.kind, now, RUN_EVERY_MS)) await this.run(purge, now);
    }
    let gone: number;
    do gone = await purgeOldFigures(this.database, now, FIGURES_AT_ONCE);
    while (gone === FIGURES_AT_ONCE && !this.stopping.signal.aborted);
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
