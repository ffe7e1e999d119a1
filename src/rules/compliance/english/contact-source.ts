import {
  ABUSE,
  CONTACT_GERUNDS,
  DEICTIC,
  LIST,
  MESSAGES,
  MODIFIERS,
  ONE_MESSAGE,
  TIME_LIMITS,
  words,
} from './lexicon.js';

const OTHER_LISTS = words('wait waiting waitlist guest schedule shift packing price shopping invite');

/** What one is taken off must be our messages or a list of ours; a waiting list or a timetable is something else. */
export function isContactSource(source: readonly string[]): boolean {
  if (/^(?:their|his|her)$/.test(source[0] ?? '')) return false;
  if (isListOfOthers(source)) return false;
  const nouns = source.filter((word) => !MODIFIERS.has(word));
  const head = nouns[0];
  if (head === undefined || TIME_LIMITS.has(head) || (DEICTIC.has(head) && nouns.length <= 2)) return true;
  if (head === 'thing' && nouns.length <= 2) return true;
  return !nouns.slice(0, 3).some((word) => OTHER_LISTS.has(word)) && nouns.slice(0, 4).some(isOfContact);
}

const OURS = words(
  'customers contacts recipients people numbers subscribers clients phone marketing them those your',
);

/** "The list of attendees". */
function isListOfOthers(source: readonly string[]): boolean {
  const list = source.indexOf('list');
  const of = source[list + 2];
  return list !== -1 && source[list + 1] === 'of' && of !== undefined && !OURS.has(of) && !MESSAGES.has(of);
}

/** The same, and the messages or the list are named: "out of this" alone can be a quarrel. */
export function namesContactSource(source: readonly string[]): boolean {
  return isContactSource(source) && source.slice(0, 6).some(isOfContact);
}

/** A list that is said to be ours: "your list", "this mailing list". */
export function namesOurList(source: readonly string[]): boolean {
  return (
    /^(?:your|this|these|all|any)$/.test(source.find((word) => word !== 'of') ?? '') &&
    namesContactSource(source)
  );
}

function isOfContact(word: string): boolean {
  return (
    LIST.has(word) ||
    MESSAGES.has(word) ||
    CONTACT_GERUNDS.has(word) ||
    ABUSE.has(word) ||
    ONE_MESSAGE.has(word) ||
    /^(?:number|you|here)$/.test(word)
  );
}
