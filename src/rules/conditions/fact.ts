import type { DomainEvent, DomainEventName } from '../../events/domain-events.js';
import type { Facts } from '../facts.js';

export type Scalar = string | number | boolean;
export type FactValue = Scalar | readonly string[];

/**
 * What may be asked of a fact. `any`: an administrator's own attribute, whose type is known only when it is read. `instant`: a
 * moment, which schedules are asked about.
 */
export const FACT_TYPES = ['text', 'number', 'flag', 'list', 'any', 'instant'] as const;

export type FactType = (typeof FACT_TYPES)[number];

/** Something that conditions can ask about and, most of them, templates can insert. */
export type FactDescription = {
  /** `message.text`, or with `<name>` at its end for a whole family: `contact.attributes.<name>`. */
  readonly name: string;
  readonly type: FactType;
  /** One sentence for the rule editor. */
  readonly description: string;
  readonly events: readonly DomainEventName[];
  /** `condition`: costs too much to work out, or means too little, to be put into every template's reach. */
  readonly use: 'condition or template' | 'condition';
  /** The condition has to say whose clock is read. */
  readonly needsTimeZone: boolean;
};

/** What a question brings along besides the event and its facts. */
export type Asking = {
  /** What stands for `<name>` in a family; empty for every other fact. */
  readonly key: string;
  readonly now: Date;
  readonly timeZone: string | undefined;
};

export type Fact = FactDescription & {
  readonly read: (event: DomainEvent, facts: Facts, asking: Asking) => FactValue | undefined;
};

type Differences = Partial<Pick<FactDescription, 'use' | 'needsTimeZone'>>;

/** A fact that templates can insert too and that needs no time zone, but for `differences`. */
export function fact(
  name: string,
  type: FactType,
  description: string,
  events: readonly DomainEventName[],
  read: Fact['read'],
  differences: Differences = {},
): Fact {
  return {
    name,
    type,
    description,
    events,
    use: 'condition or template',
    needsTimeZone: false,
    ...differences,
    read,
  };
}

export function ownMember<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
