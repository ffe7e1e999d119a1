import type { PlannedEffect, TraceNode } from '../decision.js';
import type { CompiledRuleSet } from '../rule-set.js';
import type { Ending, Situation } from '../stage.js';
import { answer, hotTarget, isTooOld, stateOf, timeOut } from './advance.js';
import type { CompiledFlow } from './compiled-flow.js';
import { flowSaying, runEffect } from './flow-message.js';
import type { FlowSaying } from './flow-message.js';
import type { ActiveRun, RunState } from './run-state.js';
import { over } from './walk.js';
import type { Advance, Ground } from './walk.js';

export const FLOW_STAGE = 'flow';

/** The flow has the last word about this event. */
export type FlowAnswer = FlowSaying & { readonly trace: TraceNode };

/** What an event is to the flow of its conversation. */
export type FlowTurn =
  /** Nothing, or the run is over without a word; the rules are asked. */
  | { readonly kind: 'aside'; readonly trace: TraceNode; readonly effects: readonly PlannedEffect[] }
  | { readonly kind: 'answered'; readonly answer: FlowAnswer }
  /** It is an answer, unless a hot rule wants it. */
  | {
      readonly kind: 'waits';
      readonly yielded: TraceNode;
      readonly answer: () => FlowAnswer;
    };

/** Looks what an event is to the flow that waits in its conversation. */
export function flowTurn(rules: CompiledRuleSet, situation: Situation): FlowTurn {
  const { event, facts } = situation;
  const run = facts.flow;
  if (run === undefined) {
    return event.name === 'flow.timed_out'
      ? aside('passed', 'The flow is over already.')
      : aside('passed', 'No flow waits in this conversation.');
  }
  const flow = rules.library.flowRevisions.get(run.flowRevisionId);
  if (flow === undefined) {
    const reason = 'Its revision cannot be read by this version.';
    return ends(run, 'a flow', 'failed', reason);
  }
  if (run.category !== undefined && facts.contact?.categoriesLeft?.includes(run.category) === true) {
    return ends(run, flow.name, 'cancelled', 'The contact has left the category of its messages.');
  }
  const ground: Ground = { flow, situation, schedules: rules.library.schedules };
  switch (event.name) {
    case 'message.received': {
      if (isTooOld(ground, run)) return ends(run, flow.name, 'timed_out', 'It has lasted as long as it may.');
      const given = { text: event.payload.text, buttonId: event.payload.buttonId };
      const take = () => concluded(ground, run, answer(ground, run, given));
      if (hotTarget(ground, given) !== undefined) return { kind: 'answered', answer: take() };
      const detail = `Flow "${flow.name}" waits at step "${run.step}"; a hot rule goes before its answer.`;
      return { kind: 'waits', yielded: { label: FLOW_STAGE, outcome: 'passed', detail }, answer: take };
    }
    case 'flow.timed_out': {
      if (event.payload.runId !== run.id || event.payload.steps !== run.steps)
        return aside('passed', `Flow "${flow.name}" went on meanwhile.`);
      return timedOut(ground, run);
    }
    default:
      return aside('passed', `Flow "${flow.name}" waits at step "${run.step}", for a message.`);
  }
}

/** When nobody may be told anything, the run is over all the same: it would be woken again and again. */
function timedOut(ground: Ground, run: ActiveRun): FlowTurn {
  const advance = timeOut(ground, run);
  const taken = concluded(ground, run, advance);
  if (taken.isHeldBack === true) return ends(run, ground.flow.name, 'timed_out', taken.ending.sentence);
  if (taken.ending.replies.length > 0) return { kind: 'answered', answer: taken };
  return { kind: 'aside', trace: taken.trace, effects: taken.ending.effects };
}

function concluded({ flow, situation }: Ground, run: ActiveRun, advance: Advance): FlowAnswer {
  const saying = flowSaying(flow, advance, situation, {
    runId: run.id,
    said: `flow "${flow.name}"`,
    what: `flow "${flow.name}" goes on`,
  });
  const outcome = saying.ending.replies.length > 0 ? 'matched' : 'stopped';
  const detail = `Flow "${flow.name}" waited at step "${run.step}".`;
  return { ...saying, trace: { label: FLOW_STAGE, outcome, detail, children: advance.trace } };
}

function aside(outcome: TraceNode['outcome'], detail: string): FlowTurn {
  return { kind: 'aside', trace: { label: FLOW_STAGE, outcome, detail }, effects: [] };
}

function ends(
  run: ActiveRun,
  name: string,
  status: Exclude<RunState['status'], 'active'>,
  reason: string,
): FlowTurn {
  const trace: TraceNode = {
    label: FLOW_STAGE,
    outcome: 'passed',
    detail: `Flow "${name}" is over. ${reason}`,
  };
  return { kind: 'aside', trace, effects: [runEffect(name, over(stateOf(run), status, reason), run.id)] };
}

/**
 * Ends the run of a conversation in which a guard or a rule has ended the talk: the contact opted out or may have, or a person has taken
 * over. A question that waits from before would catch an answer that is none. What only holds replies back for a while, a kill switch or a
 * budget, leaves the run as it is, but for one whose time is over.
 */
export function withRunEnded(how: Ending, rules: CompiledRuleSet, situation: Situation): Ending {
  const run = situation.facts.flow;
  if (run === undefined || how.effects.some((effect) => effect.kind === 'flow' && effect.runId === run.id))
    return how;
  const cause = interruption(how, situation);
  if (cause === undefined) return how;
  const name = flowNamed(rules, run)?.name ?? 'a flow';
  const state = over(stateOf(run), cause.status, cause.reason);
  return { ...how, effects: [...how.effects, runEffect(name, state, run.id)] };
}

type Interruption = { readonly status: 'cancelled' | 'handed_over' | 'timed_out'; readonly reason: string };

function interruption(how: Ending, { event, facts, now }: Situation): Interruption | undefined {
  const { consent, categoriesLeft } = facts.contact ?? {};
  const scope = facts.consentEntry?.scope ?? 'all';
  if (consent === 'opted_out' || (how.verdict === 'opt_out_recorded' && scope === 'all'))
    return { status: 'cancelled', reason: 'The contact opted out.' };
  if (consent === 'held' || how.verdict === 'held')
    return { status: 'cancelled', reason: 'It is unclear whether the contact wants messages.' };
  const category = facts.flow?.category;
  if (category !== undefined && categoriesLeft?.includes(category) === true)
    return { status: 'cancelled', reason: 'The contact has left the category of its messages.' };
  const { pausedUntil } = facts.conversation ?? {};
  const isPaused = pausedUntil !== undefined && !(Date.parse(pausedUntil) <= now.getTime());
  if (isPaused || how.effects.some(({ kind }) => kind === 'pause' || kind === 'handOver'))
    return { status: 'handed_over', reason: 'A person has taken over.' };
  const { flow } = facts;
  if (
    event.name === 'flow.timed_out' &&
    event.payload.runId === flow?.id &&
    event.payload.steps === flow.steps
  )
    return { status: 'timed_out', reason: 'No answer came in time, and nothing could be said about it.' };
  return undefined;
}

function flowNamed(rules: CompiledRuleSet, run: ActiveRun): CompiledFlow | undefined {
  return rules.library.flowRevisions.get(run.flowRevisionId);
}
