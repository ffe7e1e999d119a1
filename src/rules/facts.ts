/**
 * Everything besides the event that a decision may depend on, loaded beforehand. Plain JSON: stored with the decision, so that
 * the same decision can be made again. Instants are ISO 8601 texts.
 */
export type Facts = {
  /** Used in compliance texts and templates. */
  readonly brand: { readonly name: string; readonly helpContact?: string };
  readonly contact?: ContactFacts;
  readonly conversation?: ConversationFacts;
  /** What the ledger recorded when this very webhook was stored; absent when its text was no consent word. */
  readonly consentEntry?: ConsentEntryFacts;
  /** Some providers answer STOP by themselves; then we record it and stay silent. */
  readonly providerConfirmsOptOut: boolean;
  /** Short codes, and Canada, ask for HELP to be answered whatever the consent. Source: https://support.twilio.com/hc/en-us/articles/223182208 */
  readonly answersHelpAlways: boolean;
  /** When each rule last answered this contact on this channel, by rule id. */
  readonly lastFiredAt: Readonly<Record<string, string>>;
};

export type ContactFacts = {
  readonly id: string;
  readonly name?: string;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly consent: 'subscribed' | 'opted_out' | 'held';
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
  /** False for a repeated STOP, or a word that an earlier-sent later one had already overridden. */
  readonly changed: boolean;
};
