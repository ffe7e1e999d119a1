import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergedOrder, movedBetween } from './rule-order.js';

const ids: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  { maxLength: 8 },
);

describe('mergedOrder', () => {
  it('leaves what is not named where it stands: behind the same neighbour', () => {
    expect(mergedOrder(['c', 'a', 'new'], ['x', 'a', 'y', 'z', 'b', 'c'])).toEqual([
      'x',
      'c',
      'a',
      'y',
      'z',
      'b',
      'new',
    ]);
  });

  it('changes nothing where the wanted order is the present one, and loses nothing', () => {
    fc.assert(
      fc.property(ids, ids, (present, wanted) => {
        const named = present.filter((id) => wanted.includes(id));
        expect(mergedOrder(named, present)).toEqual(present);
        const merged = mergedOrder(wanted, present);
        expect([...merged].sort()).toEqual([...new Set([...wanted, ...present])].sort());
        expect(merged.filter((id) => wanted.includes(id))).toEqual(wanted);
      }),
    );
  });
});

describe('movedBetween', () => {
  it('names the one that moved, not all those that made room', () => {
    expect([...movedBetween(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])]).toEqual(['a']);
    expect([...movedBetween(['a', 'b', 'c'], ['a', 'new', 'b'])]).toEqual([]);
  });

  it('leaves the others in one order', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const moved = movedBetween(before, after);
        const staying = (order: readonly string[], other: readonly string[]) =>
          order.filter((id) => other.includes(id) && !moved.has(id));
        expect(staying(before, after)).toEqual(staying(after, before));
        if (before.join() === after.join()) expect(moved.size).toBe(0);
      }),
    );
  });
});
