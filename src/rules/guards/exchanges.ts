import { RECENT_MESSAGES, type RecentMessage } from './guard-facts.js';
import { wordingOf, type Wording } from './likeness.js';

/** A reply of ours, and the message that came right after it. */
export type Exchange = {
  readonly ours: Wording;
  readonly theirs: Wording;
  readonly delayMs: number;
  /** Sooner than anybody could have typed it. */
  readonly isMachinePaced: boolean;
};

export type Talk = {
  /** Without anything in between, the present one first. */
  readonly exchanges: readonly Exchange[];
  /** What they said without a reply of ours before it: the words of somebody who wants something. */
  readonly unprompted: readonly Wording[];
};

/** A person reads for half a second and types eight characters a second at the best; from five seconds on it may be anybody. */
const READING_MS = 500;
const TYPING_MS_PER_CHARACTER = 125;
const LONGEST_MACHINE_MS = 5_000;

type Said = { readonly text: string; readonly at: number };

type Earlier = Said & { readonly isTheirs: boolean; readonly isReply: boolean };

/**
 * Reads the talk back from the present message, by the clock and not by the order in which it was worked on. Two messages in a row, or a
 * word of a person on our side, end the exchanges: where it does not go to and fro, nobody answers anybody by machine.
 */
export function talkBefore(present: Said, recent: readonly RecentMessage[]): Talk {
  const earlier = recent
    .map(({ from, isReply, at, text }) => ({ isTheirs: from === 'them', isReply, text, at: Date.parse(at) }))
    .filter(({ at }) => at <= present.at)
    .sort((one, other) => other.at - one.at);
  return { exchanges: exchangesIn(present, earlier), unprompted: unpromptedIn(earlier) };
}

function exchangesIn(present: Said, earlier: readonly Earlier[]): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  let theirs = present;
  for (let index = 0; index < earlier.length; index += 2) {
    const ours = earlier[index];
    if (ours === undefined || ours.isTheirs || !ours.isReply) break;
    exchanges.push(exchangeOf(ours, theirs));
    const before = earlier[index + 1];
    if (before?.isTheirs !== true) break;
    theirs = before;
  }
  return exchanges;
}

/** What came before the oldest of a full list is not known, and then a reply of ours may have. */
function unpromptedIn(earlier: readonly Earlier[]): readonly Wording[] {
  const isWhole = earlier.length < RECENT_MESSAGES;
  return earlier.flatMap(({ isTheirs, text }, index) => {
    const before = earlier[index + 1];
    const isPrompted = before === undefined ? !isWhole : !before.isTheirs && before.isReply;
    return isTheirs && !isPrompted ? [wordingOf(text)] : [];
  });
}

function exchangeOf(ours: Said, theirs: Said): Exchange {
  const delayMs = theirs.at - ours.at;
  const typingMs = READING_MS + TYPING_MS_PER_CHARACTER * theirs.text.length;
  return {
    ours: wordingOf(ours.text),
    theirs: wordingOf(theirs.text),
    delayMs,
    isMachinePaced: delayMs < Math.min(LONGEST_MACHINE_MS, typingMs),
  };
}
