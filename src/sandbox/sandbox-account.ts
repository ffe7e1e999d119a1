import { parseAddress } from '../messaging/address.js';
import type { ProviderName } from '../messaging/provider.js';

/** One of Heed's accounts, as the provider that the sandbox plays knows it. */
export type SandboxAccount = {
  readonly provider: ProviderName;
  readonly apiKey: string;
  readonly webhookSecret: string;
  /** Where Heed takes this account's webhooks. Absent until it is known; until then nothing is called back. */
  readonly webhookUrl?: string;
  /** Connectly only. */
  readonly businessId?: string;
  /** The number that customers write to. */
  readonly ownAddress: string;
};

export class SandboxAccounts {
  #accounts: readonly SandboxAccount[];

  constructor(accounts: readonly SandboxAccount[]) {
    this.#accounts = accounts;
  }

  withKey(provider: ProviderName, apiKey: string | undefined): SandboxAccount | undefined {
    return this.#of(provider).find((account) => account.apiKey === apiKey);
  }

  /** The account that owns this address; the provider's first one when none does, or none is named. */
  owning(provider: ProviderName, address: string | undefined): SandboxAccount | undefined {
    const [first, ...others] = this.#of(provider);
    if (address === undefined) return first;
    return others.find((account) => isSameAddress(account.ownAddress, address)) ?? first;
  }

  /** Heed's address changes when it gets its port: applies to every account of the provider. */
  setWebhookUrl(provider: ProviderName, webhookUrl: string): void {
    this.#accounts = this.#accounts.map((account) =>
      account.provider === provider ? { ...account, webhookUrl } : account,
    );
  }

  #of(provider: ProviderName): readonly SandboxAccount[] {
    return this.#accounts.filter((account) => account.provider === provider);
  }
}

/** Whether two spellings name one person or number. */
export function isSameAddress(one: string, other: string): boolean {
  const address = parseAddress(one);
  return address !== undefined && address.canonical === parseAddress(other)?.canonical;
}
