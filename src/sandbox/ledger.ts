import type { Channel } from '../messaging/channel.js';
import type { ProviderName } from '../messaging/provider.js';
import type { JsonObject } from '../messaging/untrusted.js';
import { isSameAddress } from './sandbox-account.js';

/** How far an accepted message has come. `failed`: the customer never saw it. */
export type LedgerStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** One message that the sandbox accepted, whatever it answered afterwards. */
export type LedgerEntry = {
  readonly provider: ProviderName;
  readonly channel: Channel;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly subject?: string;
  readonly providerMessageId: string;
  /** Our message id, where the request carried one (Connectly's `callbackData.heedMessageId`). */
  readonly reference?: string;
  /** ISO 8601. */
  readonly acceptedAt: string;
  readonly status: LedgerStatus;
  /** The request's body as it came. */
  readonly body: JsonObject;
};

export type LedgerFilter = { readonly provider?: ProviderName; readonly to?: string };

const MAX_ENTRIES = 10_000;

/** What a provider would have sent: the proof of what left Heed. The newest 10,000 are kept; `acceptedTotal` counts them all. */
export class Ledger {
  readonly #entries = new Map<string, LedgerEntry>();
  #acceptedTotal = 0;

  get acceptedTotal(): number {
    return this.#acceptedTotal;
  }

  add(entry: LedgerEntry): void {
    this.#acceptedTotal += 1;
    this.#entries.set(entry.providerMessageId, entry);
    if (this.#entries.size <= MAX_ENTRIES) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  /** An entry that was cleared in the meantime stays away. */
  mark(providerMessageId: string, status: LedgerStatus): void {
    const entry = this.#entries.get(providerMessageId);
    if (entry !== undefined) this.#entries.set(providerMessageId, { ...entry, status });
  }

  find(providerMessageId: string): LedgerEntry | undefined {
    return this.#entries.get(providerMessageId);
  }

  /** In the order in which they were accepted. */
  list({ provider, to }: LedgerFilter = {}): readonly LedgerEntry[] {
    return [...this.#entries.values()].filter(
      (entry) =>
        (provider === undefined || entry.provider === provider) &&
        (to === undefined || isSameAddress(entry.to, to)),
    );
  }

  clear(): void {
    this.#entries.clear();
    this.#acceptedTotal = 0;
  }
}
