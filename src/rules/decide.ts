import type { DomainEvent } from '../events/domain-events.js';
import { complianceStage } from './compliance/compliance-stage.js';
import { conclude } from './conclusion.js';
import type { Decision, TraceNode } from './decision.js';
import type { Facts } from './facts.js';
import { FLOW_STAGE, flowTurn, withRunEnded } from './flows/flow-turn.js';
import type { FlowAnswer } from './flows/flow-turn.js';
import { automaticSenderStage } from './guards/automatic-sender-stage.js';
import { consentStage } from './guards/consent-stage.js';
import { killSwitchStage } from './guards/kill-switch.js';
import { loopStage } from './guards/loop-guard.js';
import { pauseStage } from './guards/pause-stage.js';
import { matchRules } from './match-rules.js';
import type { RuleMatches } from './match-rules.js';
import type { CompiledRuleSet } from './rule-set.js';
import type { Ending, Situation } from './stage.js';

/** In order of precedence; the first that ends the event has the last word. */
const GUARDS = [
  { label: 'compliance', run: complianceStage },
  { label: 'consent', run: consentStage },
  { label: 'kill switch', run: killSwitchStage },
  { label: 'pause', run: pauseStage },
  { label: 'automatic sender', run: automaticSenderStage },
  { label: 'loop guard', run: loopStage },
] as const;

const STAGE_LABELS = [
  ...GUARDS.map(({ label }) => label),
  FLOW_STAGE,
  'rules',
  'render',
  'budget',
  'actions',
];

/**
 * Decides what to do about an event, and says why. Live traffic, the simulator, the dry run and replay all call this one
 * function; it reads no clock and no database, never throws, and gives the same answer to the same question.
 */
export function decide(event: DomainEvent, facts: Facts, rules: CompiledRuleSet, now: Date): Decision {
  const situation: Situation = { event, facts, now };
  const stages: TraceNode[] = [];
  let unanswered: Ending | undefined;
  for (const guard of GUARDS) {
    const result = guard.run(situation);
    stages.push(result.trace);
    if (result.ending !== undefined) return withStages(withRunEnded(result.ending, rules, situation), stages);
    unanswered ??= result.unanswered;
  }
  return askFlowAndRules(rules, situation, stages, unanswered);
}

/** A flow that waits takes the message for its answer, unless a hot rule wants it; everything else is for the rules. */
function askFlowAndRules(
  rules: CompiledRuleSet,
  situation: Situation,
  stages: TraceNode[],
  unanswered: Ending | undefined,
): Decision {
  const turn = flowTurn(rules, situation);
  if (turn.kind === 'answered') return flowDecision(turn.answer, stages);
  // A run that ends without a word leaves the event to the rules, and does not stand in the way of another.
  const open = turn.kind === 'aside' && turn.effects.length > 0 ? withoutFlow(situation) : situation;
  const matches = matchRules(rules, open, turn.kind === 'waits' ? 'hot' : 'all');
  if (turn.kind === 'waits' && matches.fired.length === 0) {
    return flowDecision(turn.answer(), stages, matches);
  }
  stages.push(turn.kind === 'waits' ? turn.yielded : turn.trace, matches.trace);
  const conclusion = conclude(matches, rules, open, unanswered);
  stages.push(
    conclusion.render ?? { label: 'render', outcome: 'skipped' },
    conclusion.budget ?? { label: 'budget', outcome: 'skipped' },
    conclusion.actions ?? { label: 'actions', outcome: 'skipped' },
  );
  const ended = turn.kind === 'aside' ? turn.effects : [];
  const how = { ...conclusion.ending, effects: [...ended, ...conclusion.ending.effects] };
  const shadowRuleIds = matches.shadows.map(({ id }) => id);
  return withStages({ ...withRunEnded(how, rules, situation), shadowRuleIds }, stages);
}

function flowDecision(answer: FlowAnswer, stages: readonly TraceNode[], matches?: RuleMatches): Decision {
  const { trace, ending, render, budget } = answer;
  const shadowRuleIds = matches?.shadows.map(({ id }) => id) ?? [];
  return withStages({ ...ending, shadowRuleIds }, [
    ...stages,
    trace,
    matches?.trace ?? { label: 'rules', outcome: 'skipped' },
    render ?? { label: 'render', outcome: 'skipped' },
    budget ?? { label: 'budget', outcome: 'skipped' },
  ]);
}

function withoutFlow({ event, facts: { flow: _flow, ...facts }, now }: Situation): Situation {
  return { event, facts, now };
}

/**
 * What keeps an event from being answered, whatever any rule says; `undefined` when nothing does. Asked again, with the facts of that
 * moment, about an answer that was long in the making.
 */
export function obstacleNow(situation: Situation): Ending | undefined {
  for (const guard of GUARDS) {
    const { ending } = guard.run(situation);
    if (ending !== undefined) return ending;
  }
  return undefined;
}

/** Stages that were not reached are shown too: an explanation always has the same shape. */
function withStages(how: Ending, stages: readonly TraceNode[]): Decision {
  const skipped = STAGE_LABELS.slice(stages.length).map((label): TraceNode => ({
    label,
    outcome: 'skipped',
  }));
  return { ...how, stages: [...stages, ...skipped] };
}
