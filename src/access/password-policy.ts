import { GUESSABLE_PASSWORDS } from './guessable-passwords.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/**
 * What is wrong with a password that somebody wants, as a sentence; `undefined` when nothing is. Length is what counts; there is no rule about
 * kinds of characters, and none about age. Source: https://pages.nist.gov/800-63-4/sp800-63b.html
 */
export function passwordProblem(password: string, email: string): string | undefined {
  const given = normalised(password);
  const length = Array.from(given).length;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
    return `Choose a password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters; a few words in a row are easy to remember.`;
  }
  const folded = given.toLowerCase();
  const [mailbox = ''] = email.toLowerCase().split('@');
  if (folded === email.toLowerCase() || folded === mailbox) {
    return 'Choose a password that is not your e-mail address.';
  }
  if (GUESSABLE_PASSWORDS.has(folded) || new Set(folded).size < 4) {
    return 'Choose another password: this one is among the first that are guessed.';
  }
  return undefined;
}

/** One form for a password that different keyboards compose differently. */
export function normalised(password: string): string {
  return password.normalize('NFKC');
}
