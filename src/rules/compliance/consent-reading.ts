import type { Channel } from '../../messaging/channel.js';
import { NO_TENANT_WORDS, type Classification, type ConsentVocabulary } from './classification.js';
import { classify } from './classify.js';
import { clean } from './fold.js';
import { ownWords } from './own-words.js';

/** What a message says about consent, and in which of its words. `text` is as it was written. */
export type ConsentReading = { readonly text: string; readonly meaning: Classification };

/** The parts of a message that may hold a word of consent. */
export type ConsentMessage = {
  readonly channel: Channel;
  readonly text: string;
  readonly subject?: string | undefined;
};

/** Re:, Fwd:, AW:, WG:, SV: and their like, with or without a count, as often as mail programs have piled them up. */
const REPLY_PREFIX =
  /^(?:(?:re|r|fwd?|fw|aw|wg|antw|antwort|sv|vs|vb|vl|doorst|tr|réf|rif|res|enc|rv|odp|pd|ynt|ilt|回复|转发|答复|返信|転送|회신|전달)\s{0,2}(?:\[\d{1,3}\]|\(\d{1,3}\))?\s{0,2}[:：]\s*)+/iu;
const LONGEST_SUBJECT = 1_000;

/** Greeting, blank line, order: further down stands the letter, and a word that is alone on one of its lines is no order any more. */
const MOST_OPENING_LINES = 3;

/** A keyword as it is spelled; a near miss inside a letter is most often another word. */
const EXACT_KEYWORD = /^keyword\.[a-z]+$/;

/**
 * The one reading of a message that everything goes by: what the ledger records, what is answered, and what the simulator shows.
 *
 * Of an e-mail the subject and the text above the quotation are read, because a revocation may be written in either, and a keyword counts when
 * it is alone on one of the first lines: letters end in a name. Source for that practice:
 * https://help.hcltechsw.com/unica/Deliver/en/12.1.1/Deliver/Deliver/Docs_email/About_recognizing_unsubscribe_responses_automatically.html
 */
export function readConsent(
  { channel, text, subject = '' }: ConsentMessage,
  vocabulary: ConsentVocabulary = NO_TENANT_WORDS,
): ConsentReading {
  const body: ConsentReading = { text, meaning: classify(text, vocabulary) };
  if (channel !== 'email' || body.meaning.class === 'opt_out') return body;
  return (
    subjectReading(subject.slice(0, LONGEST_SUBJECT), body.meaning, vocabulary) ??
    openingReading(text, body.meaning, vocabulary) ??
    body
  );
}

/**
 * The subject, where it outranks the body. Behind "Re:" stands the title of the thread, which they may have written long ago or never: there
 * only a keyword counts, and not against a START in the body. A title like "Help" is no request for the help text while a letter follows it, and
 * nobody is opted in by a title.
 */
function subjectReading(
  subject: string,
  body: Classification,
  vocabulary: ConsentVocabulary,
): ConsentReading | undefined {
  const title = subject.trim().replace(REPLY_PREFIX, '');
  if (title === '') return undefined;
  const isOfThread = title !== subject.trim();
  const reading = { text: title, meaning: classify(title, vocabulary) };
  switch (reading.meaning.class) {
    case 'opt_out':
      return isOfThread && (body.class === 'opt_in' || !EXACT_KEYWORD.test(reading.meaning.ruleId))
        ? undefined
        : reading;
    case 'hold':
      return isOfThread || body.class === 'hold' ? undefined : reading;
    case 'help':
      return body.normalised === '' ? reading : undefined;
    case 'opt_in':
    case 'none':
      return undefined;
    default: {
      const never: never = reading.meaning.class;
      return never;
    }
  }
}

/** An opt-out keyword that is alone on one of the first lines. */
function openingReading(
  text: string,
  body: Classification,
  vocabulary: ConsentVocabulary,
): ConsentReading | undefined {
  const own = ownWords(clean(text));
  if (own.kind !== 'text' || body.class === 'opt_in') return undefined;
  const lines = own.text.split('\n').filter((line) => line.trim() !== '');
  const meaning = lines
    .slice(0, MOST_OPENING_LINES)
    .map((line) => classify(line, vocabulary))
    .find((line) => line.class === 'opt_out' && EXACT_KEYWORD.test(line.ruleId));
  return meaning === undefined ? undefined : { text, meaning };
}
