import type { ConnectionRegistry } from '../connections/connection-registry.js';
import type { DomainEvent, DomainEventName } from '../events/domain-events.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { LiveRules } from '../rulebook/live-rules.js';
import { decide } from '../rules/decide.js';
import { consentPolicyOf } from './consent-policy.js';
import { loadFacts, type Brand } from './facts.repository.js';
import { storeDecision } from './outbox.repository.js';

/** Handles every domain event: loads the facts, calls the pure `decide`, and stores what it said together with the replies it queues. */
export class DecisionMaker {
  constructor(
    private readonly liveRules: LiveRules,
    private readonly connections: ConnectionRegistry,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly brand: Brand,
  ) {}

  /** Whether a rule is about events of this name. Messages are decided upon even when no rule is. */
  async isInterested(name: DomainEventName, tx: Transaction): Promise<boolean> {
    if (name === 'message.received') return true;
    const rules = await this.liveRules.now(tx);
    return rules.byEvent.has(name);
  }

  async handle(event: DomainEvent, tx: Transaction): Promise<void> {
    const connection = this.connections.get(event.connectionId);
    const { facts, rulesVersion, receivedAt, isDecided } = await loadFacts(tx, event, {
      brand: this.brand,
      ...consentPolicyOf(connection),
    });
    if (isDecided) return;
    const rules = await this.liveRules.at(rulesVersion, tx);
    // Most messages are answered to and delivered without any rule being about that; a "nothing to do" for each would bury the rest.
    if (event.name !== 'message.received' && !rules.byEvent.has(event.name)) return;
    const decidedAt = this.clock.now();
    const decision = decide(event, facts, rules, decidedAt);
    const defaultSender = connection?.settings.senderId;
    const provider = connection?.provider.name;
    await storeDecision(tx, { event, facts, decision, decidedAt, receivedAt, defaultSender, provider });
    this.metrics.decisions.inc({
      provider: connection?.provider.name ?? 'unknown',
      event: event.name,
      verdict: decision.verdict,
    });
  }
}
