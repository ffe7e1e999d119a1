import { planAttribute } from '../actions/effects-plan.js';
import { conditionInput } from '../conditions/condition-input.js';
import type { Schedules } from '../conditions/condition-input.js';
import type { PlannedEffect, TraceNode } from '../decision.js';
import { MAX_REPLY_LENGTH } from '../replies/template.js';
import { templateScope } from '../replies/template-variables.js';
import type { Situation } from '../stage.js';
import type { CompiledFlow, CompiledStep, QuestionStep } from './compiled-flow.js';
import { END } from './flow-definition.js';
import type { Target } from './flow-definition.js';
import { renderText } from './flow-texts.js';
import type { CompiledText } from './flow-texts.js';
import { flowWebhookPayload } from './flow-webhook.js';
import type { RunState } from './run-state.js';

/** How far a flow came with one event. */
export type Advance = {
  readonly state: RunState;
  /** Everything that there is to say, as one message. */
  readonly text?: string;
  readonly effects: readonly PlannedEffect[];
  /** The steps on the way, with what was asked of each. */
  readonly trace: readonly TraceNode[];
  /** Why a text could not be made; then nothing is said, and the run has failed. */
  readonly renderFailure?: string;
};

/** Everything that a walk looks at and does not change. */
export type Ground = {
  readonly flow: CompiledFlow;
  readonly situation: Situation;
  readonly schedules: Schedules;
};

/** Says everything that goes with one event: texts are put together into one message. */
const BETWEEN_TEXTS = '\n\n';

/**
 * Walks from a step to the next one that waits, or to an end. Each step counts against the flow's limit, so it ends whatever the flow says;
 * and either everything on the way is done or, when a text cannot be made, nothing but the end of the run.
 */
export function walk(ground: Ground, from: Target, begun: RunState, before: readonly TraceNode[]): Advance {
  const { flow } = ground;
  const texts: string[] = [];
  const effects: PlannedEffect[] = [];
  const trace = [...before];
  const said = () => (texts.length === 0 ? {} : { text: texts.join(BETWEEN_TEXTS) });
  let run = begun;
  let target = from;
  for (;;) {
    if (target === END) return { ...said(), state: over(run, 'completed'), effects, trace };
    const step = flow.steps.get(target);
    if (step === undefined) return failed(run, `There is no step "${target}".`, trace);
    if (run.steps >= flow.maxSteps) {
      return failed(run, `It took ${flow.maxSteps} steps, which is its limit.`, trace);
    }
    run = { ...run, step: target, steps: run.steps + 1, refused: 0 };
    const taken = takeStep(step, run, ground);
    trace.push(taken.trace);
    if (taken.problem !== undefined) return failed(run, taken.problem, trace, taken.problem);
    if (taken.text !== undefined) texts.push(taken.text);
    if (texts.join(BETWEEN_TEXTS).length > MAX_REPLY_LENGTH) {
      const why = `The texts of one message came out longer than ${MAX_REPLY_LENGTH} characters.`;
      return failed(run, why, trace, why);
    }
    effects.push(...taken.effects);
    if (taken.state !== undefined) return { ...said(), state: taken.state, effects, trace };
    target = taken.next ?? END;
  }
}

type Taken = {
  readonly trace: TraceNode;
  readonly text?: string;
  readonly problem?: string;
  readonly effects: readonly PlannedEffect[];
  readonly next?: Target;
  /** The walk ends here. */
  readonly state?: RunState;
};

function takeStep(step: CompiledStep, run: RunState, ground: Ground): Taken {
  const label = `step "${run.step}"`;
  const plain: TraceNode = { label, outcome: 'passed' };
  switch (step.kind) {
    case 'question':
      return {
        ...rendered(ask(step, run, ground), label, 'It asks, and waits for the answer.'),
        state: waiting(step, run, ground),
      };
    case 'say':
      return { ...rendered(fill(step.text, run, ground), label, 'It says its text.'), next: step.next };
    case 'branch':
      return takeBranch(step, run, ground);
    case 'set': {
      const { effects, says } = planSet(step.set, situationOf(run, ground));
      return { trace: { ...plain, detail: says }, effects, next: step.next };
    }
    case 'webhook': {
      const { url, include, next } = step;
      const situation = situationOf(run, ground);
      const payload = flowWebhookPayload(ground.flow, run.step, include, situation);
      const slot = `flow:${run.step}`;
      const { ruleRevisionId } = run;
      return {
        trace: { ...plain, detail: 'The call is queued.' },
        effects: [{ kind: 'webhook', slot, ruleRevisionId, url, payload }],
        next,
      };
    }
    case 'handOver': {
      const { reason, forMs, text } = step;
      const last = text === undefined ? { says: 'silent' as const } : fill(text, run, ground);
      return {
        ...rendered(last, label, 'The conversation is given to a person.'),
        effects: [{ kind: 'handOver', reason, ...(forMs !== undefined && { forMs }) }],
        state: over(run, 'handed_over', reason),
      };
    }
    case 'end': {
      const last = step.text === undefined ? { says: 'silent' as const } : fill(step.text, run, ground);
      return { ...rendered(last, label, 'The flow ends.'), state: over(run, 'completed') };
    }
    default: {
      const never: never = step;
      return never;
    }
  }
}

type Saying =
  | { readonly says: 'text'; readonly text: string }
  | { readonly says: 'silent' }
  | { readonly says: 'problem'; readonly why: string };

function fill(text: CompiledText, run: RunState, ground: Ground): Saying {
  const { event, facts, now } = situationOf(run, ground);
  const rendering = renderText(text, templateScope(event, facts, now), languageOf(run, ground));
  return rendering.ok ? { says: 'text', text: rendering.text } : { says: 'problem', why: rendering.why };
}

function rendered(saying: Saying, label: string, detail: string): Omit<Taken, 'next' | 'state'> {
  if (saying.says === 'problem') {
    return {
      trace: { label, outcome: 'stopped', detail: `Its text could not be made. ${saying.why}` },
      problem: saying.why,
      effects: [],
    };
  }
  return {
    trace: { label, outcome: 'passed', detail },
    effects: [],
    ...(saying.says === 'text' && { text: saying.text }),
  };
}

/** The question with the list of its options. */
export function ask(step: QuestionStep, run: RunState, ground: Ground, text = step.text): Saying {
  const saying = fill(text, run, ground);
  if (saying.says !== 'text' || step.options === undefined) return saying;
  return { says: 'text', text: `${saying.text}\n${step.options(languageOf(run, ground))}` };
}

/** The run as it waits at a question: for the step's own time, and never beyond the flow's. */
export function waiting({ timeoutMs }: QuestionStep, run: RunState, { flow, situation }: Ground): RunState {
  const deadline = Date.parse(run.startedAt) + flow.maxDurationMs;
  const until = Math.min(deadline, timeoutMs === undefined ? deadline : situation.now.getTime() + timeoutMs);
  const { waitUntil: _before, ...rest } = run;
  return isInstant(until) ? { ...rest, waitUntil: new Date(until).toISOString() } : rest;
}

function isInstant(ms: number): boolean {
  return !Number.isNaN(new Date(ms).getTime());
}

function takeBranch(
  { branches, otherwise }: Extract<CompiledStep, { kind: 'branch' }>,
  run: RunState,
  ground: Ground,
): Taken {
  const input = conditionInput(situationOf(run, ground), ground.schedules);
  const children: TraceNode[] = [];
  let next: Target | undefined;
  for (const branch of branches) {
    const node = branch.holds(input);
    children.push(node);
    if (node.outcome !== 'matched') continue;
    next = branch.next;
    break;
  }
  const target = next ?? otherwise;
  const detail = next === undefined ? `Otherwise: on to "${target}".` : `On to "${target}".`;
  return {
    trace: { label: `step "${run.step}"`, outcome: 'passed', detail, children },
    effects: [],
    next: target,
  };
}

function planSet(
  { tag, untag, attribute }: Extract<CompiledStep, { kind: 'set' }>['set'],
  situation: Situation,
): { readonly effects: readonly PlannedEffect[]; readonly says: string } {
  if (situation.facts.contact === undefined)
    return { effects: [], says: 'Nothing is set: no contact belongs to this event.' };
  const planned = attribute && planAttribute({ kind: 'attribute', ...attribute }, situation);
  const effects: PlannedEffect[] = [
    ...(tag === undefined ? [] : [{ kind: 'tag', tag } as const]),
    ...(untag === undefined ? [] : [{ kind: 'untag', tag: untag } as const]),
    ...(planned?.effect === undefined ? [] : [planned.effect]),
  ];
  const says = [
    ...(tag === undefined ? [] : ['The contact is tagged.']),
    ...(untag === undefined ? [] : ['The tag is taken off.']),
    ...(planned === undefined ? [] : [planned.says]),
  ];
  return { effects, says: says.join(' ') };
}

/** What conditions and texts see: the answers so far besides everything else. */
function situationOf(run: RunState, { situation }: Ground): Situation {
  const { status: _status, reason: _reason, ...open } = run;
  const flow = { ...open, id: situation.facts.flow?.id ?? '' };
  return { ...situation, facts: { ...situation.facts, flow } };
}

/** What is on record of the contact goes before what their first message looked like. */
function languageOf(run: RunState, { situation }: Ground): string | undefined {
  const known = situation.facts.contact?.attributes;
  const stated = known !== undefined && Object.hasOwn(known, 'language') ? known['language'] : undefined;
  return typeof stated === 'string' && stated.trim() !== '' ? stated.trim().toLowerCase() : run.language;
}

/** A run that has come to its end. */
export function over(
  run: RunState,
  status: Exclude<RunState['status'], 'active'>,
  reason?: string,
): RunState {
  const { waitUntil: _waitUntil, ...rest } = run;
  return { ...rest, status, ...(reason !== undefined && { reason }) };
}

/** Nothing on the way is said or done. */
export function failed(
  run: RunState,
  reason: string,
  trace: readonly TraceNode[],
  renderFailure?: string,
): Advance {
  return {
    state: over(run, 'failed', reason),
    effects: [],
    trace,
    ...(renderFailure !== undefined && { renderFailure }),
  };
}
