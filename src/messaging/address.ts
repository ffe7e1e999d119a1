import { canonicalPhone } from './phone-number.js';

/**
 * Where a message comes from or goes to.
 *
 * `value` is what the provider wrote and what it is given back; `canonical` is what identifies the person:
 * two addresses with the same `kind` and `canonical` are one contact, whatever their spelling.
 */
export type Address = {
  readonly kind: 'phone' | 'email' | 'opaque';
  readonly value: string;
  readonly canonical: string;
};

/** Whether a stored text names a kind of address. */
export function isAddressKind(text: string): text is Address['kind'] {
  return text === 'phone' || text === 'email' || text === 'opaque';
}

const MAX_ADDRESS_LENGTH = 320; // the longest e-mail address (RFC 5321: 64 + 1 + 255)

/**
 * Reads an address as a provider or an administrator writes it: E.164 with or without the plus, an e-mail address,
 * or an opaque id (a WhatsApp business-scoped user id, an alphanumeric sender).
 *
 * Never throws; an empty or over-long text has no address and gives `undefined`.
 */
export function parseAddress(text: string): Address | undefined {
  const value = text.trim();
  if (value === '' || value.length > MAX_ADDRESS_LENGTH) return undefined;
  if (value.includes('@')) return { kind: 'email', value, canonical: value.toLowerCase() };
  const phone = canonicalPhone(value);
  if (phone !== undefined) return { kind: 'phone', value: phone.e164, canonical: phone.identity };
  return { kind: 'opaque', value, canonical: value };
}

/** The address as a lookup key: `phone:+2207654321`. */
export function addressKey(address: Address): string {
  return `${address.kind}:${address.canonical}`;
}
