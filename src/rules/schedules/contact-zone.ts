import { originOfPhone } from '../../quiet-hours/phone-zones.js';
import { isZone, readingAt, ZONE_ATTRIBUTE } from '../../quiet-hours/zone-clock.js';
import type { Facts } from '../facts.js';

/**
 * The time zone of the contact that facts are about, for a schedule in the zone `contact`: the contact's attribute `timeZone`, else
 * the one that their number tells. A number of which several zones are possible tells one while all of their clocks show the same
 * time at this instant; otherwise the answer is `undefined`, and the schedule's fallback counts.
 */
export function contactZoneOf({ contact, conversation }: Facts, at: Date): string | undefined {
  const own = contact?.attributes[ZONE_ATTRIBUTE];
  if (typeof own === 'string' && isZone(own)) return own;
  return conversation === undefined ? undefined : zoneOfPhone(conversation.theirAddress, at);
}

function zoneOfPhone(address: string, at: Date): string | undefined {
  const [zone, ...others] = originOfPhone(address).zones;
  if (zone === undefined) return undefined;
  const reading = readingAt(zone, at.getTime());
  return others.every((other) => readingAt(other, at.getTime()) === reading) ? zone : undefined;
}
