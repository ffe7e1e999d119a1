import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import type { DomainEvent, DomainEventName, MessageProgress } from '../../events/domain-events.js';
import type { Facts } from '../facts.js';

export type Scalar = string | number | boolean;
export type FactValue = Scalar | readonly string[];

/** What may be asked of a fact. `any`: an administrator's own attribute, whose type is known only when it is read. */
export type FactType = 'text' | 'number' | 'list' | 'any';

/** Something that conditions can ask about and templates can insert. */
export type FactDescription = {
  /** `message.text`, or with `<name>` at its end for a whole family: `contact.attributes.<name>`. */
  readonly name: string;
  readonly type: FactType;
  /** One sentence for the rule editor. */
  readonly description: string;
  readonly events: readonly DomainEventName[];
};

type CatalogueEntry = FactDescription & {
  /** `key` is what stands for `<name>` in a family. */
  readonly read: (event: DomainEvent, facts: Facts, key: string) => FactValue | undefined;
};

const FAMILY_SUFFIX = '<name>';
const IDENTITY_EVENTS = DOMAIN_EVENT_NAMES.filter((name) => name.startsWith('identity.'));
const PROGRESS_EVENTS = DOMAIN_EVENT_NAMES.filter(
  (name) => name.startsWith('message.') && name !== 'message.received',
);

const CATALOGUE: readonly CatalogueEntry[] = [
  ...messageFacts(),
  ...contactFacts(),
  ...deliveryFacts(),
  ...identityFacts(),
  ...otherFacts(),
];

const ENTRIES_BY_NAME = new Map(CATALOGUE.map((entry) => [entry.name, entry]));

/** All facts, for the rule editor and the documentation; with an event, those that it can have. */
export function describeFacts(event?: DomainEventName): readonly FactDescription[] {
  return CATALOGUE.filter((entry) => event === undefined || entry.events.includes(event)).map(
    ({ name, type, description, events }) => ({ name, type, description, events }),
  );
}

/** Finds the fact that a rule names, in a family too: `contact.attributes.city` is `contact.attributes.<name>`. */
export function describeFact(name: string): FactDescription | undefined {
  return findEntry(name)?.entry;
}

/** The value of a fact for this event; `undefined` when there is none, which is no error: a contact may have no name. */
export function factValue(name: string, event: DomainEvent, facts: Facts): FactValue | undefined {
  const found = findEntry(name);
  if (found === undefined || !found.entry.events.includes(event.name)) return undefined;
  return found.entry.read(event, facts, found.key);
}

function findEntry(name: string): { readonly entry: CatalogueEntry; readonly key: string } | undefined {
  const exact = ENTRIES_BY_NAME.get(name);
  if (exact !== undefined && !isFamily(exact)) return { entry: exact, key: '' };
  for (const entry of CATALOGUE) {
    if (!isFamily(entry)) continue;
    const prefix = entry.name.slice(0, -FAMILY_SUFFIX.length);
    const key = name.slice(prefix.length);
    if (name.startsWith(prefix) && /^[\p{L}\p{N}_-]{1,64}$/u.test(key)) return { entry, key };
  }
  return undefined;
}

/** True for a family such as `contact.attributes.<name>`, whose members are not known beforehand. */
export function isFamily(fact: FactDescription): boolean {
  return fact.name.endsWith(FAMILY_SUFFIX);
}

function messageFacts(): CatalogueEntry[] {
  const entry = received;
  return [
    entry('message.text', 'text', 'What the customer wrote.', ({ text }) => text),
    entry('message.subject', 'text', 'The subject of an e-mail.', ({ subject }) => subject),
    entry(
      'message.channel',
      'text',
      'The channel it came by: sms, mms, imessage, whatsapp or email.',
      (m) => m.channel,
    ),
    entry('message.from', 'text', "The customer's number or address.", ({ from }) => from),
    entry('message.to', 'text', 'Our number or address, where the provider tells it.', ({ to }) => to),
    entry('message.attachments.count', 'number', 'How many files came with it.', (m) => m.attachments.length),
    entry('message.buttonId', 'text', 'The id of the button that was pressed.', ({ buttonId }) => buttonId),
  ];
}

function received(
  name: string,
  type: FactType,
  description: string,
  read: (message: DomainEvent<'message.received'>['payload']) => FactValue | undefined,
): CatalogueEntry {
  return {
    name,
    type,
    description,
    events: ['message.received'],
    read: (event) => (event.name === 'message.received' ? read(event.payload) : undefined),
  };
}

function contactFacts(): CatalogueEntry[] {
  return [
    {
      name: 'contact.name',
      type: 'text',
      description: 'The name of the contact, where it is known.',
      events: DOMAIN_EVENT_NAMES,
      read: (_event, facts) => facts.contact?.name,
    },
    {
      name: 'contact.tags',
      type: 'list',
      description: 'The tags on the contact.',
      events: DOMAIN_EVENT_NAMES,
      read: (_event, facts) => facts.contact?.tags,
    },
    {
      name: 'contact.attributes.<name>',
      type: 'any',
      description: 'An attribute that you keep on contacts, by its name.',
      events: DOMAIN_EVENT_NAMES,
      read: (_event, facts, key) => ownMember(facts.contact?.attributes, key),
    },
    {
      name: 'conversation.channel',
      type: 'text',
      description: 'The channel of the conversation.',
      events: DOMAIN_EVENT_NAMES,
      read: (_event, facts) => facts.conversation?.channel,
    },
  ];
}

function deliveryFacts(): CatalogueEntry[] {
  const entry = (
    name: string,
    description: string,
    read: (progress: MessageProgress) => string | undefined,
  ): CatalogueEntry => ({
    name,
    type: 'text',
    description,
    events: PROGRESS_EVENTS,
    read: (event) => {
      const progress = progressOf(event);
      return progress === undefined ? undefined : read(progress);
    },
  });
  return [
    entry(
      'delivery.kind',
      'What our message was: reply, confirmation, help, manual or resend.',
      (p) => p.messageKind,
    ),
    entry('delivery.channel', 'The channel that our message went by.', ({ channel }) => channel),
    entry('delivery.errorCode', "The provider's error code.", ({ errorCode }) => errorCode),
    entry('delivery.reason', 'Why it did not arrive, in words.', ({ reason }) => reason),
  ];
}

/** The payload of an event about a message of ours; `undefined` for all others. */
export function progressOf(event: DomainEvent): MessageProgress | undefined {
  switch (event.name) {
    case 'message.sent':
    case 'message.delivered':
    case 'message.read':
    case 'message.undelivered':
    case 'message.failed':
    case 'message.suppressed':
      return event.payload;
    default:
      return undefined;
  }
}

function identityFacts(): CatalogueEntry[] {
  const entry = (
    name: string,
    description: string,
    read: (identity: DomainEvent<'identity.verified'>['payload'], key: string) => string | undefined,
  ): CatalogueEntry => ({
    name,
    type: 'text',
    description,
    events: IDENTITY_EVENTS,
    read: (event, _facts, key) => ('details' in event.payload ? read(event.payload, key) : undefined),
  });
  return [
    entry('identity.sessionId', "The provider's id of the identity check.", ({ sessionId }) => sessionId),
    entry('identity.reportId', "The provider's id of the report.", ({ reportId }) => reportId),
    entry('identity.details.<name>', 'A field of the report, by its name.', ({ details }, key) =>
      ownMember(details, key),
    ),
  ];
}

function otherFacts(): CatalogueEntry[] {
  return [
    {
      name: 'event.name',
      type: 'text',
      description: 'What happened, such as message.received.',
      events: DOMAIN_EVENT_NAMES,
      read: (event) => event.name,
    },
    {
      name: 'otp.number',
      type: 'text',
      description: 'The number that was proved.',
      events: ['otp.verified'],
      read: (event) => (event.name === 'otp.verified' ? event.payload.number : undefined),
    },
    {
      name: 'substitution.originalNumber',
      type: 'text',
      description: 'The number of ours that we asked for.',
      events: ['number.substituted'],
      read: (event) => (event.name === 'number.substituted' ? event.payload.originalNumber : undefined),
    },
    {
      name: 'substitution.usedNumber',
      type: 'text',
      description: 'The number of ours that the provider used instead.',
      events: ['number.substituted'],
      read: (event) => (event.name === 'number.substituted' ? event.payload.usedNumber : undefined),
    },
    {
      name: 'substitution.reason',
      type: 'text',
      description: 'Why the provider used another number.',
      events: ['number.substituted'],
      read: (event) => (event.name === 'number.substituted' ? event.payload.reason : undefined),
    },
    {
      name: 'consent.source',
      type: 'text',
      description: 'Where the change of consent came from.',
      events: ['contact.opted_out', 'contact.opted_in'],
      read: (event) => ('source' in event.payload ? event.payload.source : undefined),
    },
    {
      name: 'consent.scope',
      type: 'text',
      description: 'What the change of consent covers.',
      events: ['contact.opted_out', 'contact.opted_in'],
      read: (event) => ('scope' in event.payload ? event.payload.scope : undefined),
    },
    {
      name: 'handover.reason',
      type: 'text',
      description: 'Why the conversation was given to a person.',
      events: ['conversation.handed_over'],
      read: (event) => (event.name === 'conversation.handed_over' ? event.payload.reason : undefined),
    },
  ];
}

function ownMember<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
