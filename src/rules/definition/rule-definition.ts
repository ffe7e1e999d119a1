import type { DomainEventName } from '../../events/domain-events.js';
import type { Channel } from '../../messaging/channel.js';
import type { MessageTemplate } from '../../messaging/message-template.js';
import type { Scalar } from '../conditions/fact.js';

/** Operators that read a text, normalised unless the condition says `caseSensitive`. */
export const TEXT_OPERATORS = [
  'firstWord',
  'word',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'fuzzy',
] as const;

export type TextOperator = (typeof TEXT_OPERATORS)[number];

export const OPERATORS = ['equals', ...TEXT_OPERATORS, 'in', 'exists', 'gt', 'lt', 'within'] as const;

export type Operator = (typeof OPERATORS)[number];

/** One question about one fact. A list of values asks for any of them. */
export type LeafCondition = Question & {
  /** Whose clock is read; only for the facts that tell the hour or the day, which need it. */
  readonly timeZone?: string;
};

type Question =
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
  | { readonly fact: string; readonly op: 'exists'; readonly value?: boolean }
  /** The names of schedules: holds while any of them is open. */
  | { readonly fact: string; readonly op: 'within'; readonly value: string | readonly string[] };

/** `all` of nothing always holds: that is how a catch-all rule is written. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | LeafCondition;

/** A file that goes with a message. `url` is https and public: providers fetch it. */
export type MediaFile = { readonly url: string; readonly mimeType?: string };

/** What a rule answers with. Its text is `text`, one of `variants`, or the library's template `use`: exactly one of the three. */
export type ReplyDefinition = {
  readonly text?: string;
  readonly variants?: readonly string[];
  readonly use?: string;
  /** Instead of that text, by the customer's language: `fr`, `pt-BR`. */
  readonly languages?: Readonly<Record<string, string>>;
  /** Plain text, sent when the text cannot be made because a variable has no value. */
  readonly fallback?: string;
  readonly media?: readonly MediaFile[];
  /** A WhatsApp template for the time after the service window has closed. Its parameters are Liquid. */
  readonly template?: MessageTemplate;
};

/** Another message than the reply, to the same contact by another channel or connection. */
export type SendDefinition = {
  readonly channel: Channel;
  /** `integify/default`; absent: the first enabled one that carries the channel. */
  readonly connection?: string;
  /** Absent: the text of the message that did not arrive. */
  readonly text?: string;
};

/** What a webhook tells besides the event and the rule. */
export const WEBHOOK_PARTS = ['message', 'contact', 'conversation'] as const;

export type WebhookPart = (typeof WEBHOOK_PARTS)[number];

/** `draft`: a person sends the answer, or does not. `live`: it is sent when it has passed the checks. */
export const MODEL_MODES = ['draft', 'live'] as const;

export type ModelMode = (typeof MODEL_MODES)[number];

/** What a language model is asked, and within which bounds. */
export type ModelDefinition = {
  /** Everything it may answer from. Plain text, without variables. */
  readonly instructions: string;
  /** An answer about anything else is not used. */
  readonly topics: readonly string[];
  readonly mode: ModelMode;
  /** Said when there is no usable answer; while drafting it is the draft. */
  readonly fallback?: string;
  /** The length of its answer, in the model's tokens. */
  readonly maxTokens: number;
  /** The language of the answer; absent: the customer's. */
  readonly language?: string;
};

export type RuleAction =
  | { readonly reply: ReplyDefinition }
  | { readonly send: SendDefinition }
  | { readonly tag: string }
  | { readonly untag: string }
  /** A text is Liquid; null takes the attribute away. */
  | { readonly attribute: { readonly name: string; readonly value: Scalar | null } }
  /** ISO 8601 duration in which nothing automatic is said in this conversation. */
  | { readonly pause: { readonly for: string } }
  /** As `pause`, until somebody resumes it unless `for` says how long, and announced as `conversation.handed_over`. */
  | { readonly handOver: { readonly reason: string; readonly for?: string } }
  /** The name of a flow, whose first message is the reply. */
  | { readonly startFlow: string }
  | { readonly webhook: { readonly url: string; readonly include: readonly WebhookPart[] } }
  | { readonly model: ModelDefinition };

/** An example that the author expects to hold; `heed rules test` runs them all. */
export type RuleTest = {
  readonly text: string;
  readonly expect: 'reply' | 'none';
  /** What the reply has to contain, letter by letter; only with `reply`. */
  readonly expectText?: string;
  readonly channel?: Channel;
  /** When it is written, ISO 8601; absent: noon UTC on 1 January 2026, a Thursday. */
  readonly at?: string;
};

/** Among which firings a cooldown looks for the last one, all for the same contact. `group`: those of every rule of the group. */
export const COOLDOWN_SCOPES = ['contact', 'channel', 'conversation', 'group'] as const;

export type CooldownScope = (typeof COOLDOWN_SCOPES)[number];

/** How often a rule answers a contact. Durations are ISO 8601. */
export type RuleLimits = {
  /** After answering, the rule leaves the contact alone for so long. */
  readonly cooldown?: string;
  /** Absent: `channel`. */
  readonly cooldownScope?: CooldownScope;
  /** Of this rule for this contact. */
  readonly atMost?: { readonly count: number; readonly per: string };
  /** Only the first time: for the contact (`true` says the same), or in each conversation. */
  readonly once?: true | 'contact' | 'conversation';
  /** The reply waits so long whether the customer writes more; then one reply answers it all. */
  readonly debounce?: string;
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
  readonly limits: RuleLimits;
  /** Go on to the next rules after this one matched. At most one reply is sent even then. */
  readonly continue: boolean;
  /** Asked also while a flow waits for an answer, and before it. */
  readonly hot?: boolean;
  /** The key of a message category: the rule leaves contacts alone who have left it. Absent: only an opt-out from everything counts. */
  readonly category?: string;
  /** Rules of one group can share a cooldown, and are switched off together. */
  readonly group?: string;
  readonly tests: readonly RuleTest[];
};

/** What is wrong with a definition, where (a JSON pointer, RFC 6901), and what to do about it. */
export type DefinitionProblem = { readonly pointer: string; readonly message: string };
