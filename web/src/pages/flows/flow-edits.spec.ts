import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import {
  END,
  movedUp,
  renamed,
  stepsOf,
  straightWay,
  withNewStep,
  withoutStep,
  withStepAfter,
} from './flow-edits.ts';
import { outlineOf } from './flow-outline.ts';
import { OFFERED_KINDS, freshStep } from './step-kinds.ts';

const FLOW = {
  name: 'Booking',
  start: 'hello',
  unknown: { kept: true },
  steps: {
    hello: { say: { text: 'Hello' }, next: 'ask', note: 'kept' },
    ask: { ask: { text: 'Name?' }, saveAs: 'name', next: 'about', onTimeout: 'late' },
    about: {
      menu: {
        text: 'What?',
        options: [
          { label: 'A', next: 'ask', more: 1 },
          { label: 'B', next: 'late' },
        ],
      },
    },
    late: { end: { text: 'Bye' } },
  },
  hotWords: { again: 'hello' },
};

/** Flows whose steps lead to each other in any way. */
const flows = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }).chain((names) =>
  fc
    .tuple(...names.map(() => fc.tuple(fc.constantFrom(...OFFERED_KINDS), fc.constantFrom(END, ...names))))
    .map((steps) => ({
      name: 'Any',
      start: names[0] ?? '',
      steps: Object.fromEntries(
        names.map((name, index) => {
          const [kind, next] = steps[index] ?? ['end', END];
          return [name, freshStep(kind, next)];
        }),
      ),
      hotWords: { back: names.at(-1) ?? '' },
    })),
);
const flowAndStep = flows.chain((flow) =>
  fc.record({ flow: fc.constant(flow), name: fc.constantFrom(...Object.keys(flow.steps)) }),
);

describe('editing a flow', () => {
  it('never leaves a way that leads nowhere', () => {
    fc.assert(
      fc.property(flowAndStep, fc.constantFrom(...OFFERED_KINDS), ({ flow, name }, kind) => {
        const before = outlineOf(flow).find((each) => straightWay(stepsOf(flow)[each.name]) === name)?.name;
        const edited = [
          withoutStep(flow, name),
          renamed(flow, name, 'renamed'),
          withStepAfter(flow, name, kind).flow,
          withNewStep(flow, kind, END).flow,
          movedUp(flow, name, before) ?? flow,
        ];
        for (const each of edited) expect(lostIn(each)).toEqual([]);
      }),
    );
  });

  it('keeps every step when one changes its place', () => {
    fc.assert(
      fc.property(flowAndStep, flowAndStep, ({ flow, name }, other) => {
        const next = movedUp(flow, name, other.name);
        expect(Object.keys(stepsOf(next ?? flow)).toSorted()).toEqual(Object.keys(flow.steps).toSorted());
      }),
    );
  });

  it('lets what led to a step that is taken out lead to where it led itself', () => {
    const { steps, start } = withoutStep(FLOW, 'hello');
    expect({ start, hot: asObject(withoutStep(FLOW, 'hello')['hotWords']) }).toEqual({
      start: 'ask',
      hot: { again: 'ask' },
    });
    expect(Object.keys(asObject(steps) ?? {})).toEqual(['ask', 'about', 'late']);
    expect(stepsOf(withoutStep(FLOW, 'late'))['ask']).toMatchObject({ onTimeout: END });
  });

  it('lets a step come before the one that led to it, and everything else reach it first', () => {
    const next = movedUp(FLOW, 'ask', 'hello') ?? {};
    expect(next['start']).toBe('ask');
    expect(stepsOf(next)).toMatchObject({
      ask: { next: 'hello', onTimeout: 'late' },
      hello: { next: 'about', note: 'kept' },
    });
    expect(next['hotWords']).toEqual({ again: 'hello' });
    expect(outlineOf(next).map(({ name }) => name)).toEqual(['ask', 'hello', 'about', 'late']);
  });

  it.each([
    ['behind a menu', 'late', 'about'],
    ['a menu', 'about', 'ask'],
    ['the first', 'hello', undefined],
  ])('has no order to change %s', (_, name, before) => {
    expect(movedUp(FLOW, name, before)).toBeUndefined();
  });

  it('changes a name wherever it stands, and keeps what it does not know', () => {
    const next = renamed(FLOW, 'ask', 'ask_name');
    expect(next).toMatchObject({ unknown: { kept: true } });
    expect(stepsOf(next)).toMatchObject({
      hello: { next: 'ask_name', note: 'kept' },
      about: { menu: { options: [{ next: 'ask_name', more: 1 }, { next: 'late' }] } },
    });
    expect(renamed(FLOW, 'ask', 'hello')).toBe(FLOW);
  });
});

/** Every way to a step that is not there. */
function lostIn(flow: JsonObject): readonly string[] {
  const names = Object.keys(stepsOf(flow));
  const roots = [flow['start'], ...Object.values(asObject(flow['hotWords']) ?? {})].map(String);
  return [
    ...roots.filter((root) => root !== END && !names.includes(root) && names.length > 0),
    ...outlineOf(flow).flatMap(({ ways }) => ways.filter(({ isMissing }) => isMissing).map(({ to }) => to)),
  ];
}
