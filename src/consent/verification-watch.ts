import type { ChainEnd } from '../contacts/ledger/ledger-chain.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import type { CheckpointFiles } from './checkpoint-files.js';
import type { CheckpointSigner } from './checkpoint.js';
import {
  claimCheck,
  lastCheck,
  recordCheck,
  unclaimCheck,
  type LedgerCheck,
} from './ledger-check.repository.js';
import type { LedgerReport, LedgerVerifier } from './ledger-verifier.js';

/** A process that has just started has something better to do. */
const AFTER_START_MS = 5 * 60_000;
const LOOK_EVERY_MS = 60 * 60_000;
const VERIFY_EVERY_MS = 24 * 60 * 60_000;
/** At every look, so that the alarm ends soon after the repair. */
const VERIFY_EVERY_WHILE_WRONG_MS = 30 * 60_000;
const WHOLE_EVERY_MS = 7 * VERIFY_EVERY_MS;
/** Three weeks of hourly checkpoints. */
const CHECKPOINTS = 500;

/**
 * Verifies the ledger without being asked: every day what was added since the last time, every week all of it, in one of the processes.
 * What it finds stays on record as an alarm (the metric, the statistics, `heed doctor`) until a verification of everything finds nothing.
 */
export class VerificationWatch {
  private readonly stopping = new AbortController();
  private firstTimer: NodeJS.Timeout | undefined;
  private readonly work: PeriodicWork;

  constructor(
    private readonly database: Database,
    private readonly verifier: LedgerVerifier,
    private readonly checkpoints: { readonly files: CheckpointFiles; readonly signer: CheckpointSigner },
    private readonly context: { readonly clock: Clock; readonly log: Log },
  ) {
    const failure = 'The consent ledger could not be verified; it is tried again within the hour.';
    const period = { everyMs: LOOK_EVERY_MS, log: context.log, failure };
    this.work = new PeriodicWork(() => this.round(), period);
  }

  start(): void {
    this.firstTimer = setTimeout(() => this.work.wake(), AFTER_START_MS);
    this.work.start();
  }

  /** A verification that is under way is given up; the next process does it. */
  async stop(): Promise<void> {
    clearTimeout(this.firstTimer);
    this.stopping.abort();
    await this.work.stop();
  }

  /** Verifies if it is time, and no other process does. */
  async round(): Promise<void> {
    const now = this.context.clock.now();
    const last = await lastCheck(this.database);
    const isWrong = last !== undefined && last.findingCount > 0;
    const everyMs = isWrong ? VERIFY_EVERY_WHILE_WRONG_MS : VERIFY_EVERY_MS;
    if (await claimCheck(this.database, now, everyMs)) await this.verify(now, last);
  }

  private async verify(now: Date, last: LedgerCheck | undefined): Promise<void> {
    try {
      const after = await this.lastProven(now, last);
      const report = await this.verifier.verify({ signal: this.stopping.signal, ...(after && { after }) });
      await recordCheck(this.database, now, {
        isWhole: after === undefined,
        findingCount: report.findingCount,
      });
      this.tell(report);
    } catch (error) {
      await unclaimCheck(this.database);
      if (!this.stopping.signal.aborted) throw error;
    }
  }

  /**
   * From where on entries are new: the newest checkpoint that the last verification covered. It is signed and outside the database, so
   * whoever can write to the database cannot move it. None when it is time for all of them.
   */
  private async lastProven(now: Date, last: LedgerCheck | undefined): Promise<ChainEnd | undefined> {
    if (last?.wholeAt === undefined || now.getTime() - last.wholeAt.getTime() >= WHOLE_EVERY_MS)
      return undefined;
    const { files, signer } = this.checkpoints;
    const covered = (await files.newest(CHECKPOINTS)).find(
      ({ checkpoint }) =>
        checkpoint !== undefined && signer.isOwn(checkpoint) && new Date(checkpoint.at) <= last.checkedAt,
    )?.checkpoint;
    return covered && { position: covered.position, hash: new Uint8Array(Buffer.from(covered.hash, 'hex')) };
  }

  private tell({ isIntact, entries, findingCount, findings: [first] }: LedgerReport): void {
    const { log } = this.context;
    if (isIntact) {
      log.info('The consent ledger was verified and is intact.', { entries });
      return;
    }
    log.error(
      'The consent ledger was tampered with, or is damaged. See what and where with `heed consent verify`.',
      undefined,
      {
        findings: findingCount,
        kind: first?.kind,
        position: first?.position ?? undefined,
        id: first?.id ?? undefined,
      },
    );
  }
}
