import { hex } from '../contacts/ledger/ledger-chain.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import type { CheckpointFiles } from './checkpoint-files.js';
import type { CheckpointSigner } from './checkpoint.js';
import { ledgerHead } from './ledger-positions.repository.js';

const EVERY_MS = 60 * 60 * 1_000;

/**
 * Writes down where the ledger stands, signed, outside the database: every hour, and at the end, if entries were added meanwhile. A
 * process that is killed again and again does not write more often, because the age of the newest file counts.
 */
export class CheckpointWriter {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly files: CheckpointFiles,
    private readonly signer: CheckpointSigner,
    private readonly context: { readonly clock: Clock; readonly log: Log },
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), EVERY_MS);
    this.wake();
  }

  /** Writes the last checkpoint. Call it when nothing adds entries any more, and before the database is closed. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.writing;
    await this.write(0);
  }

  private wake(): void {
    this.writing ??= this.write(EVERY_MS).finally(() => (this.writing = undefined));
  }

  /** Never throws: a missing checkpoint must not keep anything from starting or ending. */
  private async write(minAgeMs: number): Promise<void> {
    const { clock, log } = this.context;
    try {
      const [newest] = await this.files.newest(1);
      const now = clock.now();
      const age = newest?.checkpoint && now.getTime() - Date.parse(newest.checkpoint.at);
      if (age !== undefined && age < minAgeMs) return;
      const head = await ledgerHead(this.database);
      if (head === undefined || head.position === 0) return;
      if (await this.files.add(this.signer.sign(head.position, hex(head.hash), now))) {
        log.info('A checkpoint of the consent ledger was written.', { position: head.position });
      }
    } catch (error) {
      log.error(
        'A checkpoint of the consent ledger could not be written; it is tried again in an hour.',
        error,
      );
    }
  }
}
