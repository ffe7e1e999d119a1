import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { fact, ownMember } from './fact.js';
import type { Fact } from './fact.js';

/** What we know of the customer, whatever happened. */
export const CONTACT_FACTS: readonly Fact[] = [
  fact(
    'contact.name',
    'text',
    'The name of the contact, where it is known.',
    DOMAIN_EVENT_NAMES,
    (_event, facts) => facts.contact?.name,
  ),
  fact(
    'contact.tags',
    'list',
    'The tags on the contact.',
    DOMAIN_EVENT_NAMES,
    (_event, facts) => facts.contact?.tags,
  ),
  fact(
    'contact.attributes.<name>',
    'any',
    'An attribute that you keep on contacts, by its name.',
    DOMAIN_EVENT_NAMES,
    (_event, facts, { key }) => ownMember(facts.contact?.attributes, key),
  ),
  fact(
    'conversation.channel',
    'text',
    'The channel of the conversation.',
    DOMAIN_EVENT_NAMES,
    (_event, facts) => facts.conversation?.channel,
  ),
  fact(
    'conversation.ourAddress',
    'text',
    'Our number or address in the conversation.',
    DOMAIN_EVENT_NAMES,
    (_event, facts) => facts.conversation?.ourAddress,
  ),
];
