import { describe, expect, it } from '@jest/globals';
import { scalarReader, textsOf, valueOf } from './value-kind.ts';

describe('valueOf', () => {
  it('writes one value by itself and several as a list', () => {
    expect(valueOf(['hours'], 'word')).toBe('hours');
    expect(valueOf(['hours', 'open'], 'word')).toEqual(['hours', 'open']);
    expect(valueOf(['hours'], 'in')).toEqual(['hours']);
    expect(valueOf([], 'word')).toBeUndefined();
  });

  it('keeps numbers as numbers and texts as texts', () => {
    const before = ['5', 6];
    expect(valueOf([...textsOf(before), '7', 'many', 'true'], 'in', scalarReader(before))).toEqual([
      '5',
      6,
      7,
      'many',
      true,
    ]);
  });
});
