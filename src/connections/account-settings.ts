import type { AccountSettings } from '../messaging/provider.js';
import { asArray, asFilledText, asObject } from '../messaging/untrusted.js';

/** Reads stored settings; members of another type are left out. */
export function readAccountSettings(json: unknown): AccountSettings {
  const fields = asObject(json);
  const businessId = asFilledText(fields?.['businessId']);
  const senderId = asFilledText(fields?.['senderId']);
  const ownAddresses = asArray(fields?.['ownAddresses'])?.flatMap((value) => asFilledText(value) ?? []);
  return {
    ...(businessId !== undefined && { businessId }),
    ...(senderId !== undefined && { senderId }),
    ...(ownAddresses !== undefined && { ownAddresses }),
    ...(fields?.['strictTimestamps'] === true && { strictTimestamps: true }),
    ...(typeof fields?.['confirmsOptOut'] === 'boolean' && { confirmsOptOut: fields['confirmsOptOut'] }),
    ...(fields?.['answersHelpAlways'] === true && { answersHelpAlways: true }),
    ...(fields?.['confirmsEmailOptOut'] === true && { confirmsEmailOptOut: true }),
    ...(fields?.['keepsQuietHours'] === true && { keepsQuietHours: true }),
  };
}
