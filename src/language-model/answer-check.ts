import { asObject, asText } from '../messaging/untrusted.js';
import type { ConsentVocabulary } from '../rules/compliance/classification.js';
import { consentTrouble } from './consent-words.js';
import { strangeReference } from './references-in-text.js';
import { MAX_ANSWER_LENGTH, NO_TOPIC } from './prompt.js';

/** What an answer is held to. */
export type AnswerBounds = {
  readonly topics: readonly string[];
  /** Links and numbers have to stand in here. */
  readonly instructions: string;
  /** The tenant's own words of consent. */
  readonly vocabulary: ConsentVocabulary;
};

/** An answer that may be used, or why it may not, as a sentence for people. */
export type CheckedAnswer =
  | { readonly ok: true; readonly topic: string; readonly text: string }
  | { readonly ok: false; readonly why: string; readonly topic?: string };

/** Angle brackets that would be a tag somewhere, and links as Markdown writes them. */
const MARKUP = /<\/?[a-z!][^>]*>|\]\([^)]*\)|```/i;
/** Controls and invisible characters, but for line ends and what joins letters and emoji. */
const INVISIBLE = /(?!\n|\r|\t|\u200c|\u200d)[\p{Cc}\p{Cf}\ufffd]/u;

/**
 * Checks what the model said. Everything in it is the work of a stranger, and perhaps of the customer: it is used only when it keeps every
 * bound, whatever it was told to keep. Never throws.
 */
export function checkAnswer(content: string, bounds: AnswerBounds): CheckedAnswer {
  const said = readAnswer(content);
  if (said === undefined)
    return { ok: false, why: 'The model’s answer is not in the form it was asked for.' };
  const topic = bounds.topics.find((each) => folded(each) === folded(said.topic));
  if (topic === undefined) {
    const why =
      folded(said.topic) === NO_TOPIC
        ? 'The model found none of the allowed topics in the message, or no answer to it.'
        : 'The model answered about a topic that is not allowed.';
    return { ok: false, why };
  }
  const text = said.answer.trim();
  const why = textTrouble(text, bounds);
  return why === undefined ? { ok: true, topic, text } : { ok: false, topic, why };
}

function textTrouble(text: string, { instructions, vocabulary }: AnswerBounds): string | undefined {
  if (text === '') return 'The model’s answer is empty.';
  if (text.length > MAX_ANSWER_LENGTH) {
    return `The model’s answer is longer than ${MAX_ANSWER_LENGTH} characters: ${text.length}.`;
  }
  if (INVISIBLE.test(text)) return 'The model’s answer holds characters that cannot be seen.';
  if (MARKUP.test(text)) return 'The model’s answer holds markup.';
  return strangeReference(text, instructions) ?? consentTrouble(text, vocabulary);
}

/** The JSON object in the text, which some models wrap in a fence or in a sentence. */
function readAnswer(content: string): { readonly topic: string; readonly answer: string } | undefined {
  const object = asObject(parsed(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1)));
  const topic = asText(object?.['topic']);
  const answer = asText(object?.['answer']);
  return topic === undefined || answer === undefined ? undefined : { topic, answer };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
