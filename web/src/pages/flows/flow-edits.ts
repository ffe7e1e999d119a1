import { asArray, asObject, asText, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { withMember } from '../revisions/json-member.ts';
import { freshStep, STEP_WORDS, type StepKind } from './step-kinds.ts';

/** Where a flow ends; no step has this name. */
export const END = 'end';

const WAYS_OUT = ['next', 'otherwise', 'onInvalid', 'onTimeout'];

/** The steps by name; none for what is no object. */
export function stepsOf(flow: JsonObject): Readonly<Record<string, JsonObject>> {
  const steps = asObject(flow['steps']) ?? {};
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, asObject(step) ?? {}]));
}

export function withStep(flow: JsonObject, name: string, step: JsonObject): JsonObject {
  return { ...flow, steps: { ...asObject(flow['steps']), [name]: step } };
}

/** Where a step leads when it leads on by itself or with any answer: its `next`. */
export function straightWay(step: JsonObject | undefined): string | undefined {
  return asText(step?.['next']);
}

/** Gives a step another name, and everything that leads to it too. The same flow when the name is taken. */
export function renamed(flow: JsonObject, from: string, to: string): JsonObject {
  const steps = stepsOf(flow);
  if (to === '' || to === END || Object.hasOwn(steps, to) || !Object.hasOwn(steps, from)) return flow;
  const { steps: led, ...rest } = mapTargets(flow, (target) => (target === from ? to : target));
  const entries = Object.entries(asObject(led) ?? {});
  return {
    ...rest,
    steps: Object.fromEntries(entries.map(([name, step]) => [name === from ? to : name, step])),
  };
}

/** The flow with a new step that goes on to `next`, and that step's name. Nothing leads to it yet. */
export function withNewStep(
  flow: JsonObject,
  kind: StepKind,
  next: string,
): { readonly flow: JsonObject; readonly name: string } {
  const name = freeName(Object.keys(stepsOf(flow)), STEP_WORDS[kind].name);
  const added = withStep(flow, name, freshStep(kind, next));
  const begins = Object.hasOwn(stepsOf(flow), asText(flow['start']) ?? '');
  return { flow: begins ? added : { ...added, start: name }, name };
}

/** Puts a new step behind one that leads straight on: between it and what came next. */
export function withStepAfter(flow: JsonObject, after: string, kind: StepKind) {
  const step = stepsOf(flow)[after] ?? {};
  const added = withNewStep(flow, kind, straightWay(step) ?? END);
  if (straightWay(step) === undefined) return added;
  return { ...added, flow: withStep(added.flow, after, { ...step, next: added.name }) };
}

/** Takes a step out. What led to it leads to where it led itself, or to the end. */
export function withoutStep(flow: JsonObject, name: string): JsonObject {
  const onward = straightWay(stepsOf(flow)[name]) ?? END;
  const heir = onward === name ? END : onward;
  const led = mapTargets(flow, (target, from) => {
    if (target !== name) return target;
    return heir === from ? END : heir;
  });
  const steps = withMember(asObject(led['steps']) ?? {}, name, undefined);
  const start = asText(led['start']);
  return { ...led, steps, ...(start === END && { start: Object.keys(steps)[0] ?? '' }) };
}

/**
 * Lets a step come before the one that leads straight to it: what led there leads to this one now. `undefined` where there is no such
 * order to change: before the first step, behind a menu, and for steps that lead nowhere or to several.
 */
export function movedUp(flow: JsonObject, name: string, before: string | undefined): JsonObject | undefined {
  const steps = stepsOf(flow);
  const [step, earlier] = [steps[name], before === undefined ? undefined : steps[before]];
  const onward = straightWay(step);
  if (before === undefined || before === name || step === undefined || earlier === undefined)
    return undefined;
  if (onward === undefined || straightWay(earlier) !== name) return undefined;
  const led = mapTargets(flow, (target, from) => (target === before && from !== name ? name : target));
  const ledSteps = stepsOf(led);
  return {
    ...led,
    // A word that leads to a step goes on leading to that one, wherever it stands.
    ...('hotWords' in flow && { hotWords: flow['hotWords'] }),
    steps: {
      ...asObject(led['steps']),
      [name]: { ...ledSteps[name], next: before },
      [before]: { ...ledSteps[before], next: onward === before ? name : onward },
    },
  };
}

/** Changes every name of a step that something leads to. `from` is the step that leads; without one it is the flow itself. */
function mapTargets(
  flow: JsonObject,
  change: (target: string, from: string | undefined) => string,
): JsonObject {
  const { start, hotWords, steps } = flow;
  const turn = (target: unknown, from?: string) =>
    typeof target === 'string' ? change(target, from) : target;
  const entries = Object.entries(asObject(steps) ?? {});
  return {
    ...flow,
    ...(start !== undefined && { start: turn(start) }),
    ...(asObject(hotWords) !== undefined && { hotWords: mapMembers(hotWords, (to) => turn(to)) }),
    steps: Object.fromEntries(
      entries.map(([name, step]) => [name, mapStep(step, (to) => turn(to, name))] as const),
    ),
  };
}

function mapStep(step: unknown, turn: (target: unknown) => unknown): unknown {
  const object = asObject(step);
  if (object === undefined) return step;
  const menu = asObject(object['menu']);
  const branch = asArray(object['branch']);
  const options = asArray(menu?.['options']);
  const entries = Object.entries(object).map(
    ([name, value]) => [name, WAYS_OUT.includes(name) ? turn(value) : value] as const,
  );
  return {
    ...Object.fromEntries(entries),
    ...(options !== undefined && { menu: { ...menu, options: options.map((each) => mapNext(each, turn)) } }),
    ...(branch !== undefined && { branch: branch.map((each) => mapNext(each, turn)) }),
  };
}

function mapNext(part: unknown, turn: (target: unknown) => unknown): unknown {
  const object = asObject(part);
  return object !== undefined && 'next' in object ? { ...object, next: turn(object['next']) } : part;
}

function mapMembers(json: unknown, turn: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(asObject(json) ?? {}).map(([name, value]) => [name, turn(value)]));
}

function freeName(taken: readonly string[], stem: string): string {
  let number = 1;
  while (taken.includes(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}
