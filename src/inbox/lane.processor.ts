import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { DelayedError, type Job } from 'bullmq';
import { Log } from '../platform/logging/log.js';
import { LANE_WORKERS, LANES_QUEUE, type LaneJob } from '../platform/queue/wake-up-queue.js';
import { LaneStepError, LaneWorker, type LaneStep } from './lane-worker.js';
import { LanesUnderWay } from './lanes-under-way.js';

/** A lane that is busy elsewhere is looked at again after this long. */
const BUSY_RETRY_MS = 100;

/**
 * Runs the lanes that were woken. Stages are repeatable, so a stalled job may be taken over as often as it takes; the defaults of
 * BullMQ would give it up after the second crash and find it only after a minute.
 */
@Processor(LANES_QUEUE, {
  concurrency: LANE_WORKERS,
  lockDuration: 15_000,
  stalledInterval: 5_000,
  maxStalledCount: 20,
})
export class LaneProcessor extends WorkerHost {
  private readonly underWay = new LanesUnderWay((lane) => this.step(lane));

  constructor(
    private readonly lanes: LaneWorker,
    private readonly log: Log,
  ) {
    super();
  }

  /** A lane that fails does not keep the others of its job from being worked on; then the job fails, and is tried again. */
  async process(job: Job<LaneJob>, token?: string): Promise<void> {
    const failures: unknown[] = [];
    const busy: string[] = [];
    for (const lane of job.data.lanes) {
      try {
        if ((await this.underWay.drain(lane)) === 'busy') busy.push(lane);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
    if (busy.length === 0) return;
    if (busy.length < job.data.lanes.length) await job.updateData({ lanes: busy });
    await job.moveToDelayed(Date.now() + BUSY_RETRY_MS, token);
    throw new DelayedError();
  }

  /** An event that has left its lane no longer holds it up; any other failure makes the job wait and try again. */
  private async step(lane: string): Promise<LaneStep> {
    try {
      return await this.lanes.step(lane);
    } catch (error) {
      if (!(error instanceof LaneStepError) || !error.hasLeftLane) throw error;
      this.log.error('An event failed for the last time and left its lane.', error.cause ?? error);
      return 'worked';
    }
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job<LaneJob> | undefined, error: Error): void {
    this.log.warn('An event failed and will be tried again.', {
      attempt: job?.attemptsMade,
      error: error.message,
    });
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.log.error('The queue of lanes has a problem.', error);
  }
}
