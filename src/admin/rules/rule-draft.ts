import { asObject, storableText } from '../../messaging/untrusted.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { RuleDefinition } from '../../rules/definition/rule-definition.js';
import type { FieldProblem } from '../http/problem.js';

const MAX_REASON_LENGTH = 500;

/** Members that answers have and definitions have not: what was read may be sent back as it is. */
const ANSWER_ONLY = ['id', 'position', 'revisionId', 'createdAt', 'updatedAt'];

/** A body that makes or changes a rule, taken apart. */
export type RuleDraftReading =
  | {
      readonly ok: true;
      readonly definition: RuleDefinition;
      readonly reason: string | undefined;
      /** The revision that the caller has read. */
      readonly revision: number | undefined;
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Reads a rule with what may stand beside it. Tells every problem at once. */
export function readRuleDraft(body: unknown): RuleDraftReading {
  const { reason, revision, ...rest } = asObject(body) ?? {};
  const members = Object.entries(rest).filter(([name]) => !ANSWER_ONLY.includes(name));
  const reading = parseRuleDefinition(asObject(body) === undefined ? body : Object.fromEntries(members));
  const problems = reading.ok
    ? []
    : reading.problems.map(({ pointer, message }) => ({ pointer, detail: message }));
  if (reason !== undefined && !isReason(reason)) {
    problems.push({ pointer: '/reason', detail: `Write a text of 1 to ${MAX_REASON_LENGTH} characters.` });
  }
  if (revision !== undefined && !isRevision(revision)) {
    problems.push({ pointer: '/revision', detail: 'Give the number of the revision that you read.' });
  }
  if (!reading.ok || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    definition: reading.definition,
    reason: isReason(reason) ? storableText(reason) : undefined,
    revision: isRevision(revision) ? revision : undefined,
  };
}

function isReason(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_REASON_LENGTH;
}

function isRevision(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

const ENTITY_TAG = /^(?:W\/)?"(\d{1,9})"$/;

/** The revision that an `If-Match` header asks for; `undefined` for `*` and for no header. Null for one that nothing can match. */
export function revisionOfTag(header: string | undefined): number | null | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const [, number] = ENTITY_TAG.exec(header.trim()) ?? [];
  return number === undefined ? null : Number(number);
}
