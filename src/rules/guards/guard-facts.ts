import { DEFAULT_REPLY_SETTINGS, type ReplySettings } from './reply-settings.js';

/** The latest firings of one rule for the contact in one conversation; newest first, at most twenty. */
export type RuleFiring = {
  readonly ruleId: string;
  readonly channel: string;
  /** Absent where the event belonged to no conversation. */
  readonly conversationId?: string;
  readonly at: readonly string[];
};

/** So many messages are looked back upon: six exchanges. */
export const RECENT_MESSAGES = 12;

/** A message of the conversation, without the one that is decided upon. */
export type RecentMessage = {
  readonly from: 'them' | 'us';
  /** Ours only: a rule wrote it, not a person and not the law. */
  readonly isReply: boolean;
  /** When theirs reached us, or ours was let go. */
  readonly at: string;
  /** Its beginning. */
  readonly text: string;
};

/** A reply that waits whether the customer writes more. */
export type WaitingReply = { readonly messageId: string; readonly ruleId: string; readonly since: string };

/** Replies that somebody has switched off. `scope` is `all`, `connection:<id>` or `group:<name>`. */
export type KillSwitch = {
  readonly scope: string;
  readonly reason: string;
  readonly actor: string;
  readonly since: string;
};

/** What the guards count and look up, with the settings they go by. */
export type GuardFacts = {
  readonly settings: ReplySettings;
  /** When the message reached us: it may have waited before it was decided upon. */
  readonly receivedAt?: string;
  /** The message came from an address of ours, at whichever account. */
  readonly isFromUs: boolean;
  readonly firings: readonly RuleFiring[];
  /** The latest of this conversation. */
  readonly recentMessages: readonly RecentMessage[];
  readonly waitingReplies: readonly WaitingReply[];
  readonly killSwitches: readonly KillSwitch[];
  /** When the reply was queued that fills the contact's budget: of ten an hour, the tenth newest of the last hour. */
  readonly budgetFilledAt: { readonly hour?: string; readonly day?: string };
  /** SMS segments that the connection has sent on a UTC day. */
  readonly segmentsSpent?: { readonly day: string; readonly segments: number };
};

const NOTHING_KNOWN: GuardFacts = {
  settings: DEFAULT_REPLY_SETTINGS,
  isFromUs: false,
  firings: [],
  recentMessages: [],
  waitingReplies: [],
  killSwitches: [],
  budgetFilledAt: {},
};

/** What is known for the guards; of somebody we know nothing about, nothing. */
export function guardFacts({ guards }: { readonly guards?: GuardFacts }): GuardFacts {
  return guards ?? NOTHING_KNOWN;
}
