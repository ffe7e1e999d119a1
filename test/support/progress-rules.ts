import { RuleRepository } from '../../src/rulebook/rule.repository.js';
import { parseRuleDefinition } from '../../src/rules/definition/parse-rule-definition.js';
import type { TestHeed } from './heed-app.js';

const EVENTS = [
  'message.sent',
  'message.delivered',
  'message.read',
  'message.undelivered',
  'message.failed',
  'message.suppressed',
  'conversation.handed_over',
];

/** Puts a silent rule on every event that our own messages raise: what no rule is about is not recorded. */
export async function listenToProgress(heed: TestHeed): Promise<void> {
  const rules = heed.app.nest.get(RuleRepository, { strict: false });
  for (const event of EVENTS) {
    const reading = parseRuleDefinition({
      name: `Listens to ${event}`,
      mode: 'shadow',
      trigger: { event },
      when: { all: [] },
      then: [{ tag: 'heard' }],
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    await rules.create(reading.definition, { actor: 'test', reason: undefined });
  }
}
