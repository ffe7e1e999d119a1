import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moved, withMember } from './json-member.ts';

describe('withMember', () => {
  it('keeps every other member and its place', () => {
    expect(Object.entries(withMember({ a: 1, b: 2, c: 3 }, 'b', 4))).toEqual([
      ['a', 1],
      ['b', 4],
      ['c', 3],
    ]);
  });

  it('takes a member out that has no value', () => {
    expect(withMember({ a: 1, b: 2 }, 'b', undefined)).toEqual({ a: 1 });
  });
});

describe('moved', () => {
  it('keeps every entry, and puts the moved one where it shall be', () => {
    const places = fc
      .array(fc.integer(), { minLength: 1 })
      .chain((list) => fc.tuple(fc.constant(list), fc.nat(list.length - 1), fc.nat(list.length - 1)));
    fc.assert(
      fc.property(places, ([list, from, to]) => {
        const result = moved(list, from, to);
        expect(result[to]).toBe(list[from]);
        expect(result.toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
        expect(moved(result, to, from)).toEqual(list);
      }),
    );
  });

  it('changes nothing for a place that is not there', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });
});
