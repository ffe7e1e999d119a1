import type { MessageCategory } from '../../rules/compliance/classification.js';

/** How long stored words are kept, in whole days. An absent member means that they are kept for ever. */
export type RetentionSettings = {
  /** Bodies and headers of webhooks. */
  readonly webhookBodyDays?: number;
  /** Texts, subjects and attachments of messages, in both directions. */
  readonly messageTextDays?: number;
  /** Decisions: sentence, reasoning and snapshot. */
  readonly decisionDays?: number;
};

/** What an administrator decides about consent. Built-in keywords are always on, whatever stands here. */
export type ConsentSettings = {
  /** Whole-message keywords besides the built-in ones, as they were written. */
  readonly keywords: {
    readonly optOut: readonly string[];
    readonly optIn: readonly string[];
    readonly help: readonly string[];
  };
  /** The kinds of messages that a contact can leave and still get the others. */
  readonly categories: readonly MessageCategory[];
  readonly retention: RetentionSettings;
};

/** Settings as they stood: `version` counts from 1, and is 0 for the defaults that nobody has changed yet. */
export type StoredConsentSettings = {
  readonly version: number;
  readonly settings: ConsentSettings;
  readonly actor: string | undefined;
  readonly reason: string | undefined;
  readonly changedAt: Date | undefined;
};

export const DEFAULT_CONSENT_SETTINGS: ConsentSettings = {
  keywords: { optOut: [], optIn: [], help: [] },
  categories: [],
  retention: {},
};
