import type { DomainEvent } from '../../events/domain-events.js';
import { progressOf } from '../conditions/delivery-facts.js';
import type { WebhookPart } from '../definition/rule-definition.js';
import type { CompiledRule } from '../rule-set.js';
import type { Situation } from '../stage.js';

/** What an outbound webhook tells. Source of the envelope: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export type WebhookPayload = {
  readonly type: 'rule.fired';
  readonly timestamp: string;
  readonly data: {
    readonly event: { readonly id: string; readonly name: string; readonly occurredAt: string };
    readonly rule: { readonly id: string; readonly name: string; readonly revisionId: string };
    readonly message?: Readonly<Record<string, unknown>>;
    readonly contact?: Readonly<Record<string, unknown>>;
    readonly conversation?: Readonly<Record<string, unknown>>;
  };
};

/** The payload of one call. People's words and addresses are in it only where the rule asks for them. */
export function webhookPayload(
  { id, name, revisionId }: CompiledRule,
  include: readonly WebhookPart[],
  situation: Situation,
): WebhookPayload {
  const { timestamp, event, parts } = toldParts(include, situation);
  return { type: 'rule.fired', timestamp, data: { event, rule: { id, name, revisionId }, ...parts } };
}

/** What every call tells of its event, and the parts that it asks for. */
export function toldParts(include: readonly WebhookPart[], { event, facts, now }: Situation) {
  const { contact, conversation } = facts;
  const parts = {
    message: messageOf(event),
    contact: contact && {
      id: contact.id,
      name: contact.name ?? null,
      tags: contact.tags,
      attributes: contact.attributes,
    },
    conversation: conversation && {
      id: conversation.id,
      channel: conversation.channel,
      theirAddress: conversation.theirAddress,
      ourAddress: conversation.ourAddress ?? null,
    },
  };
  const told = include.flatMap((part) => (parts[part] === undefined ? [] : [[part, parts[part]] as const]));
  return {
    timestamp: isoInstant(now),
    event: { id: event.id, name: event.name, occurredAt: isoInstant(event.occurredAt) },
    parts: Object.fromEntries(told),
  };
}

function messageOf(event: DomainEvent): Readonly<Record<string, unknown>> | undefined {
  const id = event.messageId ?? null;
  if (event.name === 'message.received') {
    const { channel, from, to, text, subject, attachments } = event.payload;
    return { id, channel, from, to: to ?? null, text, subject: subject ?? null, attachments };
  }
  const progress = progressOf(event);
  return progress === undefined ? undefined : { id, ...progress };
}

function isoInstant(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? new Date(0).toISOString() : instant.toISOString();
}
