import type { DomainEvent } from '../events/domain-events.js';
import type { Channel } from '../messaging/channel.js';
import { decide } from './decide.js';
import type { ConsentVocabulary } from './compliance/classification.js';
import type { Facts } from './facts.js';
import type { RuleDefinition, RuleTest } from './definition/rule-definition.js';
import { EMPTY_LIBRARY } from './library.js';
import type { Library } from './library.js';
import { compileRules } from './rule-set.js';
import type { CompiledRuleSet, StoredRule } from './rule-set.js';

/** What the examples are read beside: what rules name, and the tenant’s own words of consent. */
export type TestSurroundings = {
  readonly library?: Library;
  readonly vocabulary?: ConsentVocabulary;
};

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
export function runRuleTests(
  definition: RuleDefinition,
  { library = EMPTY_LIBRARY, vocabulary }: TestSurroundings = {},
): readonly RuleTestResult[] {
  const rule = { id: 'tested', revisionId: 'tested', number: 1, position: 1, definition };
  const rules = compileRules([live(rule)], library);
  return definition.tests.map((test) => runTest(test, rule, rules, vocabulary));
}

/**
 * Runs the examples of every rule among all the others: it is the rule itself that has to reply, so one that stands before it and
 * answers in its place fails the example.
 *
 * @returns the results in the order of the rules, for each rule those of its tests
 */
export function runTestsInOrder(
  rules: readonly StoredRule[],
  { library = EMPTY_LIBRARY, vocabulary }: TestSurroundings = {},
): readonly (readonly RuleTestResult[])[] {
  const asTheyAre = compileRules(rules, library);
  return rules.map((rule) => {
    const { tests, enabled, mode } = rule.definition;
    if (tests.length === 0) return [];
    const isLive = enabled && mode === 'live';
    const among = isLive
      ? asTheyAre
      : compileRules(
          rules.map((each) => (each === rule ? live(rule) : each)),
          library,
        );
    return tests.map((test) => runTest(test, rule, among, vocabulary));
  });
}

function live(rule: StoredRule): StoredRule {
  return { ...rule, definition: { ...rule.definition, enabled: true, mode: 'live' } };
}

function runTest(
  test: RuleTest,
  tested: StoredRule,
  rules: CompiledRuleSet,
  vocabulary: ConsentVocabulary | undefined,
): RuleTestResult {
  const { text, expect, expectText } = test;
  const channel = test.channel ?? tested.definition.trigger.channels?.[0] ?? 'sms';
  const at = test.at === undefined ? NOW : new Date(test.at);
  const { verdict, replies, sentence } = decide(...firstMessage(text, channel, at, vocabulary), rules, at);
  const reply = replies.find(({ ruleRevisionId }) => ruleRevisionId === tested.revisionId);
  const actual = verdict === 'replied' && reply !== undefined ? 'reply' : 'none';
  const result = { text, expected: expect, actual, sentence, ok: actual === expect } as const;
  if (!result.ok || expectText === undefined || reply?.text.includes(expectText) === true) return result;
  return {
    ...result,
    ok: false,
    sentence: `The reply does not contain "${expectText}": ${reply?.text ?? ''}`,
  };
}

function firstMessage(
  text: string,
  channel: Channel,
  at: Date,
  vocabulary: ConsentVocabulary | undefined,
): [DomainEvent, Facts] {
  const event: DomainEvent = {
    id: 'test',
    name: 'message.received',
    lane: 'test',
    occurredAt: at,
    connectionId: 'test',
    payload: { channel, from: 'customer', text, attachments: [], isAutomatic: false },
  };
  const facts: Facts = {
    brand: { name: 'Your brand' },
    contact: { id: 'test', tags: [], attributes: {}, consent: 'subscribed', hasWrittenBefore: false },
    conversation: { id: 'test', channel, theirAddress: 'customer' },
    providerConfirmsOptOut: false,
    answersHelpAlways: false,
    ...(vocabulary !== undefined && { consentVocabulary: vocabulary }),
  };
  return [event, facts];
}
