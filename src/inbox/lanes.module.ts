import { Module } from '@nestjs/common';
import { ConnectionRegistry } from '../connections/connection-registry.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { DeliveryReports } from '../delivery/delivery-report.repository.js';
import { DueMessages } from '../delivery/due-messages.js';
import { EventBus } from '../events/event-bus.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { EntryProcessor } from './entry-processor.js';
import { LaneProcessor } from './lane.processor.js';
import { LaneWorker } from './lane-worker.js';

/** The workers of the lanes: stored webhooks become domain events, in order. */
@Module({
  imports: [ConnectionsModule, DeliveryModule],
  providers: [
    {
      provide: EntryProcessor,
      inject: [ConnectionRegistry, EventBus, DeliveryReports],
      useFactory: (connections: ConnectionRegistry, bus: EventBus, reports: DeliveryReports) =>
        new EntryProcessor(connections, bus, reports),
    },
    {
      provide: LaneWorker,
      inject: [Database, EventBus, EntryProcessor, Clock, DueMessages],
      useFactory: (
        database: Database,
        bus: EventBus,
        entries: EntryProcessor,
        clock: Clock,
        due: DueMessages,
      ) => new LaneWorker(database, bus, entries, clock, () => due.wake()),
    },
    LaneProcessor,
  ],
  exports: [LaneProcessor],
})
export class LanesModule {}
