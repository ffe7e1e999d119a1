import type { PlannedReply, SupersededReply } from '../decision.js';
import type { CompiledRule, CompiledRuleSet } from '../rule-set.js';
import type { Situation } from '../stage.js';
import { guardFacts, type WaitingReply } from './guard-facts.js';
import { judgeLoop, SLOW_REPLY_MS } from './loop-guard.js';

/** Somebody who never stops writing is answered after all. */
const LONGEST_GATHERING_MS = 60_000;

/** When a reply may leave, and which waiting ones it stands in for. */
export type ReplyTiming = Pick<PlannedReply, 'notBeforeMs'> & {
  readonly supersedes: readonly SupersededReply[];
};

/**
 * People split one thought into several messages. The reply of a rule with a debounce waits for them, and gives way to the reply to a
 * newer message: three in a burst get one answer. A reply without a debounce takes the place of waiting ones only if its rule stands
 * above theirs in the order; the other way round both are meant.
 */
export function replyTiming(rule: CompiledRule, rules: CompiledRuleSet, situation: Situation): ReplyTiming {
  const { event, facts, now } = situation;
  if (event.name !== 'message.received') return { supersedes: [] };
  const { debounceMs } = rule.limits;
  const { waitingReplies } = guardFacts(facts);
  const supersedes =
    debounceMs === undefined
      ? waitingReplies.filter((waiting) => standsAbove(rule, waiting, rules, situation))
      : waitingReplies;
  const slowMs = judgeLoop(situation).outcome === 'slow' ? SLOW_REPLY_MS : undefined;
  const wishedMs = Math.max(debounceMs ?? 0, slowMs ?? 0);
  if (wishedMs === 0) return { supersedes };
  const since = Math.min(now.getTime(), ...supersedes.map((each) => Date.parse(each.since)).filter(isKnown));
  const leftMs = Math.max(0, since + LONGEST_GATHERING_MS - now.getTime());
  return { supersedes, notBeforeMs: Math.min(wishedMs, leftMs) };
}

function isKnown(instant: number): boolean {
  return !Number.isNaN(instant);
}

/** A rule that is gone stands below every other. */
function standsAbove(
  rule: CompiledRule,
  { ruleId }: WaitingReply,
  rules: CompiledRuleSet,
  { event }: Situation,
): boolean {
  const order = (rules.byEvent.get(event.name) ?? []).map(({ id }) => id);
  const waiting = order.indexOf(ruleId);
  return waiting === -1 || order.indexOf(rule.id) < waiting;
}
