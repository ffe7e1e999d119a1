/**
 * What a message means for consent.
 * - `opt_out`: a keyword, or words a reasonable person reads as a wish to end contact at this address.
 * - `hold`: a credible stop signal whose object is unclear. Automated sends wait until it is settled.
 * - `help`: a help keyword, or a question about who is writing.
 * - `opt_in`: an explicit opt-in keyword, never free text.
 * - `none`: everything else.
 */
export type OptOutClass = 'opt_out' | 'opt_in' | 'help' | 'hold' | 'none';

/** Everything of the brand, or one message category of it. */
export type OptOutScope = 'all' | { readonly category: string };

export type Classification = {
  readonly class: OptOutClass;
  readonly scope: OptOutScope;
  /** `certain`: a keyword. `likely`: a sentence with cue and object. `possible`: everything that is only a hint. */
  readonly confidence: 'certain' | 'likely' | 'possible';
  /** Names the rule that decided, as `family.rule`; stable within one `detectorVersion`. */
  readonly ruleId: string;
  /** The words of `normalised` that made the rule fire; empty when no word did. */
  readonly matchedSpan: string;
  /** The folded words of the person's own text, without quotations, signatures and punctuation. */
  readonly normalised: string;
  readonly detectorVersion: string;
};

/** A kind of messages that a contact can leave and still get the others: "STOP MARKETING". */
export type MessageCategory = {
  /** Names it in rules, in the ledger and in the API. */
  readonly key: string;
  /** Names it in texts to customers: "You will get no more Marketing messages." */
  readonly name: string;
  /** What customers write behind STOP or START to mean it. */
  readonly keywords: readonly string[];
};

/** The words of consent that a tenant adds to the built-in ones. The same in everything that reads a message. */
export type ConsentVocabulary = Pick<
  ClassifyContext,
  'extraOptOutKeywords' | 'extraHelpKeywords' | 'extraOptInKeywords'
> & { readonly categories: readonly MessageCategory[] };

/** Of a tenant who added nothing: no category can be left, so every stop stops everything. */
export const NO_TENANT_WORDS: ConsentVocabulary = { categories: [] };

export type ClassifyContext = {
  /** We asked "reply YES to subscribe" and wait for the answer. */
  readonly pendingDoubleOptIn?: boolean;
  /** We asked whether the person wants everything to stop and wait for the answer. */
  readonly pendingClarification?: boolean;
  /** The last message was about an appointment: a bare CANCEL gets its own rule id, so the confirmation can offer both. */
  readonly appointmentFlow?: boolean;
  /** Whole-message keywords of this tenant. They add to the built-in ones; none can take a built-in opt-out away. */
  readonly extraOptOutKeywords?: readonly string[];
  readonly extraHelpKeywords?: readonly string[];
  readonly extraOptInKeywords?: readonly string[];
  /** The message categories this tenant sends. Without it: `marketing` and `notification`. */
  readonly categories?: readonly MessageCategory[];
};

/** One rule's opinion, before the opinions of all rules are weighed. */
export type Finding = {
  readonly class: Exclude<OptOutClass, 'none'>;
  readonly ruleId: string;
  readonly confidence: Classification['confidence'];
  /** Indices into the normalised words, both inclusive. */
  readonly from: number;
  readonly to: number;
};

/** The rule id of a "no" to the question whether messages shall stop: it ends a hold. */
export const CLARIFIED_NO = 'context.clarified-no';

/** Changes whenever a classification can change: stored with every consent event, compared when past messages are replayed. */
export const DETECTOR_VERSION = '1.3.0';
