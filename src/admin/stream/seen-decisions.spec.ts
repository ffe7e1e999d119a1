import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SeenDecisions } from './seen-decisions.js';

const START = new Date('2026-04-10T12:00:00Z');
const OVERLAP_MS = 5_000;
const at = (ms: number) => new Date(START.getTime() + ms);

describe('SeenDecisions', () => {
  it('looks back by the overlap from the newest decision, and never back before that', () => {
    const seen = new SeenDecisions(START, OVERLAP_MS);
    expect(seen.lookFrom).toEqual(at(-OVERLAP_MS));
    seen.add([{ id: 'late', decidedAt: at(9_000) }]);
    seen.add([{ id: 'early', decidedAt: at(7_000) }]);
    expect(seen.lookFrom).toEqual(at(4_000));
  });

  it('knows every decision that the next look could find again, and forgets the others', () => {
    const decision = fc.record({ id: fc.uuid(), decidedAt: fc.nat(60_000).map(at) });
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(decision, { selector: ({ id }) => id })), (rounds) => {
        const seen = new SeenDecisions(START, OVERLAP_MS);
        for (const round of rounds) seen.add(round);
        const last = new Map(rounds.flat().map(({ id, decidedAt }) => [id, decidedAt]));
        const findable = [...last].filter(([, time]) => time >= seen.lookFrom).map(([id]) => id);
        expect([...seen.ids].sort()).toEqual(findable.sort());
      }),
    );
  });
});
