import type { DomainEventName } from '../../events/domain-events.js';
import type { Channel } from '../../messaging/channel.js';
import type { Scalar } from '../conditions/fact-catalogue.js';

/** Operators that read a text, normalised unless the condition says `caseSensitive`. */
export const TEXT_OPERATORS = ['firstWord', 'word', 'contains', 'startsWith', 'endsWith', 'matches'] as const;

export type TextOperator = (typeof TEXT_OPERATORS)[number];

export const OPERATORS = ['equals', ...TEXT_OPERATORS, 'in', 'exists', 'gt', 'lt'] as const;

export type Operator = (typeof OPERATORS)[number];

/** One question about one fact. A list of values asks for any of them. */
export type LeafCondition =
  | {
      readonly fact: string;
      readonly op: TextOperator;
      readonly value: string | readonly string[];
      readonly caseSensitive?: boolean;
    }
  | {
      readonly fact: string;
      readonly op: 'equals' | 'in';
      readonly value: Scalar | readonly Scalar[];
      readonly caseSensitive?: boolean;
    }
  | { readonly fact: string; readonly op: 'gt' | 'lt'; readonly value: number }
  /** `value: false` asks that there is none. */
  | { readonly fact: string; readonly op: 'exists'; readonly value?: boolean };

/** `all` of nothing always holds: that is how a catch-all rule is written. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | LeafCondition;

export type RuleAction = { readonly reply: { readonly text: string } } | { readonly tag: string };

/** An example that the author expects to hold; `heed rules test` runs them all. */
export type RuleTest = {
  readonly text: string;
  readonly expect: 'reply' | 'none';
  readonly channel?: Channel;
};

/** A rule as an administrator writes it; the JSON of the API, with every default filled in. */
export type RuleDefinition = {
  readonly name: string;
  readonly enabled: boolean;
  /** A shadow rule decides and is counted, and sends nothing. */
  readonly mode: 'live' | 'shadow';
  readonly trigger: { readonly event: DomainEventName; readonly channels?: readonly Channel[] };
  readonly when: Condition;
  readonly then: readonly RuleAction[];
  readonly limits: {
    /** ISO 8601 duration: after answering, the rule leaves this contact on this channel alone for so long. */
    readonly cooldown?: string;
  };
  /** Go on to the next rules after this one matched. At most one reply is sent even then. */
  readonly continue: boolean;
  readonly tests: readonly RuleTest[];
};

/** What is wrong with a definition, where (a JSON pointer, RFC 6901), and what to do about it. */
export type DefinitionProblem = { readonly pointer: string; readonly message: string };
