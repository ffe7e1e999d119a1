import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  categoriesLeft,
  NOTHING_SAID,
  withConsentWord,
  type ConsentStanding,
  type ConsentState,
  type SpokenWord,
} from '../consent-state.js';
import { linkWords } from './link-words.js';

const ADDRESS = { kind: 'phone', value: '+2207654321', canonical: '+2207654321' } as const;
const ACT = { actor: 'test', reason: 'The same person.' };
const NOW = new Date('2026-04-10T12:00:00Z');
const STRICTNESS: readonly ConsentState[] = ['subscribed', 'held', 'opted_out'];

/** Clocks differ: words may have been said a little after now, by the clock of somebody else. */
const anyWord: fc.Arbitrary<SpokenWord> = fc.record({
  action: fc.constantFrom('revoke', 'grant', 'hold', 'release'),
  scope: fc.constantFrom('all', 'offers', 'news'),
  saidAt: fc.integer({ min: -100_000, max: 60_000 }).map((ms) => new Date(NOW.getTime() + ms)),
});

const anyStanding: fc.Arbitrary<ConsentStanding> = fc
  .array(anyWord, { maxLength: 6 })
  .map((words) =>
    words.reduce<ConsentStanding>((standing, word) => withConsentWord(standing, word).standing, NOTHING_SAID),
  );

function joined(carried: ConsentStanding, heardBy: ConsentStanding): ConsentStanding {
  return linkWords(ADDRESS, carried, heardBy, ACT, NOW).reduce(
    (standing, word) => withConsentWord(standing, word).standing,
    heardBy,
  );
}

describe('the words that carry a consent over', () => {
  it('make the strictest of the two, whatever was said and whenever', () => {
    fc.assert(
      fc.property(anyStanding, anyStanding, (carried, heardBy) => {
        const result = joined(carried, heardBy);
        const rank = Math.max(STRICTNESS.indexOf(carried.state), STRICTNESS.indexOf(heardBy.state));
        expect(result.state).toBe(STRICTNESS[rank]);
        expect(categoriesLeft(result)).toEqual(
          expect.arrayContaining([...categoriesLeft(carried), ...categoriesLeft(heardBy)]),
        );
      }),
    );
  });

  it('are none where nothing keeps messages away', () => {
    expect(linkWords(ADDRESS, NOTHING_SAID, NOTHING_SAID, ACT, NOW)).toEqual([]);
  });
});
