import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classify } from '../../rules/compliance/classify.js';
import { LANGUAGE_PACKS } from '../../rules/compliance/keywords/index.js';
import { KEYWORDS, foldedPhrase } from '../../rules/compliance/vocabulary.js';
import { DEFAULT_CONSENT_SETTINGS } from './consent-settings.js';
import { parseConsentSettings } from './parse-consent-settings.js';
import { vocabularyFacts, vocabularyOf } from './tenant-vocabulary.js';

const problemsOf = (json: unknown) => parseConsentSettings(json).problems.map(({ pointer }) => pointer);
const messagesOf = (json: unknown) => parseConsentSettings(json).problems.map(({ message }) => message);
const category = (...keywords: string[]) => ({ categories: [{ key: 'news', name: 'News', keywords }] });

describe('parseConsentSettings', () => {
  it('reads what an administrator wrote, and gives defaults for what they left out', () => {
    const settings = {
      keywords: { optOut: ['genoeg zo'], optIn: ['letsgo'], help: ['assist'] },
      categories: [{ key: 'marketing', name: 'Marketing', keywords: ['marketing', 'promo', 'offers'] }],
      retention: { webhookBodyDays: 30 },
    };
    expect(parseConsentSettings(settings)).toEqual({ settings, problems: [] });
    expect(parseConsentSettings({})).toEqual({ settings: DEFAULT_CONSENT_SETTINGS, problems: [] });
  });

  it('refuses every opt-out keyword of every language as an opt-in and as a request for help', () => {
    const words = LANGUAGE_PACKS.flatMap(({ optOut }) => optOut).filter(
      (word) => KEYWORDS.get(foldedPhrase(word))?.class === 'opt_out' && word.length <= 40,
    );
    expect(words.length).toBeGreaterThan(300);
    for (const word of words) {
      expect(problemsOf({ keywords: { optIn: [word] } })).toEqual(['/keywords/optIn/0']);
      expect(problemsOf({ keywords: { help: [word] } })).toEqual(['/keywords/help/0']);
    }
  });

  it('says what a refused word means, and in which language', () => {
    expect(messagesOf({ keywords: { optIn: ['Baja'] } })).toEqual([
      '"Baja" stops all messages (Spanish), and always will. Choose another word.',
    ]);
  });

  it.each([
    [{ optIn: ['st0p'] }, 'optIn/0'],
    [{ optIn: ['please stop texting me'] }, 'optIn/0'],
    [{ help: ['no thanks'] }, 'help/0'],
    [{ optOut: ['help'] }, 'optOut/0'],
    [{ optOut: ['START'] }, 'optOut/0'],
    [{ optOut: ['no'] }, 'optOut/0'],
    [{ optIn: ['YES'] }, 'optIn/0'],
    [{ optOut: ['thanks'] }, 'optOut/0'],
    [{ optOut: ['genug'], optIn: ['Genug!'] }, 'optIn/0'],
    [{ optOut: ['…'] }, 'optOut/0'],
    [{ optOut: ['one two three four five six'] }, 'optOut/0'],
    [{ optout: [] }, 'optout'],
  ])('refuses the keywords %j', (keywords, where) => {
    expect(problemsOf({ keywords })).toEqual([`/keywords/${where}`]);
  });

  it.each(['all', 'it', 'texting', 'messages', 'everything', '12345', 'now', 'quit', 'me', 'mensajes'])(
    'does not let STOP %s, which stops everything, become a stop of one category',
    (word) => {
      expect(problemsOf(category(word))).toEqual(['/categories/0/keywords/0']);
    },
  );

  it.each(['news', 'orders', 'order updates', 'promo', 'newsletter', 'alerts', 'ofertas'])(
    'takes %s for the name of a category',
    (word) => {
      const { settings, problems } = parseConsentSettings(category(word));
      expect(problems).toEqual([]);
      const scope = { category: 'news' };
      expect(classify(`Stop ${word}`, vocabularyOf(settings))).toMatchObject({ class: 'opt_out', scope });
      expect(classify(`START ${word}`, vocabularyOf(settings))).toMatchObject({ class: 'opt_in', scope });
    },
  );

  it('tells everything that is wrong with categories and retention at once', () => {
    const marketing = { key: 'marketing', name: 'Marketing', keywords: ['marketing'] };
    const json = {
      categories: [
        marketing,
        marketing,
        { key: 'all', name: 'A name that is much too long', keywords: [] },
        { key: 'deals', name: 'Deals', keywords: ['deals', 'Marketing'] },
      ],
      retention: { webhookBodyDays: 0, messageTextDays: 1.5, decisionDays: '30', forever: true },
      colour: 'red',
    };
    expect(problemsOf(json).toSorted()).toEqual([
      '/categories/1/key',
      '/categories/1/name',
      '/categories/2/key',
      '/categories/2/keywords',
      '/categories/2/name',
      '/categories/3/keywords/1',
      '/colour',
      '/retention/decisionDays',
      '/retention/forever',
      '/retention/messageTextDays',
      '/retention/webhookBodyDays',
    ]);
  });

  it('takes away nothing that is built in, whatever is stored: a stop stays a stop', () => {
    const words = fc.array(fc.oneof(fc.constantFrom(...KEYWORDS.keys()), fc.string()), { maxLength: 5 });
    const stored = fc.record({
      keywords: fc.record({ optOut: words, optIn: words, help: words }),
      categories: fc.array(
        fc.record({ key: fc.constantFrom('a', 'b'), name: fc.constantFrom('A', 'B'), keywords: words }),
        { maxLength: 3 },
      ),
    });
    const optOuts = [...KEYWORDS].flatMap(([word, keyword]) => (keyword.class === 'opt_out' ? [word] : []));
    fc.assert(
      fc.property(stored, fc.constantFrom(...optOuts), (json, stop) => {
        const { settings } = parseConsentSettings(json);
        expect(classify(stop, vocabularyOf(settings)).class).toBe(classify(stop, { categories: [] }).class);
      }),
    );
  });

  it('never throws, and gives something to go on with, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (json) => {
        const { settings } = parseConsentSettings(json);
        expect(classify('STOP', vocabularyOf(settings)).class).toBe('opt_out');
      }),
    );
  });
});

describe('what decisions are told', () => {
  it('is nothing while nothing was added', () => {
    expect(vocabularyFacts(vocabularyOf(DEFAULT_CONSENT_SETTINGS))).toEqual({});
  });
});
