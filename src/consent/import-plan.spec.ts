import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withConsentWord, type ConsentStanding, type ConsentState } from '../contacts/consent-state.js';
import { importStep } from './import-plan.js';

const RESTRICTION: Record<ConsentState, number> = { subscribed: 0, held: 1, opted_out: 2 };
const now = new Date(Date.UTC(2026, 3, 10, 12));
const instant = fc.date({ min: new Date(Date.UTC(2020, 0)), max: now, noInvalidDate: true });
const state = fc.constantFrom<ConsentState>('subscribed', 'held', 'opted_out');

function after(
  standing: ConsentStanding,
  row: { state: ConsentState; at: Date | undefined },
): ConsentStanding {
  const step = importStep(standing, row, now);
  return step.kind === 'record' ? withConsentWord(standing, { ...step, scope: 'all' }).standing : standing;
}

describe('an import', () => {
  const standing = fc.record({ state, effectiveAt: fc.option(instant, { nil: undefined }) });
  const row = fc.record({ state, at: fc.option(instant, { nil: undefined }) });

  it('leaves everybody in the more restrictive of both states, whatever the times', () => {
    fc.assert(
      fc.property(standing, row, (before, imported) => {
        const wanted = Math.max(RESTRICTION[before.state], RESTRICTION[imported.state]);
        expect(RESTRICTION[after(before, imported).state]).toBe(wanted);
      }),
    );
  });

  it('adds nothing when it is done again', () => {
    fc.assert(
      fc.property(standing, row, (before, imported) => {
        const at = imported.at ?? now;
        const once = after(before, { ...imported, at });
        expect(importStep(once, { ...imported, at }, now).kind).not.toBe('record');
      }),
    );
  });
});
