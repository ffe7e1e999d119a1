import { addressKey, parseAddress, type Address } from './address.js';
import type { AccountSettings } from './provider.js';

/** Whether an address is one of our own at this account: what comes from there is our own message, sent back to us. */
export function isOwnAddress(address: Address, { ownAddresses = [] }: AccountSettings): boolean {
  return ownAddresses.some((own) => {
    const parsed = parseAddress(own);
    return parsed !== undefined && addressKey(parsed) === addressKey(address);
  });
}
