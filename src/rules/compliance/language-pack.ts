/**
 * The words of one language. Every entry is folded on loading, so accents and case do not matter here.
 * A word that ends in `*` is a stem: it stands for every word that begins with it.
 */
export type LanguagePack = {
  /** BCP 47 language tag. */
  readonly language: string;
  /** Where the keywords come from: public vendor or regulator pages, or "proposed" when none publishes them. */
  readonly source: string;
  /** Whole-message keywords that end contact. */
  readonly optOut: readonly string[];
  /** The `optOut` words that stay an opt-out when a number follows ("STOP 36111"). */
  readonly withNumber?: readonly string[];
  /** The `optOut` words near misses of which still count; long or distinctive ones only. */
  readonly typoTolerant?: readonly string[];
  readonly optIn?: readonly string[];
  readonly help?: readonly string[];
  /** Courtesies and fillers that may stand around a keyword. */
  readonly polite?: readonly string[];
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  readonly phrases?: PhraseWords;
  /** For scripts written without spaces. */
  readonly inside?: InsideWords;
};

export type InsideWords = {
  /** Any of these inside the message decides. */
  readonly optOut: readonly string[];
  readonly hold?: readonly string[];
  /** A refusal and what is refused, in the order in which they are said. */
  readonly wishes?: readonly InsideWish[];
};

export type InsideWish = {
  readonly first: readonly string[];
  readonly then: readonly string[];
  /** Most characters between the two. */
  readonly gap: number;
  /** Things that are no messages, and "forget": with any of these in the clause nothing is refused. */
  readonly unless?: readonly string[];
};

/** The parts of speech the phrase grammar combines; see phrase-grammar.ts for the combinations. */
export type PhraseWords = {
  /** "stop", "cease": with messages or contact it ends contact. */
  readonly cease?: readonly string[];
  /** "send", "write", "call", in any form. */
  readonly contact?: readonly string[];
  /** Forms of those verbs that are an order: "(don't) write". */
  readonly contactOrder?: readonly string[];
  readonly messages?: readonly string[];
  readonly self?: readonly string[];
  readonly not?: readonly string[];
  /** "any more", as in "keine Nachrichten mehr". */
  readonly noMore?: readonly string[];
  /** A verb of contact and its negation in one expression: "usinitumie", "পাঠাবেন না". */
  readonly refusal?: readonly string[];
  /** A wish and its negation in one word: "sitaki", "nechci". */
  readonly unwilling?: readonly string[];
  /** "Forget", "hesitate": negated, they ask for a message ("no olvides escribirme"). */
  readonly reminder?: readonly string[];
  readonly want?: readonly string[];
  readonly receive?: readonly string[];
  readonly remove?: readonly string[];
  readonly numberOrList?: readonly string[];
  /** Verbs that need no object: "unsubscribe". */
  readonly unsubscribe?: readonly string[];
  /** Things that are not messages: next to them a verb of ending says nothing about consent. */
  readonly otherObject?: readonly string[];
  /** Consecutive words, anywhere in a clause. */
  readonly optOutPhrases?: readonly string[];
  /** Consecutive words that must be the whole message. */
  readonly holdPhrases?: readonly string[];
};

/** Reads a long list as it is easiest to review: words and phrases with commas between them, lines broken anywhere. */
export function list(text: string): readonly string[] {
  return text.split(',').map((entry) => entry.trim().replaceAll(/\s+/g, ' '));
}
