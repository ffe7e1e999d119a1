import { describe, expect, it } from '@jest/globals';
import { NOON, aMessage, aRule, guardsKnowing, ruleSet, someFacts } from '../decide.fixtures.js';
import { decide } from '../decide.js';
import type { RuleDefinition } from '../definition/rule-definition.js';
import type { WaitingReply } from './guard-facts.js';

const SECOND_MS = 1_000;
const DEBOUNCED = aRule({ name: 'Catch-all', limits: { debounce: 'PT3S' } });
const PLAIN = aRule({ when: { fact: 'message.text', op: 'word', value: 'hours' } });

function waiting(ruleId: string, secondsAgo = 1): WaitingReply {
  const since = new Date(NOON.getTime() - secondsAgo * SECOND_MS).toISOString();
  return { messageId: `message of ${ruleId}`, ruleId, since };
}

function decided(text: string, rules: readonly RuleDefinition[], waitingReplies: readonly WaitingReply[]) {
  return decide(
    aMessage(text),
    someFacts({ guards: guardsKnowing({ waitingReplies }) }),
    ruleSet(...rules),
    NOON,
  );
}

describe('a rule with a debounce', () => {
  it('has its reply wait', () => {
    expect(decided('hi', [DEBOUNCED], []).replies).toMatchObject([{ notBeforeMs: 3 * SECOND_MS }]);
  });

  it('answers for the replies that wait already', () => {
    const [first, second] = [waiting('rule-1'), waiting('rule-7')];
    expect(decided('hi', [DEBOUNCED], [first, second]).supersedes).toEqual([first, second]);
  });

  it('does not wait for ever for somebody who goes on writing', () => {
    expect(decided('hi', [DEBOUNCED], [waiting('rule-1', 59)]).replies).toMatchObject([
      { notBeforeMs: SECOND_MS },
    ]);
    expect(decided('hi', [DEBOUNCED], [waiting('rule-1', 90)]).replies).toMatchObject([{ notBeforeMs: 0 }]);
  });
});

describe('a rule without a debounce', () => {
  it('answers at once, and for the waiting replies of rules below it', () => {
    const decision = decided('hours', [PLAIN, DEBOUNCED], [waiting('rule-2')]);
    expect(decision.replies[0]?.notBeforeMs).toBeUndefined();
    expect(decision.supersedes).toEqual([waiting('rule-2')]);
  });

  it('lets the waiting reply of a rule above it stand', () => {
    const above = aRule({
      limits: { debounce: 'PT3S' },
      when: { fact: 'message.text', op: 'word', value: 'x' },
    });
    expect(decided('hours', [above, PLAIN], [waiting('rule-1')]).supersedes).toBeUndefined();
  });
});

it('a STOP is never kept waiting, nor a reply that is not sent given a place', () => {
  const consentEntry = { id: 'entry-1', action: 'revoke', changed: true } as const;
  const facts = someFacts({ consentEntry, guards: guardsKnowing({ waitingReplies: [waiting('rule-1')] }) });
  const stop = decide(aMessage('STOP'), facts, ruleSet(DEBOUNCED), NOON);
  expect(stop.replies).toMatchObject([{ kind: 'confirmation' }]);
  expect(stop.replies[0]?.notBeforeMs).toBeUndefined();
  expect(decided('hi', [PLAIN], [waiting('rule-1')])).not.toHaveProperty('supersedes');
});
