import { Module } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { WakeUpQueue } from '../platform/queue/wake-up-queue.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

@Module({
  controllers: [HealthController],
  providers: [
    {
      provide: Readiness,
      inject: [Database, WakeUpQueue, Clock, Metrics],
      useFactory: (database: Database, queue: WakeUpQueue, clock: Clock, metrics: Metrics) =>
        new Readiness(database, queue, clock, metrics),
    },
  ],
  exports: [Readiness],
})
export class HealthModule {}
