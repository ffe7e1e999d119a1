import {
  CLARIFIED_NO,
  DETECTOR_VERSION,
  type Classification,
  type ClassifyContext,
  type Finding,
  type OptOutScope,
} from './classification.js';
import { englishFindings } from './english/english.js';
import { clean } from './fold.js';
import { keywordFinding } from './keyword-rules.js';
import { ownWords } from './own-words.js';
import { endsInCease, phraseFinding } from './phrase-grammar.js';
import { categoryKeyword, scopeOf } from './scope.js';
import { insideFindings } from './unspaced.js';
import { utteranceOf, type Utterance } from './utterance.js';
import {
  AFFIRMATIVES,
  core,
  HOLD_MESSAGES,
  isLaugh,
  meantWord,
  NEGATIVES,
  SPELLED_WORDS,
} from './vocabulary.js';

export type { Classification, ClassifyContext, OptOutClass, OptOutScope } from './classification.js';

/** Far more than any text message has. */
const MOST_WORDS_HEARD = 10_000;

const PRECEDENCE: readonly Finding['class'][] = ['opt_out', 'hold', 'help', 'opt_in'];

/**
 * What an inbound message means for consent: pure, deterministic, linear in the length of `text`, and it never throws.
 * Opt-out outranks hold, hold outranks help, help outranks opt-in.
 */
export function classify(text: string, context: ClassifyContext = {}): Classification {
  const heard = hear(text, context);
  if (heard.class !== 'none') return heard;
  const once = withoutRepetition(text);
  if (once === text) return heard;
  const heardOnce = hear(once, context);
  return heardOnce.class === 'opt_out' || heardOnce.class === 'hold' ? heardOnce : heard;
}

/** "stop stop stop sending me these": whoever has to say it again and again means it the more. A word counts once, however it is decorated. */
function withoutRepetition(text: string): string {
  const beginnings = text.toLowerCase().split(/\s+/, MOST_WORDS_HEARD);
  // Most texts end here: taking words apart costs more than all keywords together.
  if (!beginnings.some((word, at) => at > 0 && word.slice(0, 2) === beginnings[at - 1]?.slice(0, 2)))
    return text;
  let last = '';
  return text
    .split(/(?<=\s)/u)
    .filter((word) => {
      const plain = word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
      const isRepeated = plain !== '' && plain === last;
      last = plain;
      return !isRepeated;
    })
    .join('');
}

function hear(text: string, context: ClassifyContext): Classification {
  const own = ownWords(clean(text));
  if (own.kind !== 'text') return none(`none.${own.kind}`, '');
  const utterance = utteranceOf(own.text, SPELLED_WORDS);
  const normalised = utterance.words.join(' ');
  const answer = pendingAnswer(utterance, context);
  if (answer?.class === 'none') return none(answer.ruleId, normalised);

  const findings = [...findingsOf(utterance, context), ...signedKeyword(own.text, utterance, context)];
  const all = answer === undefined ? findings : [answer, ...findings];
  for (const wanted of PRECEDENCE) {
    const finding = all.find((candidate) => candidate.class === wanted);
    if (finding !== undefined) return classified(finding, utterance, normalised, context);
  }
  return none('none', normalised);
}

/** A keyword, a blank line, and a name below it: the name is a signature. */
function signedKeyword(text: string, { signals }: Utterance, context: ClassifyContext): readonly Finding[] {
  if (signals.laughing || !text.includes('\n')) return [];
  const [first = '', ...below] = text.split(/\n\s*\n/, 3);
  if (below.length === 0) return [];
  const keyword = keywordFinding(utteranceOf(first, SPELLED_WORDS), context);
  return keyword?.class === 'opt_out' ? [keyword] : [];
}

function none(ruleId: string, normalised: string): Classification {
  return {
    class: 'none',
    scope: 'all',
    confidence: 'certain',
    ruleId,
    matchedSpan: '',
    normalised,
    detectorVersion: DETECTOR_VERSION,
  };
}

function classified(
  finding: Finding,
  { words }: Utterance,
  normalised: string,
  context: ClassifyContext,
): Classification {
  return {
    class: finding.class,
    scope: scopeFor(finding, words, context),
    confidence: finding.confidence,
    ruleId: finding.ruleId,
    matchedSpan: words.slice(finding.from, finding.to + 1).join(' '),
    normalised,
    detectorVersion: DETECTOR_VERSION,
  };
}

function scopeFor(finding: Finding, words: readonly string[], context: ClassifyContext): OptOutScope {
  if (finding.class !== 'opt_out' && finding.class !== 'opt_in') return 'all';
  const keyword = categoryKeyword(words, context);
  if (keyword !== undefined && keyword.class === finding.class) {
    return keyword.category === undefined ? 'all' : { category: keyword.category };
  }
  return finding.class === 'opt_out' ? scopeOf(words, finding.from, context) : 'all';
}

type Answer = Finding | { readonly class: 'none'; readonly ruleId: string };

/** YES and NO mean something only while we wait for an answer. */
function pendingAnswer({ words }: Utterance, context: ClassifyContext): Answer | undefined {
  if (context.pendingClarification !== true && context.pendingDoubleOptIn !== true) return undefined;
  const whole = words.join(' ');
  const answer = (found: Finding['class'], ruleId: string): Finding => ({
    class: found,
    ruleId,
    confidence: 'certain',
    from: 0,
    to: words.length - 1,
  });
  const yes = AFFIRMATIVES.has(whole) || AFFIRMATIVES.has(withoutCourtesy(words));
  if (context.pendingClarification === true) {
    if (yes) return answer('opt_out', 'context.clarified-yes');
    return NEGATIVES.has(whole) ? { class: 'none', ruleId: CLARIFIED_NO } : undefined;
  }
  return yes ? answer('opt_in', 'context.confirmed-opt-in') : undefined;
}

function withoutCourtesy(words: readonly string[]): string {
  return words.filter((word) => !/^(?:please|pls|plz|thanks|thank|thx|you)$/.test(word)).join(' ');
}

function findingsOf(utterance: Utterance, context: ClassifyContext): readonly Finding[] {
  const { words, signals } = utterance;
  const keyword = keywordFinding(utterance, context) ?? categoryFinding(words, context);
  const mayHideOptOut =
    keyword !== undefined && keyword.class !== 'opt_out' && keyword.ruleId.startsWith('keyword.tenant');
  if (keyword !== undefined && !mayHideOptOut) return [keyword];
  const laughing = signals.laughing || words.some(isLaugh);
  return [
    ...(keyword === undefined ? [] : [keyword]),
    ...englishFindings(utterance, meantWord, laughing),
    ...foreignFindings(utterance),
    ...insideFindings(utterance),
    ...wholeHold(utterance),
  ];
}

function categoryFinding(words: readonly string[], context: ClassifyContext): Finding | undefined {
  const found = categoryKeyword(words, context);
  if (found === undefined) return undefined;
  const { from, end } = core(words);
  return {
    class: found.class,
    ruleId: 'keyword.category',
    confidence: 'certain',
    from,
    to: end - 1,
  };
}

function foreignFindings({ words, clauseStarts }: Utterance): readonly Finding[] {
  return clauseStarts
    .map((start, index) => {
      const clause = words.slice(start, clauseStarts[index + 1] ?? words.length);
      const found = phraseFinding(clause, start);
      return found === undefined && index + 1 < clauseStarts.length && endsInCease(clause)
        ? phraseFinding(words.slice(start, clauseStarts[index + 2] ?? words.length), start)
        : found;
    })
    .filter((finding) => finding !== undefined);
}

function wholeHold({ words, signals }: Utterance): readonly Finding[] {
  const { from, end } = core(words);
  const held: Finding = {
    class: 'hold',
    ruleId: 'unclear.whole-message',
    confidence: 'possible',
    from: 0,
    to: Math.max(0, words.length - 1),
  };
  if (
    HOLD_MESSAGES.has(words.join(' ')) ||
    (from < end && HOLD_MESSAGES.has(words.slice(from, end).join(' ')))
  )
    return [held];
  if (words.length === 0 && signals.raisedHand) return [{ ...held, ruleId: 'unclear.emoji' }];
  const thanksNo = /^(?:no+|nah|nope) (?:thanks?|thx|ty|tnx|thank (?:you|u))$/.test(words.join(' '));
  return thanksNo ? [{ ...held, ruleId: 'unclear.no-thanks' }] : [];
}
