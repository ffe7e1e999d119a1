import type { DomainEvent, DomainEventName } from '../events/domain-events.js';
import { CHANNELS, threadChannel } from '../messaging/channel.js';
import type { Channel } from '../messaging/channel.js';
import { compileCondition } from './conditions/condition.js';
import type { CompiledCondition } from './conditions/condition.js';
import { durationMs } from './definition/duration.js';
import { progressOf } from './conditions/fact-catalogue.js';
import type { Facts } from './facts.js';
import type { RuleDefinition } from './definition/rule-definition.js';
import { compileTemplate } from './replies/template.js';
import type { CompiledTemplate } from './replies/template.js';

/** A rule as it is stored: one revision of it, at its place in the order. */
export type StoredRule = {
  readonly id: string;
  readonly revisionId: string;
  /** The number of the revision, counted from 1 for each rule. */
  readonly number: number;
  readonly position: number;
  readonly definition: RuleDefinition;
};

/** A rule ready to be asked. */
export type CompiledRule = {
  readonly id: string;
  readonly revisionId: string;
  readonly name: string;
  readonly isShadow: boolean;
  /** Thread channels; absent means all. */
  readonly channels?: ReadonlySet<Channel>;
  readonly condition: CompiledCondition;
  readonly reply?: { readonly actionIndex: number; readonly template: CompiledTemplate };
  readonly tags: readonly string[];
  readonly cooldownMs?: number;
  readonly continues: boolean;
};

/** A rule that has something to say. */
export type ReplyingRule = CompiledRule & Required<Pick<CompiledRule, 'reply'>>;

export function hasReply(rule: CompiledRule): rule is ReplyingRule {
  return rule.reply !== undefined;
}

/** The enabled rules in order, by the event that triggers them: an event that no rule is about costs one look-up. */
export type CompiledRuleSet = { readonly byEvent: ReadonlyMap<DomainEventName, readonly CompiledRule[]> };

/** Compiles rules once for many decisions. Rules at the same position stand in the order of their ids. */
export function compileRules(rules: readonly StoredRule[]): CompiledRuleSet {
  const byEvent = new Map<DomainEventName, CompiledRule[]>();
  const enabled = rules.filter(({ definition }) => definition.enabled);
  for (const rule of enabled.sort(
    (one, other) => one.position - other.position || (one.id < other.id ? -1 : 1),
  )) {
    const { event } = rule.definition.trigger;
    const sameEvent = byEvent.get(event);
    if (sameEvent === undefined) byEvent.set(event, [compileRule(rule)]);
    else sameEvent.push(compileRule(rule));
  }
  return { byEvent };
}

function compileRule({ id, revisionId, definition }: StoredRule): CompiledRule {
  const actionIndex = definition.then.findIndex((action) => 'reply' in action);
  const action = definition.then[actionIndex];
  const { channels } = definition.trigger;
  const cooldownMs =
    definition.limits.cooldown === undefined ? undefined : durationMs(definition.limits.cooldown);
  return {
    id,
    revisionId,
    name: definition.name,
    isShadow: definition.mode === 'shadow',
    ...(channels === undefined ? {} : { channels: new Set(channels.map(threadChannel)) }),
    condition: compileCondition(definition.when),
    ...(action !== undefined && 'reply' in action
      ? { reply: { actionIndex, template: compileTemplate(action.reply.text) } }
      : {}),
    tags: definition.then.flatMap((each) => ('tag' in each ? [each.tag] : [])),
    ...(cooldownMs === undefined ? {} : { cooldownMs }),
    continues: definition.continue,
  };
}

/** The thread channel on which an event happened: its own, or that of the conversation it belongs to. */
export function eventChannel(event: DomainEvent, facts: Facts): Channel | undefined {
  const own = event.name === 'message.received' ? event.payload.channel : progressOf(event)?.channel;
  const channel = own ?? CHANNELS.find((each) => each === facts.conversation?.channel);
  return channel === undefined ? undefined : threadChannel(channel);
}
