import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory, type Queue } from 'bullmq';
import type { Runtime } from '../runtime.js';
import { redisConnection } from './redis-connection.js';
import { LANES_QUEUE, SENDS_QUEUE, WakeUpQueue, type LaneJob, type SendJob } from './wake-up-queue.js';

/** Connections of each queue and each worker; there are two of each. */
const CONNECTIONS_EACH = 4;
/** A connection that is cut off silently would otherwise hold its worker until TCP gives up, a quarter of an hour later. */
const PATIENCE = { connectionTimeoutMillis: 5_000, query_timeout: 10_000 };

/**
 * The queue, in PostgreSQL unless a Redis is configured. `@nestjs/bullmq` has no option for the backend, so it is chosen for the whole
 * process, before Nest makes the first queue. Workers are registered by hand (`Lifecycle`), after everything they need has started.
 */
@Global()
@Module({})
export class QueueModule {
  static forRoot(runtime: Runtime): DynamicModule {
    const { redisUrl } = runtime.config;
    setDefaultBackendFactory(redisUrl === undefined ? createPostgresBackend : undefined);
    const connection =
      redisUrl === undefined
        ? { connectionString: runtime.databaseUrl, max: CONNECTIONS_EACH, ...PATIENCE }
        : redisConnection(redisUrl);
    return {
      module: QueueModule,
      imports: [
        BullModule.forRoot({ connection, extraOptions: { manualRegistration: true } }),
        BullModule.registerQueue({ name: LANES_QUEUE }, { name: SENDS_QUEUE }),
      ],
      providers: [
        {
          provide: WakeUpQueue,
          inject: [getQueueToken(LANES_QUEUE), getQueueToken(SENDS_QUEUE)],
          useFactory: (lanes: Queue<LaneJob>, sends: Queue<SendJob>) => new WakeUpQueue(lanes, sends),
        },
      ],
      exports: [WakeUpQueue],
    };
  }
}
