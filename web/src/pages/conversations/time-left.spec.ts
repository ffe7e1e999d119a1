import { describe, expect, it } from '@jest/globals';
import { timeLeft } from './time-left.ts';

describe('timeLeft', () => {
  it.each([
    [1, '1 s'],
    [59_000, '59 s'],
    [60_000, '1 min'],
    [725_000, '12 min 5 s'],
    [3_600_000, '1 h'],
    [100_800_000, '1 d 4 h'],
  ])('says %d ms as %s', (ms, words) => {
    expect(timeLeft(ms)).toBe(words);
  });

  it('says nothing when nothing is left, or the end is no instant', () => {
    expect(timeLeft(0)).toBeUndefined();
    expect(timeLeft(-1)).toBeUndefined();
    expect(timeLeft(Number.NaN)).toBeUndefined();
  });
});
