import type { Queue } from 'bullmq';

export const LANES_QUEUE = 'lanes';
export const SENDS_QUEUE = 'sends';

/** A handful of lanes: a job costs the queue several rows, so under load lanes share one. */
export type LaneJob = { readonly lanes: readonly string[] };
export type SendJob = { readonly messageId: string };

const MAX_LANES_PER_JOB = 16;
/** Lanes that a worker process works on at once. */
export const LANE_WORKERS = 10;
const ADD_TIMEOUT_MS = 5_000;
const KEPT_FAILED_JOBS = 1_000;

/**
 * The queue as Heed uses it: a wake-up that carries names only. Jobs may be lost, doubled or late without harm, because the tables
 * say what there is to do; see docs/adr/0002.
 */
export class WakeUpQueue {
  private isClosed = false;

  constructor(
    private readonly lanes: Queue<LaneJob>,
    private readonly sends: Queue<SendJob>,
  ) {
    // Without a listener BullMQ prints the raw error, which carries the connection with its host and user.
    this.lanes.on('error', () => undefined);
    this.sends.on('error', () => undefined);
  }

  /**
   * Wakes lanes, spread over as many jobs as are worked on at once, and then at most `MAX_LANES_PER_JOB` to each. A lane that is woken twice
   * finds nothing to do the second time.
   */
  async wakeLanes(lanes: readonly string[]): Promise<void> {
    if (lanes.length === 0) return;
    await this.guarded(() =>
      this.lanes.addBulk(
        bundles(lanes).map((bundle) => ({
          name: 'lanes',
          data: { lanes: bundle },
          opts: {
            attempts: 8,
            backoff: { type: 'exponential', delay: 200, jitter: 0.5 },
            removeOnComplete: true,
            removeOnFail: KEPT_FAILED_JOBS,
          },
        })),
      ),
    );
  }

  async wakeSends(messageIds: readonly string[]): Promise<void> {
    if (messageIds.length === 0) return;
    await this.guarded(() =>
      this.sends.addBulk(
        messageIds.map((messageId) => ({
          name: 'send',
          data: { messageId },
          opts: { removeOnComplete: true, removeOnFail: KEPT_FAILED_JOBS },
        })),
      ),
    );
  }

  /** Jobs that wait or run, for readiness and metrics. */
  async depth(): Promise<{ lanes: number; sends: number }> {
    const [lanes, sends] = await this.guarded(() =>
      Promise.all([
        this.lanes.getJobCountByTypes('waiting', 'active', 'delayed'),
        this.sends.getJobCountByTypes('waiting', 'active', 'delayed'),
      ]),
    );
    return { lanes, sends };
  }

  /** No job is added after this: BullMQ's `add` never settles once its queue is closed. */
  close(): void {
    this.isClosed = true;
  }

  private async guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isClosed) throw new Error('The queue is closed.');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`The queue did not answer within ${ADD_TIMEOUT_MS} ms.`)),
        ADD_TIMEOUT_MS,
      );
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function bundles(lanes: readonly string[]): string[][] {
  const size = Math.min(MAX_LANES_PER_JOB, Math.ceil(lanes.length / LANE_WORKERS));
  const bundled: string[][] = [];
  for (let start = 0; start < lanes.length; start += size) bundled.push(lanes.slice(start, start + size));
  return bundled;
}
