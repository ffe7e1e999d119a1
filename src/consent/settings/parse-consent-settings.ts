import type { MessageCategory } from '../../rules/compliance/classification.js';
import { readCategoryKey } from '../../rules/compliance/category-key.js';
import { documentRoot, quoted, type Place } from '../../rules/definition/definition-problems.js';
import { readList, readObject, readText } from '../../rules/definition/definition-readers.js';
import type { DefinitionProblem } from '../../rules/definition/rule-definition.js';
import { foldedPhrase } from '../../rules/compliance/vocabulary.js';
import type { ConsentSettings, RetentionSettings } from './consent-settings.js';
import { categoryKeywordObjection, keywordObjection, type KeywordPurpose } from './keyword-objection.js';

/** The settings as far as they can be read, and what is wrong with them. */
export type ConsentSettingsReading = {
  readonly settings: ConsentSettings;
  readonly problems: readonly DefinitionProblem[];
};

const FIELDS = ['keywords', 'categories', 'retention'];
const RETENTION_FIELDS = ['webhookBodyDays', 'messageTextDays', 'decisionDays'] as const;

const MAX_KEYWORDS = 50;
const MAX_KEYWORD_LENGTH = 40;
const MAX_CATEGORIES = 20;
const MAX_CATEGORY_KEYWORDS = 20;
/** With a longer one a confirmation would not fit one SMS. */
const MAX_CATEGORY_NAME_LENGTH = 20;
/** A hundred years: whoever wants to keep for ever leaves the member out. */
const MAX_DAYS = 36_500;

/**
 * Reads the settings about consent as an administrator wrote them; every member may be absent. Tells every problem at once, each with its
 * JSON pointer and what to do about it. Settings with a problem are not to be stored; those that were stored by another version, whose
 * keywords were others, are used as far as they can be read: a built-in opt-out outranks them whatever they say.
 */
export function parseConsentSettings(json: unknown): ConsentSettingsReading {
  const problems: DefinitionProblem[] = [];
  const root = documentRoot(problems);
  const object = readObject(json, root, FIELDS) ?? {};
  const keywords = readKeywords(object['keywords'] ?? {}, root.at('keywords'));
  const categories = readCategories(object['categories'] ?? [], root.at('categories'));
  const retention = readRetention(object['retention'] ?? {}, root.at('retention'));
  return { settings: { keywords, categories, retention }, problems };
}

function readKeywords(json: unknown, place: Place): ConsentSettings['keywords'] {
  const object = readObject(json, place, ['optOut', 'optIn', 'help']) ?? {};
  const taken = new Map<string, KeywordPurpose>();
  const read = (name: 'optOut' | 'optIn' | 'help', purpose: KeywordPurpose): readonly string[] =>
    readWords(object[name] ?? [], place.at(name), MAX_KEYWORDS, (word, folded, at) => {
      const other = taken.get(folded);
      const objection =
        other === undefined || other === purpose
          ? keywordObjection(word, purpose)
          : `${quoted(word)} stands among the ${PURPOSE_NAMES[other]} keywords too. Take it out of one list.`;
      if (objection !== undefined) at.refuse(objection);
      taken.set(folded, purpose);
    });
  return {
    optOut: read('optOut', 'opt_out'),
    optIn: read('optIn', 'opt_in'),
    help: read('help', 'help'),
  };
}

const PURPOSE_NAMES = {
  opt_out: 'opt-out',
  opt_in: 'opt-in',
  help: 'help',
} as const satisfies Record<KeywordPurpose, string>;

function readCategories(json: unknown, place: Place): readonly MessageCategory[] {
  const keys = new Set<string>();
  const names = new Set<string>();
  const taken = new Map<string, string>();
  const categories = readList(json, place, { min: 0, max: MAX_CATEGORIES }, (each, at) => {
    const object = readObject(each, at, ['key', 'name', 'keywords']);
    if (object === undefined) return undefined;
    const key = readCategoryKey(object['key'], at.at('key'));
    const name = readText(object['name'], at.at('name'), MAX_CATEGORY_NAME_LENGTH)?.trim();
    if (key !== undefined && keys.has(key)) at.at('key').refuse('Another category has this key.');
    if (name !== undefined && names.has(foldedPhrase(name)))
      at.at('name').refuse('Another category has this name.');
    if (key !== undefined) keys.add(key);
    if (name !== undefined) names.add(foldedPhrase(name));
    const keywords = readWords(
      object['keywords'],
      at.at('keywords'),
      MAX_CATEGORY_KEYWORDS,
      (word, folded, wordPlace) => {
        const owner = taken.get(folded);
        const objection =
          owner === undefined || owner === key
            ? categoryKeywordObjection(word)
            : `${quoted(word)} is a keyword of the category ${quoted(owner)} too. Take it out of one.`;
        if (objection !== undefined) wordPlace.refuse(objection);
        if (key !== undefined) taken.set(folded, key);
      },
    );
    if (keywords.length === 0) {
      at.at('keywords').refuse('Write at least one word that customers put behind STOP to leave it.');
    }
    return key === undefined || name === undefined ? undefined : { key, name, keywords };
  });
  return categories ?? [];
}

/** A list of words without repetitions; `check` says what is wrong with one. */
function readWords(
  json: unknown,
  place: Place,
  max: number,
  check: (word: string, folded: string, place: Place) => void,
): readonly string[] {
  const seen = new Set<string>();
  const words = readList(json, place, { min: 0, max }, (each, at) => {
    const word = readText(each, at, MAX_KEYWORD_LENGTH)?.trim();
    if (word === undefined) return undefined;
    const folded = foldedPhrase(word);
    if (folded === '') {
      at.refuse(`${quoted(word)} has no letter and no digit. Write a word.`);
      return undefined;
    }
    if (seen.has(folded)) return undefined;
    seen.add(folded);
    check(word, folded, at);
    return word;
  });
  return words ?? [];
}

function readRetention(json: unknown, place: Place): RetentionSettings {
  const object = readObject(json, place, RETENTION_FIELDS) ?? {};
  const days = RETENTION_FIELDS.flatMap((name): [string, number][] => {
    const value = object[name];
    if (value === undefined) return [];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_DAYS) {
      return [[name, value]];
    }
    place
      .at(name)
      .refuse(`Write a whole number of days from 1 to ${MAX_DAYS}, or leave it out to keep for ever.`);
    return [];
  });
  return Object.fromEntries(days);
}
