import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  categoriesLeft,
  withConsentWord,
  type CategoryStanding,
  type ConsentStanding,
  type ConsentState,
} from '../contacts/consent-state.js';
import { importStep } from './import-plan.js';

const RESTRICTION: Record<ConsentState, number> = { subscribed: 0, held: 1, opted_out: 2 };
const now = new Date(Date.UTC(2026, 3, 10, 12));
const instant = fc.date({ min: new Date(Date.UTC(2020, 0)), max: now, noInvalidDate: true });
const state = fc.constantFrom<ConsentState>('subscribed', 'held', 'opted_out');

type Row = { readonly state: ConsentState; readonly scope: string; readonly at: Date | undefined };

function after(standing: ConsentStanding, row: Row): ConsentStanding {
  const step = importStep(standing, row, now);
  return step.kind === 'record'
    ? withConsentWord(standing, { ...step, scope: row.scope }).standing
    : standing;
}

const category: fc.Arbitrary<CategoryStanding> = fc.record({
  state: fc.constantFrom('subscribed' as const, 'opted_out' as const),
  effectiveAt: instant,
});
const standing: fc.Arbitrary<ConsentStanding> = fc.record({
  state,
  effectiveAt: fc.option(instant, { nil: undefined }),
  grantedAt: fc.option(instant, { nil: undefined }),
  categories: fc
    .option(category, { nil: undefined })
    .map((left) => new Map(left === undefined ? [] : [['marketing', left] as const])),
});
const at = fc.option(instant, { nil: undefined });
const aboutEverything = fc.record({ state, scope: fc.constant('all'), at });
const aboutCategory = fc.record({
  state: fc.constantFrom<ConsentState>('subscribed', 'opted_out'),
  scope: fc.constant('marketing'),
  at,
});

describe('an import', () => {
  it('leaves everybody in the more restrictive of both states, whatever the times', () => {
    fc.assert(
      fc.property(standing, aboutEverything, (before, imported) => {
        const wanted = Math.max(RESTRICTION[before.state], RESTRICTION[imported.state]);
        expect(RESTRICTION[after(before, imported).state]).toBe(wanted);
      }),
    );
  });

  it('keeps every category left that was left, and leaves the one that the list names', () => {
    fc.assert(
      fc.property(standing, fc.oneof(aboutEverything, aboutCategory), (before, imported) => {
        const left = new Set(categoriesLeft(before));
        if (imported.scope !== 'all' && imported.state === 'opted_out') left.add(imported.scope);
        expect(categoriesLeft(after(before, imported))).toEqual([...left]);
      }),
    );
  });

  it('adds nothing when it is done again', () => {
    fc.assert(
      fc.property(standing, fc.oneof(aboutEverything, aboutCategory), (before, imported) => {
        const again = { ...imported, at: imported.at ?? now };
        const once = after(before, again);
        expect(importStep(once, again, now).kind).not.toBe('record');
      }),
    );
  });
});
