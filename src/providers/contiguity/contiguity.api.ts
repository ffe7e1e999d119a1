import type { ProviderAccount } from '../../messaging/provider.js';

/** The address of an API path below the account's base, whether or not the base ends in a slash. */
export function apiUrl(account: ProviderAccount, path: string): string {
  return `${account.baseUrl.replace(/\/+$/, '')}${path}`;
}

/** The scheme is `Token`, not `Bearer`. Source: https://docs.contiguity.com/api-reference/introduction */
export function authorization(account: ProviderAccount): Readonly<Record<'authorization', string>> {
  return { authorization: `Token ${account.apiKey}` };
}
