import type { Finding } from './classification.js';
import { LANGUAGE_PACKS } from './keywords/index.js';
import type { InsideWords } from './language-pack.js';
import type { Utterance } from './utterance.js';
import { foldedPhrase } from './vocabulary.js';

const UNSPACED_SCRIPT = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

type Reader = {
  readonly language: string;
  readonly optOut: readonly string[];
  readonly hold: readonly string[];
  readonly wishes: readonly { readonly said: RegExp; readonly unless: RegExp | undefined }[];
};

const READERS: readonly Reader[] = LANGUAGE_PACKS.flatMap(({ language, inside }) =>
  inside === undefined ? [] : [readerOf(language, inside)],
);

function readerOf(language: string, { optOut, hold = [], wishes = [] }: InsideWords): Reader {
  return {
    language,
    optOut: optOut.map(foldedPhrase),
    hold: hold.map(foldedPhrase),
    wishes: wishes.map(({ first, then, gap, unless }) => ({
      said: new RegExp(`(?:${oneOf(first)}).{0,${String(gap)}}?(?:${oneOf(then)})`, 'u'),
      unless: unless === undefined ? undefined : new RegExp(oneOf(unless), 'u'),
    })),
  };
}

/** Entries are letters and digits only once folded, so none needs escaping. */
function oneOf(parts: readonly string[]): string {
  return parts.map(foldedPhrase).join('|');
}

/**
 * Scripts without spaces have no words to parse. Telling fragments are looked for in the whole message, and in each clause a refusal
 * with what is refused within a few characters of it; the bound on the distance is what keeps the search linear.
 */
export function insideFindings({ words, clauseStarts }: Utterance): readonly Finding[] {
  const text = words.join(' ');
  if (!UNSPACED_SCRIPT.test(text)) return [];
  const clauses = clauseStarts.map((start, index) => words.slice(start, clauseStarts[index + 1]).join(' '));
  const to = words.length - 1;
  return READERS.flatMap(({ language, optOut, hold, wishes }): readonly Finding[] => {
    const ruleId = `inside.${language}`;
    const wished = wishes.some(({ said, unless }) =>
      clauses.some((clause) => said.test(clause) && unless?.test(clause) !== true),
    );
    if (wished || optOut.some((part) => text.includes(part)))
      return [{ class: 'opt_out', ruleId, confidence: 'likely', from: 0, to }];
    return hold.some((part) => text.includes(part))
      ? [{ class: 'hold', ruleId, confidence: 'possible', from: 0, to }]
      : [];
  });
}
