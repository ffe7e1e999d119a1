import type { ProviderName } from '../messaging/provider.js';
import { PROVIDERS } from '../providers/registry.js';
import type { WebhookPayload } from './payloads/webhook-payload.js';

/** A webhook ready to be posted. */
export type SignedWebhook = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** Connectly's is printed in its documentation; the others are not known. Source: https://docs.connectly.ai/webhooks/overview */
const USER_AGENTS: Readonly<Record<ProviderName, string>> = {
  contiguity: 'Contiguity',
  integify: 'Integify',
  connectly: 'go-resty/2.6.0 (https://github.com/go-resty/resty)',
};

/** Signs a payload exactly as the provider does, with the headers that it sends. */
export function signedWebhook(
  providerName: ProviderName,
  payload: WebhookPayload,
  secret: string,
  now: Date,
): SignedWebhook {
  const provider = PROVIDERS.find(({ name }) => name === providerName);
  if (provider === undefined) throw new RangeError(`There is no provider ${providerName}.`);
  const signature = provider.sign(Buffer.from(payload.body), secret, now);
  return {
    headers: {
      'content-type': payload.contentType,
      'user-agent': USER_AGENTS[providerName],
      ...signature,
    },
    body: payload.body,
  };
}
