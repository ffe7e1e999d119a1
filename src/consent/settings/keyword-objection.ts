import { classify } from '../../rules/compliance/classify.js';
import { keywordFinding } from '../../rules/compliance/keyword-rules.js';
import { meansEveryMessage, namesMessages } from '../../rules/compliance/scope.js';
import { utteranceOf } from '../../rules/compliance/utterance.js';
import {
  AFFIRMATIVES,
  core,
  foldedPhrase,
  KEYWORDS,
  NEGATIVES,
  SPELLED_WORDS,
} from '../../rules/compliance/vocabulary.js';
import { quoted } from '../../rules/definition/definition-problems.js';

export type KeywordPurpose = 'opt_out' | 'opt_in' | 'help';

/** Longer ones would be sentences, which nobody types exactly. */
const MOST_WORDS = 5;

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });

/**
 * Why a word cannot be a tenant's keyword, and what to do instead; `undefined` when it can. What stops messages stays a stop, what asks
 * for help stays a request for help, and START stays the way back, in every language that is built in.
 */
export function keywordObjection(keyword: string, purpose: KeywordPurpose): string | undefined {
  const word = foldedPhrase(keyword);
  const words = word.split(' ');
  if (words.length > MOST_WORDS) return `Write at most ${MOST_WORDS} words.`;
  const builtIn = KEYWORDS.get(word);
  if (builtIn !== undefined && builtIn.class !== purpose) {
    const language = LANGUAGE_NAMES.of(builtIn.language) ?? builtIn.language;
    return `${quoted(keyword)} ${MEANINGS[builtIn.class]} (${language}), and always will. Choose another word.`;
  }
  if (AFFIRMATIVES.has(word) || NEGATIVES.has(word)) {
    return `${quoted(keyword)} answers the question whether messages shall stop. Choose another word.`;
  }
  const { from, end } = core(words);
  if (from === end) return `People write ${quoted(keyword)} out of courtesy. Choose another word.`;
  if (purpose === 'opt_out') return undefined;
  const plain = classify(keyword, { categories: [] }).class;
  if (plain === 'opt_out' || plain === 'hold') {
    return `${quoted(keyword)} is read as a wish for messages to stop. Choose another word.`;
  }
  return undefined;
}

const MEANINGS = {
  opt_out: 'stops all messages',
  opt_in: 'asks for messages again',
  help: 'asks for help',
} as const satisfies Record<KeywordPurpose, string>;

/**
 * Why a word cannot name a category behind STOP; `undefined` when it can. What already stops everything must not become a stop of one
 * category only.
 */
export function categoryKeywordObjection(keyword: string): string | undefined {
  const words = foldedPhrase(keyword).split(' ');
  if (words.length > 3) return 'Write at most 3 words.';
  for (const verb of ['stop', 'start']) {
    const said = `${verb} ${keyword}`;
    const meansMore = keywordFinding(utteranceOf(said, SPELLED_WORDS), {}) !== undefined;
    if (meansMore && !words.every(namesMessages)) {
      return `${quoted(said.toUpperCase())} has a meaning of its own. Choose another word.`;
    }
  }
  const isUnclear = classify(`stop ${keyword}`, { categories: [] }).class === 'hold';
  if (isUnclear || words.every(meansEveryMessage)) {
    return `${quoted(`STOP ${keyword}`)} is read as a wish for all messages to stop. Choose another word.`;
  }
  return undefined;
}
