import { conditionInput } from './conditions/condition.js';
import type { ConditionInput } from './conditions/condition.js';
import type { TraceNode } from './decision.js';
import { spokenDuration, spokenInstant } from './definition/duration.js';
import type { Channel } from '../messaging/channel.js';
import { eventChannel, hasReply } from './rule-set.js';
import type { CompiledRule, CompiledRuleSet, ReplyingRule } from './rule-set.js';
import type { Situation } from './stage.js';

/** What the rules say together, before anything is rendered. */
export type RuleMatches = {
  readonly trace: TraceNode;
  /** How many rules this event triggers at all. */
  readonly askedCount: number;
  /** Live rules that matched and were not in cooldown, in order. */
  readonly fired: readonly CompiledRule[];
  /** The first of `fired` that replies: the only one whose reply is sent. */
  readonly replying?: ReplyingRule;
  /** The first rule that matched but answered this contact too short a while ago, with a sentence about it. */
  readonly cooling?: { readonly rule: CompiledRule; readonly sentence: string };
  /** Shadow rules that matched and would not have been in cooldown, in order. */
  readonly shadows: readonly CompiledRule[];
};

/** Asks the rules in their order: the first match ends the search, unless the rule is a shadow or says `continue`. */
export function matchRules(rules: CompiledRuleSet, situation: Situation): RuleMatches {
  const candidates = rules.byEvent.get(situation.event.name) ?? [];
  const input = conditionInput(situation.event, situation.facts);
  const channel = eventChannel(situation.event, situation.facts);
  const children: TraceNode[] = [];
  const fired: CompiledRule[] = [];
  let cooling: RuleMatches['cooling'];
  const shadows: CompiledRule[] = [];
  for (const rule of candidates) {
    const asked = askRule(rule, input, channel);
    if (asked.outcome !== 'matched') {
      children.push(asked);
      continue;
    }
    const cooldown = coolingSentence(rule, situation);
    if (rule.isShadow) {
      children.push({ ...asked, detail: shadowDetail(rule, cooldown) });
      if (cooldown === undefined) shadows.push(rule);
      continue;
    }
    if (cooldown === undefined) {
      children.push({
        ...asked,
        detail: firedDetail(rule, fired.find(hasReply)),
      });
      fired.push(rule);
    } else {
      children.push({ ...asked, outcome: 'stopped', detail: cooldown });
      cooling ??= { rule, sentence: cooldown };
    }
    if (!rule.continues) break;
  }
  const left = candidates.length - children.length;
  if (left > 0) children.push({ label: `${left} later rule${left === 1 ? '' : 's'}`, outcome: 'skipped' });
  const replying = fired.find(hasReply);
  return {
    trace: {
      label: 'rules',
      outcome: fired.length > 0 ? 'matched' : cooling === undefined ? 'not_matched' : 'stopped',
      children,
    },
    askedCount: candidates.length,
    fired,
    shadows,
    ...(replying === undefined ? {} : { replying }),
    ...(cooling === undefined ? {} : { cooling }),
  };
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

/** A sentence when the rule answered this contact on this channel less than its cooldown ago. */
function coolingSentence(rule: CompiledRule, { facts, now }: Situation): string | undefined {
  const lastFiredAt = Object.hasOwn(facts.lastFiredAt, rule.id) ? facts.lastFiredAt[rule.id] : undefined;
  if (rule.cooldownMs === undefined || lastFiredAt === undefined) return undefined;
  const end = new Date(Date.parse(lastFiredAt) + rule.cooldownMs);
  if (!(end.getTime() > now.getTime())) return undefined;
  const length = spokenDuration(rule.cooldownMs);
  return `No reply: rule "${rule.name}" matched, but its ${length} cooldown ends at ${spokenInstant(end, now)}.`;
}

function shadowDetail(rule: CompiledRule, cooldown: string | undefined): string {
  if (cooldown !== undefined) return 'Shadow: it matched, but would have been in its cooldown.';
  return rule.reply === undefined ? 'Shadow: it would have acted.' : 'Shadow: it would have replied.';
}

function firedDetail(rule: CompiledRule, answeredBy: CompiledRule | undefined): string {
  if (rule.reply === undefined) return 'It matched; it sends nothing.';
  return answeredBy === undefined
    ? 'It matched and replies.'
    : `It matched; its reply is held back, because rule "${answeredBy.name}" replies and one event gets one reply.`;
}
