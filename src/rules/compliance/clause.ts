import {
  CONTACT_GERUNDS,
  CONTACT_VERBS,
  LIST,
  MESSAGES,
  NUMBER,
  ONE_MESSAGE,
  REMOVE_VERBS,
  REMOVED,
  THINGS,
} from './english/lexicon.js';
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
  'refusal',
  'unwilling',
  'reminder',
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
  readonly language: string;
  readonly role: Role;
};

/** Entries by first word; stems by their letters. */
const BY_WORD = new Map<string, Entry[]>();
const BY_STEM = new Map<string, Entry[]>();
/** The lengths of the stems that begin with two letters: most words begin no stem, and are done with at once. */
const STEM_LENGTHS = new Map<string, readonly number[]>();
indexEntries();

function indexEntries(): void {
  for (const pack of LANGUAGE_PACKS) {
    for (const role of ROLES) {
      for (const raw of pack.phrases?.[role] ?? []) {
        const isStem = raw.endsWith('*');
        const words = foldedPhrase(raw).split(' ');
        const key = words[0] ?? '';
        const index = isStem ? BY_STEM : BY_WORD;
        if (isStem) {
          const lengths = STEM_LENGTHS.get(key.slice(0, 2)) ?? [];
          if (!lengths.includes(key.length)) STEM_LENGTHS.set(key.slice(0, 2), [...lengths, key.length]);
        }
        index.set(key, [...(index.get(key) ?? []), { words, language: pack.language, role }]);
      }
    }
  }
}

/** Where each part of speech of one language stands in a clause. */
export type Parse = Map<Role, number[]>;

function noteAll(
  entries: readonly Entry[] | undefined,
  clause: readonly string[],
  at: number,
  parses: Map<string, Parse>,
): void {
  if (entries === undefined) return;
  for (const { words, language, role } of entries) {
    if (words.length > 1 && !words.every((word, offset) => offset === 0 || clause[at + offset] === word))
      continue;
    let parse = parses.get(language);
    if (parse === undefined) parses.set(language, (parse = new Map<Role, number[]>()));
    const places = parse.get(role);
    if (places === undefined) parse.set(role, [at]);
    else places.push(at);
  }
}

export function parsesOf(clause: readonly string[]): ReadonlyMap<string, Parse> {
  const parses = new Map<string, Parse>();
  for (let at = 0; at < clause.length; at += 1) {
    const word = clause[at] ?? '';
    noteAll(BY_WORD.get(word), clause, at, parses);
    const lengths = STEM_LENGTHS.get(word.slice(0, 2));
    if (lengths === undefined) continue;
    for (const length of lengths) {
      if (length <= word.length) noteAll(BY_STEM.get(word.slice(0, length)), clause, at, parses);
    }
  }
  return parses;
}

/** How far apart the parts of one wish may stand, in words. */
export const REACH = 7;

/** Words that other languages borrow: alone they are English, and the English rules have read them. */
const BORROWED: ReadonlySet<string> = new Set([
  ...[
    MESSAGES,
    ONE_MESSAGE,
    CONTACT_VERBS,
    CONTACT_GERUNDS,
    REMOVE_VERBS,
    REMOVED,
    LIST,
    NUMBER,
    THINGS,
  ].flatMap((words) => [...words]),
  'txt',
  'sms',
  'msg',
  'send',
  'chat',
  'me',
  'no',
  'stop',
]);

const ENGLISH_OBJECT: ReadonlySet<string> = new Set([
  ...MESSAGES,
  ...ONE_MESSAGE,
  ...CONTACT_VERBS,
  ...CONTACT_GERUNDS,
]);

/** "Stop" is a word of many languages: "don't stop" must not be read as the order of another one. */
const ENGLISH_NEGATIVE = /^(?:dont|never|not|cant|cannot|wont)$/;

/** One clause of one language, and where its parts of speech stand. */
export class Clause {
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
    if (to - from > 2) return false;
    return (
      ((first === 'stop' || first === 'no') && ENGLISH_OBJECT.has(last)) ||
      (last === 'stop' && ENGLISH_OBJECT.has(first))
    );
  }

  /** "Keine Werbung" says it all; "keine Werbung an diese Nummer" says where. */
  isShort(): boolean {
    const places = this.has('self') || this.has('numberOrList');
    return this.length <= 4 || (places && !this.has('receive') && this.length <= 6);
  }

  negatedAt(place: number): boolean {
    return (
      this.at('not').some((not) => not < place && place - not <= 2) ||
      ENGLISH_NEGATIVE.test(this.words[place - 1] ?? '')
    );
  }
}

/** Are all its words such as English has too? */
export function isBorrowed(parse: Parse, clause: readonly string[]): boolean {
  for (const places of parse.values())
    for (const place of places) if (!BORROWED.has(clause[place] ?? '')) return false;
  return true;
}
