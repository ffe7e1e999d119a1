import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RulebookRow } from '../rulebook/rulebook-at.repository.js';
import { aRule } from '../rules/decide.fixtures.js';
import { changedRulebook, rulebookWithAll, type RuleChange } from './changed-rulebook.js';

const definition = aRule();

function row(id: string, position: number): RulebookRow {
  const inForce = { number: 3, heldBackAt: null, heldBackReason: null };
  return { ...inForce, kind: 'rule', id, revisionId: `${id}-3`, position, definition };
}

function change(ruleId: string): RuleChange {
  return { ruleId, revisionId: `${ruleId}-new`, definition, position: undefined };
}

describe('rulebookWithAll', () => {
  it('is the rulebook with one change after the other', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(names, names, (stored, changed) => {
        const rows = stored.map((id, index) => row(id, index + 1));
        const changes = changed.map(change);
        const one = changes.reduce<readonly RulebookRow[]>(changedRulebook, rows);
        expect(rulebookWithAll(rows, changes)).toEqual(one);
      }),
    );
  });
});
