import type { PlannedEffect, PlannedModelCall } from '../decision.js';
import { repliesReason } from '../guards/budgets.js';
import { answers } from '../rule-set.js';
import type { CompiledRule } from '../rule-set.js';
import type { Situation } from '../stage.js';
import type { CompiledAct } from './compiled-actions.js';

type ModelAct = Extract<CompiledAct, { kind: 'model' }>;

export type ModelCallPlan =
  { readonly ok: true; readonly call: PlannedModelCall } | { readonly ok: false; readonly why: string };

/** What else the same decision does, by what it is about. */
type Earlier = ReadonlyMap<string, PlannedEffect>;

/**
 * Plans a question to the language model, or says why there is none. One event gets one answer: a reply, a flow or a message by
 * another way goes before it.
 */
export function planModelCall(
  act: ModelAct,
  rule: CompiledRule,
  situation: Situation,
  fired: readonly CompiledRule[],
  earlier: Earlier,
): ModelCallPlan {
  const { contact, conversation } = situation.facts;
  if (contact === undefined || conversation === undefined || situation.event.name !== 'message.received') {
    return refused('no customer’s message belongs to this event.');
  }
  const replying = fired.find(answers);
  if (replying !== undefined) {
    return refused(`rule "${replying.name}" answers, and one event gets one answer.`);
  }
  const other = [...earlier.values()].find(({ kind }) => ANSWERS.includes(kind));
  if (other !== undefined) return refused('another action of this decision answers already.');
  if (earlier.has('pause')) return refused('the conversation is given to people.');
  const overBudget = repliesReason(situation);
  if (overBudget !== undefined) return refused(overBudget);
  return {
    ok: true,
    call: {
      kind: 'model',
      slot: `${rule.revisionId}:${act.actionIndex}`,
      ruleRevisionId: rule.revisionId,
      ruleName: rule.name,
      ...(rule.category !== undefined && { category: rule.category }),
      ...(rule.limits.debounceMs !== undefined && { notBeforeMs: rule.limits.debounceMs }),
      ...act.model,
    },
  };
}

const ANSWERS: readonly PlannedEffect['kind'][] = ['send', 'model'];

function refused(why: string): ModelCallPlan {
  return { ok: false, why };
}
