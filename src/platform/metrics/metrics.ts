import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Everything `/metrics` shows. Labels are closed sets (provider, verdict, reason): never an address or an id. */
export class Metrics {
  readonly registry = new Registry();

  readonly inbound = new Counter({
    name: 'heed_inbound_total',
    help: 'Webhooks stored for the first time, by provider and the provider’s type.',
    labelNames: ['provider', 'type'],
    registers: [this.registry],
  });
  readonly refused = new Counter({
    name: 'heed_webhook_refused_total',
    help: 'Webhooks that were not stored, by provider and reason (signature, too_large, unavailable, unknown_connection).',
    labelNames: ['provider', 'reason'],
    registers: [this.registry],
  });
  readonly duplicates = new Counter({
    name: 'heed_inbound_duplicate_total',
    help: 'Webhooks that had been stored before, by provider.',
    labelNames: ['provider'],
    registers: [this.registry],
  });
  readonly conflicts = new Counter({
    name: 'heed_inbound_conflict_total',
    help: 'Webhooks that came under a known event id with another body, by provider.',
    labelNames: ['provider'],
    registers: [this.registry],
  });
  readonly decisions = new Counter({
    name: 'heed_decision_total',
    help: 'Decisions, by event and verdict.',
    labelNames: ['provider', 'event', 'verdict'],
    registers: [this.registry],
  });
  readonly replySeconds = new Histogram({
    name: 'heed_reply_seconds',
    help: 'From the receipt of a message to the acceptance of its reply by the provider.',
    labelNames: ['provider'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    registers: [this.registry],
  });
  readonly sends = new Counter({
    name: 'heed_send_total',
    help: 'Send calls, by provider and outcome (accepted, or the kind of failure).',
    labelNames: ['provider', 'outcome'],
    registers: [this.registry],
  });
  readonly providerErrors = new Counter({
    name: 'heed_provider_error_total',
    help: 'Send calls that failed, by provider and the provider’s own code where it is known.',
    labelNames: ['provider', 'kind', 'code'],
    registers: [this.registry],
  });
  readonly suppressed = new Counter({
    name: 'heed_suppressed_total',
    help: 'Messages held back at the permit, by reason.',
    labelNames: ['reason'],
    registers: [this.registry],
  });
  readonly consentChanges = new Counter({
    name: 'heed_consent_total',
    help: 'Ledger entries that changed a contact’s consent, by action.',
    labelNames: ['action'],
    registers: [this.registry],
  });
  readonly rulesHeldBack = new Counter({
    name: 'heed_rules_held_back_total',
    help: 'Rules that were held back, because they fired far more often than their dry run foretold.',
    registers: [this.registry],
  });
  readonly modelCalls = new Counter({
    name: 'heed_model_call_total',
    help: 'Questions to the language model that came to an end, by outcome (draft, answered, fallen_back, refused, failed).',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly modelSeconds = new Histogram({
    name: 'heed_model_call_seconds',
    help: 'How long the language model took to answer, or to fail.',
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60],
    registers: [this.registry],
  });
  readonly purged = new Counter({
    name: 'heed_purged_total',
    help: 'Rows whose words retention emptied, by kind (webhooks, messages, decisions).',
    labelNames: ['kind'],
    registers: [this.registry],
  });
  readonly ledgerVerifyFailed = new Gauge({
    name: 'heed_consent_verify_failed',
    help: '1 when the last scheduled verification of the consent ledger found something, else 0.',
    registers: [this.registry],
  });
  readonly oldestUnprocessed = new Gauge({
    name: 'heed_queue_age_seconds',
    help: 'Age of the oldest stored event that is not yet processed; 0 when none waits.',
    registers: [this.registry],
  });
  readonly queuedMessages = new Gauge({
    name: 'heed_messages_in_status',
    help: 'Outbound messages that are not settled, by status (queued, sending, unknown).',
    labelNames: ['status'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'heed_process_' });
  }
}
