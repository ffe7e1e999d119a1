import type { DomainEvent } from '../../events/domain-events.js';
import type { Decision } from '../decision.js';
import { aMessage, aRule } from '../decide.fixtures.js';
import type { Schedules } from '../conditions/condition-input.js';
import { EMPTY_LIBRARY } from '../library.js';
import { compileRules } from '../rule-set.js';
import type { CompiledRuleSet } from '../rule-set.js';
import type { RuleDefinition } from '../definition/rule-definition.js';
import { compileFlow } from './compiled-flow.js';
import type { FlowDefinition } from './flow-definition.js';
import { parseFlowDefinition } from './parse-flow.js';
import type { ActiveRun } from './run-state.js';

/** A flow of these steps, which begins with the first of them. */
export function aFlow(steps: Record<string, unknown>, differences: object = {}): FlowDefinition {
  const reading = parseFlowDefinition({
    name: 'Booking',
    start: Object.keys(steps)[0],
    steps,
    ...differences,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.definition;
}

/** A rule that starts the flow whenever somebody writes "book", before others. */
export function rulesWith(
  flow: FlowDefinition,
  others: readonly RuleDefinition[] = [],
  start: object = {},
  schedules: Schedules = new Map(),
): CompiledRuleSet {
  const compiled = compileFlow('flow-revision', flow, schedules);
  const book = aRule({
    name: 'Book',
    when: { fact: 'message.text', op: 'equals', value: 'book' },
    then: [{ startFlow: flow.name }],
    ...start,
  });
  const stored = [book, ...others].map((definition, index) => ({
    id: `rule-${index + 1}`,
    revisionId: `revision-${index + 1}`,
    number: 1,
    position: index + 1,
    definition,
  }));
  return compileRules(stored, {
    ...EMPTY_LIBRARY,
    flows: new Map([[flow.name, compiled]]),
    flowRevisions: new Map([['flow-revision', compiled]]),
  });
}

/** The run as a decision leaves it; `undefined` when it is over or none was touched. */
export function runAfter({ effects }: Decision): ActiveRun | undefined {
  const moved = effects.flatMap((effect) => (effect.kind === 'flow' ? [effect.state] : [])).at(-1);
  if (moved === undefined || moved.status !== 'active') return undefined;
  const { status: _status, ...run } = moved;
  return { id: 'run-1', ...run };
}

/** How the run of a decision ended, if one did. */
export function endOf({ effects }: Decision): string | undefined {
  return effects.flatMap((effect) =>
    effect.kind === 'flow' && effect.state.status !== 'active' ? [effect.state.status] : [],
  )[0];
}

export function aTimeout({ id, step, steps }: ActiveRun): DomainEvent {
  const { id: eventId, lane, occurredAt, connectionId } = aMessage('');
  return {
    id: eventId,
    lane,
    occurredAt,
    connectionId,
    name: 'flow.timed_out',
    payload: { runId: id, flow: 'Booking', step, steps },
  };
}
