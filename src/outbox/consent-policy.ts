import type { Connection } from '../connections/connection.js';
import type { Facts } from '../rules/facts.js';

/** What an account asks of the compliance texts: its own setting first, then what is known of its provider. */
export function consentPolicyOf(
  connection: Connection | undefined,
): Pick<Facts, 'providerConfirmsOptOut' | 'answersHelpAlways' | 'confirmsEmailOptOut'> {
  return {
    providerConfirmsOptOut:
      connection?.settings.confirmsOptOut ?? connection?.provider.confirmsOptOut ?? false,
    answersHelpAlways: connection?.settings.answersHelpAlways ?? false,
    ...(connection?.settings.confirmsEmailOptOut === true && { confirmsEmailOptOut: true }),
  };
}

/** Everything that a decision has to know of the account it answers through. */
export function accountFactsOf(
  connection: Connection | undefined,
): Pick<Facts, 'providerConfirmsOptOut' | 'answersHelpAlways' | 'confirmsEmailOptOut' | 'mediaLimits'> {
  const mediaLimits = connection?.provider.mediaLimits;
  return { ...consentPolicyOf(connection), ...(mediaLimits !== undefined && { mediaLimits }) };
}
