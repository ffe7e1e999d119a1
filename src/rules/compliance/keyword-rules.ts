import type { ClassifyContext, Finding } from './classification.js';
import type { Utterance } from './utterance.js';
import {
  core,
  foldedPhrases,
  isLaugh,
  keywordLike,
  spaceless,
  type Keyword,
  type KeywordClass,
} from './vocabulary.js';

const PRECEDENCE: readonly KeywordClass[] = ['opt_out', 'help', 'opt_in'];
const MOST_WORDS = 8;
const JOINER = /^(?:and|or|to|2|y|o|et|und)$/;
const REFUSAL = /^(?:no|nope|nah|non|nein|nao|nee|nej|nei)$/;

/** The tenant's own keywords. They are asked after the built-in opt-outs, so none of those can be given another meaning. */
function tenantKeywords(context: ClassifyContext): ReadonlyMap<string, Keyword> {
  const table = new Map<string, Keyword>();
  const add = (keywordClass: KeywordClass, words: readonly string[] = []) => {
    for (const word of foldedPhrases(words)) {
      table.set(word, { class: keywordClass, word, language: 'tenant', takesNumber: false });
    }
  };
  add('opt_in', context.extraOptInKeywords);
  add('help', context.extraHelpKeywords);
  add('opt_out', context.extraOptOutKeywords);
  return table;
}

/** Does the whole message, apart from courtesies, say nothing but keywords? */
export function keywordFinding({ words, signals }: Utterance, context: ClassifyContext): Finding | undefined {
  const extra = tenantKeywords(context);
  const everything = keywordLike(words.join(' '), extra);
  const range = everything === undefined ? core(words) : { from: 0, end: words.length };
  const said = words.slice(range.from, range.end);
  const finding = (keyword: Keyword, how: string): Finding => ({
    class: keyword.class,
    ruleId: ruleIdOf(keyword, how, context),
    confidence: how === 'typo' ? 'likely' : 'certain',
    from: range.from,
    to: range.end - 1,
  });

  if (said.length === 0) return signals.stopSign && !signals.laughing ? emoji(words.length) : undefined;
  if (said.length > MOST_WORDS) return undefined;

  const whole = wholePhrase(said, extra);
  if (whole === undefined) return undefined;
  const refused = words.slice(0, range.from).some((word) => REFUSAL.test(word));
  if (refused && !whole.keyword.takesNumber) return undefined;
  if (whole.class === 'opt_out' && (signals.laughing || words.some(isLaugh))) {
    return {
      ...finding(whole.keyword, whole.how),
      class: 'hold',
      ruleId: 'keyword.laughing',
      confidence: 'possible',
    };
  }
  if (whole.contradicted)
    return {
      ...finding(whole.keyword, whole.how),
      class: 'hold',
      ruleId: 'keyword.both-ways',
      confidence: 'possible',
    };
  return finding(whole.keyword, whole.how);
}

function emoji(wordCount: number): Finding {
  return { class: 'opt_out', ruleId: 'keyword.emoji', confidence: 'likely', from: 0, to: wordCount - 1 };
}

function ruleIdOf(keyword: Keyword, how: string, context: ClassifyContext): string {
  if (context.appointmentFlow === true && keyword.word === 'cancel')
    return 'keyword.cancel-in-appointment-flow';
  return how === 'exact' ? `keyword.${keyword.language}` : `keyword.${keyword.language}.${how}`;
}

type Whole = {
  readonly class: KeywordClass;
  readonly keyword: Keyword;
  readonly how: string;
  readonly contradicted: boolean;
};

function wholePhrase(said: readonly string[], extra: ReadonlyMap<string, Keyword>): Whole | undefined {
  const single = (keyword: Keyword, how: string): Whole => ({
    class: keyword.class,
    keyword,
    how,
    contradicted: false,
  });
  const phrase = keywordLike(said.join(' '), extra);
  if (phrase !== undefined) return single(phrase.keyword, phrase.how);
  if (said.length === 1) return undefined;

  const joined = spaceless(said);
  if (joined !== undefined) return single(joined, 'spelling');

  const withoutNumber = said.filter((word) => !/^\d+$/.test(word));
  if (withoutNumber.length > 0 && withoutNumber.length < said.length) {
    const numbered = keywordLike(withoutNumber.join(' '), extra);
    const isLeading = said[0] === withoutNumber[0];
    if (numbered?.keyword.takesNumber === true && isLeading) return single(numbered.keyword, 'number');
  }
  return severalKeywords(said, extra);
}

/** "STOP HELP", "stop stop", "end or quit": every word a keyword. The class that sends less wins; stop with start is unclear. */
function severalKeywords(said: readonly string[], extra: ReadonlyMap<string, Keyword>): Whole | undefined {
  const found: Keyword[] = [];
  for (const [at, word] of said.entries()) {
    const match = keywordLike(word, extra);
    if (match !== undefined) found.push(match.keyword);
    else if (!JOINER.test(word) || at === 0 || at === said.length - 1) {
      const { from, end } = core([word]);
      if (from < end) return undefined;
    }
  }
  for (const keywordClass of PRECEDENCE) {
    const keyword = found.find((candidate) => candidate.class === keywordClass);
    if (keyword === undefined) continue;
    const contradicted = keywordClass === 'opt_out' && found.some((other) => other.class === 'opt_in');
    return { class: keywordClass, keyword, how: 'several', contradicted };
  }
  return undefined;
}
