import { Module } from '@nestjs/common';
import { ConnectionRegistry } from '../connections/connection-registry.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { DOMAIN_EVENT_NAMES } from '../events/domain-events.js';
import { EventBus } from '../events/event-bus.js';
import { Clock } from '../platform/clock/clock.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { LiveRules } from '../rulebook/live-rules.js';
import { RulebookModule } from '../rulebook/rulebook.module.js';
import { brandOf } from './brand.js';
import { DecisionMaker } from './decision-maker.js';

/** Every domain event is decided upon here; what is decided waits in the outbox to be sent. */
@Module({
  imports: [ConnectionsModule, RulebookModule],
  providers: [
    {
      provide: DecisionMaker,
      inject: [LiveRules, ConnectionRegistry, Clock, Metrics, RUNTIME],
      useFactory: (
        liveRules: LiveRules,
        connections: ConnectionRegistry,
        clock: Clock,
        metrics: Metrics,
        runtime: Runtime,
      ) => new DecisionMaker(liveRules, connections, clock, metrics, brandOf(runtime.config)),
    },
  ],
})
export class OutboxModule {
  constructor(bus: EventBus, decisions: DecisionMaker) {
    bus.on(
      DOMAIN_EVENT_NAMES,
      'decision',
      (event, tx) => decisions.handle(event, tx),
      (name, tx) => decisions.isInterested(name, tx),
    );
  }
}
