import { isMixedScript, skeleton, withoutDigitLetters } from './confusables.js';
import { fold } from './fold.js';

/** What one message says, as words: the form every rule reads. */
export type Utterance = {
  /** Folded words in order. */
  readonly words: readonly string[];
  /** Index of the first word of each clause, ascending; the first is 0 when there is a word. */
  readonly clauseStarts: readonly number[];
  readonly signals: Signals;
};

/** What the non-words of a message say. */
export type Signals = {
  /** 🛑 ⛔ 🚫 */
  readonly stopSign: boolean;
  /** ✋ alone can also mean "wait" or "hello". */
  readonly raisedHand: boolean;
  /** Laughter or tenderness: next to a bare "stop" it says the opposite. */
  readonly laughing: boolean;
};

const PIECE =
  /#\d+|[\p{L}\p{M}\p{N}$@]+(?:'[\p{L}\p{M}]+)*|[.!?;\n…。！？،؛।]+|[,:()[\]"、，]|#|\s-+\s|--+|\p{Extended_Pictographic}/gu;
const WORD = /^(?:[\p{L}\p{M}\p{N}$@]|#\d)/u;
const STOP_SIGN = /^[🛑⛔🚫]/u;
const RAISED_HAND = /^[✋🤚🖐📵🔕]/u;
const LAUGHTER = /^[😂🤣😆😹😅😜😝😁😄🥰😘😍💀❤]/u;
const CONTRACTION = /'(?:t|s|m|re|ve|ll|d|all|ing|im|in)$/;

/** "Lose my #": elsewhere the sign counts things or opens a hashtag. */
const BEFORE_NUMBER_SIGN = /^(?:wrong|my|this|the|your|ur|his|her)$/;

/** Nobody speaks in longer clauses; the limit keeps rules that look back and forth linear in the length of the message. */
const LONGEST_CLAUSE = 50;

/** "don't" becomes one word, "m'envoyer" becomes two: an apostrophe joins in English and divides in French. */
function atApostrophe(piece: string): readonly string[] {
  if (!piece.includes("'")) return [piece];
  return CONTRACTION.test(piece) ? [piece.replaceAll("'", '')] : piece.split("'");
}

/**
 * @param text the person's own words, cleaned.
 * @param spelledWords words that may be spelled letter by letter ("S T O P").
 */
export function utteranceOf(text: string, spelledWords: ReadonlySet<string>): Utterance {
  const words: string[] = [];
  const clauseStarts: number[] = [];
  let startsClause = true;
  let stopSign = false;
  let raisedHand = false;
  let laughing = false;
  let mixed = false;

  for (const [piece] of fold(text).matchAll(PIECE)) {
    if (piece === '#') {
      if (BEFORE_NUMBER_SIGN.test(words.at(-1) ?? '')) words.push('number');
      continue;
    }
    if (WORD.test(piece)) {
      for (const word of atApostrophe(piece)) {
        if (word === '') continue;
        if (startsClause || words.length - (clauseStarts.at(-1) ?? 0) >= LONGEST_CLAUSE)
          clauseStarts.push(words.length);
        startsClause = false;
        mixed ||= isMixedScript(word);
        words.push(isMixedScript(word) ? skeleton(word) : word);
      }
      continue;
    }
    startsClause = true;
    stopSign ||= STOP_SIGN.test(piece);
    raisedHand ||= RAISED_HAND.test(piece);
    laughing ||= LAUGHTER.test(piece);
  }
  return {
    ...joinSpelled(unmasked(words, spelledWords, mixed), clauseStarts, spelledWords),
    signals: { stopSign, raisedHand, laughing },
  };
}

/**
 * A look-alike of a keyword among Latin words is a disguise even when all its own letters are of one foreign script; and once one
 * word was caught mixing scripts, every look-alike is.
 */
function unmasked(
  words: readonly string[],
  keywords: ReadonlySet<string>,
  caught: boolean,
): readonly string[] {
  if (!caught && !words.some((word) => /^[a-z]/.test(word))) return words;
  return words.map((word) => {
    const latin = skeleton(word);
    if (latin === word || !/^[a-z0-9]+$/.test(latin)) return word;
    return caught || (keywords.has(latin) && !keywords.has(word)) ? latin : word;
  });
}

/** Joins runs of single letters that spell a known word; other single letters ("u r 2") stay alone. */
function joinSpelled(
  words: readonly string[],
  clauseStarts: readonly number[],
  spelledWords: ReadonlySet<string>,
): Pick<Utterance, 'words' | 'clauseStarts'> {
  const joined: string[] = [];
  const starts: number[] = [];
  const isStart = new Set(clauseStarts);
  for (let at = 0; at < words.length;) {
    if (isStart.has(at)) starts.push(joined.length);
    let end = at;
    while (end < words.length && Array.from(words[end] ?? '').length === 1) end += 1;
    const spelled = end - at >= 3 ? words.slice(at, end).join('') : '';
    const word = [spelled, withoutDigitLetters(spelled), skeleton(spelled)].find((form) =>
      spelledWords.has(form),
    );
    const taken = word === undefined ? Math.max(1, end - at) : end - at;
    if (word !== undefined) joined.push(word);
    else {
      for (let index = at; index < at + taken; index += 1) {
        if (index > at && isStart.has(index)) starts.push(joined.length);
        joined.push(words[index] ?? '');
      }
    }
    at += taken;
  }
  return { words: joined, clauseStarts: starts };
}
