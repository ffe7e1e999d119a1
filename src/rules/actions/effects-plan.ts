import type { PlannedEffect, TraceNode } from '../decision.js';
import { spokenDuration } from '../definition/duration.js';
import { templateScope } from '../replies/template-variables.js';
import type { CompiledRule } from '../rule-set.js';
import type { Situation } from '../stage.js';
import type { CompiledAct } from './compiled-actions.js';
import { planModelCall } from './model-call-plan.js';
import { planSend } from './send-plan.js';
import { webhookPayload } from './webhook-payload.js';

/** What the rules that fired do besides replying, and each action with what became of it. */
export type EffectsPlan = {
  readonly effects: readonly PlannedEffect[];
  /** The rules of which at least one action is done. */
  readonly actingRuleIds: readonly string[];
  readonly trace?: TraceNode;
};

const MAX_ATTRIBUTE_LENGTH = 500;

type Planned =
  | { readonly effect: PlannedEffect; readonly says: string }
  /** Nothing is done, and why. */
  | { readonly effect?: undefined; readonly says: string };

/**
 * Plans the actions of the rules that fired, in their order. What concerns the same thing is done once, as the last rule wants it: a
 * tag, an attribute, the pause. A hand-over outweighs a pause. A message that did not arrive is stood in for once.
 */
export function planEffects(fired: readonly CompiledRule[], situation: Situation): EffectsPlan {
  const effects = new Map<string, PlannedEffect>();
  const acting = new Set<string>();
  const children: TraceNode[] = [];
  for (const rule of fired) {
    for (const act of rule.acts) {
      const { effect, says } = planAct(act, rule, situation, { fired, earlier: effects });
      children.push({
        label: labelOf(act),
        outcome: effect === undefined ? 'not_matched' : 'matched',
        detail: says,
        ruleId: rule.id,
      });
      if (effect === undefined) continue;
      acting.add(rule.id);
      const key = keyOf(effect);
      // Set anew, so that what replaced something stands where it was said last.
      effects.delete(key);
      effects.set(key, effect);
    }
  }
  const outcome = effects.size > 0 ? 'matched' : 'not_matched';
  return {
    effects: [...effects.values()],
    actingRuleIds: [...acting],
    ...(children.length === 0 ? {} : { trace: { label: 'actions', outcome, children } }),
  };
}

function planAct(
  act: CompiledAct,
  rule: CompiledRule,
  situation: Situation,
  {
    fired,
    earlier,
  }: {
    readonly fired: readonly CompiledRule[];
    readonly earlier: ReadonlyMap<string, PlannedEffect>;
  },
): Planned {
  const { contact, conversation } = situation.facts;
  switch (act.kind) {
    case 'tag':
    case 'untag':
      if (contact === undefined) return nobody();
      return { effect: act, says: act.kind === 'tag' ? 'The contact is tagged.' : 'The tag is taken off.' };
    case 'attribute':
      return contact === undefined ? nobody() : planAttribute(act, situation);
    case 'pause':
      if (conversation === undefined) return noConversation();
      if (earlier.get('pause')?.kind === 'handOver') return { says: 'It is handed over already.' };
      return {
        effect: { kind: 'pause', forMs: act.forMs },
        says: `A ${spokenDuration(act.forMs)} pause begins.`,
      };
    case 'handOver': {
      if (conversation === undefined) return noConversation();
      const { reason, forMs } = act;
      return {
        effect: { kind: 'handOver', reason, ...(forMs !== undefined && { forMs }) },
        says:
          forMs === undefined
            ? 'Given to a person until somebody resumes it.'
            : `Given to a person; a ${spokenDuration(forMs)} pause begins.`,
      };
    }
    case 'webhook': {
      const slot = `${rule.revisionId}:${act.actionIndex}`;
      const payload = webhookPayload(rule, act.include, situation);
      return {
        effect: { kind: 'webhook', slot, ruleRevisionId: rule.revisionId, url: act.url, payload },
        says: 'The call is queued.',
      };
    }
    case 'send': {
      const plan = planSend(act, rule, situation);
      if (!plan.ok) return { says: `Nothing is sent: ${sentenceEnd(plan.why)}` };
      const isTaken = plan.send.failoverOfId !== undefined && earlier.has('failover');
      if (isTaken) return { says: 'Nothing is sent: another message stands in for it already.' };
      return { effect: plan.send, says: `A message by ${plan.send.connection} is queued.` };
    }
    case 'model': {
      const plan = planModelCall(act, rule, situation, fired, earlier);
      if (!plan.ok) return { says: `The language model is not asked: ${plan.why}` };
      return {
        effect: plan.call,
        says: 'The language model is asked; its answer is shown with this decision.',
      };
    }
    default: {
      const never: never = act;
      return never;
    }
  }
}

/** Fills the value of an attribute in. */
export function planAttribute(
  { name, value }: Extract<CompiledAct, { kind: 'attribute' }>,
  { event, facts, now }: Situation,
): Planned {
  if (value === null)
    return { effect: { kind: 'attribute', name, value }, says: 'The attribute is taken away.' };
  if (typeof value !== 'object')
    return { effect: { kind: 'attribute', name, value }, says: `Set to ${String(value)}.` };
  const rendering = value.render(templateScope(event, facts, now));
  if (!rendering.ok) return { says: `It stays as it is: its value could not be made. ${rendering.why}` };
  if (rendering.text.length > MAX_ATTRIBUTE_LENGTH) {
    return { says: `It stays as it is: its value is longer than ${MAX_ATTRIBUTE_LENGTH} characters.` };
  }
  return {
    effect: { kind: 'attribute', name, value: rendering.text },
    says: `Set to ${rendering.text.length} characters.`,
  };
}

/** Effects of one key are about the same thing. */
function keyOf(effect: PlannedEffect): string {
  switch (effect.kind) {
    case 'tag':
    case 'untag':
      return `tag ${effect.tag}`;
    case 'attribute':
      return `attribute ${effect.name}`;
    case 'pause':
    case 'handOver':
      return 'pause';
    case 'flow':
      return `flow ${effect.runId ?? ''}`;
    case 'webhook':
      return `webhook ${effect.slot}`;
    case 'send':
      return effect.failoverOfId === undefined ? `send ${effect.slot}` : 'failover';
    case 'model':
      return 'model';
    default: {
      const never: never = effect;
      return never;
    }
  }
}

function labelOf(act: CompiledAct): string {
  switch (act.kind) {
    case 'tag':
    case 'untag':
      return `${act.kind} "${act.tag}"`;
    case 'attribute':
      return `attribute ${act.name}`;
    case 'send':
      return `send by ${act.channel}`;
    case 'pause':
    case 'handOver':
    case 'webhook':
    case 'model':
      return act.kind;
    default: {
      const never: never = act;
      return never;
    }
  }
}

function nobody(): Planned {
  return { says: 'Nothing is done: no contact belongs to this event.' };
}

function noConversation(): Planned {
  return { says: 'Nothing is done: no conversation belongs to this event.' };
}

function sentenceEnd(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
