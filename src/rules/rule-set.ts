import type { DomainEvent, DomainEventName } from '../events/domain-events.js';
import { compileActions } from './actions/compiled-actions.js';
import type { CompiledAct, CompiledReply } from './actions/compiled-actions.js';
import { CHANNELS, threadChannel } from '../messaging/channel.js';
import type { Channel } from '../messaging/channel.js';
import type { CompiledCondition } from './conditions/condition.js';
import { progressOf } from './conditions/delivery-facts.js';
import { safeCondition } from './conditions/safe-condition.js';
import { buildRuleIndex } from './conditions/rule-index.js';
import type { RuleIndex } from './conditions/rule-index.js';
import { compileLimits } from './guards/compiled-limits.js';
import type { CompiledLimits } from './guards/compiled-limits.js';
import type { Facts } from './facts.js';
import { EMPTY_LIBRARY } from './library.js';
import type { Library } from './library.js';
import { RULES_SHOWN } from './match-trace.js';
import type { Condition, RuleDefinition } from './definition/rule-definition.js';

/** A rule as it is stored: one revision of it, at its place in the order. */
export type StoredRule = {
  readonly id: string;
  readonly revisionId: string;
  /** The number of the revision, counted from 1 for each rule. */
  readonly number: number;
  readonly position: number;
  readonly definition: RuleDefinition;
  readonly heldBack?: HeldBack;
};

/** A live rule that fired far more often than was foretold. Until somebody lets it go on, it is treated as a shadow. */
export type HeldBack = { readonly at: Date; readonly reason: string };

/** A rule ready to be asked. */
export type CompiledRule = {
  readonly id: string;
  readonly revisionId: string;
  readonly name: string;
  readonly isShadow: boolean;
  readonly heldBack?: HeldBack;
  /** Thread channels; absent means all. */
  readonly channels?: ReadonlySet<Channel>;
  readonly condition: CompiledCondition;
  readonly reply?: CompiledReply;
  /** The name of the flow that it starts, whose first message is its reply. */
  readonly startsFlow?: string;
  /** It is asked while a flow waits, before the flow takes the message for an answer. */
  readonly isHot: boolean;
  /** What it does besides replying, in order. */
  readonly acts: readonly CompiledAct[];
  readonly limits: CompiledLimits;
  readonly continues: boolean;
  /** The key of its message category. */
  readonly category?: string;
  readonly group?: string;
};

/** A rule that answers with its own text. */
export type ReplyingRule = CompiledRule & Required<Pick<CompiledRule, 'reply'>>;

export function hasReply(rule: CompiledRule): rule is ReplyingRule {
  return rule.reply !== undefined;
}

/** Whether a rule has something to say: a reply, or the first message of a flow. */
export function answers(rule: CompiledRule): boolean {
  return rule.reply !== undefined || rule.startsFlow !== undefined;
}

export type CompiledRuleSet = {
  /** The enabled rules in order, by the event that triggers them: an event that no rule is about costs one look-up. */
  readonly byEvent: ReadonlyMap<DomainEventName, readonly CompiledRule[]>;
  /** For an event with more rules than an explanation shows, which of them have to be asked; positions in `byEvent`. */
  readonly indexes: ReadonlyMap<DomainEventName, RuleIndex>;
  /** What the rules refer to by name. */
  readonly library: Library;
};

/** Compiles rules once for many decisions. Rules at the same position stand in the order of their ids. */
export function compileRules(
  rules: readonly StoredRule[],
  library: Library = EMPTY_LIBRARY,
): CompiledRuleSet {
  const byEvent = new Map<DomainEventName, CompiledRule[]>();
  const conditions = new Map<DomainEventName, Condition[]>();
  const enabled = rules.filter(({ definition }) => definition.enabled);
  for (const rule of enabled.sort(
    (one, other) => one.position - other.position || (one.id < other.id ? -1 : 1),
  )) {
    const { event } = rule.definition.trigger;
    const compiled = compileRule(rule, library);
    const sameEvent = byEvent.get(event);
    if (sameEvent === undefined) byEvent.set(event, [compiled]);
    else sameEvent.push(compiled);
    const { when } = rule.definition;
    const sameConditions = conditions.get(event);
    if (sameConditions === undefined) conditions.set(event, [when]);
    else sameConditions.push(when);
  }
  return { byEvent, indexes: indexesOf(conditions), library };
}

function indexesOf(
  conditions: ReadonlyMap<DomainEventName, readonly Condition[]>,
): ReadonlyMap<DomainEventName, RuleIndex> {
  const indexes = new Map<DomainEventName, RuleIndex>();
  for (const [event, all] of conditions) {
    if (all.length > RULES_SHOWN) indexes.set(event, buildRuleIndex(all));
  }
  return indexes;
}

function compileRule({ id, revisionId, definition, heldBack }: StoredRule, library: Library): CompiledRule {
  const { channels } = definition.trigger;
  return {
    id,
    revisionId,
    name: definition.name,
    isShadow: definition.mode === 'shadow' || heldBack !== undefined,
    ...(heldBack === undefined ? {} : { heldBack }),
    ...(channels === undefined ? {} : { channels: new Set(channels.map(threadChannel)) }),
    condition: safeCondition(definition.when, library.schedules),
    isHot: definition.hot ?? false,
    ...compileActions(definition.then, library.templates),
    limits: compileLimits(definition.limits),
    continues: definition.continue,
    ...(definition.category === undefined ? {} : { category: definition.category }),
    ...(definition.group === undefined ? {} : { group: definition.group }),
  };
}

/** The thread channel on which an event happened: its own, or that of the conversation it belongs to. */
export function eventChannel(event: DomainEvent, facts: Facts): Channel | undefined {
  const own = event.name === 'message.received' ? event.payload.channel : progressOf(event)?.channel;
  const channel = own ?? CHANNELS.find((each) => each === facts.conversation?.channel);
  return channel === undefined ? undefined : threadChannel(channel);
}
