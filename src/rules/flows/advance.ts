import type { TraceNode } from '../decision.js';
import { storableText } from '../../messaging/untrusted.js';
import type { Scalar } from '../conditions/fact.js';
import type { Answer } from './choose-option.js';
import type { QuestionStep } from './compiled-flow.js';
import { END } from './flow-definition.js';
import { wordKey } from './flow-words.js';
import type { ActiveRun, RunState } from './run-state.js';
import { ask, failed, over, waiting, walk } from './walk.js';
import type { Advance, Ground } from './walk.js';

/** A run that begins: who started it. */
export type Beginning = Pick<RunState, 'ruleRevisionId' | 'category' | 'language'>;

const SHOWN_LENGTH = 200;

/** Begins a flow: what it says first, and where it waits. */
export function begin(ground: Ground, beginning: Beginning): Advance {
  const { flow, situation } = ground;
  const startedAt = new Date(Number.isNaN(situation.now.getTime()) ? 0 : situation.now).toISOString();
  const run: RunState = {
    ...beginning,
    flowRevisionId: flow.revisionId,
    status: 'active',
    step: flow.start,
    variables: {},
    refused: 0,
    steps: 0,
    startedAt,
  };
  return walk(ground, flow.start, run, []);
}

/**
 * Takes a customer's answer: on to the next step when it fits, the question again when it does not, and elsewhere after one wrong answer too
 * many. A hot word leads away from every question.
 */
export function answer(ground: Ground, active: ActiveRun, given: Answer): Advance {
  const run = stateOf(active);
  const word = hotTarget(ground, given);
  if (word !== undefined) {
    const trace = {
      label: 'hot word',
      outcome: 'matched',
      actual: given.text.slice(0, SHOWN_LENGTH),
    } as const;
    return word === END
      ? { state: over(run, 'cancelled', 'The customer left it.'), effects: [], trace: [trace] }
      : walk(ground, word, run, [trace]);
  }
  const step = questionOf(ground, run);
  if (step === undefined) return failed(run, `Step "${run.step}" is no question.`, []);
  const { expected, fit } = step.read(given, ground.situation.now);
  const actual = given.buttonId ?? given.text;
  const trace: TraceNode = {
    label: `answer to step "${run.step}"`,
    outcome: fit === undefined ? 'not_matched' : 'matched',
    actual: storableText(actual).slice(0, SHOWN_LENGTH),
    expected,
  };
  if (fit === undefined) return refuse(ground, step, run, trace);
  const { value, next } = fit;
  return walk(ground, next, step.saveAs === undefined ? run : withAnswer(run, step.saveAs, value), [trace]);
}

/** Nobody answered in time: on to where the step leads then, as long as the flow itself may go on. */
export function timeOut(ground: Ground, active: ActiveRun): Advance {
  const run = stateOf(active);
  const step = questionOf(ground, run);
  const trace: TraceNode = {
    label: `answer to step "${run.step}"`,
    outcome: 'not_matched',
    detail: 'None came in time.',
  };
  if (step === undefined || step.onTimeout === END || isTooOld(ground, active)) {
    return { state: over(run, 'timed_out', 'No answer came in time.'), effects: [], trace: [trace] };
  }
  return walk(ground, step.onTimeout, run, [trace]);
}

/** Whether the flow has lasted as long as it may. */
export function isTooOld({ flow, situation }: Ground, { startedAt }: ActiveRun): boolean {
  return situation.now.getTime() >= Date.parse(startedAt) + flow.maxDurationMs;
}

/** Where a hot word leads; `undefined` when the answer is none. */
export function hotTarget({ flow }: Pick<Ground, 'flow'>, { text }: Answer): string | undefined {
  return flow.hotWords.get(wordKey(text));
}

/** A run as it stands, to be carried on. */
export function stateOf({ id: _id, ...run }: ActiveRun): RunState {
  return { ...run, status: 'active' };
}

function questionOf({ flow }: Ground, { step }: RunState): QuestionStep | undefined {
  const found = flow.steps.get(step);
  return found?.kind === 'question' ? found : undefined;
}

function withAnswer(run: RunState, name: string, value: Scalar): RunState {
  return { ...run, variables: { ...run.variables, [name]: value } };
}

function refuse(ground: Ground, step: QuestionStep, run: RunState, trace: TraceNode): Advance {
  if (run.refused >= step.retries) {
    const detail = `That was answer ${run.refused + 1} that does not fit: on to "${step.onInvalid}".`;
    if (step.onInvalid === END) {
      const reason = `${run.refused + 1} answers to step "${run.step}" did not fit.`;
      return { state: over(run, 'failed', reason), effects: [], trace: [{ ...trace, detail }] };
    }
    return walk(ground, step.onInvalid, run, [{ ...trace, detail }]);
  }
  if (run.steps >= ground.flow.maxSteps) {
    return failed(run, `It took ${ground.flow.maxSteps} steps, which is its limit.`, [trace]);
  }
  const again: RunState = { ...run, steps: run.steps + 1, refused: run.refused + 1 };
  const saying = ask(step, again, ground, step.retryText ?? step.text);
  if (saying.says === 'problem') return failed(again, saying.why, [trace], saying.why);
  const detail = `It is asked again: ${again.refused} of ${step.retries} times.`;
  return {
    state: waiting(step, again, ground),
    ...(saying.says === 'text' && { text: saying.text }),
    effects: [],
    trace: [{ ...trace, detail }],
  };
}
