import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rulebookWithDraft } from './draft-rulebook.js';
import { compileRulebook } from '../../rulebook/compile-rulebook.js';
import type { RulebookRow } from '../../rulebook/rulebook-at.repository.js';
import { readSnapshot, type Snapshot } from '../../rulebook/stored-snapshot.js';
import { messages } from '../../rules/analysis/random-rules.fixtures.js';
import { rulebooks } from '../../rules/analysis/random-rulebook.fixtures.js';
import { decide } from '../../rules/decide.js';
import {
  aContact,
  aConversation,
  aMessage,
  guardsKnowing,
  NOON,
  someFacts,
} from '../../rules/decide.fixtures.js';
import type { Decision } from '../../rules/decision.js';
import type { RuleDefinition } from '../../rules/definition/rule-definition.js';
import { changedRulebook } from '../../dry-run/changed-rulebook.js';
import { Comparer, compareOnce } from '../../dry-run/comparison.js';
import { ReplayedFirings } from '../../dry-run/replayed-firings.js';

const MINUTE_MS = 60_000;

/** Rules as they come out of the database. */
function rowsOf(definitions: readonly RuleDefinition[]): readonly RulebookRow[] {
  return definitions.map((definition, index) => ({
    kind: 'rule',
    id: `rule-${index}`,
    revisionId: `revision-${index}`,
    number: 1,
    position: index + 1,
    definition: JSON.parse(JSON.stringify(definition)),
    heldBackAt: null,
    heldBackReason: null,
  }));
}

const said = fc.record({
  event: fc.oneof(
    { weight: 9, arbitrary: messages },
    { weight: 1, arbitrary: fc.constantFrom('STOP', 'help', 'start').map((text) => aMessage(text)) },
  ),
  minute: fc.nat(90),
  contact: fc.constantFrom('contact-1', 'contact-2', 'contact-3'),
  tags: fc.subarray(['vip', 'new']),
  city: fc.constantFrom('Banjul', 'Serekunda', undefined),
});

type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;

/** What live traffic would have had before it, in order; each message knows what fired for its contact before. */
function live(
  rows: readonly RulebookRow[],
  all: readonly Said[],
): readonly { snapshot: Snapshot; decision: Decision }[] {
  const rules = compileRulebook(rows, refuse);
  const onRecord = new ReplayedFirings();
  return all
    .toSorted((one, other) => one.minute - other.minute)
    .map(({ event, minute, contact, tags, city }) => {
      const now = new Date(NOON.getTime() + minute * MINUTE_MS);
      const attributes = city === undefined ? {} : { city };
      const facts = onRecord.in(
        someFacts({
          contact: aContact({ id: contact, tags, attributes }),
          conversation: aConversation({ id: `conversation of ${contact}` }),
          guards: guardsKnowing(),
        }),
      );
      const decision = decide(event, facts, rules, now);
      onRecord.note(facts, decision, now);
      return { snapshot: { event, facts, now }, decision };
    });
}

function refuse(): never {
  throw new Error('A rule was left out.');
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

/** Everything but the steps of the reasoning, which name other rules. */
function outcome({ stages: _stages, ...rest }: Decision): unknown {
  return rest;
}

describe('live traffic, the simulator, the dry run and the replay', () => {
  const talk = fc.array(said, { minLength: 1, maxLength: 10 });

  it('D3 I21: decide the same by random rules about random messages', () => {
    const verdicts = new Set<string>();
    fc.assert(
      fc.property(rulebooks, talk, fc.nat(), (definitions, all, pick) => {
        const rows = rowsOf(definitions);
        const index = pick % rows.length;
        const definition = definitions[index];
        const ruleId = `rule-${index}`;
        if (definition === undefined) return;
        const replayRules = compileRulebook(rows, refuse);
        const simulated = rulebookWithDraft(rows, { id: ruleId, definition });
        // The dry run of a rule asks what it does when it is live: of one that is, nothing changes.
        const isLive = definition.enabled && definition.mode === 'live';
        const revisionId = `revision-${index}`;
        const change = { ruleId, revisionId, definition, position: undefined };
        const after = isLive ? compileRulebook(changedRulebook(rows, change), refuse) : replayRules;
        const comparer = new Comparer({ before: replayRules, after, ruleId });
        for (const { snapshot, decision } of live(rows, all)) {
          verdicts.add(decision.verdict);
          const stored = readSnapshot(JSON.parse(json(snapshot)));
          if (stored === undefined) throw new Error('The snapshot cannot be read back.');
          const { event, facts, now } = stored;
          expect(json(decide(event, facts, replayRules, now))).toBe(json(decision));
          expect(json(decide(snapshot.event, snapshot.facts, simulated, snapshot.now))).toBe(json(decision));
          const once = compareOnce(stored, { before: replayRules, after });
          expect(json([once.isChanged, once.before, once.after])).toBe(json([false, decision, decision]));
          const replayed = comparer.compare(stored);
          expect(replayed.isChanged).toBe(false);
          expect(json(outcome(replayed.before))).toBe(json(outcome(decision)));
          expect(json(outcome(replayed.after))).toBe(json(outcome(decision)));
        }
      }),
      { numRuns: 60 },
    );
    expect([...verdicts]).toEqual(
      expect.arrayContaining([
        'replied',
        'no_rule_matched',
        'cooldown',
        'render_failed',
        'no_action',
        'opt_out_recorded',
      ]),
    );
  });
});
