import { spokenDuration, spokenInstant, spokenLength } from '../definition/duration.js';
import type { CooldownScope } from '../definition/rule-definition.js';
import type { CompiledRule, CompiledRuleSet } from '../rule-set.js';
import { eventChannel } from '../rule-set.js';
import type { Situation } from '../stage.js';
import { guardFacts, type RuleFiring } from './guard-facts.js';
import { groupObstacle } from './kill-switch.js';

/** Why a rule that matched does not fire, with the verdict if no other rule does. */
export type RuleObstacle = { readonly verdict: 'cooldown' | 'paused'; readonly sentence: string };

/** A group that is switched off, and the limits of the rule; `undefined` when it may fire. */
export function ruleObstacle(
  rule: CompiledRule,
  rules: CompiledRuleSet,
  situation: Situation,
): RuleObstacle | undefined {
  const switchedOff = groupObstacle(rule, situation);
  if (switchedOff !== undefined) return { verdict: 'paused', sentence: switchedOff };
  const reason =
    cooldownReason(rule, rules, situation) ?? frequencyReason(rule, situation) ?? onceReason(rule, situation);
  if (reason === undefined) return undefined;
  return { verdict: 'cooldown', sentence: `No reply: rule "${rule.name}" matched, but ${reason}` };
}

function cooldownReason(
  rule: CompiledRule,
  rules: CompiledRuleSet,
  situation: Situation,
): string | undefined {
  const { cooldown } = rule.limits;
  if (cooldown === undefined) return undefined;
  const { now } = situation;
  const counted = firingsIn(cooldown.scope, rule, rules, situation);
  const last = instantsOf(counted)[0];
  if (last === undefined || !(last + cooldown.lengthMs > now.getTime())) return undefined;
  const whose =
    cooldown.scope === 'group'
      ? `the ${spokenDuration(cooldown.lengthMs)} cooldown of its group`
      : `its ${spokenDuration(cooldown.lengthMs)} cooldown`;
  return `${whose} ends at ${spokenInstant(new Date(last + cooldown.lengthMs), now)}.`;
}

function frequencyReason(rule: CompiledRule, { facts, now }: Situation): string | undefined {
  const { atMost } = rule.limits;
  if (atMost === undefined) return undefined;
  const own = guardFacts(facts).firings.filter(({ ruleId }) => ruleId === rule.id);
  const oldest = instantsOf(own)[atMost.count - 1];
  if (oldest === undefined || !(oldest + atMost.perMs > now.getTime())) return undefined;
  const times = atMost.count === 1 ? 'once' : `${atMost.count} times`;
  const again = spokenInstant(new Date(oldest + atMost.perMs), now);
  return `it answers a contact at most ${times} in ${spokenLength(atMost.perMs)}, and may again at ${again}.`;
}

function onceReason(rule: CompiledRule, { facts, now }: Situation): string | undefined {
  const { once } = rule.limits;
  if (once === undefined) return undefined;
  const counted = guardFacts(facts).firings.filter(
    ({ ruleId, conversationId }) =>
      ruleId === rule.id && (once === 'contact' || conversationId === facts.conversation?.id),
  );
  const last = instantsOf(counted)[0];
  if (last === undefined) return undefined;
  return `it answers each ${once} only once, and did at ${spokenInstant(new Date(last), now)}.`;
}

function firingsIn(
  scope: CooldownScope,
  rule: CompiledRule,
  rules: CompiledRuleSet,
  { event, facts }: Situation,
): readonly RuleFiring[] {
  const { firings } = guardFacts(facts);
  const own = firings.filter(({ ruleId }) => ruleId === rule.id);
  switch (scope) {
    case 'contact':
      return own;
    case 'channel': {
      const channel = eventChannel(event, facts) ?? '';
      return own.filter((firing) => firing.channel === channel);
    }
    case 'conversation':
      return own.filter(({ conversationId }) => conversationId === facts.conversation?.id);
    case 'group': {
      const members = groupMembers(rule, rules);
      return firings.filter(({ ruleId }) => members.has(ruleId));
    }
    default: {
      const never: never = scope;
      return never;
    }
  }
}

function groupMembers({ id, group }: CompiledRule, rules: CompiledRuleSet): ReadonlySet<string> {
  const members = [...rules.byEvent.values()].flat().filter((each) => each.group === group);
  return new Set([id, ...(group === undefined ? [] : members.map((each) => each.id))]);
}

/** Newest first; what cannot be read as an instant never was. */
function instantsOf(firings: readonly RuleFiring[]): readonly number[] {
  return firings
    .flatMap(({ at }) => at.map((instant) => Date.parse(instant)))
    .filter((instant) => !Number.isNaN(instant))
    .sort((one, other) => other - one);
}
