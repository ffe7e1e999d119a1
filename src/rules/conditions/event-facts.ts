import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import type { IdentityProgress, NumberSubstituted } from '../../events/domain-events.js';
import { fact, ownMember } from './fact.js';
import type { Fact } from './fact.js';

const IDENTITY_EVENTS = DOMAIN_EVENT_NAMES.filter((name) => name.startsWith('identity.'));

/** What the other events tell: identity checks, codes, numbers, consent, hand-overs. */
export const EVENT_FACTS: readonly Fact[] = [
  fact(
    'event.name',
    'text',
    'What happened, such as message.received.',
    DOMAIN_EVENT_NAMES,
    (event) => event.name,
  ),
  identity('identity.sessionId', "The provider's id of the identity check.", ({ sessionId }) => sessionId),
  identity('identity.reportId', "The provider's id of the report.", ({ reportId }) => reportId),
  identity('identity.details.<name>', 'A field of the report, by its name.', ({ details }, key) =>
    ownMember(details, key),
  ),
  fact('otp.number', 'text', 'The number that was proved.', ['otp.verified'], (event) =>
    event.name === 'otp.verified' ? event.payload.number : undefined,
  ),
  substitution(
    'substitution.originalNumber',
    'The number of ours that we asked for.',
    ({ originalNumber }) => originalNumber,
  ),
  substitution(
    'substitution.usedNumber',
    'The number of ours that the provider used instead.',
    ({ usedNumber }) => usedNumber,
  ),
  substitution('substitution.reason', 'Why the provider used another number.', ({ reason }) => reason),
  fact(
    'consent.source',
    'text',
    'Where the change of consent came from.',
    ['contact.opted_out', 'contact.opted_in'],
    (event) => ('source' in event.payload ? event.payload.source : undefined),
  ),
  fact(
    'consent.scope',
    'text',
    'What the change of consent covers.',
    ['contact.opted_out', 'contact.opted_in'],
    (event) => ('scope' in event.payload ? event.payload.scope : undefined),
  ),
  fact('help.channel', 'text', 'The channel that help was asked on.', ['help.requested'], (event) =>
    event.name === 'help.requested' ? event.payload.channel : undefined,
  ),
  fact(
    'handover.reason',
    'text',
    'Why the conversation was given to a person.',
    ['conversation.handed_over'],
    (event) => (event.name === 'conversation.handed_over' ? event.payload.reason : undefined),
  ),
];

function identity(
  name: string,
  description: string,
  read: (identity: IdentityProgress, key: string) => string | undefined,
): Fact {
  return fact(name, 'text', description, IDENTITY_EVENTS, (event, _facts, { key }) =>
    'details' in event.payload ? read(event.payload, key) : undefined,
  );
}

function substitution(
  name: string,
  description: string,
  read: (substitution: NumberSubstituted) => string,
): Fact {
  return fact(name, 'text', description, ['number.substituted'], (event) =>
    event.name === 'number.substituted' ? read(event.payload) : undefined,
  );
}
