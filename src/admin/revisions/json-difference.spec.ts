import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonDifferences } from './json-difference.js';

describe('jsonDifferences', () => {
  it('names what changed, what came and what went', () => {
    const before = { name: 'Hours', limits: {}, then: [{ tag: 'a' }, { tag: 'b' }], 'a/b': 1, gone: null };
    const after = { then: [{ tag: 'a' }, { tag: 'c' }, { tag: 'd' }], name: 'Hours', limits: [], 'a/b': 2 };
    expect(jsonDifferences(before, after)).toEqual([
      { pointer: '/limits', before: {}, after: [] },
      { pointer: '/then/1/tag', before: 'b', after: 'c' },
      { pointer: '/then/2', after: { tag: 'd' } },
      { pointer: '/a~1b', before: 1, after: 2 },
      { pointer: '/gone', before: null },
    ]);
  });

  it('finds nothing exactly in equal documents', () => {
    const small = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(small, small, (one, other) => {
        expect(jsonDifferences(one, structuredClone(one))).toEqual([]);
        const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
        if (a === b) expect(jsonDifferences(JSON.parse(a), JSON.parse(b))).toEqual([]);
        else if (a.length !== b.length) expect(jsonDifferences(one, other)).not.toEqual([]);
      }),
    );
  });
});
