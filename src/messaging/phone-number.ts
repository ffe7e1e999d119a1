const E164 = /^\+?[1-9]\d{6,14}$/;
const PUNCTUATION = /[\s().\-\u00a0]/g;

/**
 * The Gambia is moving mobile numbers from 7 to 9 digits by putting an operator prefix in front of the old
 * number, and both forms are in use at the same time, so both must mean one person.
 * Prefixes: Africell 87, QCell 83, Comium 86. Source: README of https://github.com/Integify/migrate9 (commit 8581200);
 * it fixes no prefix for Gamcel, whose 9-digit numbers are therefore left as they are.
 */
const GAMBIAN_NINE_DIGITS = /^\+220(?:87|83|86)(\d{7})$/;

/** `e164` is the number to send to, as it was received; `identity` is the form under which we know its owner. */
export type PhoneNumber = { readonly e164: string; readonly identity: string };

/**
 * Reads a phone number written in international form, with or without the plus and the usual punctuation.
 * Gives `undefined` for anything else: national numbers, short codes and names cannot be resolved to one person.
 */
export function canonicalPhone(text: string): PhoneNumber | undefined {
  const compact = text.replace(PUNCTUATION, '');
  if (!E164.test(compact)) return undefined;
  const e164 = compact.startsWith('+') ? compact : `+${compact}`;
  const gambian = GAMBIAN_NINE_DIGITS.exec(e164);
  return { e164, identity: gambian ? `+220${gambian[1]}` : e164 };
}
