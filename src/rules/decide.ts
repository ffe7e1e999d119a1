import type { DomainEvent } from '../events/domain-events.js';
import { complianceStage } from './compliance/compliance-stage.js';
import type { Decision, PlannedReply, TraceNode } from './decision.js';
import { progressOf } from './conditions/fact-catalogue.js';
import type { Facts } from './facts.js';
import { automaticSenderStage, consentStage, pauseStage } from './guards.js';
import { matchRules } from './match-rules.js';
import type { RuleMatches } from './match-rules.js';
import type { CompiledRule, CompiledRuleSet, ReplyingRule } from './rule-set.js';
import { ending } from './stage.js';
import type { Ending, Situation } from './stage.js';
import { templateScope } from './replies/template-variables.js';

/** A reply that could not leave for a day answers a question nobody asks any more. */
const REPLY_EXPIRY_MS = 24 * 60 * 60 * 1_000;

/** In order of precedence; the first that ends the event has the last word. */
const GUARDS = [
  { label: 'compliance', run: complianceStage },
  { label: 'consent', run: consentStage },
  { label: 'pause', run: pauseStage },
  { label: 'automatic sender', run: automaticSenderStage },
] as const;

const STAGE_LABELS = [...GUARDS.map(({ label }) => label), 'rules', 'render'];

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
    if (result.ending !== undefined) return withStages(result.ending, stages);
    unanswered ??= result.unanswered;
  }
  const matches = matchRules(rules, situation);
  stages.push(matches.trace);
  const conclusion = conclude(matches, situation, unanswered);
  if (conclusion.trace !== undefined) stages.push(conclusion.trace);
  const shadowRuleIds = matches.shadows.map(({ id }) => id);
  return withStages({ ...conclusion.ending, shadowRuleIds }, stages);
}

/** Stages that were not reached are shown too: an explanation always has the same shape. */
function withStages(how: Ending, stages: readonly TraceNode[]): Decision {
  const skipped = STAGE_LABELS.slice(stages.length).map((label): TraceNode => ({
    label,
    outcome: 'skipped',
  }));
  return { ...how, stages: [...stages, ...skipped] };
}

type Conclusion = { readonly ending: Ending; readonly trace?: TraceNode };

function conclude(matches: RuleMatches, situation: Situation, unanswered: Ending | undefined): Conclusion {
  const { replying, cooling, fired } = matches;
  if (replying !== undefined) return concludeReply(replying, matches, situation);
  if (cooling !== undefined) {
    return {
      ending: {
        ...ending('cooldown', cooling.sentence),
        ...actionsOf(fired, situation),
        ruleRevisionId: cooling.rule.revisionId,
      },
    };
  }
  const [first] = fired;
  if (first !== undefined) {
    const sentence = `No reply: rule "${first.name}" matched, and it sends nothing.`;
    return {
      ending: {
        ...ending('no_action', sentence),
        ...actionsOf(fired, situation),
        ruleRevisionId: first.revisionId,
      },
    };
  }
  return { ending: unanswered ?? nothingMatched(matches, situation) };
}

function nothingMatched({ askedCount, shadows: [shadow] }: RuleMatches, { event }: Situation): Ending {
  const wouldHave = shadow === undefined ? '' : ` Shadow rule "${shadow.name}" would have.`;
  if (askedCount > 0) return ending('no_rule_matched', `No reply: no rule matched.${wouldHave}`);
  return event.name === 'message.received'
    ? ending('no_rule_matched', 'No reply: there are no rules for messages yet.')
    : ending('no_action', `Nothing to do: no rule is about ${event.name}.`);
}

function concludeReply(rule: ReplyingRule, { fired }: RuleMatches, situation: Situation): Conclusion {
  const ruleRevisionId = rule.revisionId;
  const obstacle = replyObstacle(rule, situation);
  if (obstacle !== undefined) {
    return { ending: { ...obstacle, ...actionsOf(fired, situation), ruleRevisionId } };
  }
  const { event, facts, now } = situation;
  const rendering = rule.reply.template.render(templateScope(event, facts, now));
  const trace = { label: 'render', ruleId: rule.id };
  if (!rendering.ok) {
    const sentence = `No reply: rule "${rule.name}" matched, but its text could not be made. ${rendering.why}`;
    return {
      ending: { ...ending('render_failed', sentence), ...actionsOf(fired, situation), ruleRevisionId },
      trace: { ...trace, outcome: 'stopped', detail: rendering.why },
    };
  }
  const reply: PlannedReply = {
    slot: `${ruleRevisionId}:${rule.reply.actionIndex}`,
    kind: 'reply',
    text: rendering.text,
    ruleRevisionId,
    expiresAfterMs: REPLY_EXPIRY_MS,
  };
  return {
    ending: {
      ...ending('replied', `Replied: rule "${rule.name}" matched.`, [reply]),
      ...actionsOf(fired, situation, rule),
      ruleRevisionId,
    },
    trace: { ...trace, outcome: 'passed', detail: `${rendering.text.length} characters.` },
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

/**
 * The tags of the rules that fired, each once, and the rules that did something, which counts for their cooldown. Without a contact
 * there is nothing to tag.
 */
function actionsOf(
  fired: readonly CompiledRule[],
  { facts }: Situation,
  replied?: CompiledRule,
): Pick<Ending, 'effects' | 'firedRuleIds'> {
  const tags = facts.contact === undefined ? [] : new Set(fired.flatMap((rule) => rule.tags));
  return {
    effects: [...tags].map((tag) => ({ kind: 'tag', tag })),
    firedRuleIds: fired.filter((rule) => rule === replied || rule.tags.length > 0).map((rule) => rule.id),
  };
}
