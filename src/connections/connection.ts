import type { AccountSettings, Provider, ProviderAccount } from '../messaging/provider.js';

/** Who made a connection: the environment's `default`, the demo, or an administrator through the API. */
export type ConnectionOrigin = 'environment' | 'demo' | 'api';

/**
 * One configured account at a provider, with its secrets opened: what ingest verifies with and delivery sends with.
 * Lives in memory only; never log it, never put it into an answer.
 */
export type Connection = {
  readonly id: string;
  readonly provider: Provider;
  readonly name: string;
  readonly origin: ConnectionOrigin;
  readonly baseUrl: string;
  readonly settings: AccountSettings;
  /** Any of them verifies: the new and the old one during a rotation. Empty: every webhook is refused. */
  readonly webhookSecrets: readonly string[];
  /** Absent: the connection can receive, and cannot send. */
  readonly apiKey: string | undefined;
};

/** What the provider's sender needs. `undefined` when there is no key to send with. */
export function accountOf(connection: Connection): ProviderAccount | undefined {
  if (connection.apiKey === undefined) return undefined;
  return { baseUrl: connection.baseUrl, apiKey: connection.apiKey, settings: connection.settings };
}
