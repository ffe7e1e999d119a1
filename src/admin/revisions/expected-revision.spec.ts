import { describe, expect, it } from '@jest/globals';
import { revisionOfTag } from './expected-revision.js';

describe('revisionOfTag', () => {
  it('reads the number of an entity tag', () => {
    expect([revisionOfTag('"3"'), revisionOfTag('W/"3"'), revisionOfTag(' "12" ')]).toEqual([3, 3, 12]);
  });

  it('tells no wish from a wish that nothing can fulfil', () => {
    expect(revisionOfTag(undefined)).toBeUndefined();
    expect(revisionOfTag('*')).toBeUndefined();
    expect([revisionOfTag('3'), revisionOfTag('"x"'), revisionOfTag('')]).toEqual([null, null, null]);
  });
});
