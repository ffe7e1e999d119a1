import { planEffects } from './actions/effects-plan.js';
import type { EffectsPlan } from './actions/effects-plan.js';
import { renderReply } from './actions/reply-rendering.js';
import { progressOf } from './conditions/delivery-facts.js';
import type { PlannedReply, TraceNode } from './decision.js';
import { startFlow } from './flows/start-flow.js';
import { budgetStage } from './guards/budgets.js';
import { replyTiming } from './guards/gathering.js';
import type { RuleMatches } from './match-rules.js';
import { hasReply } from './rule-set.js';
import type { CompiledRule, CompiledRuleSet, ReplyingRule } from './rule-set.js';
import { ending } from './stage.js';
import type { Ending, Situation } from './stage.js';

/** A reply that could not leave for a day answers a question nobody asks any more. */
const REPLY_EXPIRY_MS = 24 * 60 * 60 * 1_000;

/** What the rules come to; `render`, `budget` and `actions` are the stages in which it was made, where they were reached. */
export type Conclusion = {
  readonly ending: Ending;
  readonly render?: TraceNode | undefined;
  readonly budget?: TraceNode | undefined;
  readonly actions?: TraceNode | undefined;
};

/** Turns the rules that matched into one reply at most, and into everything else that they do. */
export function conclude(
  matches: RuleMatches,
  rules: CompiledRuleSet,
  situation: Situation,
  unanswered: Ending | undefined,
): Conclusion {
  const plan = planEffects(matches.fired, situation);
  const { ending: how, render, budget } = concludeReply(matches, rules, plan, situation, unanswered);
  const hasAnswered = how.replies.length > 0 || how.effects.some(({ kind }) => kind === 'flow');
  const replied = hasAnswered ? matches.replying?.id : undefined;
  const firedRuleIds = matches.fired
    .map(({ id }) => id)
    .filter((id) => id === replied || plan.actingRuleIds.includes(id));
  const effects = [...how.effects, ...plan.effects];
  return { ending: { ...how, effects, firedRuleIds }, render, budget, actions: plan.trace };
}

function concludeReply(
  matches: RuleMatches,
  rules: CompiledRuleSet,
  plan: EffectsPlan,
  situation: Situation,
  unanswered: Ending | undefined,
): ReplyConclusion {
  const { replying, cooling, left, fired } = matches;
  const sent = sentEnding(matches, plan);
  if (replying !== undefined) {
    const reply = answerWith(replying, rules, situation);
    if (sent === undefined || reply.ending.replies.length > 0) return reply;
    return { ...reply, ending: { ...sent, effects: reply.ending.effects } };
  }
  if (sent !== undefined) return { ending: sent };
  if (cooling !== undefined) {
    return {
      ending: { ...ending(cooling.verdict, cooling.sentence), ruleRevisionId: cooling.rule.revisionId },
    };
  }
  if (left !== undefined && fired.length === 0) {
    return { ending: { ...ending('suppressed', left.sentence), ruleRevisionId: left.rule.revisionId } };
  }
  const [first] = fired;
  if (first === undefined) return { ending: unanswered ?? nothingMatched(matches, situation) };
  return {
    ending: { ...ending('no_action', silence(first, plan)), ruleRevisionId: first.revisionId },
  };
}

/** A message by another way is an answer too; it is no reply, and stands among the effects. */
function sentEnding({ fired }: RuleMatches, { effects }: EffectsPlan): Ending | undefined {
  const send = effects.find((effect) => effect.kind === 'send');
  const rule = fired.find(({ revisionId }) => revisionId === send?.ruleRevisionId);
  if (send === undefined || rule === undefined) return undefined;
  const instead = send.failoverOfId === undefined ? '' : ' instead';
  const sentence = `Sent by ${send.connection}${instead}: rule "${rule.name}" matched.`;
  return { ...ending('replied', sentence), ruleRevisionId: rule.revisionId };
}

/** Why a rule that matched said nothing; a message that could not go another way names its reason. */
function silence(rule: CompiledRule, { trace, effects }: EffectsPlan): string {
  const asked = effects.find((effect) => effect.kind === 'model');
  if (asked !== undefined) {
    return `Asked the language model, as rule "${asked.ruleName}" says; its answer is shown below.`;
  }
  const refused = trace?.children?.find(
    ({ label, outcome, ruleId }) =>
      ruleId === rule.id && outcome === 'not_matched' && (label.startsWith('send ') || label === 'model'),
  );
  return refused?.detail === undefined
    ? `No reply: rule "${rule.name}" matched, and it sends nothing.`
    : `No reply: rule "${rule.name}" matched. ${refused.detail}`;
}

function nothingMatched({ askedCount, shadows }: RuleMatches, { event }: Situation): Ending {
  // A rule that Heed itself has held back is news; a shadow was somebody's choice.
  const shadow = shadows.find(({ heldBack }) => heldBack !== undefined) ?? shadows[0];
  const wouldHave = shadow === undefined ? '' : ` ${shadowSentence(shadow)}`;
  if (askedCount > 0) return ending('no_rule_matched', `No reply: no rule matched.${wouldHave}`);
  return event.name === 'message.received'
    ? ending('no_rule_matched', 'No reply: there are no rules for messages yet.')
    : ending('no_action', `Nothing to do: no rule is about ${event.name}.`);
}

function shadowSentence({ name, heldBack }: CompiledRule): string {
  return heldBack === undefined
    ? `Shadow rule "${name}" would have.`
    : `Rule "${name}" would have, but it is held back. ${heldBack.reason}`;
}

type ReplyConclusion = Pick<Conclusion, 'ending' | 'render' | 'budget'>;

function answerWith(rule: CompiledRule, rules: CompiledRuleSet, situation: Situation): ReplyConclusion {
  const obstacle = replyObstacle(rule, situation);
  if (obstacle !== undefined) return { ending: { ...obstacle, ruleRevisionId: rule.revisionId } };
  if (hasReply(rule)) return replyWith(rule, rules, situation);
  return startFlow(rule, rule.startsFlow ?? '', rules, situation);
}

function replyWith(rule: ReplyingRule, rules: CompiledRuleSet, situation: Situation): ReplyConclusion {
  const ruleRevisionId = rule.revisionId;
  const rendering = renderReply(rule.reply, rule.id, situation);
  const trace = { label: 'render', ruleId: rule.id };
  if (!rendering.ok) {
    const sentence = `No reply: rule "${rule.name}" matched, but its text could not be made. ${rendering.why}`;
    return {
      ending: { ...ending('render_failed', sentence), ruleRevisionId },
      render: { ...trace, outcome: 'stopped', detail: rendering.why },
    };
  }
  const { text, media, template, notes } = rendering;
  const render: TraceNode = { ...trace, outcome: 'passed', detail: notes.join(' ') };
  const afforded = budgetStage(`rule "${rule.name}" matched`, text, situation);
  const budget = afforded.trace;
  if (afforded.ending !== undefined) {
    return { ending: { ...afforded.ending, ruleRevisionId }, render, budget };
  }
  const { supersedes, notBeforeMs } = replyTiming(rule, rules, situation);
  const reply: PlannedReply = {
    slot: `${ruleRevisionId}:${rule.reply.actionIndex}`,
    kind: 'reply',
    text,
    ...(media.length > 0 && { media }),
    ...(template !== undefined && { template }),
    ruleRevisionId,
    ...(rule.category !== undefined && { category: rule.category }),
    expiresAfterMs: REPLY_EXPIRY_MS,
    ...(notBeforeMs !== undefined && { notBeforeMs }),
  };
  return {
    ending: {
      ...ending('replied', `Replied: rule "${rule.name}" matched.`, [reply]),
      ruleRevisionId,
      ...(supersedes.length > 0 && { supersedes }),
    },
    render,
    budget,
  };
}

/** Why this event can have no reply whatever its text would be; `undefined` when it can. */
function replyObstacle(rule: CompiledRule, { event, facts }: Situation): Ending | undefined {
  if (facts.contact === undefined || facts.conversation === undefined) {
    const remedy = event.name.startsWith('identity.')
      ? ' Link the identity check to one beforehand: PUT /api/v1/identity-sessions/:id.'
      : '';
    return ending(
      'no_action',
      `No reply: rule "${rule.name}" matched, but ${event.name} belongs to no conversation.${remedy}`,
    );
  }
  const kind = progressOf(event)?.messageKind;
  if (kind === undefined || kind === 'manual' || kind === 'resend') return undefined;
  return ending(
    'loop_suspected',
    `No reply: rule "${rule.name}" matched, but ${event.name} is about an automatic message, and answering those could go on for ever.`,
  );
}
