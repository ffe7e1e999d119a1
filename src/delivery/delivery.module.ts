import { Module } from '@nestjs/common';
import { ConnectionRegistry } from '../connections/connection-registry.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { EventBus } from '../events/event-bus.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { WakeUpQueue } from '../platform/queue/wake-up-queue.js';
import { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links.js';
import { UnsubscribeLinksModule } from '../unsubscribe/unsubscribe-links.module.js';
import { DeliveryReports } from './delivery-report.repository.js';
import { DueMessages } from './due-messages.js';
import { Outcomes } from './outcome.repository.js';
import { ProviderCaller } from './provider-call.js';
import { Reconciler } from './reconciler.js';
import { Sender } from './sender.js';

/** The way out: permit, call, record; and what providers report afterwards. */
@Module({
  imports: [ConnectionsModule, UnsubscribeLinksModule],
  providers: [
    { provide: ProviderCaller, useFactory: () => new ProviderCaller() },
    { provide: DeliveryReports, inject: [EventBus], useFactory: (bus: EventBus) => new DeliveryReports(bus) },
    {
      provide: Outcomes,
      inject: [EventBus, DeliveryReports],
      useFactory: (bus: EventBus, reports: DeliveryReports) => new Outcomes(bus, reports),
    },
    {
      provide: Sender,
      inject: [
        Database,
        ConnectionRegistry,
        ProviderCaller,
        Outcomes,
        EventBus,
        Clock,
        Metrics,
        UnsubscribeLinks,
      ],
      useFactory: (
        database: Database,
        connections: ConnectionRegistry,
        caller: ProviderCaller,
        outcomes: Outcomes,
        bus: EventBus,
        clock: Clock,
        metrics: Metrics,
        links: UnsubscribeLinks,
      ) => new Sender(database, connections, caller, outcomes, { bus, clock, metrics, links }),
    },
    {
      provide: DueMessages,
      inject: [Database, ConnectionRegistry, WakeUpQueue, Clock, Log],
      useFactory: (
        database: Database,
        connections: ConnectionRegistry,
        queue: WakeUpQueue,
        clock: Clock,
        log: Log,
      ) => new DueMessages(database, connections, queue, { clock, log }),
    },
    {
      provide: Reconciler,
      inject: [Database, ConnectionRegistry, ProviderCaller, Outcomes, Clock, Log],
      useFactory: (
        database: Database,
        connections: ConnectionRegistry,
        caller: ProviderCaller,
        outcomes: Outcomes,
        clock: Clock,
        log: Log,
      ) => new Reconciler(database, connections, caller, outcomes, { clock, log }),
    },
  ],
  exports: [ProviderCaller, DeliveryReports, Sender, DueMessages, Reconciler],
})
export class DeliveryModule {}
