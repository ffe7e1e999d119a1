import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Log } from '../platform/logging/log.js';
import { SENDS_QUEUE, type SendJob } from '../platform/queue/wake-up-queue.js';
import { DueMessages } from './due-messages.js';
import { Sender } from './sender.js';

/** Runs the sends that were woken. Most of a send is waiting for the provider, so many run at once: room for several that hang. */
@Processor(SENDS_QUEUE, {
  concurrency: 96,
  lockDuration: 60_000,
  stalledInterval: 15_000,
  maxStalledCount: 10,
})
export class SendProcessor extends WorkerHost {
  constructor(
    private readonly sender: Sender,
    private readonly due: DueMessages,
    private readonly log: Log,
  ) {
    super();
  }

  async process(job: Job<SendJob>): Promise<void> {
    await this.sender.send(job.data.messageId);
    this.due.wakeNext();
  }

  /** The message is where the failure left it; the sweep and the due-message poll go on from there. */
  @OnWorkerEvent('failed')
  onFailed(job: Job<SendJob> | undefined, error: Error): void {
    this.log.error('A send job failed.', error, { messageId: job?.data.messageId });
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.log.error('The queue of sends has a problem.', error);
  }
}
