/** One text in the three forms that text operators compare. */
export type ComparableText = {
  /** The whole text with the differences taken out that nobody means: case, invisible characters, curly quotes, runs of spaces. */
  readonly text: string;
  /** `text` without punctuation and emoji at its edges, so that `Hours?!` equals `hours`. */
  readonly trimmed: string;
  /** Only the words, each between single spaces: ` what are your hours `. */
  readonly words: string;
};

/** Rules look at no more than this of a message: more than the longest SMS that carriers put together. */
export const MAX_COMPARED_LENGTH = 2_000;

// Zero-width, bidirectional and other characters without a glyph; they change how a text compares, not how it reads.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const SINGLE_QUOTES = /[\u2018\u2019\u201A\u201B\u2032\u00B4\u0060\u02BC]/gu;
const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;
const SPACES = /\s+/gu;
const NOT_IN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;
const MEANINGFUL_EDGE = /[\p{L}\p{N}\p{M}\p{Sc}]/u;
const UP_TO_LAST_MEANINGFUL = /^.*[\p{L}\p{N}\p{M}\p{Sc}]/su;

/**
 * Scripts written without spaces have no visible word boundaries. Each of their characters counts as a word of its own, so that
 * `word` finds 营业时间 inside a sentence. A dictionary would cut better, but differently in each version of Node.
 */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*/gu;

/**
 * Puts a text into the forms that are compared. `caseSensitive` keeps case, quotes and edges, and takes out only what cannot be
 * seen: compatibility forms, invisible characters, runs of spaces.
 */
export function comparableText(raw: string, caseSensitive: boolean): ComparableText {
  // Some signs are short for many letters, so the length is cut again behind the normalisation.
  const visible = raw
    .slice(0, MAX_COMPARED_LENGTH)
    .normalize('NFKC')
    .slice(0, MAX_COMPARED_LENGTH)
    .replace(INVISIBLE, '');
  const text = (caseSensitive ? visible.normalize('NFKC') : foldText(visible)).replace(SPACES, ' ').trim();
  return { text, trimmed: caseSensitive ? text : trimEdges(text), words: spacedWords(text) };
}

/** Case, quotes and dashes folded, the same in every locale. */
function foldText(text: string): string {
  return foldCase(text)
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .normalize('NFKC');
}

/**
 * Lower, upper and lower case again is Unicode's full folding (ß and ss, ς and σ), and it makes one letter of the dotted and dotless i:
 * on a Turkish keyboard `IPTAL`, `İptal` and `ıptal` are one word, and `SİZE` is still `size`.
 */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ς', 'σ');
}

/** A text that is nothing but punctuation or emoji keeps it: it is all there is to compare. */
function trimEdges(text: string): string {
  const start = text.search(MEANINGFUL_EDGE);
  return start === -1 ? text : (UP_TO_LAST_MEANINGFUL.exec(text)?.[0] ?? text).slice(start);
}

/** The words of a text, in order. */
export function wordsOf({ words }: ComparableText): readonly string[] {
  return words === '' ? [] : words.slice(1, -1).split(' ');
}

function spacedWords(text: string): string {
  const words = text.replace(NOT_IN_WORDS, ' ').replace(UNSPACED, ' $& ').replace(SPACES, ' ').trim();
  return words === '' ? '' : ` ${words} `;
}
