import { Module } from '@nestjs/common';
import { EventBus } from '../events/event-bus.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { FlowTimeouts } from './flow-timeouts.js';

/** The clock of the flows: whoever does not answer in time is noticed here. */
@Module({
  providers: [
    {
      provide: FlowTimeouts,
      inject: [Database, EventBus, Clock, Log],
      useFactory: (database: Database, bus: EventBus, clock: Clock, log: Log) =>
        new FlowTimeouts(database, bus, clock, log),
    },
  ],
  exports: [FlowTimeouts],
})
export class FlowsModule {}
