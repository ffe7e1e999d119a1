import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { slipsBetween } from './edit-distance.js';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('the number of slips between two words', () => {
  it.each([
    ['', '', 0],
    ['hours', 'hours', 0],
    ['hours', 'hors', 1],
    ['hours', 'houurs', 1],
    ['hours', 'hoirs', 1],
    ['hours', 'horus', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('from %j to %j is %d', (left, right, expected) => {
    expect(slipsBetween(left, right)).toBe(expected);
  });

  it('is the same both ways, and between half of Levenshtein’s distance and the whole of it', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const slips = slipsBetween(left, right);
        expect(slipsBetween(right, left)).toBe(slips);
        expect(slips).toBeLessThanOrEqual(distance(left, right));
        expect(2 * slips).toBeGreaterThanOrEqual(distance(left, right));
      }),
    );
  });
});
