import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DURATION_UNITS, durationOf, isoOf } from './duration.ts';

describe('durationOf', () => {
  it('reads what isoOf has written', () => {
    const durations = fc.record({ count: fc.nat(999_999), unit: fc.constantFrom(...DURATION_UNITS) });
    fc.assert(fc.property(durations, (duration) => expect(durationOf(isoOf(duration))).toEqual(duration)));
  });

  it.each(['P1DT12H', 'PT', 'ten minutes', '', 'PT1.5H'])('leaves %j to be edited as a text', (iso) => {
    expect(durationOf(iso)).toBeUndefined();
  });
});
