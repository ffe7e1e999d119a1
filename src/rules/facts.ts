import type { MediaLimits } from '../messaging/media.js';
import type { ActiveRun } from './flows/run-state.js';
import type { ReachFacts } from './actions/reach-facts.js';
import type { GuardFacts } from './guards/guard-facts.js';
import type { ConsentVocabulary } from './compliance/classification.js';

/**
 * Everything besides the event that a decision may depend on, loaded beforehand. Plain JSON: stored with the decision, so that
 * the same decision can be made again. Instants are ISO 8601 texts.
 */
export type Facts = {
  /** Used in compliance texts and templates. */
  readonly brand: { readonly name: string; readonly helpContact?: string };
  readonly contact?: ContactFacts;
  readonly conversation?: ConversationFacts;
  /** The flow that waits in the conversation for an answer. */
  readonly flow?: ActiveRun;
  /** What the ledger recorded when this very webhook was stored; absent when its text was no consent word. */
  readonly consentEntry?: ConsentEntryFacts;
  /** The tenant's own words of consent; absent while there are only the built-in ones. */
  readonly consentVocabulary?: ConsentVocabulary;
  /** Some providers answer STOP by themselves; then we record it and stay silent. */
  readonly providerConfirmsOptOut: boolean;
  /** Short codes, and Canada, ask for HELP to be answered whatever the consent. Source: https://support.twilio.com/hc/en-us/articles/223182208 */
  readonly answersHelpAlways: boolean;
  /** Whether an opt-out by e-mail is confirmed, which is the exception; absent where it is not. */
  readonly confirmsEmailOptOut?: true;
  /** How many files the account can send with one message, by channel; absent where it can send none. */
  readonly mediaLimits?: MediaLimits;
  /** Where else the contact can be reached; absent unless a rule of this event may send there. */
  readonly reach?: ReachFacts;
  /** What the guards count; absent for somebody we know nothing about yet. */
  readonly guards?: GuardFacts;
};

export type ContactFacts = {
  readonly id: string;
  readonly name?: string;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly consent: 'subscribed' | 'opted_out' | 'held';
  /** The keys of the message categories that they have left; rules of these categories do not answer them. */
  readonly categoriesLeft?: readonly string[];
  /** Whether they had sent a message before this one, on any channel; absent for events that are no message. */
  readonly hasWrittenBefore?: boolean;
};

export type ConversationFacts = {
  readonly id: string;
  readonly channel: string;
  readonly theirAddress: string;
  readonly ourAddress?: string;
  readonly pausedUntil?: string;
  readonly pauseReason?: string;
};

export type ConsentEntryFacts = {
  readonly id: string;
  readonly action: 'revoke' | 'grant' | 'hold' | 'release';
  /** `all`, or the key of a message category. Absent means `all`. */
  readonly scope?: string;
  /** False for a repeated STOP, or a word that an earlier-sent later one had already overridden. */
  readonly changed: boolean;
  /** From when it was said, by the provider's clock as far as that is believed, to when it reached us. Absent means at once. */
  readonly delayMs?: number;
};
