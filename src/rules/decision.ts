import type { Channel } from '../messaging/channel.js';
import type { OutboundFile } from '../messaging/media.js';
import type { MessageTemplate } from '../messaging/message-template.js';
import type { ModelDefinition } from './definition/rule-definition.js';
import type { WebhookPayload } from './actions/webhook-payload.js';
import type { FlowWebhookPayload } from './flows/flow-webhook.js';
import type { RunState } from './flows/run-state.js';

/** Every way in which the handling of an event can end. One per event; `docs/glossary.md` explains each. */
export const VERDICTS = [
  'replied',
  'no_rule_matched',
  'opt_out_recorded',
  'opt_in_recorded',
  'help_sent',
  'held',
  'suppressed',
  'cooldown',
  'paused',
  'quiet_hours',
  'loop_suspected',
  'budget_exhausted',
  'quarantined',
  'echo_ignored',
  'render_failed',
  'no_action',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A reply that is to be queued. At most one for each event. */
export type PlannedReply = {
  /** Unique within the event: `<rule revision id>:<action index>`, `flow:<step>` or `compliance`. Queuing it twice adds nothing. */
  readonly slot: string;
  readonly kind: 'reply' | 'confirmation' | 'help' | 'clarification';
  readonly text: string;
  /** As many files as the account can send with one message on this channel. */
  readonly media?: readonly OutboundFile[];
  /** Goes out instead of the text while the channel's service window is closed. */
  readonly template?: MessageTemplate;
  readonly ruleRevisionId?: string;
  /** The message category of its rule; the permit asks again whether the contact has left it. */
  readonly category?: string;
  /** The ledger entry that a confirmation confirms: its pass through the opt-out it announces. */
  readonly consentEventId?: string;
  /** Not sent later than this many milliseconds after the event was received. */
  readonly expiresAfterMs: number;
  /** Queued, but not sent before so many milliseconds have passed: the customer may be about to write more. */
  readonly notBeforeMs?: number;
};

/** A reply that waited, and is not sent because a newer one stands in for it. */
export type SupersededReply = {
  readonly messageId: string;
  readonly ruleId: string;
  /** Since when the customer has been writing, ISO 8601. */
  readonly since: string;
};

/** Another message than the reply, to the same contact by another channel or connection. */
export type PlannedSend = {
  readonly kind: 'send';
  /** Unique within the event, as a reply's. */
  readonly slot: string;
  readonly ruleRevisionId: string;
  /** A thread channel. */
  readonly channel: Channel;
  readonly connectionId: string;
  /** `integify/default`, for people. */
  readonly connection: string;
  readonly theirAddress: string;
  readonly text: string;
  /** Not sent later than this many milliseconds after the event was received. */
  readonly expiresAfterMs: number;
  /** The message category of its rule. */
  readonly category?: string;
  /** The message that did not arrive and that this one stands in for. */
  readonly failoverOfId?: string;
};

/** A question to the language model. It is asked after the decision is stored; its answer is checked, and then looked at by a person or sent. */
export type PlannedModelCall = ModelDefinition & {
  readonly kind: 'model';
  /** Unique within the event, as a reply's: the answer is queued under it. */
  readonly slot: string;
  readonly ruleRevisionId: string;
  /** For people. */
  readonly ruleName: string;
  /** The message category of its rule. */
  readonly category?: string;
  /** Asked only when so many milliseconds have passed: the customer may be about to write more, and then this is not asked. */
  readonly notBeforeMs?: number;
};

/** Something a rule does besides replying. Stored with the decision, in one transaction. */
export type PlannedEffect =
  | { readonly kind: 'tag' | 'untag'; readonly tag: string }
  /** Null takes the attribute away. */
  | { readonly kind: 'attribute'; readonly name: string; readonly value: string | number | boolean | null }
  /** From the time of the decision on. */
  | { readonly kind: 'pause'; readonly forMs: number }
  /** A pause until somebody resumes the conversation, or for so long, that is announced. */
  | { readonly kind: 'handOver'; readonly reason: string; readonly forMs?: number }
  /** The flow of the conversation as it stands from now on; without `runId` it begins. */
  | { readonly kind: 'flow'; readonly flow: string; readonly runId?: string; readonly state: RunState }
  | {
      readonly kind: 'webhook';
      readonly slot: string;
      readonly ruleRevisionId: string;
      readonly url: string;
      readonly payload: WebhookPayload | FlowWebhookPayload;
    }
  | PlannedSend
  | PlannedModelCall;

/** One question that was asked on the way to the decision, with its answer; nested as the reasoning was. */
export type TraceNode = {
  /** What was asked: `compliance`, `rule "Opening hours"`, `message.text word`. */
  readonly label: string;
  readonly outcome: TraceOutcome;
  /** One plain sentence for people. */
  readonly detail?: string;
  readonly actual?: unknown;
  readonly expected?: unknown;
  readonly ruleId?: string;
  readonly children?: readonly TraceNode[];
};

/**
 * A stage `passed` the event on or `stopped` it; a rule or a condition `matched` or not; what was settled before its turn came
 * was `skipped`.
 */
export type TraceOutcome = 'passed' | 'matched' | 'not_matched' | 'skipped' | 'stopped';

/** The whole answer of `decide`: what to do, and why, down to each condition. */
export type Decision = {
  readonly verdict: Verdict;
  /** For a shop owner: "No reply: rule Hours matched, but its 10-minute cooldown ends 21:04." */
  readonly sentence: string;
  readonly replies: readonly PlannedReply[];
  readonly effects: readonly PlannedEffect[];
  /** Rules that fired and count for their cooldown. */
  readonly firedRuleIds: readonly string[];
  /** Shadow rules that would have fired. They are counted, and nothing else. */
  readonly shadowRuleIds: readonly string[];
  readonly ruleRevisionId?: string;
  /** Replies that still wait for the customer to finish writing. They are cancelled: this decision's reply answers for them too. */
  readonly supersedes?: readonly SupersededReply[];
  readonly stages: readonly TraceNode[];
};
