import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlowStep } from './flow-definition.js';
import { endlessCircles, targetsOf, unansweredTargetsOf, unreachableSteps } from './flow-graph.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const target = fc.constantFrom(...NAMES, 'end');
const when = { all: [] };
const PATIENCE = { retries: 1, onInvalid: 'end', onTimeout: 'end' };

const step: fc.Arbitrary<FlowStep> = fc.oneof(
  target.map((next) => ({ say: { text: 'x' }, next })),
  target.map((next) => ({ set: { tag: 'x' }, next })),
  fc.tuple(target, target).map(([next, otherwise]) => ({ branch: [{ when, next }], otherwise })),
  fc.tuple(target, target, target).map(([next, onInvalid, onTimeout]) => ({
    ...PATIENCE,
    ask: { text: 'x' },
    saveAs: 'x',
    expect: { kind: 'text' as const },
    next,
    onInvalid,
    onTimeout,
  })),
  fc.constant({ end: {} }),
);

const flows: fc.Arbitrary<Record<string, FlowStep>> = fc
  .tuple(step, step, step, step, step, step)
  .map((all) => Object.fromEntries(all.map((each, index) => [NAMES[index] ?? '', each])));

/** Every step from which so many silent steps can be taken that one of them was taken twice. */
function walksForEver(steps: Record<string, FlowStep>, start: string): boolean {
  let here = new Set([start]);
  for (let taken = 0; taken <= NAMES.length; taken += 1) {
    here = new Set(
      [...here].flatMap((name) => {
        const each = steps[name];
        return each === undefined ? [] : unansweredTargetsOf(each).filter((next) => next !== 'end');
      }),
    );
  }
  return here.size > 0;
}

describe('the ways through a flow', () => {
  it('hold an endless circle exactly when somebody who tries every way can walk for ever', () => {
    fc.assert(
      fc.property(flows, (steps) => {
        const isEndless = NAMES.some((name) => walksForEver(steps, name));
        expect(endlessCircles(steps).length > 0).toBe(isEndless);
      }),
      { numRuns: 2_000 },
    );
  });

  it('name each endless circle by a way that can be walked, and every step that stands on one', () => {
    fc.assert(
      fc.property(flows, (steps) => {
        const circles = endlessCircles(steps);
        for (const circle of circles) {
          expect(circle[0]).toBe(circle.at(-1));
          for (const [index, name] of circle.slice(0, -1).entries()) {
            const each = steps[name];
            expect(each && unansweredTargetsOf(each)).toContain(circle[index + 1]);
          }
        }
        const named = new Set(circles.flat());
        for (const name of NAMES) expect(named.has(name)).toBe(comesBack(steps, name));
      }),
      { numRuns: 2_000 },
    );
  });

  it('lead to every step but those that are told to be lost', () => {
    fc.assert(
      fc.property(flows, (steps) => {
        const lost = new Set(unreachableSteps({ start: 'a', steps, hotWords: {} }));
        const kept = NAMES.filter((name) => !lost.has(name));
        expect(kept).toContain('a');
        for (const name of kept) {
          const each = steps[name];
          for (const next of each === undefined ? [] : targetsOf(each)) expect(lost.has(next)).toBe(false);
        }
      }),
    );
  });
});

/** Whether somebody who takes silent steps only can come back to where they began. */
function comesBack(steps: Record<string, FlowStep>, home: string): boolean {
  let here = [home];
  for (let taken = 0; taken < NAMES.length; taken += 1) {
    here = here.flatMap((name) => {
      const each = steps[name];
      return each === undefined ? [] : [...new Set(unansweredTargetsOf(each))];
    });
    here = [...new Set(here)];
    if (here.includes(home)) return true;
  }
  return false;
}
