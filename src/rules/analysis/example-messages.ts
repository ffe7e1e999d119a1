import type { DomainEvent, DomainEventName } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import type { Channel } from '../../messaging/channel.js';
import type { Scalar } from '../conditions/fact.js';
import { asList } from '../conditions/wanted-values.js';
import type { Condition, LeafCondition, RuleDefinition } from '../definition/rule-definition.js';
import type { Facts } from '../facts.js';
import type { Situation } from '../stage.js';
import { exampleEvent, type FactValues } from './example-events.js';
import { patternSamples } from './pattern-samples.js';

const MOST_DRAFTS = 6;
/** A Monday at work and a Sunday at night. */
const MOMENTS = [new Date('2026-01-05T10:30:00Z'), new Date('2026-01-04T02:30:00Z')] as const;
const ATTRIBUTE = 'contact.attributes.';

/** What a message has to be like. */
type Draft = {
  readonly whole?: string;
  readonly start: readonly string[];
  readonly middle: readonly string[];
  readonly end: readonly string[];
  readonly channel?: Channel;
  readonly subject?: string;
  readonly buttonId?: string;
  readonly isFirst?: boolean;
  readonly name?: string;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, Scalar>>;
  /** Of what events other than messages tell. */
  readonly values: FactValues;
};

const NOTHING_SAID: Draft = { start: [], middle: [], end: [], tags: [], attributes: {}, values: {} };

/**
 * Messages, or events of the other kind that a rule is about, that a rule may answer to, made from the values it asks for. Guesses: whoever uses one tries it on the rule. Of each list of values
 * and of each choice only the first few are taken.
 */
export function exampleMessages({ when, trigger }: RuleDefinition): readonly Situation[] {
  return drafts(when).flatMap((draft) =>
    MOMENTS.map((now) =>
      situationOf(trigger.event, draft, draft.channel ?? trigger.channels?.[0] ?? 'sms', now),
    ),
  );
}

function drafts(condition: Condition): readonly Draft[] {
  if ('not' in condition) return [NOTHING_SAID];
  if ('any' in condition) return condition.any.flatMap(drafts).slice(0, MOST_DRAFTS);
  if ('all' in condition) {
    return condition.all.reduce<readonly Draft[]>(
      (all, part) =>
        all.flatMap((one) => drafts(part).map((other) => merged(one, other))).slice(0, MOST_DRAFTS),
      [NOTHING_SAID],
    );
  }
  return leafDrafts(condition);
}

function merged(one: Draft, other: Draft): Draft {
  return {
    ...one,
    ...other,
    start: [...one.start, ...other.start],
    middle: [...one.middle, ...other.middle],
    end: [...one.end, ...other.end],
    tags: [...one.tags, ...other.tags],
    attributes: { ...one.attributes, ...other.attributes },
    values: { ...one.values, ...other.values },
  };
}

function leafDrafts(leaf: LeafCondition): readonly Draft[] {
  const values = valuesOf(leaf).slice(0, MOST_DRAFTS);
  return values.length === 0
    ? [NOTHING_SAID]
    : values.map((value) => ({ ...NOTHING_SAID, ...said(leaf, value) }));
}

function valuesOf(leaf: LeafCondition): readonly Scalar[] {
  switch (leaf.op) {
    case 'exists':
      return leaf.value === false ? [] : ['something'];
    case 'gt':
      return [leaf.value + 1];
    case 'lt':
      return [leaf.value - 1];
    case 'within':
      return [];
    case 'matches':
      return asList(leaf.value).flatMap(patternSamples);
    default:
      return asList<Scalar>(leaf.value);
  }
}

function said({ fact, op }: LeafCondition, value: Scalar): Partial<Draft> {
  if (fact.startsWith(ATTRIBUTE)) return { attributes: { [fact.slice(ATTRIBUTE.length)]: value } };
  const text = String(value);
  switch (fact) {
    case 'message.text':
      return saidInText(op, text);
    case 'message.channel':
    case 'delivery.channel':
    case 'help.channel':
    case 'conversation.channel': {
      const channel = CHANNELS.find((each) => each === text);
      return channel === undefined ? {} : { channel };
    }
    case 'message.subject':
      return { subject: text };
    case 'message.buttonId':
      return { buttonId: text };
    case 'message.isFirst':
      return { isFirst: value === true };
    case 'contact.name':
      return { name: text };
    case 'contact.tags':
      return { tags: [text] };
    default:
      return { values: { [fact]: text } };
  }
}

function saidInText(op: LeafCondition['op'], text: string): Partial<Draft> {
  switch (op) {
    case 'equals':
    case 'in':
      return { whole: text };
    case 'firstWord':
    case 'startsWith':
      return { start: [text] };
    case 'endsWith':
      return { end: [text] };
    default:
      return { middle: [text] };
  }
}

function situationOf(name: DomainEventName, draft: Draft, channel: Channel, now: Date): Situation {
  const event =
    name === 'message.received'
      ? messageOf(draft, channel, now)
      : exampleEvent(name, draft.values, channel, now);
  const facts: Facts = {
    brand: { name: 'Your brand' },
    contact: {
      id: 'example',
      ...(draft.name !== undefined && { name: draft.name }),
      tags: draft.tags,
      attributes: draft.attributes,
      consent: 'subscribed',
      hasWrittenBefore: draft.isFirst === undefined ? true : !draft.isFirst,
    },
    conversation: { id: 'example', channel, theirAddress: 'customer' },
    providerConfirmsOptOut: false,
    answersHelpAlways: false,
  };
  return { event, facts, now };
}

function messageOf(draft: Draft, channel: Channel, now: Date): DomainEvent {
  const text = draft.whole ?? [...draft.start, ...draft.middle, ...draft.end].join(' ');
  return {
    id: 'example',
    name: 'message.received',
    lane: 'example',
    occurredAt: now,
    connectionId: 'example',
    payload: {
      channel,
      from: 'customer',
      text: text === '' ? 'hello there' : text,
      attachments: [],
      isAutomatic: false,
      ...(draft.subject !== undefined && { subject: draft.subject }),
      ...(draft.buttonId !== undefined && { buttonId: draft.buttonId }),
    },
  };
}
