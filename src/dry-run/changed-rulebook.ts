import type { RulebookRow } from '../rulebook/rulebook-at.repository.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';

/** A rule as somebody would like it to be. */
export type RuleChange = {
  readonly ruleId: string;
  readonly revisionId: string;
  readonly definition: RuleDefinition;
  /** Its place in the order, counted from 1. Absent: where it is, or at the end when it is new. */
  readonly position: number | undefined;
};

/**
 * The rulebook as it would be with the change. The rule is live in it, whatever its definition says: a dry run asks what it would do.
 */
export function changedRulebook(rows: readonly RulebookRow[], change: RuleChange): readonly RulebookRow[] {
  const ordered = rows
    .filter(({ kind }) => kind === 'rule')
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
  const index = ordered.findIndex(({ id }) => id === change.ruleId);
  const others = ordered.filter(({ id }) => id !== change.ruleId);
  const place = change.position === undefined ? (index === -1 ? others.length : index) : change.position - 1;
  const changed: RulebookRow = {
    kind: 'rule',
    id: change.ruleId,
    revisionId: change.revisionId,
    number: (ordered[index]?.number ?? 0) + 1,
    position: null,
    definition: { ...change.definition, enabled: true, mode: 'live' },
    heldBackAt: null,
    heldBackReason: null,
  };
  const rules = others
    .toSpliced(Math.max(0, place), 0, changed)
    .map((row, order) => ({ ...row, position: order + 1 }));
  return [...rows.filter(({ kind }) => kind !== 'rule'), ...rules];
}
