import { RE2JS, RE2Set } from 're2js';
import { readPattern } from './pattern.js';

/** Above this, one automaton for all would forget its states as fast as it learns them. */
const MAX_PATTERNS_IN_SET = 500;

type Compiled = { readonly set: RE2Set; readonly rules: readonly (readonly number[])[] };

/** Finds which of many patterns a text has, reading the text once for hundreds of them. Source: https://github.com/le0pard/re2js */
export class PatternSet {
  private readonly compiled: readonly Compiled[];

  /** @param rulesByPattern - For each pattern, the rules that look for it. One that cannot be read is never found. */
  constructor(rulesByPattern: ReadonlyMap<string, readonly number[]>, caseSensitive: boolean) {
    const all = [...rulesByPattern].filter(([pattern]) => readPattern(pattern, caseSensitive).ok);
    const compiled: Compiled[] = [];
    for (let start = 0; start < all.length; start += MAX_PATTERNS_IN_SET) {
      const some = all.slice(start, start + MAX_PATTERNS_IN_SET);
      const set = new RE2Set(RE2Set.UNANCHORED, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
      for (const [pattern] of some) set.add(pattern);
      set.compile();
      compiled.push({ set, rules: some.map(([, rules]) => rules) });
    }
    this.compiled = compiled;
  }

  /** Calls `found` for the rules of every pattern that the text has somewhere. */
  find(text: string, found: (rules: readonly number[]) => void): void {
    for (const { set, rules } of this.compiled) {
      for (const index of set.match(text)) found(rules[index] ?? []);
    }
  }
}
