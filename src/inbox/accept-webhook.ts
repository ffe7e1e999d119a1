import type { ConnectionRegistry } from '../connections/connection-registry.js';
import type { Connection } from '../connections/connection.js';
import type { HeaderMap } from '../messaging/provider.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { ConsentVocabulary } from '../rules/compliance/classification.js';
import { draftOf, type InboxDraft } from './inbox-draft.js';
import type { InboxWriter } from './inbox-writer.js';
import type { Stored } from './inbox-writer.repository.js';

export type Webhook = {
  readonly provider: string;
  readonly connection: string;
  readonly rawBody: Buffer;
  readonly headers: HeaderMap;
};

/** How a webhook was received. Only `stored` may be answered with 200. */
export type Acceptance =
  | { readonly kind: 'stored'; readonly inboxId: string; readonly isDuplicate: boolean }
  | { readonly kind: 'unknown_connection' }
  | { readonly kind: 'bad_signature' };

/** Takes webhooks in: verify the raw bytes, read them, store them. What follows from them happens later, outside the request. */
export class WebhookAcceptor {
  constructor(
    private readonly connections: ConnectionRegistry,
    private readonly writer: InboxWriter,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    /** The words that mean something for consent. Asked for with each webhook. */
    private readonly vocabulary: () => Promise<ConsentVocabulary>,
  ) {}

  /** Throws StoreUnavailableError when the webhook could not be stored. */
  async accept(webhook: Webhook): Promise<Acceptance> {
    const connection = this.connections.find(webhook.provider, webhook.connection);
    if (connection === undefined) return { kind: 'unknown_connection' };
    const now = this.clock.now();
    const verdict = verify(connection, webhook, now);
    if (verdict === 'invalid') return { kind: 'bad_signature' };
    const { rawBody, headers } = webhook;
    const draft = draftOf(connection, rawBody, headers, verdict === 'stale', now, await this.vocabulary());
    const stored = await this.writer.store(draft);
    this.count(draft, stored);
    return { kind: 'stored', inboxId: stored.inboxId, isDuplicate: stored.isDuplicate };
  }

  private count(draft: InboxDraft, stored: Stored): void {
    const { provider } = draft;
    if (stored.consentChange !== undefined) this.metrics.consentChanges.inc({ action: stored.consentChange });
    if (!stored.isDuplicate) this.metrics.inbound.inc({ provider, type: typeLabel(draft) });
    else if (stored.isConflict) this.metrics.conflicts.inc({ provider });
    else this.metrics.duplicates.inc({ provider });
  }
}

/** A late timestamp is refused only where the connection is strict: the provider may never send the event again. */
function verify(connection: Connection, webhook: Webhook, now: Date): 'valid' | 'stale' | 'invalid' {
  const { provider, webhookSecrets, settings } = connection;
  const verdict = provider.verify(webhook.rawBody, webhook.headers, webhookSecrets, now);
  return verdict === 'stale' && settings.strictTimestamps === true ? 'invalid' : verdict;
}

/** Types are the provider's to invent; the metric keeps to those that we know. */
function typeLabel(draft: InboxDraft): string {
  return draft.state === 'received'
    ? draft.eventType
    : draft.state === 'quarantined'
      ? 'quarantined'
      : 'other';
}
