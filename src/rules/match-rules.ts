import { conditionInput } from './conditions/condition-input.js';
import type { ConditionInput } from './conditions/condition-input.js';
import type { TraceNode } from './decision.js';
import { categoryName } from './compliance/category-name.js';
import { spokenInstant } from './definition/duration.js';
import type { Facts } from './facts.js';
import { ruleObstacle } from './guards/limits.js';
import type { RuleObstacle } from './guards/limits.js';
import type { Channel } from '../messaging/channel.js';
import { matchTrace } from './match-trace.js';
import { answers, eventChannel } from './rule-set.js';
import type { CompiledRule, CompiledRuleSet } from './rule-set.js';
import type { Situation } from './stage.js';

/** What the rules say together, before anything is rendered. */
export type RuleMatches = {
  readonly trace: TraceNode;
  /** How many rules this event triggers at all. */
  readonly askedCount: number;
  /** Live rules that matched and that no limit of theirs held back, in order. */
  readonly fired: readonly CompiledRule[];
  /** The first of `fired` that replies: the only one whose reply is sent. */
  readonly replying?: CompiledRule;
  /** The first rule that matched but was held back by a limit of its own, or with its group; and how that is said. */
  readonly cooling?: RuleObstacle & { readonly rule: CompiledRule };
  /** The first live rule that matched and whose category the contact has left, with a sentence about it. */
  readonly left?: { readonly rule: CompiledRule; readonly sentence: string };
  /** Shadow rules that matched and would not have been in cooldown, in order. */
  readonly shadows: readonly CompiledRule[];
};

/**
 * Asks the rules in their order: the first match ends the search, unless the rule is a shadow or says `continue`. Of many rules only
 * those are asked that the index cannot rule out; the outcome is the same. While a flow waits, only `hot` rules are asked.
 */
export function matchRules(
  rules: CompiledRuleSet,
  situation: Situation,
  asked: 'all' | 'hot' = 'all',
): RuleMatches {
  const all = rules.byEvent.get(situation.event.name) ?? [];
  const input = conditionInput(situation, rules.library.schedules);
  const channel = eventChannel(situation.event, situation.facts);
  const trace = matchTrace(all.length);
  const fired: CompiledRule[] = [];
  let cooling: RuleMatches['cooling'];
  let left: RuleMatches['left'];
  const shadows: CompiledRule[] = [];
  for (const position of rules.indexes.get(situation.event.name)?.candidates(input) ?? all.keys()) {
    const rule = all[position];
    if (rule === undefined || (asked === 'hot' && !rule.isHot)) continue;
    const node = askRule(rule, input, channel);
    if (node.outcome !== 'matched') {
      trace.add(node);
      continue;
    }
    const leaving = leftCategorySentence(rule, situation.facts);
    if (leaving !== undefined) {
      trace.add({ ...node, outcome: 'stopped', detail: leaving });
      if (!rule.isShadow) left ??= { rule, sentence: leaving };
      continue;
    }
    const obstacle = ruleObstacle(rule, rules, situation);
    if (rule.isShadow) {
      trace.add({ ...node, detail: shadowDetail(rule, obstacle, situation.now) });
      if (obstacle === undefined) shadows.push(rule);
      continue;
    }
    if (obstacle === undefined) {
      trace.add({ ...node, detail: firedDetail(rule, fired.find(answers)) });
      fired.push(rule);
    } else {
      trace.add({ ...node, outcome: 'stopped', detail: obstacle.sentence });
      cooling ??= { rule, ...obstacle };
    }
    if (!rule.continues) {
      trace.endAt(position);
      break;
    }
  }
  const replying = fired.find(answers);
  return {
    trace: {
      label: 'rules',
      outcome: fired.length > 0 ? 'matched' : (cooling ?? left) === undefined ? 'not_matched' : 'stopped',
      children: trace.nodes(),
    },
    askedCount: all.length,
    fired,
    shadows,
    ...(replying === undefined ? {} : { replying }),
    ...(cooling === undefined ? {} : { cooling }),
    ...(left === undefined ? {} : { left }),
  };
}

/**
 * Asks one rule by itself, whatever the rules before it say and whether or not the index would rule it out: for "why not this rule?".
 * `undefined` when no enabled rule with this id is triggered by the event.
 */
export function explainRule(
  rules: CompiledRuleSet,
  situation: Situation,
  ruleId: string,
): TraceNode | undefined {
  const { event, facts } = situation;
  const rule = rules.byEvent.get(event.name)?.find(({ id }) => id === ruleId);
  if (rule === undefined) return undefined;
  return askRule(rule, conditionInput(situation, rules.library.schedules), eventChannel(event, facts));
}

function askRule(rule: CompiledRule, input: ConditionInput, channel: Channel | undefined): TraceNode {
  const named = { label: `rule "${rule.name}"`, ruleId: rule.id };
  if (rule.channels !== undefined && (channel === undefined || !rule.channels.has(channel))) {
    return {
      ...named,
      outcome: 'not_matched',
      detail: `It is only for ${[...rule.channels].join(', ')}.`,
      ...(channel === undefined ? {} : { actual: channel }),
    };
  }
  const condition = rule.condition(input);
  return { ...named, outcome: condition.outcome, children: [condition] };
}

/** A sentence when the contact has left the category of the rule's messages. The rules after it are asked as if it were not there. */
function leftCategorySentence({ category }: CompiledRule, facts: Facts): string | undefined {
  if (category === undefined || facts.contact?.categoriesLeft?.includes(category) !== true) return undefined;
  return `No reply: this contact has left ${categoryName(facts, category)} messages.`;
}

function shadowDetail(rule: CompiledRule, obstacle: RuleObstacle | undefined, now: Date): string {
  const { heldBack } = rule;
  if (heldBack !== undefined) {
    return `It matched, and does nothing: it is held back since ${spokenInstant(heldBack.at, now)}. ${heldBack.reason}`;
  }
  if (obstacle?.verdict === 'paused') return 'Shadow: it matched, but its group is switched off.';
  if (obstacle !== undefined) return 'Shadow: it matched, but would have been in its cooldown.';
  return !answers(rule) ? 'Shadow: it would have acted.' : 'Shadow: it would have replied.';
}

function firedDetail(rule: CompiledRule, answeredBy: CompiledRule | undefined): string {
  if (!answers(rule)) return 'It matched; it sends nothing.';
  return answeredBy === undefined
    ? 'It matched and replies.'
    : `It matched; its reply is held back, because rule "${answeredBy.name}" replies and one event gets one reply.`;
}
