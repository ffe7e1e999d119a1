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
  const changed = changedRow(change, ordered[index]);
  const rules = others
    .toSpliced(Math.max(0, place), 0, changed)
    .map((row, order) => ({ ...row, position: order + 1 }));
  return [...rows.filter(({ kind }) => kind !== 'rule'), ...rules];
}

/** The rulebook with several changes at once; every rule stays where it is, and new ones come at the end, whatever the changes say. */
export function rulebookWithAll(
  rows: readonly RulebookRow[],
  changes: readonly RuleChange[],
): readonly RulebookRow[] {
  const byRule = new Map(changes.map((change) => [change.ruleId, change]));
  const present = rows.map((row) => {
    const change = row.kind === 'rule' ? byRule.get(row.id) : undefined;
    if (change === undefined) return row;
    byRule.delete(row.id);
    return { ...changedRow(change, row), position: row.position };
  });
  const last = rows.reduce((highest, { position }) => Math.max(highest, position ?? 0), 0);
  const added = [...byRule.values()].map((change, index) => ({
    ...changedRow(change, undefined),
    position: last + index + 1,
  }));
  return [...present, ...added];
}

function changedRow(
  { ruleId, revisionId, definition }: RuleChange,
  stored: RulebookRow | undefined,
): RulebookRow {
  return {
    kind: 'rule',
    id: ruleId,
    revisionId,
    number: (stored?.number ?? 0) + 1,
    position: null,
    definition: { ...definition, enabled: true, mode: 'live' },
    heldBackAt: null,
    heldBackReason: null,
  };
}
