import { Injectable } from '@nestjs/common';
import { LiveConsentSettings } from '../../consent/settings/live-consent-settings.js';
import { Database } from '../../platform/database/database.js';
import { LiveRules } from '../../rulebook/live-rules.js';
import { RuleRepository, type RuleRow } from '../../rulebook/rule.repository.js';
import { readSnapshot, type Snapshot } from '../../rulebook/stored-snapshot.js';
import { MAX_TEST_LENGTH } from '../../rules/definition/parse-tests.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { Condition, RuleDefinition, RuleTest } from '../../rules/definition/rule-definition.js';
import type { Facts } from '../../rules/facts.js';
import { runRuleTests, type TestSurroundings } from '../../rules/rule-tests.js';
import { maskText, type MaskedKind } from '../../rules-as-code/mask-text.js';
import { conflict, notFound, unprocessable } from '../http/problem.js';

/** A message as an example of a rule. */
export type TestCase = {
  readonly rule: RuleRow;
  readonly definition: RuleDefinition;
  readonly test: RuleTest;
  readonly masked: readonly MaskedKind[];
  readonly holds: boolean;
  readonly sentence: string;
};

type Decided = { readonly snapshot: Snapshot; readonly answeredBy: string | undefined };

/** Makes tests out of real messages, without what points to a person. */
@Injectable()
export class TestCases {
  constructor(
    private readonly database: Database,
    private readonly rules: RuleRepository,
    private readonly liveRules: LiveRules,
    private readonly settings: LiveConsentSettings,
  ) {}

  async of(messageId: string, wantedRuleId: string | undefined): Promise<TestCase> {
    const { snapshot, answeredBy } = await this.decidedAbout(messageId);
    const { event, facts, now } = snapshot;
    if (event.name !== 'message.received') throw notFound('message of a customer');
    const ruleId = wantedRuleId ?? answeredBy;
    if (ruleId === undefined) {
      throw unprocessable('/ruleId', 'No rule answered this message. Name the rule that shall be tested.');
    }
    const rule = await this.rules.find(ruleId);
    if (rule === undefined) throw unprocessable('/ruleId', 'There is no such rule any more. Name another.');
    const reading = parseRuleDefinition(rule.definition);
    if (!reading.ok) throw conflict('This rule cannot be read by this version. Save it anew first.');
    const { definition } = reading;
    if (event.payload.text.length > MAX_TEST_LENGTH) {
      throw conflict(
        `A test has at most ${MAX_TEST_LENGTH} characters. Write one by hand that says the same.`,
      );
    }
    const { text, masked } = maskText(event.payload.text, namesOf(facts));
    if (text.trim() === '') throw conflict('This message has no text, so it cannot be a test.');
    const test: RuleTest = {
      text,
      expect: answeredBy === rule.id ? 'reply' : 'none',
      channel: event.payload.channel,
      ...(asksTheTime(definition.when) && { at: now.toISOString() }),
    };
    const { library } = await this.liveRules.at(await this.rules.version());
    const { vocabulary } = await this.settings.now(this.database);
    const outcome = tried(definition, { library, vocabulary }, test, event.payload.text);
    return { rule, definition, test, masked, ...outcome };
  }

  /** @returns the number of the revision that has the test */
  async add(
    { rule, definition, test }: TestCase,
    change: { readonly actor: string; readonly reason: string | undefined },
  ): Promise<number> {
    const isThere = definition.tests.some(
      ({ text, channel }) => text === test.text && channel === test.channel,
    );
    if (isThere) throw conflict('The rule has a test with this text already.');
    const reading = parseRuleDefinition({ ...definition, tests: [...definition.tests, test] });
    if (!reading.ok) throw conflict(reading.problems[0]?.message ?? 'The rule can take no more tests.');
    await this.rules.revise(rule.id, reading.definition, change, rule.number);
    return rule.number + 1;
  }

  private async decidedAbout(messageId: string): Promise<Decided> {
    const message = await this.database.message.findUnique({
      where: { id: messageId },
      select: { direction: true },
    });
    if (message?.direction !== 'inbound') throw notFound('message of a customer');
    const decision = await this.database.decision.findFirst({
      where: { messageId },
      orderBy: { decidedAt: 'asc' },
      select: { snapshot: true, verdict: true, ruleRevisionId: true },
    });
    if (decision === null) throw conflict('This message is not decided yet. Try again in a moment.');
    const snapshot = readSnapshot(decision.snapshot);
    if (snapshot === undefined) throw conflict('What this message said has been erased.');
    const { verdict, ruleRevisionId } = decision;
    if (verdict !== 'replied' || ruleRevisionId === null) return { snapshot, answeredBy: undefined };
    const revision = await this.database.ruleRevision.findUnique({
      where: { id: ruleRevisionId },
      select: { ruleId: true },
    });
    return { snapshot, answeredBy: revision?.ruleId };
  }
}

/** Runs the test with the masked words and with the real ones, and says where hiding them made the difference. */
function tried(
  definition: RuleDefinition,
  surroundings: TestSurroundings,
  test: RuleTest,
  realText: string,
): Pick<TestCase, 'holds' | 'sentence'> {
  const run = (text: string) => runRuleTests({ ...definition, tests: [{ ...test, text }] }, surroundings)[0];
  const [masked, real] = [run(test.text), run(realText)];
  const sentence = masked?.sentence ?? '';
  if (masked?.ok === true) return { holds: true, sentence };
  const why =
    real?.ok === true
      ? 'The rule asks for something that was hidden; change the text of the test by hand.'
      : 'A test is the first message of somebody unknown, so what the rule asked of this customer is not there.';
  return { holds: false, sentence: `${sentence} ${why}` };
}

function namesOf({ contact }: Facts): readonly string[] {
  const attributes = Object.entries(contact?.attributes ?? {}).flatMap(([name, value]) =>
    /name/i.test(name) && typeof value === 'string' ? [value] : [],
  );
  return [...(contact?.name === undefined ? [] : [contact.name]), ...attributes];
}

function asksTheTime(condition: Condition): boolean {
  if ('not' in condition) return asksTheTime(condition.not);
  if ('all' in condition) return condition.all.some(asksTheTime);
  if ('any' in condition) return condition.any.some(asksTheTime);
  return condition.fact.startsWith('time.');
}
