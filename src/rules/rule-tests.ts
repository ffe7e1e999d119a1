import type { DomainEvent } from '../events/domain-events.js';
import type { Channel } from '../messaging/channel.js';
import { decide } from './decide.js';
import type { Facts } from './facts.js';
import type { RuleDefinition, RuleTest } from './definition/rule-definition.js';
import { compileRules } from './rule-set.js';

/** How one example of a rule came out; `sentence` says why. */
export type RuleTestResult = {
  readonly text: string;
  readonly expected: RuleTest['expect'];
  readonly actual: RuleTest['expect'];
  readonly sentence: string;
  readonly ok: boolean;
};

const NOW = new Date('2026-01-01T12:00:00Z');

/**
 * Runs the examples that a rule carries, each as the first message of an unknown customer, through the same `decide` as real
 * traffic: "stop" expects no reply even of a catch-all rule. A rule that is off or a shadow is tested as if it were live.
 */
export function runRuleTests(definition: RuleDefinition): readonly RuleTestResult[] {
  const live: RuleDefinition = { ...definition, enabled: true, mode: 'live' };
  const rules = compileRules([
    { id: 'tested', revisionId: 'tested', number: 1, position: 1, definition: live },
  ]);
  return definition.tests.map(({ text, expect, channel }) => {
    const decision = decide(
      ...firstMessage(text, channel ?? definition.trigger.channels?.[0] ?? 'sms'),
      rules,
      NOW,
    );
    const actual = decision.verdict === 'replied' ? 'reply' : 'none';
    return { text, expected: expect, actual, sentence: decision.sentence, ok: actual === expect };
  });
}

function firstMessage(text: string, channel: Channel): [DomainEvent, Facts] {
  const event: DomainEvent = {
    id: 'test',
    name: 'message.received',
    lane: 'test',
    occurredAt: NOW,
    connectionId: 'test',
    payload: { channel, from: 'customer', text, attachments: [], isAutomatic: false },
  };
  const facts: Facts = {
    brand: { name: 'Your brand' },
    contact: { id: 'test', tags: [], attributes: {}, consent: 'subscribed' },
    conversation: { id: 'test', channel, theirAddress: 'customer' },
    providerConfirmsOptOut: false,
    answersHelpAlways: false,
    lastFiredAt: {},
  };
  return [event, facts];
}
