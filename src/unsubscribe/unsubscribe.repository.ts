import { announceConsent } from '../contacts/consent-events.js';
import { recordConsent, type ConsentWord } from '../contacts/consent-ledger.repository.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { UnsubscribeSubject } from './unsubscribe-links.js';

/** How the link was used: by the mailbox provider for its user, or by the button on our page. */
export type UnsubscribeMethod = 'one_click' | 'page';

const REASONS = {
  one_click: 'Unsubscribed with one click in their mailbox (RFC 8058).',
  page: 'Unsubscribed with the button on the page behind the link in an e-mail.',
} as const satisfies Record<UnsubscribeMethod, string>;

/** Opt-outs that come by a link in an e-mail. */
export class Unsubscriptions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** On record and in force when it resolves; whatever is queued is cancelled. Once more changes nothing, and is on record too. */
  async record({ connectionId, address }: UnsubscribeSubject, method: UnsubscribeMethod): Promise<void> {
    const now = this.clock.now();
    const word: ConsentWord = {
      address,
      action: 'revoke',
      scope: 'all',
      source: 'email_one_click',
      channel: 'email',
      saidAt: now,
      receivedAt: now,
      actor: 'contact',
      reason: REASONS[method],
      connectionId,
    };
    const recorded = await this.database.$transaction(async (tx) => {
      const entries = await recordConsent(tx, [word]);
      await announceConsent(tx, entries);
      return entries;
    });
    if (recorded.some(({ changed }) => changed)) this.metrics.consentChanges.inc({ action: 'revoke' });
  }
}
