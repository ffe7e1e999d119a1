import type { Finding } from './classification.js';
import { CONTACT_GERUNDS, CONTACT_VERBS, MESSAGES, ONE_MESSAGE } from './english/lexicon.js';
import { LANGUAGE_PACKS } from './keywords/index.js';
import type { PhraseWords } from './language-pack.js';
import { foldedPhrase } from './vocabulary.js';

const ROLES = [
  'cease',
  'contact',
  'contactOrder',
  'messages',
  'self',
  'not',
  'noMore',
  'want',
  'receive',
  'remove',
  'numberOrList',
  'unsubscribe',
  'otherObject',
  'optOutPhrases',
] as const satisfies readonly (keyof PhraseWords)[];
type Role = (typeof ROLES)[number];

type Entry = {
  readonly words: readonly string[];
  readonly isStem: boolean;
  readonly language: string;
  readonly role: Role;
};

/** Entries by first word; stems by their letters. */
const BY_WORD = new Map<string, Entry[]>();
const BY_STEM = new Map<string, Entry[]>();
const LONGEST_STEM = indexEntries();

function indexEntries(): number {
  let longest = 0;
  for (const pack of LANGUAGE_PACKS) {
    for (const role of ROLES) {
      for (const raw of pack.phrases?.[role] ?? []) {
        const isStem = raw.endsWith('*');
        const words = foldedPhrase(raw).split(' ');
        const key = words[0] ?? '';
        const index = isStem ? BY_STEM : BY_WORD;
        if (isStem) longest = Math.max(longest, key.length);
        index.set(key, [...(index.get(key) ?? []), { words, isStem, language: pack.language, role }]);
      }
    }
  }
  return longest;
}

/** Where each part of speech of one language stands in a clause. */
type Parse = Map<Role, number[]>;

function parsesOf(clause: readonly string[]): ReadonlyMap<string, Parse> {
  const parses = new Map<string, Parse>();
  const note = (entry: Entry, at: number) => {
    if (!entry.words.every((word, offset) => offset === 0 || clause[at + offset] === word)) return;
    const parse = parses.get(entry.language) ?? new Map<Role, number[]>();
    parses.set(entry.language, parse);
    const places = parse.get(entry.role) ?? [];
    parse.set(entry.role, places);
    places.push(at);
  };
  for (const [at, word] of clause.entries()) {
    for (const entry of BY_WORD.get(word) ?? []) note(entry, at);
    for (let length = 2; length <= Math.min(LONGEST_STEM, word.length); length += 1) {
      for (const entry of BY_STEM.get(word.slice(0, length)) ?? []) note(entry, at);
    }
  }
  return parses;
}

/** How far apart the parts of one wish may stand, in words. */
const REACH = 7;

const ENGLISH_OBJECT: ReadonlySet<string> = new Set([
  ...MESSAGES,
  ...ONE_MESSAGE,
  ...CONTACT_VERBS,
  ...CONTACT_GERUNDS,
]);

/** "Stop" is a word of many languages: "don't stop" must not be read as the order of another one. */
const ENGLISH_NEGATIVE = /^(?:dont|never|not|cant|cannot|wont)$/;

class Clause {
  constructor(
    private readonly parse: Parse,
    private readonly words: readonly string[],
  ) {}

  get length(): number {
    return this.words.length;
  }

  at(role: Role): readonly number[] {
    return this.parse.get(role) ?? [];
  }

  has(role: Role): boolean {
    return this.parse.has(role);
  }

  /** The first pair of places where `second` follows `first` within reach. */
  follows(first: Role, second: Role, reach = REACH): readonly [number, number] | undefined {
    for (const from of this.at(first)) {
      const to = this.at(second).find((place) => place > from && place - from <= reach);
      if (to !== undefined) return [from, to];
    }
    return undefined;
  }

  /** The first pair of places of both, in either order. */
  near(first: Role, second: Role): readonly [number, number] | undefined {
    for (const from of this.at(first)) {
      const to = this.at(second).find((place) => place !== from && Math.abs(place - from) <= REACH);
      if (to !== undefined) return [Math.min(from, to), Math.max(from, to)];
    }
    return undefined;
  }

  /** "de" in "pas de sms". */
  isParticle(place: number): boolean {
    return (this.words[place] ?? '').length <= 2;
  }

  /** "Stop my mail" has its meaning in the English rules, whichever other languages know these words. */
  isEnglish([from, to]: readonly [number, number]): boolean {
    const [first = '', last = ''] = [this.words[from], this.words[to]];
    return (
      ((first === 'stop' || first === 'no') && ENGLISH_OBJECT.has(last)) ||
      (last === 'stop' && ENGLISH_OBJECT.has(first))
    );
  }

  negatedAt(place: number): boolean {
    return (
      this.at('not').some((not) => not < place && place - not <= 2) ||
      ENGLISH_NEGATIVE.test(this.words[place - 1] ?? '')
    );
  }
}

type Match = { readonly rule: string; readonly span: readonly [number, number] };

/** "Stop sending me messages". */
function ceaseContact(clause: Clause): Match | undefined {
  const span =
    clause.follows('cease', 'contact') ??
    clause.follows('cease', 'messages') ??
    clause.follows('cease', 'receive', 2) ??
    clause.near('cease', 'messages');
  if (span === undefined || clause.at('cease').some((place) => clause.negatedAt(place))) return undefined;
  if (clause.isEnglish(span)) return undefined;
  return { rule: 'cease-contact', span };
}

/** "Do not write to me", "don't send any more". */
function negatedContact(clause: Clause): Match | undefined {
  const order = clause.follows('not', 'contactOrder', 5);
  if (order !== undefined && (clause.has('noMore') || clause.has('self') || clause.has('messages')))
    return { rule: 'negated-contact', span: order };
  const orderFirst = clause.follows('contactOrder', 'not', 5);
  if (orderFirst !== undefined && clause.has('noMore')) return { rule: 'negated-contact', span: orderFirst };
  const any = clause.near('not', 'contact');
  const more = clause.near('noMore', 'contact');
  return any !== undefined &&
    more !== undefined &&
    clause.at('not').some((not) => !clause.at('noMore').includes(not))
    ? { rule: 'negated-contact', span: any }
    : undefined;
}

/** "No more messages", "keine Nachrichten mehr". */
function noMoreMessages(clause: Clause): Match | undefined {
  const more = clause.near('noMore', 'messages');
  if (more !== undefined && clause.has('not') && more[1] - more[0] <= 3)
    return { rule: 'no-more-messages', span: more };
  const none = clause.follows('not', 'messages', 2);
  const adjacent = none !== undefined && (none[1] === none[0] + 1 || clause.isParticle(none[0] + 1));
  return none !== undefined && adjacent && !clause.isEnglish(none) && none[0] === 0 && clause.length <= 4
    ? { rule: 'no-more-messages', span: none }
    : undefined;
}

/** "I do not want to receive". */
function unwanted(clause: Clause): Match | undefined {
  const want = clause.near('not', 'want') ?? clause.near('want', 'noMore');
  if (want === undefined) return undefined;
  const object =
    clause.near('want', 'receive') ?? clause.near('want', 'messages') ?? clause.near('want', 'contactOrder');
  const plainReceive =
    clause.near('want', 'receive') !== undefined &&
    !clause.has('messages') &&
    !clause.has('noMore') &&
    clause.length > 6;
  return object === undefined || plainReceive
    ? undefined
    : { rule: 'unwanted', span: [Math.min(want[0], object[0]), Math.max(want[1], object[1])] };
}

/** "Take me off the list", "delete my number". */
function removal(clause: Clause): Match | undefined {
  const span = clause.follows('remove', 'numberOrList', 5) ?? clause.near('numberOrList', 'remove');
  const self = clause.near('remove', 'self');
  if (clause.at('remove').some((place) => clause.negatedAt(place))) return undefined;
  if (span !== undefined) return { rule: 'removal', span };
  return self !== undefined && clause.length <= 3 ? { rule: 'removal', span: self } : undefined;
}

/** "I want to unsubscribe". */
function unsubscribing(clause: Clause): Match | undefined {
  const place = clause.at('unsubscribe').find((at) => !clause.negatedAt(at));
  return place === undefined ? undefined : { rule: 'unsubscribe', span: [place, place] };
}

const RULES = [ceaseContact, negatedContact, noMoreMessages, unwanted, removal, unsubscribing] as const;

/**
 * A wish to end contact in one clause of any language but English, read from the parts of speech of that language's pack.
 * Two parts of the same language must meet, so a single foreign-looking word in a sentence decides nothing.
 */
export function phraseFinding(clause: readonly string[], offset: number): Finding | undefined {
  for (const [language, parse] of parsesOf(clause)) {
    const finding = (rule: string, from: number, to: number): Finding => ({
      class: 'opt_out',
      ruleId: `phrase.${language}.${rule}`,
      confidence: 'likely',
      from: offset + from,
      to: offset + to,
    });
    const idiom = parse.get('optOutPhrases')?.[0];
    if (idiom !== undefined) return finding('idiom', idiom, Math.min(idiom + 1, clause.length - 1));
    if (parse.size === 1 && !parse.has('unsubscribe')) continue;
    const sentence = new Clause(parse, clause);
    if (sentence.has('otherObject') && !sentence.has('messages')) continue;
    for (const rule of RULES) {
      const match = rule(sentence);
      if (match !== undefined) return finding(match.rule, match.span[0], match.span[1]);
    }
  }
  return undefined;
}
