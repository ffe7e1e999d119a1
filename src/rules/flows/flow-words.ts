import { comparableText } from '../conditions/text-normalisation.js';
import { classify } from '../compliance/classify.js';
import type { Place } from '../definition/definition-problems.js';
import { quoted } from '../definition/definition-problems.js';

/** A short answer as it is compared: without its case, its invisible characters and the punctuation at its edges. */
export function wordKey(text: string): string {
  return comparableText(text, false).trimmed;
}

/**
 * Refuses a word that would never be heard: words of stopping and of help are answered before any flow is asked, which the law and the
 * carriers demand. CANCEL and END are among them. Source: https://support.twilio.com/hc/en-us/articles/223134027
 */
export function refuseUnheardWord(word: string, place: Place): void {
  if (wordKey(word) === '') place.refuse('Nothing of this word can be seen; write a visible one.');
  const meaning = classify(word).class;
  if (meaning === 'opt_out' || meaning === 'hold') {
    place.refuse(
      `${quoted(word)} asks for messages to stop, and is honoured before any flow is asked. Choose another word, such as "back".`,
    );
  } else if (meaning === 'help') {
    place.refuse(
      `${quoted(word)} asks for the help text, and gets it before any flow is asked. Choose another word, such as "questions".`,
    );
  }
}
