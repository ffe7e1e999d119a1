import { setTimeout } from 'node:timers/promises';
import { BullRegistrar } from '@nestjs/bullmq';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ConnectionRegistry } from './connections/connection-registry.js';
import { CheckpointWriter } from './consent/checkpoint-writer.js';
import { VerificationWatch } from './consent/verification-watch.js';
import { HoldSettler } from './contacts/hold-settler.js';
import { DueMessages } from './delivery/due-messages.js';
import { Reconciler } from './delivery/reconciler.js';
import { SendProcessor } from './delivery/send.processor.js';
import { EventBus } from './events/event-bus.js';
import { FlowTimeouts } from './flows/flow-timeouts.js';
import { Dispatcher } from './inbox/dispatcher.js';
import { LaneProcessor } from './inbox/lane.processor.js';
import { Readiness } from './health/readiness.js';
import { DueModelCalls } from './language-model/due-model-calls.js';
import { WakeUpQueue } from './platform/queue/wake-up-queue.js';
import { RetentionKeeper } from './retention/retention-keeper.js';
import { DueCalls } from './webhooks-out/due-calls.js';

/** Work that is under way at the end has this long; what is left then is found by the sweep of the next process. */
const DRAIN_DEADLINE_MS = 20_000;

/**
 * Starts and ends what every role has: the connections, and the dispatcher that announces what was stored. Ending goes against the
 * direction of the road: first nothing new is announced, then (in `WorkerLifecycle`) what runs is finished, then the queue closes.
 */
@Injectable()
export class IngestLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly connections: ConnectionRegistry,
    private readonly dispatcher: Dispatcher,
    private readonly readiness: Readiness,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connections.start();
    this.dispatcher.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.readiness.drain();
    this.connections.stop();
    await this.dispatcher.stop();
  }
}

/** The two BullMQ workers, as one thing to start and to drain. */
@Injectable()
export class QueueWorkers {
  constructor(
    private readonly registrar: BullRegistrar,
    private readonly lanes: LaneProcessor,
    private readonly sends: SendProcessor,
    private readonly queue: WakeUpQueue,
  ) {}

  start(): void {
    this.registrar.register();
  }

  /** Waits for the jobs that run; BullMQ's own `close` would wait without end. */
  async drain(): Promise<void> {
    const closed = Promise.all([this.lanes.worker.close(), this.sends.worker.close()]);
    await Promise.race([closed, setTimeout(DRAIN_DEADLINE_MS, undefined, { ref: false })]);
    this.queue.close();
  }
}

/** What watches over consent in the background: holds are settled in time, and the ledger is signed outside the database and verified. */
@Injectable()
export class ConsentKeepers {
  constructor(
    private readonly holds: HoldSettler,
    private readonly checkpoints: CheckpointWriter,
    private readonly verification: VerificationWatch,
    private readonly retention: RetentionKeeper,
  ) {}

  start(): void {
    this.holds.start();
    this.checkpoints.start();
    this.verification.start();
    this.retention.start();
  }

  /** The last checkpoint covers everything that the workers recorded, so it is written after them. */
  async stop(): Promise<void> {
    await Promise.all([this.holds.stop(), this.verification.stop(), this.retention.stop()]);
    await this.checkpoints.stop();
  }
}

/** Starts and ends the workers. They start last, when every handler is registered, and the catalogue is checked before. */
@Injectable()
export class WorkerLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly bus: EventBus,
    private readonly due: DueMessages,
    private readonly reconciler: Reconciler,
    private readonly keepers: ConsentKeepers,
    private readonly workers: QueueWorkers,
    private readonly calls: DueCalls,
    private readonly flows: FlowTimeouts,
    private readonly questions: DueModelCalls,
  ) {}

  onApplicationBootstrap(): void {
    this.bus.assertComplete();
    this.workers.start();
    this.due.start();
    this.reconciler.start();
    this.keepers.start();
    this.calls.start();
    this.flows.start();
    this.questions.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.due.stop(), this.reconciler.stop(), this.flows.stop()]);
    await Promise.all([this.workers.drain(), this.calls.stop(), this.questions.stop()]);
    await this.keepers.stop();
  }
}
