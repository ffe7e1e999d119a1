import type { ProviderAccount, ProviderRequest } from '../../messaging/provider.js';

/**
 * A call to Connectly's API, all of whose paths lie under the business: `/v1/businesses/{businessId}/…`.
 * Source: https://docs.connectly.ai/quick-start
 */
export function businessRequest(
  method: ProviderRequest['method'],
  path: string,
  { baseUrl, apiKey, settings }: ProviderAccount,
  body?: unknown,
): ProviderRequest {
  const business = encodeURIComponent((settings.businessId ?? '').toWellFormed());
  return {
    method,
    url: `${baseUrl.replace(/\/+$/, '')}/v1/businesses/${business}/${path}`,
    headers: {
      'x-api-key': apiKey,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}
