import { hex } from '../contacts/ledger/ledger-chain.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import type { CheckpointFiles } from './checkpoint-files.js';
import type { CheckpointSigner } from './checkpoint.js';
import { ledgerHead } from './ledger-positions.repository.js';

const EVERY_MS = 60 * 60 * 1_000;
const FAILURE = 'A checkpoint of the consent ledger could not be written; it is tried again in an hour.';

/**
 * Writes down where the ledger stands, signed, outside the database: every hour, and at the end, if entries were added meanwhile. A
 * process that is killed again and again does not write more often, because the age of the newest file counts.
 */
export class CheckpointWriter {
  private readonly work: PeriodicWork;

  constructor(
    private readonly database: Database,
    private readonly files: CheckpointFiles,
    private readonly signer: CheckpointSigner,
    private readonly context: { readonly clock: Clock; readonly log: Log },
  ) {
    const period = { everyMs: EVERY_MS, log: context.log, failure: FAILURE };
    this.work = new PeriodicWork(() => this.write(EVERY_MS), period);
  }

  start(): void {
    this.work.start();
    this.work.wake();
  }

  /** Writes the last checkpoint. Call it when nothing adds entries any more, and before the database is closed. */
  async stop(): Promise<void> {
    await this.work.stop();
    try {
      await this.write(0);
    } catch (error) {
      // A missing checkpoint must not keep anything from ending.
      this.context.log.error(FAILURE, error);
    }
  }

  private async write(minAgeMs: number): Promise<void> {
    const { clock, log } = this.context;
    const [newest] = await this.files.newest(1);
    const now = clock.now();
    const age = newest?.checkpoint && now.getTime() - Date.parse(newest.checkpoint.at);
    if (age !== undefined && age < minAgeMs) return;
    const head = await ledgerHead(this.database);
    if (head === undefined || head.position === 0) return;
    if (await this.files.add(this.signer.sign(head.position, hex(head.hash), now))) {
      log.info('A checkpoint of the consent ledger was written.', { position: head.position });
    }
  }
}
