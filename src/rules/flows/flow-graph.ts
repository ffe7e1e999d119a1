import { END } from './flow-definition.js';
import type { FlowDefinition, FlowStep, Target } from './flow-definition.js';

/** Where a step can lead, `end` included. */
export function targetsOf(step: FlowStep): readonly Target[] {
  if ('ask' in step) return [step.next, step.onInvalid, step.onTimeout];
  if ('menu' in step) return [...step.menu.options.map(({ next }) => next), step.onInvalid, step.onTimeout];
  if ('branch' in step) return [...step.branch.map(({ next }) => next), step.otherwise];
  if ('say' in step || 'set' in step || 'webhook' in step) return [step.next];
  return [];
}

/** Where a step leads without a word of the customer: at once, or where it waits, when the time is over. */
export function unansweredTargetsOf(step: FlowStep): readonly Target[] {
  return 'ask' in step || 'menu' in step ? [step.onTimeout] : targetsOf(step);
}

type Steps = FlowDefinition['steps'];

/** Steps that nothing leads to, in their order. */
export function unreachableSteps({
  start,
  steps,
  hotWords,
}: Pick<FlowDefinition, 'start' | 'steps' | 'hotWords'>): readonly string[] {
  const reached = reachableFrom([start, ...Object.values(hotWords)], (name) => nextOf(steps, name));
  return Object.keys(steps).filter((name) => !reached.has(name));
}

/**
 * Circles that go round without a word of the customer and so would never end, each as the way around: `say_b → branch_c → say_b`, or a
 * question that is asked again whenever nobody answers. Every step that stands on such a circle is named in one of them.
 */
export function endlessCircles(steps: Steps): readonly (readonly string[])[] {
  const silent = (name: string) => {
    const step = ownStep(steps, name);
    return step === undefined ? [] : known(steps, unansweredTargetsOf(step));
  };
  const circles: string[][] = [];
  const named = new Set<string>();
  for (const name of Object.keys(steps)) {
    if (named.has(name)) continue;
    const circle = wayBack(name, silent);
    if (circle === undefined) continue;
    circles.push(circle);
    for (const each of circle) named.add(each);
  }
  return circles;
}

/** Steps from which no answer leads to an end: only time ends the flow there. */
export function stepsWithoutEnd(steps: Steps): readonly string[] {
  const isLast = (name: string) => {
    const step = ownStep(steps, name);
    return step !== undefined && (answersOf(step).includes(END) || 'end' in step || 'handOver' in step);
  };
  return Object.keys(steps).filter(
    (name) => ![...reachableFrom([name], (each) => answersNext(steps, each))].some(isLast),
  );
}

/** Without what happens to those who do not answer, or only wrongly: that is no way that a customer wants to go. */
function answersOf(step: FlowStep): readonly Target[] {
  if ('ask' in step) return [step.next];
  if ('menu' in step) return step.menu.options.map(({ next }) => next);
  return targetsOf(step);
}

function answersNext(steps: Steps, name: string): readonly string[] {
  const step = ownStep(steps, name);
  return step === undefined ? [] : known(steps, answersOf(step));
}

function nextOf(steps: Steps, name: string): readonly string[] {
  const step = ownStep(steps, name);
  return step === undefined ? [] : known(steps, targetsOf(step));
}

function known(steps: Steps, targets: readonly Target[]): readonly string[] {
  return targets.filter((target) => Object.hasOwn(steps, target));
}

function ownStep(steps: Steps, name: string): FlowStep | undefined {
  return Object.hasOwn(steps, name) ? steps[name] : undefined;
}

function reachableFrom(
  roots: readonly string[],
  next: (name: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set(roots);
  for (const name of reached) for (const each of next(name)) reached.add(each);
  return reached;
}

/** The shortest way from a step back to itself, both ends named; `undefined` when there is none. */
function wayBack(home: string, next: (name: string) => readonly string[]): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const waiting = new Set([home]);
  for (const name of waiting) {
    for (const each of next(name)) {
      if (each === home) return wayTo(name, home, cameFrom);
      if (!cameFrom.has(each)) cameFrom.set(each, name);
      waiting.add(each);
    }
  }
  return undefined;
}

function wayTo(last: string, home: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [home];
  for (let each: string | undefined = last; each !== undefined && each !== home; each = cameFrom.get(each))
    way.splice(0, 0, each);
  return [home, ...way];
}
