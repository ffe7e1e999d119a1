import { asObject, storableText } from '../../messaging/untrusted.js';
import type { DefinitionProblem } from '../../rules/definition/rule-definition.js';
import type { FieldProblem } from '../http/problem.js';

const MAX_REASON_LENGTH = 500;

/** Members that answers have and definitions have not: what was read may be sent back as it is. */
const ANSWER_ONLY = ['id', 'position', 'revisionId', 'createdAt', 'updatedAt'];

type DefinitionReading<Definition> =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** A body that makes or changes a definition, taken apart. */
export type DraftReading<Definition> =
  | {
      readonly ok: true;
      readonly definition: Definition;
      readonly reason: string | undefined;
      /** The revision that the caller has read. */
      readonly revision: number | undefined;
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Reads a definition with what may stand beside it. Tells every problem at once. */
export function readDraft<Definition>(
  body: unknown,
  parse: (json: unknown) => DefinitionReading<Definition>,
): DraftReading<Definition> {
  const { reason, revision, ...rest } = asObject(body) ?? {};
  const members = Object.entries(rest).filter(([name]) => !ANSWER_ONLY.includes(name));
  const reading = parse(asObject(body) === undefined ? body : Object.fromEntries(members));
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
