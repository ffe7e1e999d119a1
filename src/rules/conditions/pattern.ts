import { RE2JS, RE2JSException } from 're2js';

/** A regular expression that finds itself anywhere in a text, in time proportional to the text's length. */
export type Pattern = { test(text: string): boolean };

export type PatternReading =
  { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly why: string };

export const MAX_PATTERN_LENGTH = 512;
/** Time is length times instructions: 1,000 of them over the longest compared text take some 20 ms at worst. */
const MAX_INSTRUCTIONS = 1_000;
const UNSUPPORTED_BY_RE2 = /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</;

/** Compiles a pattern with RE2's syntax and guarantees. Source: https://github.com/google/re2/wiki/Syntax */
export function readPattern(source: string, caseSensitive: boolean): PatternReading {
  if (source === '') return { ok: false, why: 'The pattern is empty; it would match everything.' };
  if (source.length > MAX_PATTERN_LENGTH) {
    return { ok: false, why: `The pattern is longer than ${MAX_PATTERN_LENGTH} characters.` };
  }
  try {
    const pattern = RE2JS.compile(source, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    if (pattern.programSize() > MAX_INSTRUCTIONS) {
      return { ok: false, why: 'The pattern repeats too much; use smaller numbers in {…}.' };
    }
    return { ok: true, pattern };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { ok: false, why: refusal(source, error.message) };
  }
}

function refusal(source: string, message: string): string {
  const reason = message.replace('error parsing regexp: ', '').replace('`(?i)', '`').slice(0, 160);
  return UNSUPPORTED_BY_RE2.test(source)
    ? `Look-arounds and back-references are not supported, because they can take for ever (${reason}). For "and does not contain", put "not" around a "contains" or a "word" condition, and both into "all"; a whole word, never a part of another, is what "word" finds.`
    : `The pattern cannot be read: ${reason}.`;
}
