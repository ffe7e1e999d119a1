import type { IngestDatabase } from '../platform/database/database.js';
import type { InboxDraft } from './inbox-draft.js';
import { isAboutOneRow, storeBatch, type Stored } from './inbox-writer.repository.js';

const MAX_BATCH_ROWS = 200;
const MAX_BATCH_BYTES = 4 * 1024 * 1024;
const MAX_WAITING_ROWS = 5_000;
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** A failure that comes sooner than this was a broken connection and no overload: the batch is tried once more. */
const RETRY_WITHIN_MS = 1_000;

/** The webhook could not be stored: it must not be acknowledged. */
export class StoreUnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailableError';
  }
}

type Waiting = {
  readonly draft: InboxDraft;
  readonly resolve: (stored: Stored) => void;
  readonly reject: (error: Error) => void;
};

/**
 * The coalescing writer: while one batch is being committed, requests gather, and go together in the next one. One commit is shared
 * by all of them, which is what makes durable storage fast. Nobody is told "stored" before that commit.
 *
 * What waits is bounded; beyond the bound the caller gets StoreUnavailableError, and the provider is told to come back.
 */
export class InboxWriter {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly database: IngestDatabase,
    private readonly onStored: (rows: number) => void,
  ) {}

  store(draft: InboxDraft): Promise<Stored> {
    if (this.waiting.length >= MAX_WAITING_ROWS || this.waitingBytes >= MAX_WAITING_BYTES) {
      return Promise.reject(new StoreUnavailableError('Too many webhooks are waiting to be stored.'));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ draft, resolve, reject });
      this.waitingBytes += draft.rawBody.length;
      this.flushing ??= this.flush();
    });
  }

  /** Resolves when everything that was handed in has been stored or refused. */
  async idle(): Promise<void> {
    while (this.flushing !== undefined) await this.flushing;
  }

  private async flush(): Promise<void> {
    await Promise.resolve(); // Lets the requests of this turn of the event loop join the first batch.
    while (this.waiting.length > 0) await this.write(this.takeBatch());
    this.flushing = undefined;
  }

  private takeBatch(): Waiting[] {
    let rows = 0;
    let bytes = 0;
    for (const { draft } of this.waiting) {
      if (rows === MAX_BATCH_ROWS || (rows > 0 && bytes + draft.rawBody.length > MAX_BATCH_BYTES)) break;
      rows += 1;
      bytes += draft.rawBody.length;
    }
    this.waitingBytes -= bytes;
    return this.waiting.splice(0, rows);
  }

  private async write(batch: readonly Waiting[], isSecondTry = false): Promise<void> {
    const startedAt = performance.now();
    try {
      await this.storeAndAnswer(batch);
    } catch (error) {
      const isAboutRows = isAboutOneRow(error);
      if (isAboutRows && batch.length > 1) {
        // One row that the database refuses must not take its neighbours with it: each is tried alone.
        for (const waiting of batch) await this.write([waiting]);
      } else if (!isSecondTry && performance.now() - startedAt < RETRY_WITHIN_MS) {
        // A connection that broke is replaced at once. What was committed all the same is found by its key.
        await this.write(batch, true);
      } else {
        // Who gathered meanwhile would wait as long again, for the same answer.
        refuse(isAboutRows ? batch : [...batch, ...this.takeAll()], error);
      }
    }
  }

  private async storeAndAnswer(batch: readonly Waiting[]): Promise<void> {
    const stored = await storeBatch(
      this.database,
      batch.map(({ draft }) => draft),
    );
    for (const [index, { draft, resolve, reject }] of batch.entries()) {
      const result = stored[index];
      if (result === undefined) reject(new StoreUnavailableError(`No answer for ${draft.id}.`));
      else resolve(result);
    }
    const fresh = stored.filter((result) => !result.isDuplicate).length;
    if (fresh > 0) this.onStored(fresh);
  }

  private takeAll(): Waiting[] {
    this.waitingBytes = 0;
    return this.waiting.splice(0);
  }
}

function refuse(refused: readonly Waiting[], cause: unknown): void {
  const unavailable = new StoreUnavailableError('The database did not store the webhook.', { cause });
  for (const { reject } of refused) reject(unavailable);
}
