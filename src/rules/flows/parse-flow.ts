import { asObject } from '../../messaging/untrusted.js';
import { documentRoot, quoted, suggestion } from '../definition/definition-problems.js';
import type { Place } from '../definition/definition-problems.js';
import { readObject, readText } from '../definition/definition-readers.js';
import { MAX_NAME_LENGTH } from '../definition/parse-rule-definition.js';
import type { DefinitionProblem } from '../definition/rule-definition.js';
import { END } from './flow-definition.js';
import type { FlowDefinition, FlowLimits, FlowStep } from './flow-definition.js';
import { endlessCircles, stepsWithoutEnd, unreachableSteps } from './flow-graph.js';
import { readCount, readLength, readTarget, STEP_NAME } from './flow-readers.js';
import type { FlowNotes } from './flow-readers.js';
import { refuseUnheardWord, wordKey } from './flow-words.js';
import { LONGEST_FLOW_MS, readStep } from './parse-step.js';

export const MAX_STEPS = 100;
export const MAX_HOT_WORDS = 20;
export const MAX_HOT_WORD_LENGTH = 40;
/** Twilio Studio ends a run at 1,000 steps. Source: https://www.twilio.com/docs/studio/rest-api/limits */
export const MOST_STEPS_TAKEN = 1_000;
const DEFAULT_LIMITS: FlowLimits = { maxSteps: 50, maxDuration: 'P1D' };

export type FlowReading =
  | { readonly ok: true; readonly definition: FlowDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * Reads a flow as an administrator wrote it, and walks through it: a flow that names steps which are not there, has steps that nothing leads
 * to, or could go round without ever waiting for the customer is refused. What it gives back compiles and always comes to an end.
 */
export function parseFlowDefinition(json: unknown): FlowReading {
  const problems: DefinitionProblem[] = [];
  const root = documentRoot(problems);
  const object = readObject(json, root, ['name', 'start', 'steps', 'limits', 'hotWords']);
  if (object === undefined) return { ok: false, problems };
  const notes: FlowNotes = { targets: [], variables: [] };
  const name = readText(object['name'], root.at('name'), MAX_NAME_LENGTH);
  const steps = readSteps(object['steps'], root.at('steps'), notes);
  const start = readStart(object['start'], root.at('start'), steps);
  const limits = readFlowLimits(object['limits'], root.at('limits'));
  const hotWords = readHotWords(object['hotWords'], root.at('hotWords'), notes);
  if (steps !== undefined) refuseUnknown(steps, notes);
  if (problems.length > 0 || name === undefined || start === undefined || steps === undefined)
    return { ok: false, problems };
  const definition: FlowDefinition = { name, start, steps, limits, hotWords };
  refuseLost(definition, root.at('steps'));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, definition };
}

/** What may be meant and is worth a thought: steps from which no answer leads to an end. */
export function flowWarnings({ steps }: FlowDefinition): readonly DefinitionProblem[] {
  return stepsWithoutEnd(steps).map((name) => ({
    pointer: `/steps/${name}`,
    message: `No answer leads from "${name}" to an end: only time ends the flow there. Add a step with "end" or "handOver".`,
  }));
}

function readSteps(
  json: unknown,
  place: Place,
  notes: FlowNotes,
): Readonly<Record<string, FlowStep>> | undefined {
  const entries = Object.entries(asObject(json) ?? {});
  if (entries.length === 0 || entries.length > MAX_STEPS) {
    place.refuse(
      `Write an object of 1 to ${MAX_STEPS} steps by name: {"ask_name": {"ask": …, "next": "end"}}.`,
    );
    return undefined;
  }
  const steps = entries.map(([name, value]) => {
    if (!STEP_NAME.test(name) || name === END) {
      place
        .at(name)
        .refuse(
          'Name a step by letters, digits and _, beginning with a letter; "end" is the end of the flow.',
        );
    }
    return [name, readStep(value, place.at(name), notes)] as const;
  });
  // A step that was refused is kept as an end, so that those which lead to it are not refused for that too.
  return Object.fromEntries(steps.map(([name, step]) => [name, step ?? { end: {} }]));
}

function readStart(
  json: unknown,
  place: Place,
  steps: FlowDefinition['steps'] | undefined,
): string | undefined {
  if (typeof json === 'string' && (steps === undefined || Object.hasOwn(steps, json))) return json;
  place.refuse(
    `Name the step with which the flow begins. ${suggestion(json, Object.keys(steps ?? {}).slice(0, 20))}`,
  );
  return undefined;
}

function readFlowLimits(json: unknown, place: Place): FlowLimits {
  if (json === undefined) return DEFAULT_LIMITS;
  const object = readObject(json, place, ['maxSteps', 'maxDuration']);
  const range = { min: 1, max: MOST_STEPS_TAKEN };
  const { maxDuration } = object ?? {};
  return {
    maxSteps: readCount(object?.['maxSteps'], place.at('maxSteps'), range, DEFAULT_LIMITS.maxSteps),
    maxDuration:
      (maxDuration === undefined
        ? undefined
        : readLength(maxDuration, place.at('maxDuration'), LONGEST_FLOW_MS)) ?? DEFAULT_LIMITS.maxDuration,
  };
}

function readHotWords(json: unknown, place: Place, notes: FlowNotes): FlowDefinition['hotWords'] {
  if (json === undefined) return {};
  const entries = Object.entries(asObject(json) ?? {});
  if (asObject(json) === undefined || entries.length > MAX_HOT_WORDS) {
    place.refuse(`Write an object of at most ${MAX_HOT_WORDS} words: {"menu": "main_menu", "back": "end"}.`);
    return {};
  }
  const keys = new Set<string>();
  const words = entries.flatMap(([word, target]) => {
    const at = place.at(word);
    if (word.trim() === '' || word.length > MAX_HOT_WORD_LENGTH || wordKey(word) === '') {
      at.refuse(`Write a word of at most ${MAX_HOT_WORD_LENGTH} characters.`);
    } else refuseUnheardWord(word, at);
    if (keys.has(wordKey(word))) at.refuse('This word stands here twice; upper and lower case are one.');
    keys.add(wordKey(word));
    const read = readTarget(target, at, notes);
    return read === undefined ? [] : [[word, read] as const];
  });
  return Object.fromEntries(words);
}

function refuseUnknown(steps: FlowDefinition['steps'], { targets, variables }: FlowNotes): void {
  const names = Object.keys(steps);
  for (const { name, place } of targets) {
    if (!Object.hasOwn(steps, name))
      place.refuse(`There is no step ${quoted(name)}. ${suggestion(name, [...names, END])}`);
  }
  const saved = savedIn(steps);
  for (const { name, place } of variables) {
    if (saved.has(name)) continue;
    place.refuse(
      `No step saves an answer as ${quoted(name)}. ${saved.size === 0 ? 'No step saves one at all.' : suggestion(name, [...saved])}`,
    );
  }
}

function savedIn(steps: FlowDefinition['steps']): ReadonlySet<string> {
  return new Set(
    Object.values(steps).flatMap((step) =>
      'ask' in step || 'menu' in step ? (step.saveAs === undefined ? [] : [step.saveAs]) : [],
    ),
  );
}

function refuseLost(definition: FlowDefinition, place: Place): void {
  for (const name of unreachableSteps(definition)) {
    place
      .at(name)
      .refuse(`Nothing leads to "${name}". Name it as the "next" of another step, or take it out.`);
  }
  for (const circle of endlessCircles(definition.steps)) {
    place
      .at(circle[0] ?? '')
      .refuse(
        `${circle.join(' → ')} never waits for a word of the customer and would go round for ever. Put an "ask" or a "menu" between them; where nobody answers in time, lead on.`,
      );
  }
}
