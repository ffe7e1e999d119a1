import type { PlannedEffect, PlannedReply, TraceNode } from '../decision.js';
import { budgetStage } from '../guards/budgets.js';
import { ending } from '../stage.js';
import type { Ending, Situation } from '../stage.js';
import type { CompiledFlow } from './compiled-flow.js';
import type { RunState } from './run-state.js';
import type { Advance } from './walk.js';

const DAY_MS = 24 * 3_600_000;

/** What a flow comes to with one event; `render` and `budget` are the stages in which its message was made, where they were reached. */
export type FlowSaying = {
  readonly ending: Ending;
  readonly render?: TraceNode;
  readonly budget?: TraceNode;
  /** The message could not be afforded: the flow stands where it stood. */
  readonly isHeldBack?: true;
};

/** What moves the flow on, in words that begin a sentence about it: `rule "Book" matched`, `flow "Booking" would go on`. */
export type FlowMove = { readonly runId?: string; readonly said: string; readonly what: string };

/**
 * Makes an advance into what is sent and stored. A message that cannot be afforded is not sent, and then the flow does not move either: the
 * customer is never left with a question that was not asked.
 */
export function flowSaying(
  flow: CompiledFlow,
  { state, text, effects, renderFailure }: Advance,
  situation: Situation,
  { runId, said, what }: FlowMove,
): FlowSaying {
  const { ruleRevisionId } = state;
  const moved = runEffect(flow.name, state, runId);
  if (renderFailure !== undefined) {
    const sentence = `No reply: ${what}, but the text of step "${state.step}" could not be made. ${renderFailure}`;
    return {
      ending: { ...ending('render_failed', sentence), effects: [moved], ruleRevisionId },
      render: { label: 'render', outcome: 'stopped', detail: renderFailure },
    };
  }
  if (text === undefined) {
    const silent = {
      ...ending('no_action', silence(flow, state)),
      effects: [...effects, moved],
      ruleRevisionId,
    };
    return { ending: silent };
  }
  const render: TraceNode = { label: 'render', outcome: 'passed', detail: `${text.length} characters.` };
  const afforded = budgetStage(what, text, situation);
  if (afforded.ending !== undefined) {
    return {
      ending: { ...afforded.ending, ruleRevisionId },
      render,
      budget: afforded.trace,
      isHeldBack: true,
    };
  }
  const reply: PlannedReply = {
    slot: `flow:${state.step}`,
    kind: 'reply',
    text,
    ruleRevisionId,
    ...(state.category !== undefined && { category: state.category }),
    expiresAfterMs: patienceMs(state, situation),
  };
  const sentence = `Replied: ${said}, step "${state.step}".`;
  return {
    ending: { ...ending('replied', sentence, [reply]), effects: [...effects, moved], ruleRevisionId },
    render,
    budget: afforded.trace,
  };
}

/** The run as it stands now, to be stored with the decision. Without `runId` it begins. */
export function runEffect(flow: string, state: RunState, runId: string | undefined): PlannedEffect {
  return { kind: 'flow', flow, ...(runId !== undefined && { runId }), state };
}

/** A question that leaves after its answer is no longer waited for would only confuse. */
function patienceMs({ waitUntil }: RunState, { now }: Situation): number {
  const left = waitUntil === undefined ? DAY_MS : Date.parse(waitUntil) - now.getTime();
  return Number.isNaN(left) ? DAY_MS : Math.max(1_000, Math.min(DAY_MS, left));
}

function silence({ name }: CompiledFlow, { status, reason, step }: RunState): string {
  const because = reason === undefined ? '' : ` ${reason}`;
  switch (status) {
    case 'active':
      return `No reply: flow "${name}" waits at step "${step}".`;
    case 'completed':
      return `No reply: flow "${name}" came to its end at step "${step}".`;
    case 'timed_out':
      return `No reply: flow "${name}" ended at step "${step}".${because}`;
    case 'cancelled':
      return `No reply: flow "${name}" was left at step "${step}".${because}`;
    case 'handed_over':
      return `No reply: flow "${name}" gave the conversation to a person at step "${step}".${because}`;
    case 'failed':
      return `No reply: flow "${name}" could not go on at step "${step}".${because}`;
    default: {
      const never: never = status;
      return never;
    }
  }
}
