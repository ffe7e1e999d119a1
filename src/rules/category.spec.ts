import { describe, expect, it } from '@jest/globals';
import { aContact, aMessage, aRule, ruleSet, someFacts } from './decide.fixtures.js';
import { decide } from './decide.js';
import { parseRuleDefinition } from './definition/parse-rule-definition.js';

const NOW = new Date('2026-04-10T12:00:00Z');
const categories = [{ key: 'marketing', name: 'Marketing', keywords: ['marketing'] }];
const left = someFacts({
  contact: aContact({ categoriesLeft: ['marketing'] }),
  consentVocabulary: { categories },
});
const marketing = aRule({
  name: 'Deals',
  category: 'marketing',
  then: [{ reply: { text: 'Two for one!' } }, { tag: 'asked-deals' }],
});

describe('a rule of a message category', () => {
  it('answers those who have not left the category, with a message that carries it', () => {
    const others = someFacts({ contact: aContact({ categoriesLeft: ['orders'] }) });
    for (const facts of [someFacts(), others]) {
      const { verdict, replies } = decide(aMessage('deals?'), facts, ruleSet(marketing), NOW);
      expect([verdict, replies]).toEqual(['replied', [expect.objectContaining({ category: 'marketing' })]]);
    }
  });

  it('leaves those alone who have left it, does nothing else either, and says why', () => {
    expect(decide(aMessage('deals?'), left, ruleSet(marketing), NOW)).toMatchObject({
      verdict: 'suppressed',
      sentence: 'No reply: this contact has left Marketing messages.',
      replies: [],
      effects: [],
      firedRuleIds: [],
      ruleRevisionId: 'revision-1',
    });
  });

  it('lets the rules after it be asked, even where it would have been the last', () => {
    const decision = decide(aMessage('deals?'), left, ruleSet(marketing, aRule()), NOW);
    expect(decision).toMatchObject({ verdict: 'replied', replies: [{ text: 'hello' }] });
    expect(decision.replies[0]?.category).toBeUndefined();
  });

  it('is named by its key when the category is not configured any more', () => {
    const gone = someFacts({ contact: aContact({ categoriesLeft: ['marketing'] }) });
    expect(decide(aMessage('deals?'), gone, ruleSet(marketing), NOW).sentence).toContain('left marketing');
  });

  it('counts for nothing as a shadow', () => {
    const shadow = aRule({ mode: 'shadow', category: 'marketing' });
    expect(decide(aMessage('deals?'), left, ruleSet(shadow), NOW)).toMatchObject({
      verdict: 'no_rule_matched',
      shadowRuleIds: [],
    });
  });

  it.each(['', 'Marketing', 'all', 'a b', 7, null, 'x'.repeat(41)])('has a key, and not %j', (key) => {
    const json = {
      name: 'Deals',
      category: key,
      trigger: { event: 'message.received' },
      when: { all: [] },
      then: [{ tag: 'x' }],
    };
    expect(parseRuleDefinition(json)).toMatchObject({ ok: false, problems: [{ pointer: '/category' }] });
  });
});
