import type { ConnectionRegistry } from '../connections/connection-registry.js';
import type { LiveConsentSettings } from '../consent/settings/live-consent-settings.js';
import { vocabularyFacts } from '../consent/settings/tenant-vocabulary.js';
import type { RuleBreaker } from '../dry-run/rule-breaker.js';
import type { DomainEvent, DomainEventName } from '../events/domain-events.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { LiveRules } from '../rulebook/live-rules.js';
import { decide } from '../rules/decide.js';
import { accountFactsOf } from './consent-policy.js';
import { loadFacts, type Brand, type LoadedFacts } from './facts.repository.js';
import { recordLateOptOut } from './late-opt-out.js';
import type { SendingAccount, SituationNow } from './made-decision.js';
import { isFromUs } from './own-sender.js';
import { storeDecision } from './outbox.repository.js';
import { withReach } from './reach.repository.js';

/** Messages are decided upon even when no rule is about them; and where a flow waited in vain it has to go on. */
const ALWAYS_DECIDED: readonly DomainEventName[] = ['message.received', 'flow.timed_out'];

/** Handles every domain event: loads the facts, calls the pure `decide`, and stores what it said together with the replies it queues. */
export class DecisionMaker {
  constructor(
    private readonly liveRules: LiveRules,
    private readonly settings: LiveConsentSettings,
    private readonly connections: ConnectionRegistry,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly breaker: RuleBreaker,
    private readonly brand: Brand,
  ) {}

  /** Whether a rule is about events of this name. Messages are decided upon even when no rule is. */
  async isInterested(name: DomainEventName, tx: Transaction): Promise<boolean> {
    if (ALWAYS_DECIDED.includes(name)) return true;
    const rules = await this.liveRules.now(tx);
    return rules.byEvent.has(name);
  }

  async handle(event: DomainEvent, tx: Transaction): Promise<void> {
    const connection = this.connections.get(event.connectionId);
    const {
      facts: known,
      rulesVersion,
      receivedAt,
      isDecided,
    } = await this.factsOf(tx, event, this.contextOf(event));
    if (isDecided) return;
    const rules = await this.liveRules.forRun(rulesVersion, known.flow?.flowRevisionId, tx);
    // Most messages are answered to and delivered without any rule being about that; a "nothing to do" for each would bury the rest.
    if (!ALWAYS_DECIDED.includes(event.name) && !rules.byEvent.has(event.name)) return;
    const connections = this.connections.all();
    const facts = await withReach(tx, { event, facts: known, rules, connections, holdsOriginal: true });
    const decidedAt = this.clock.now();
    const decision = decide(event, facts, rules, decidedAt);
    const accountOf = (id: string) => this.accountOf(id);
    await storeDecision(tx, { event, facts, decision, decidedAt, receivedAt, rulesVersion, accountOf });
    this.breaker.noteFirings(decision.firedRuleIds);
    this.metrics.decisions.inc({
      provider: connection?.provider.name ?? 'unknown',
      event: event.name,
      verdict: decision.verdict,
    });
  }

  /** The situation of an event that was decided upon before, for an answer that took its time. */
  async situationNow(event: DomainEvent, tx: Transaction): Promise<SituationNow> {
    const { facts, receivedAt, rulesVersion, settingsVersion } = await loadFacts(
      tx,
      event,
      this.contextOf(event),
    );
    const { vocabulary } = await this.settings.at(settingsVersion, tx);
    return {
      event,
      facts: { ...facts, ...vocabularyFacts(vocabulary) },
      decidedAt: this.clock.now(),
      receivedAt,
      rulesVersion,
      accountOf: (id) => this.accountOf(id),
    };
  }

  private contextOf(event: DomainEvent): Parameters<typeof loadFacts>[2] {
    return {
      brand: this.brand,
      ...accountFactsOf(this.connections.get(event.connectionId)),
      isFromUs: isFromUs(event, this.connections.all()),
    };
  }

  /** The facts, with the tenant's words of consent. A stop that nobody knew as one when it was stored is put on record first. */
  private async factsOf(
    tx: Transaction,
    event: DomainEvent,
    context: Parameters<typeof loadFacts>[2],
  ): Promise<LoadedFacts> {
    const loaded = await loadFacts(tx, event, context);
    if (loaded.isDecided) return loaded;
    const { vocabulary } = await this.settings.at(loaded.settingsVersion, tx);
    const isLate =
      loaded.facts.consentEntry === undefined &&
      (await recordLateOptOut(tx, event, vocabulary, loaded.receivedAt));
    const { facts, ...rest } = isLate ? await loadFacts(tx, event, context) : loaded;
    return { ...rest, facts: { ...facts, ...vocabularyFacts(vocabulary) } };
  }

  private accountOf(connectionId: string): SendingAccount | undefined {
    const connection = this.connections.get(connectionId);
    if (connection === undefined) return undefined;
    return { provider: connection.provider.name, defaultSender: connection.settings.senderId };
  }
}
