import { introducedNames } from './self-introduction.js';
import { namelessStreet, STREET_ADDRESS } from './street-address.js';

/** What was hidden in a text. */
export const MASKED_KINDS = ['name', 'email', 'link', 'address', 'account', 'phone', 'number'] as const;

export type MaskedKind = (typeof MASKED_KINDS)[number];

export type MaskedText = { readonly text: string; readonly masked: readonly MaskedKind[] };

const NAMES = ['Alex', 'Sam', 'Kim', 'Robin', 'Toni', 'Chris'];
const SHORTEST_NAME = 2;
const DIGITS = '1234567890';
/** Words of four letters may follow one another; an account has more digits than that. */
const DIGITS_OF_ACCOUNT = /^\P{N}*(?:\p{N}\P{N}*){8,}$/u;

/**
 * What may point to a person, one after another: an e-mail address, a link with its query, the number of a bank account, a street with its
 * number, a phone number, a run of five digits or more.
 */
const PERSONAL = new RegExp(
  [
    String.raw`(?<email>[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,190}\.\p{L}{2,24})`,
    String.raw`(?<link>https?://[^\s<>"]+)`,
    // ISO 13616: the country, two check digits, then up to 30 letters and digits, often in groups of four.
    String.raw`(?<account>(?<![\p{L}\d])\p{L}{2}\d{2}(?:[ ]?[\p{L}\d]{4}){2,7}(?:[ ]?[\p{L}\d]{1,3})?(?![\p{L}\d]))`,
    `(?<street>${STREET_ADDRESS})`,
    String.raw`(?<phone>\+\d(?:[\s().\-/]{0,2}\d){6,14})`,
    String.raw`(?<grouped>(?<!\d)\d{2,5}(?:[\s.\-/]\d{2,5}){2,5}(?!\d))`,
    String.raw`(?<spelled>(?<!\d)\d(?:[ .\-]\d){5,}(?!\d))`,
    String.raw`(?<number>\d{5,})`,
  ].join('|'),
  'giu',
);

/**
 * Hides what may point to a person behind placeholders of the same shape, so that conditions about a shape still hold: digits stay as many, a
 * name stays a word, a link keeps its host and path. The same value becomes the same placeholder throughout the text.
 *
 * @param names - names of the customer, whole; each of their words is hidden, and so is a name by which the text introduces its writer
 */
export function maskText(text: string, names: readonly string[]): MaskedText {
  const kinds = new Set<MaskedKind>();
  const placeholders = new Map<string, string>();
  const hide = (kind: MaskedKind, value: string, replacement: (number: number) => string): string => {
    kinds.add(kind);
    const known = placeholders.get(value);
    if (known !== undefined) return known;
    const placeholder = replacement(placeholders.size + 1);
    placeholders.set(value, placeholder);
    return placeholder;
  };
  const nameless = withoutNames(text, [...names, ...introducedNames(text)], (word, number) =>
    hide('name', word.toLowerCase(), () => NAMES[number % NAMES.length] ?? 'Alex'),
  );
  const masked = nameless.replace(PERSONAL, (...match: unknown[]) => {
    const value = String(match[0]);
    const { email, link, account, street, phone, grouped } = groupsOf(match.at(-1));
    if (email !== undefined) return hide('email', value.toLowerCase(), (n) => `person${n}@example.com`);
    if (link !== undefined)
      return maskedLink(value, (kind, part) => hide(kind, part, (n) => shifted(part, n)));
    if (account !== undefined && DIGITS_OF_ACCOUNT.test(value)) {
      return hide('account', value, (n) => shifted(value.replace(/(?<=.{2})\p{L}/gu, 'X'), n));
    }
    if (street !== undefined) {
      return hide('address', value.toLowerCase(), (n) => shifted(namelessStreet(value), n));
    }
    if (account !== undefined) return value;
    const kind = phone === undefined && grouped === undefined ? 'number' : 'phone';
    return hide(kind, value, (n) => shifted(value, n));
  });
  return { text: masked, masked: MASKED_KINDS.filter((kind) => kinds.has(kind)) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function groupsOf(value: unknown): Groups {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** A part of a path that only one person was sent: long, of letters and digits. */
const SECRET_SEGMENT = /\/(?=[^/]*\d)(?=[^/]*[A-Za-z])[\w.~%+=-]{16,}(?=\/|$)/g;

/** Keeps host and path, in which long numbers and tokens are hidden; a query and what follows becomes `?q=1`. */
function maskedLink(link: string, hide: (kind: MaskedKind, part: string) => string): string {
  const end = link.search(/[?#]/);
  const bare = end === -1 ? link : link.slice(0, end);
  const anonymous = bare
    .replace(/^(https?:\/\/)[^/]*@/, '$1')
    .replace(SECRET_SEGMENT, (segment) => {
      hide('link', segment);
      return '/token';
    })
    .replace(/\d{5,}/g, (run) => hide('link', run));
  if (end === -1) return anonymous;
  hide('link', link);
  return `${anonymous}?q=1`;
}

/** Other digits in the same places; everything else stays. */
function shifted(value: string, number: number): string {
  let index = number - 1;
  return value.replace(/\d/g, () => DIGITS[index++ % DIGITS.length] ?? '0');
}

function withoutNames(
  text: string,
  names: readonly string[],
  replacement: (word: string, number: number) => string,
): string {
  const whole = names.flatMap((name) => name.toLowerCase().split(/[\s,]+/));
  const parts = whole.flatMap((word) => word.split(/[-'’]/)).filter((part) => part.length > SHORTEST_NAME);
  const words = [...new Set([...whole, ...parts])].filter(
    (word) => word.length >= SHORTEST_NAME && /\p{L}/u.test(word),
  );
  return words.reduce((rest, word, number) => {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu');
    return rest.replace(pattern, (found) => inCaseOf(found, replacement(word, number)));
  }, text);
}

function inCaseOf(found: string, placeholder: string): string {
  if (found === found.toUpperCase() && found.length > 1) return placeholder.toUpperCase();
  return found === found.toLowerCase() ? placeholder.toLowerCase() : placeholder;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
