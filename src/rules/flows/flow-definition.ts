import type { Scalar } from '../conditions/fact.js';
import type { Condition, WebhookPart } from '../definition/rule-definition.js';

/** The name of a step, or `end`: the flow is over. */
export type Target = string;

export const END = 'end';

/** What the customer is told: Liquid, with the answers so far as `flow.<variable>`. */
export type FlowText = {
  readonly text: string;
  /** Instead of it, by the customer's language: `fr`, `pt-BR`. */
  readonly languages?: Readonly<Record<string, string>>;
};

/** One of several answers: chosen by its number, its label in any language, a keyword, or the id of a button. */
export type FlowOption = {
  readonly label: string;
  readonly languages?: Readonly<Record<string, string>>;
  readonly keywords?: readonly string[];
  readonly id?: string;
};

/** What an answer has to be. */
export type Expectation =
  | { readonly kind: 'text'; readonly min?: number; readonly max?: number; readonly pattern?: string }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly integer?: boolean }
  | {
      readonly kind: 'date';
      /** A date as 2026-12-24, or `today`. */
      readonly min?: string;
      readonly max?: string;
      /** How 3/4 is read; absent: `dayFirst`. */
      readonly order?: DateOrder;
      /** By whose calendar it is today; absent: UTC. */
      readonly timeZone?: string;
    }
  | { readonly kind: 'choice'; readonly options: readonly FlowOption[] }
  | { readonly kind: 'email' | 'phone' | 'yesNo' };

export const EXPECTED_KINDS = ['text', 'number', 'date', 'choice', 'email', 'phone', 'yesNo'] as const;

export const DATE_ORDERS = ['dayFirst', 'monthFirst'] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

/** How long a step waits for an answer, and what becomes of none or of wrong ones. */
export type Patience = {
  /** How often it is asked again after an answer that does not fit. */
  readonly retries: number;
  /** Absent: the question itself is asked again. */
  readonly retryText?: FlowText;
  /** After one wrong answer too many. */
  readonly onInvalid: Target;
  /** ISO 8601. Absent: as long as the flow may last. */
  readonly timeout?: string;
  readonly onTimeout: Target;
};

export type AskStep = Patience & {
  readonly ask: FlowText;
  /** The answer is `flow.<saveAs>` from here on. */
  readonly saveAs: string;
  readonly expect: Expectation;
  readonly next: Target;
};

export type MenuStep = Patience & {
  readonly menu: FlowText & { readonly options: readonly (FlowOption & { readonly next: Target })[] };
  /** The label of the chosen option, if it is wanted later. */
  readonly saveAs?: string;
};

export type SayStep = { readonly say: FlowText; readonly next: Target };

/** The first branch whose condition holds is taken. */
export type BranchStep = {
  readonly branch: readonly { readonly when: Condition; readonly next: Target }[];
  readonly otherwise: Target;
};

export type SetStep = {
  readonly set: {
    readonly tag?: string;
    readonly untag?: string;
    readonly attribute?: { readonly name: string; readonly value: Scalar | null };
  };
  readonly next: Target;
};

/** Tells another system and goes on: its answer is not waited for. */
export type WebhookStep = {
  readonly webhook: { readonly url: string; readonly include: readonly WebhookPart[] };
  readonly next: Target;
};

/** Gives the conversation to a person, with a last word. */
export type HandOverStep = {
  readonly handOver: Partial<FlowText> & { readonly reason: string; readonly for?: string };
};

export type EndStep = { readonly end: Partial<FlowText> };

export type FlowStep =
  AskStep | MenuStep | SayStep | BranchStep | SetStep | WebhookStep | HandOverStep | EndStep;

/** What a step is, told by one of its members. */
export const STEP_KINDS = ['ask', 'menu', 'say', 'branch', 'set', 'webhook', 'handOver', 'end'] as const;

export type StepKind = (typeof STEP_KINDS)[number];

export type FlowLimits = { readonly maxSteps: number; readonly maxDuration: string };

/** A conversation as an administrator writes it; the JSON of the API, with every default filled in. */
export type FlowDefinition = {
  readonly name: string;
  readonly start: string;
  readonly steps: Readonly<Record<string, FlowStep>>;
  readonly limits: FlowLimits;
  /** Words that lead to a step from wherever the flow waits; `end` leaves it. */
  readonly hotWords: Readonly<Record<string, Target>>;
};
