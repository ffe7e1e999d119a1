import type { DomainEvent, DomainEventName } from '../../events/domain-events.js';
import type { Facts } from '../facts.js';
import { CONTACT_FACTS } from './contact-facts.js';
import { DELIVERY_FACTS } from './delivery-facts.js';
import { EVENT_FACTS } from './event-facts.js';
import type { Fact, FactDescription, FactValue } from './fact.js';
import { FLOW_FACTS } from './flow-facts.js';
import { MESSAGE_FACTS } from './message-facts.js';
import { TIME_FACTS } from './time-facts.js';

const CATALOGUE: readonly Fact[] = [
  ...MESSAGE_FACTS,
  ...CONTACT_FACTS,
  ...DELIVERY_FACTS,
  ...EVENT_FACTS,
  ...FLOW_FACTS,
  ...TIME_FACTS,
];

const FAMILY_SUFFIX = '<name>';
/** What may stand for `<name>`. */
export const FAMILY_MEMBER = '[\\p{L}\\p{N}_-]{1,64}';
const IS_FAMILY_MEMBER = new RegExp(`^${FAMILY_MEMBER}$`, 'u');

const EXACT = new Map(CATALOGUE.filter((each) => !isFamily(each)).map((each) => [each.name, each]));
const FAMILIES = CATALOGUE.filter(isFamily);

/** All facts, for the rule editor and the documentation; with an event, those that it can have. */
export function describeFacts(event?: DomainEventName): readonly FactDescription[] {
  return CATALOGUE.filter((each) => event === undefined || each.events.includes(event)).map(
    ({ read: _read, ...description }) => description,
  );
}

/** Finds the fact that a rule names, in a family too: `contact.attributes.city` is `contact.attributes.<name>`. */
export function describeFact(name: string): FactDescription | undefined {
  return find(name)?.fact;
}

/** Reads one fact of an event; `undefined` when it has none, which is no error: a contact may have no name. */
export type FactReader = (event: DomainEvent, facts: Facts, now: Date) => FactValue | undefined;

/** Looks a fact up once, for many events. One that does not exist (any more) is absent from every event. */
export function factReader(name: string, timeZone?: string): FactReader {
  const found = find(name);
  if (found === undefined) return () => undefined;
  const { fact, key } = found;
  const events = new Set(fact.events);
  return (event, facts, now) =>
    events.has(event.name) ? fact.read(event, facts, { key, now, timeZone }) : undefined;
}

/** True for a family such as `contact.attributes.<name>`, whose members are not known beforehand. */
export function isFamily(fact: FactDescription): boolean {
  return fact.name.endsWith(FAMILY_SUFFIX);
}

/** What every member's name of a family begins with: `contact.attributes.` */
export function familyPrefix(family: FactDescription): string {
  return family.name.slice(0, -FAMILY_SUFFIX.length);
}

function find(name: string): { readonly fact: Fact; readonly key: string } | undefined {
  const exact = EXACT.get(name);
  if (exact !== undefined) return { fact: exact, key: '' };
  for (const family of FAMILIES) {
    const prefix = familyPrefix(family);
    const key = name.slice(prefix.length);
    if (name.startsWith(prefix) && IS_FAMILY_MEMBER.test(key)) return { fact: family, key };
  }
  return undefined;
}
