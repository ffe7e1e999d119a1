import { compileRulebook } from '../../rulebook/compile-rulebook.js';
import type { RulebookRow } from '../../rulebook/rulebook-at.repository.js';
import type { RuleDefinition } from '../../rules/definition/rule-definition.js';
import type { CompiledRuleSet } from '../../rules/rule-set.js';

/** A rule that nobody has saved. */
export type DraftRule = {
  /** That of the stored rule it changes, or a new one. */
  readonly id: string;
  readonly definition: RuleDefinition;
  /** Counted from 1: before the rule that stands there. Absent: where the stored rule stands, else at the end. */
  readonly position?: number;
};

/**
 * Compiles a rulebook as if a draft had been saved. The rule that it changes keeps its place, and is no longer held back, as after any
 * change that somebody has looked at.
 */
export function rulebookWithDraft(
  rows: readonly RulebookRow[],
  { id, definition, position }: DraftRule,
): CompiledRuleSet {
  const changed = rows.find((row) => row.kind === 'rule' && row.id === id);
  const last = Math.max(0, ...rows.map((row) => row.position ?? 0));
  const ownPosition = changed?.position ?? last + 1;
  const draft: RulebookRow = {
    kind: 'rule',
    id,
    revisionId: changed?.revisionId ?? id,
    number: (changed?.number ?? 0) + 1,
    position: position === undefined ? ownPosition : position - 0.5,
    definition,
    heldBackAt: null,
    heldBackReason: null,
  };
  // What this version cannot read was reported when the stored rulebook was compiled for live traffic.
  return compileRulebook([...rows.filter((row) => row !== changed), draft], () => {});
}
