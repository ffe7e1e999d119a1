import type { DomainEvent, MessageReceived } from '../events/domain-events.js';
import { parseRuleDefinition } from './definition/parse-rule-definition.js';
import type { RuleDefinition } from './definition/rule-definition.js';
import type { ContactFacts, ConversationFacts, Facts } from './facts.js';
import { guardFacts } from './guards/guard-facts.js';
import type { GuardFacts } from './guards/guard-facts.js';
import { compileRules } from './rule-set.js';
import type { CompiledRuleSet } from './rule-set.js';

/** A Friday noon; the specs count their times from here. */
export const NOON = new Date('2026-04-10T12:00:00Z');

const ENVELOPE = {
  id: 'event-1',
  lane: 'lane-1',
  occurredAt: NOON,
  connectionId: 'connection-1',
  contactId: 'contact-1',
  conversationId: 'conversation-1',
};

export function aMessage(text: string, differences: Partial<MessageReceived> = {}): DomainEvent {
  return {
    ...ENVELOPE,
    name: 'message.received',
    payload: {
      channel: 'sms',
      from: '+2207654321',
      to: '+2203001234',
      text,
      attachments: [],
      isAutomatic: false,
      ...differences,
    },
  };
}

export function aFailure(messageKind: string): DomainEvent {
  return {
    ...ENVELOPE,
    name: 'message.failed',
    payload: { channel: 'sms', to: '+2207654321', messageKind, errorCode: '30007', reason: 'Filtered.' },
  };
}

export function aVerification(details: Readonly<Record<string, string>> = {}): DomainEvent {
  return { ...ENVELOPE, name: 'identity.verified', payload: { sessionId: 'session-1', details } };
}

export function aContact(differences: Partial<ContactFacts> = {}): ContactFacts {
  return { id: 'contact-1', tags: [], attributes: {}, consent: 'subscribed', ...differences };
}

export function aConversation(differences: Partial<ConversationFacts> = {}): ConversationFacts {
  return { id: 'conversation-1', channel: 'sms', theirAddress: '+2207654321', ...differences };
}

export function someFacts(differences: Partial<Facts> = {}): Facts {
  return {
    brand: { name: 'Acme', helpContact: 'help@acme.test' },
    contact: aContact(),
    conversation: aConversation(),
    providerConfirmsOptOut: false,
    answersHelpAlways: false,
    ...differences,
  };
}

/** What the guards count, by the default settings. */
export function guardsKnowing(differences: Partial<GuardFacts> = {}): GuardFacts {
  return { ...guardFacts({}), ...differences };
}

/** A rule that answers every message with "hello", but for what a spec is about. */
export function aRule(differences: Record<string, unknown> = {}): RuleDefinition {
  const reading = parseRuleDefinition({
    name: 'Greeting',
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ reply: { text: 'hello' } }],
    ...differences,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.definition;
}

/** Rules in the order they are given, with ids `rule-1`, `rule-2`… and revisions `revision-1`, `revision-2`… */
export function ruleSet(...definitions: readonly RuleDefinition[]): CompiledRuleSet {
  return compileRules(
    definitions.map((definition, index) => ({
      id: `rule-${index + 1}`,
      revisionId: `revision-${index + 1}`,
      number: 1,
      position: index + 1,
      definition,
    })),
  );
}
