import { asObject } from '../../messaging/untrusted.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { RuleDefinition } from '../../rules/definition/rule-definition.js';
import { isRuleKey } from '../../rules-as-code/rule-key.js';
import type { FieldProblem } from '../http/problem.js';
import { readDraft, type DraftReading } from '../revisions/draft.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A body that makes or changes a rule, taken apart. */
export type RuleDraftReading =
  | (Extract<DraftReading<RuleDefinition>, { ok: true }> & {
      readonly key: string | undefined;
      readonly dryRunId: string | undefined;
    })
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What a rule is shown with besides its definition; it may be sent back as it was read. */
const SHOWN_ONLY = ['heldBack', 'traffic', 'forecast'];

/** Reads a rule with what may stand beside it; a rule without a key answers `null` for it. Tells every problem at once. */
export function readRuleDraft(body: unknown): RuleDraftReading {
  const { key, dryRunId, ...others } = asObject(body) ?? {};
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => !SHOWN_ONLY.includes(name)));
  const reading = readDraft(asObject(body) === undefined ? body : rest, parseRuleDefinition);
  const problems: FieldProblem[] = reading.ok ? [] : [...reading.problems];
  const hasKey = key !== undefined && key !== null;
  if (hasKey && !isRuleKey(key)) {
    const detail =
      'Write a key of lower-case letters, digits and hyphens, at most 80 of them: opening-hours.';
    problems.push({ pointer: '/key', detail });
  }
  if (dryRunId !== undefined && !isUuid(dryRunId)) {
    problems.push({ pointer: '/dryRunId', detail: 'Give the id of a dry run: POST /api/v1/rules/dry-run.' });
  }
  if (!reading.ok || problems.length > 0) return { ok: false, problems };
  return {
    ...reading,
    key: isRuleKey(key) ? key : undefined,
    dryRunId: isUuid(dryRunId) ? dryRunId : undefined,
  };
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
