import { wantedLanguage } from '../actions/reply-rendering.js';
import { replyTiming } from '../guards/gathering.js';
import type { CompiledRule, CompiledRuleSet } from '../rule-set.js';
import { ending } from '../stage.js';
import type { Situation } from '../stage.js';
import { begin, stateOf } from './advance.js';
import { flowSaying, runEffect } from './flow-message.js';
import type { FlowSaying } from './flow-message.js';
import { over } from './walk.js';

/**
 * Begins the flow that a rule names: its first message is the rule's reply. One that waits in the conversation already gives way to a hot
 * rule only.
 */
export function startFlow(
  rule: CompiledRule,
  name: string,
  rules: CompiledRuleSet,
  situation: Situation,
): FlowSaying {
  const flow = rules.library.flows.get(name);
  const waiting = situation.facts.flow;
  const refused = (why: string): FlowSaying => ({
    ending: {
      ...ending('no_action', `No reply: rule "${rule.name}" matched, but ${why}`),
      ruleRevisionId: rule.revisionId,
    },
  });
  if (flow === undefined)
    return refused(`there is no flow "${name}" any more. Choose another, or make it again.`);
  if (waiting !== undefined && !rule.isHot)
    return refused('another flow waits in this conversation, and only a hot rule takes its place.');
  const language = wantedLanguage(situation);
  const advance = begin(
    { flow, situation, schedules: rules.library.schedules },
    {
      ruleRevisionId: rule.revisionId,
      ...(rule.category !== undefined && { category: rule.category }),
      ...(language !== undefined && { language }),
    },
  );
  const saying = flowSaying(flow, advance, situation, {
    said: `rule "${rule.name}" started flow "${flow.name}"`,
    what: `rule "${rule.name}" matched`,
  });
  const render = saying.render && {
    ...saying.render,
    detail: `${saying.render.detail ?? ''} Flow "${flow.name}".`,
    children: advance.trace,
  };
  const shown = { ...saying, ...(render !== undefined && { render }) };
  if (saying.isHeldBack === true) return shown;
  // Waiting replies of rules that stand below give way; the first message of a flow waits for nothing itself.
  const { supersedes } = replyTiming(rule, rules, situation);
  const replaced =
    waiting === undefined
      ? []
      : [
          runEffect(
            rules.library.flowRevisions.get(waiting.flowRevisionId)?.name ?? 'a flow',
            over(stateOf(waiting), 'cancelled', `Rule "${rule.name}" started flow "${flow.name}".`),
            waiting.id,
          ),
        ];
  return {
    ...shown,
    ending: {
      ...saying.ending,
      effects: [...replaced, ...saying.ending.effects],
      ...(saying.ending.replies.length > 0 && supersedes.length > 0 && { supersedes }),
    },
  };
}
