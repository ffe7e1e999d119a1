import { describe, expect, it } from '@jest/globals';
import { isDeeperThan } from './body-depth.js';

describe('isDeeperThan', () => {
  it.each([
    ['a text', 'words', 0, false],
    ['nothing', undefined, 0, false],
    ['null', null, 0, false],
    ['bytes', Buffer.from('[[[['), 0, false],
    ['an empty object', {}, 0, true],
    ['an empty object', {}, 1, false],
    ['a list in an object', { a: [] }, 1, true],
    ['a list in an object', { a: [] }, 2, false],
    ['the deepest of several branches', { a: 1, b: [{ c: {} }], d: [] }, 3, true],
  ])('counts the levels of %s', (_what, value, depth, isDeeper) => {
    expect(isDeeperThan(value, depth)).toBe(isDeeper);
  });

  it('runs out of no stack', () => {
    const levels = 50_000;
    const value: unknown = JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(isDeeperThan(value, 100)).toBe(true);
    expect(isDeeperThan(value, levels)).toBe(false);
  });
});
