import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Snapshot } from '../rulebook/stored-snapshot.js';
import { messages, randomRules } from '../rules/analysis/random-rules.fixtures.js';
import { decide } from '../rules/decide.js';
import { aContact, aMessage, aRule, guardsKnowing, NOON, someFacts } from '../rules/decide.fixtures.js';
import type { Decision } from '../rules/decision.js';
import { compileRules, type StoredRule } from '../rules/rule-set.js';
import { Comparer, compareOnce, type Rulebooks } from './comparison.js';
import { countsFirings, ReplayedFirings } from './replayed-firings.js';
import { Tally } from './tally.js';

const MINUTE_MS = 60_000;

function stored(index: number, differences: Record<string, unknown> = {}): StoredRule {
  return {
    id: `rule-${index}`,
    revisionId: `revision-${index}`,
    number: 1,
    position: index + 1,
    definition: aRule({ name: `Rule ${index}`, ...differences }),
  };
}

function said(text: string, minute: number, contactId = 'contact-1'): Snapshot {
  const facts = someFacts({ contact: aContact({ id: contactId }), guards: guardsKnowing() });
  return { event: aMessage(text), facts, now: new Date(NOON.getTime() + minute * MINUTE_MS) };
}

/** Everything of a decision but the steps of its reasoning, which name the rules that were asked. */
function outcome({ stages: _stages, ...rest }: Decision): unknown {
  return rest;
}

describe('a comparison', () => {
  const talk = fc.array(
    fc.record({ event: messages, minute: fc.nat(30), contact: fc.constantFrom('contact-1', 'contact-2') }),
    { minLength: 1, maxLength: 12 },
  );

  it('finds what deciding everything twice would find, although most events are decided once', () => {
    let decidedTwice = 0;
    fc.assert(
      fc.property(randomRules, fc.nat(), randomRules, talk, (rules, at, others, messagesSaid) => {
        const tried = rules[at % rules.length];
        const [other] = others;
        if (tried === undefined || other === undefined) return;
        const changed = { ...tried, revisionId: 'changed', definition: other.definition };
        const rulebooks: Rulebooks = {
          before: compileRules(rules),
          after: compileRules(rules.map((rule) => (rule === tried ? changed : rule))),
          ruleId: tried.id,
        };
        const comparer = new Comparer(rulebooks);
        const counts = countsFirings(rulebooks.before) || countsFirings(rulebooks.after);
        const firings = { before: new ReplayedFirings(), after: new ReplayedFirings() };
        for (const { event, minute, contact } of messagesSaid.toSorted(
          (one, two) => one.minute - two.minute,
        )) {
          const snapshot = { ...said('', minute, contact), event };
          const comparison = comparer.compare(snapshot);
          if (comparison.after !== comparison.before) decidedTwice += 1;
          for (const side of ['before', 'after'] as const) {
            const facts = counts ? firings[side].in(snapshot.facts) : snapshot.facts;
            const decision = decide(event, facts, rulebooks[side], snapshot.now);
            firings[side].note(facts, decision, snapshot.now);
            expect(outcome(comparison[side])).toEqual(outcome(decision));
          }
          const again = compareOnce(snapshot, rulebooks, comparison.replayed);
          expect(outcome(again.after)).toEqual(outcome(comparison.after));
          expect(again.isChanged).toBe(comparison.isChanged);
        }
      }),
      { numRuns: 400 },
    );
    expect(decidedTwice).toBeGreaterThan(100);
  });

  it('counts the cooldown of a new rule along the replay, for each contact', () => {
    const rule = stored(1, { limits: { cooldown: 'PT10M' } });
    const comparer = new Comparer({ before: compileRules([]), after: compileRules([rule]), ruleId: rule.id });
    const verdicts = [
      said('hello', 0),
      said('hello', 5),
      said('hello', 5, 'contact-2'),
      said('hello', 11),
    ].map((snapshot) => comparer.compare(snapshot).after.verdict);
    expect(verdicts).toEqual(['replied', 'cooldown', 'replied', 'replied']);
  });

  it('begins with the firings on record at a contact’s first event', () => {
    const rule = stored(1, { limits: { once: true } });
    const rules = compileRules([rule]);
    const comparer = new Comparer({ before: rules, after: rules, ruleId: rule.id });
    const firings = [{ ruleId: rule.id, channel: 'sms', at: ['2026-01-01T00:00:00Z'] }];
    const known = said('hello', 0);
    const snapshot = { ...known, facts: { ...known.facts, guards: guardsKnowing({ firings }) } };
    expect(comparer.compare(snapshot).after.verdict).toBe('cooldown');
  });
});

describe('a tally', () => {
  it('tells what a rule gains, what others lose, and what it costs', () => {
    const hours = stored(1, { when: { fact: 'message.text', op: 'word', value: 'hours' } });
    const long = stored(0, {
      when: { fact: 'message.text', op: 'word', value: ['hours', 'price'] },
      then: [{ reply: { text: 'é€'.repeat(100) } }],
    });
    const rulebooks = { before: compileRules([hours]), after: compileRules([long, hours]), ruleId: long.id };
    const comparer = new Comparer(rulebooks);
    const until = new Date(NOON.getTime() + 2 * 24 * 60 * MINUTE_MS);
    const tally = new Tally(long.id, NOON, until);
    for (const [id, text, minute] of [
      ['d1', 'hours?', 0],
      ['d2', 'price?', 60],
      ['d3', 'PRICE?', 25 * 60],
      ['d4', 'hello', 26 * 60],
    ] as const) {
      const snapshot = said(text, minute);
      tally.add(id, snapshot, comparer.compare(snapshot));
    }
    expect(tally.result()).toMatchObject({
      fired: { before: 0, after: 3 },
      gained: 3,
      lost: 0,
      changedReplies: 3,
      replies: { before: 1, after: 3 },
      segments: { before: 1, after: 6 },
      perDay: [
        { day: '2026-04-10', lookedAt: 2, before: 0, after: 2 },
        { day: '2026-04-11', lookedAt: 2, before: 0, after: 1 },
      ],
      otherRules: [{ ruleId: hours.id, gained: 0, lost: 1 }],
      examples: [{ decisionId: 'd3' }, { decisionId: 'd1' }],
    });
  });
});
