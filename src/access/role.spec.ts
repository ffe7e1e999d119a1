import { describe, expect, it } from '@jest/globals';
import { asRole, covers, ROLES } from './role.js';

describe('covers', () => {
  it('lets each role do what the roles below it may, and no more', () => {
    const allowed = ROLES.map((held) => ROLES.filter((needed) => covers(held, needed)));
    expect(allowed).toEqual([['viewer'], ['viewer', 'editor'], ['viewer', 'editor', 'administrator']]);
  });
});

describe('asRole', () => {
  it('takes a word that it does not know for the least role', () => {
    expect(['administrator', 'Administrator', 'owner', ''].map(asRole)).toEqual([
      'administrator',
      'viewer',
      'viewer',
      'viewer',
    ]);
  });
});
