import { isOwnAddress } from '../../messaging/own-address.js';
import { parseAddress, type Address } from '../../messaging/address.js';
import type { AccountSettings } from '../../messaging/provider.js';
import { asText, type JsonObject } from '../../messaging/untrusted.js';

/**
 * The customer in `sender` or `recipient`. WhatsApp customers may hide their number: then `id` is a business-scoped user id
 * and `phoneNumber` is empty. A number that is told wins, so that a customer is one contact with and without such an id.
 * Source: https://docs.connectly.ai/messaging/bsuid
 */
export function customerOf(party: JsonObject | undefined): Address | undefined {
  return addressIn(party?.phoneNumber) ?? addressIn(party?.id) ?? addressIn(party?.userId);
}

/**
 * Our side. Its `value` stays as Connectly wrote it, because the reply has to name the same sender and some ids are bare
 * digits that are no phone number.
 */
export function ownSideOf(party: JsonObject | undefined): Address | undefined {
  const address = addressIn(party?.id);
  return address && { ...address, value: asText(party?.id)?.trim() ?? address.value };
}

/** Whether `party` is one of our own numbers: with `echo` switched on, Connectly sends our messages back to us. */
export function isOurs(party: JsonObject | undefined, settings: AccountSettings): boolean {
  const address = addressIn(party?.id);
  return address !== undefined && isOwnAddress(address, settings);
}

function addressIn(value: unknown): Address | undefined {
  return parseAddress(asText(value) ?? '');
}
