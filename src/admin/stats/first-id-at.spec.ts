import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7, validate } from 'uuid';
import { firstIdAt } from './first-id-at.js';

const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });

describe('firstIdAt', () => {
  it('stands before every id of its instant, and after every id of the millisecond before', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const msecs = at.getTime();
        expect(validate(firstIdAt(at))).toBe(true);
        expect(v7({ msecs }) >= firstIdAt(at)).toBe(true);
        if (msecs > 0) expect(v7({ msecs: msecs - 1 }) < firstIdAt(at)).toBe(true);
      }),
    );
  });
});
