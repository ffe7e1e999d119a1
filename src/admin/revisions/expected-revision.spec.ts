import { describe, expect, it } from '@jest/globals';
import { expectedRevision, revisionOfTag } from './expected-revision.js';

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

describe('the revision that a change was made from', () => {
  it('is what the header says, else the body, and unsaid only when neither does', () => {
    const madeFrom = (header: string | undefined, said?: number) => expectedRevision(header, said).madeFrom;
    expect([madeFrom('"3"', 2), madeFrom(undefined, 2), madeFrom('*', 2)]).toEqual([3, 2, 2]);
    expect([madeFrom(undefined), madeFrom('*')]).toEqual(['unsaid', undefined]);
  });
});
