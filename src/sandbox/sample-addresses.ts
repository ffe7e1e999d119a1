import type { ProviderName } from '../messaging/provider.js';

/** The two ends of a sample conversation. */
export type SampleAddresses = { readonly customer: string; readonly own: string };

/**
 * Who writes to whom when nothing else is said: fictional numbers, as the providers' documentation prints them. The demo's sandbox accounts
 * own the same numbers, so that a triggered message can be answered.
 */
export const SAMPLE_ADDRESSES: Readonly<Record<ProviderName, SampleAddresses>> = {
  contiguity: { customer: '+15551234567', own: '+15559876543' },
  integify: { customer: '+2207654321', own: '+2203001234' },
  connectly: { customer: '+15550100123', own: '+15550100200' },
};

export const SAMPLE_EMAIL_ADDRESSES: SampleAddresses = {
  customer: 'user@example.com',
  own: 'support@example.com',
};
