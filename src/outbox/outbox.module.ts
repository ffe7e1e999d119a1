import { Module } from '@nestjs/common';
import { ConnectionRegistry } from '../connections/connection-registry.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ConsentSettingsModule } from '../consent/settings/consent-settings.module.js';
import { LiveConsentSettings } from '../consent/settings/live-consent-settings.js';
import { DryRunModule } from '../dry-run/dry-run.module.js';
import { RuleBreaker } from '../dry-run/rule-breaker.js';
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
  imports: [ConnectionsModule, ConsentSettingsModule, RulebookModule, DryRunModule],
  providers: [
    {
      provide: DecisionMaker,
      inject: [LiveRules, LiveConsentSettings, ConnectionRegistry, Clock, Metrics, RuleBreaker, RUNTIME],
      useFactory: (
        liveRules: LiveRules,
        settings: LiveConsentSettings,
        connections: ConnectionRegistry,
        clock: Clock,
        metrics: Metrics,
        breaker: RuleBreaker,
        runtime: Runtime,
      ) =>
        new DecisionMaker(liveRules, settings, connections, clock, metrics, breaker, brandOf(runtime.config)),
    },
  ],
  exports: [DecisionMaker],
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
