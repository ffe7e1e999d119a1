import { getTimezonesForCountry } from 'countries-and-timezones';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';
import { canonicalPhone } from '../messaging/phone-number.js';
import { AREA_CODE_ZONES } from './area-code-zones.js';

/** Where the owner of a number may be: every country, and every zone. Both are empty when the number says nothing. */
export type PhoneOrigin = { readonly countries: readonly string[]; readonly zones: readonly string[] };

const NOWHERE: PhoneOrigin = { countries: [], zones: [] };

const ZONES_BY_AREA_CODE = new Map(
  AREA_CODE_ZONES.flatMap(([zones, areaCodes]) =>
    areaCodes.split(' ').map((areaCode): [string, readonly string[]] => [areaCode, zones.split(' ')]),
  ),
);

/** A number of +1 whose area code tells nothing (toll-free, for one) may be anywhere in North America and its islands. */
const NORTH_AMERICAN_ZONES = [...new Set([...ZONES_BY_AREA_CODE.values()].flat())].sort();

/** Countries with telephone numbers that tzdb does not count as countries, with the zone whose clocks they keep. */
const ZONES_OF_NO_COUNTRY: ReadonlyMap<string, readonly string[]> = new Map([
  ['AC', ['Atlantic/St_Helena']],
  ['TA', ['Atlantic/St_Helena']],
  ['XK', ['Europe/Belgrade']],
]);

/**
 * Where the owner of a phone number in international form may be.
 *
 * A number is a hint, never a proof: it stays with its owner when they move, and mobile numbers seldom belong to a place. So the
 * zones are a set, and what is asked of one of them has to hold in all: for +1 the zones of the area code, elsewhere all zones of
 * the country.
 */
export function originOfPhone(phone: string): PhoneOrigin {
  const number = canonicalPhone(phone);
  const parsed = number && parsePhoneNumberFromString(number.e164, metadata);
  if (parsed === undefined) return NOWHERE;
  const countries =
    parsed.country === undefined ? countriesOfCode(parsed.countryCallingCode) : [parsed.country];
  const zones =
    parsed.countryCallingCode === '1'
      ? zonesOfAreaCode(parsed.nationalNumber.slice(0, 3))
      : countries.flatMap((country) => zonesOfCountry(country));
  return { countries, zones: [...new Set(zones)] };
}

/** A number that fits no country's numbering plan is still somewhere under its calling code. */
function countriesOfCode(callingCode: string): readonly string[] {
  return getCountries(metadata).filter((country) => getCountryCallingCode(country, metadata) === callingCode);
}

function zonesOfAreaCode(areaCode: string): readonly string[] {
  return ZONES_BY_AREA_CODE.get(areaCode) ?? NORTH_AMERICAN_ZONES;
}

function zonesOfCountry(country: string): readonly string[] {
  const known = getTimezonesForCountry(country)?.map((zone) => zone.name) ?? [];
  return known.length > 0 ? known : (ZONES_OF_NO_COUNTRY.get(country) ?? []);
}
