import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import type { components } from '../../api/schema.d.ts';

export type Revision = components['schemas']['RevisionView'];

/** A rule, schedule, template or flow as it is stored; its definition apart from what the server says about it. */
export type StoredDefinition = {
  readonly id: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly definition: JsonObject;
};

/** The remarks that go with a change: why, which revision was read, and of a rule the dry run that foretells what it does. */
export type ChangeRemarks = {
  readonly reason?: string;
  readonly revision?: number;
  readonly dryRunId?: string;
};

/** The routes of one kind of definition. Everything that is kept in revisions is edited in the same way. */
export type DefinitionStore = {
  /** The first segment of its pages' addresses: `rules`. */
  readonly area: string;
  /** What one of them is called: `rule`. */
  readonly noun: string;
  readonly read: (id: string) => Promise<StoredDefinition>;
  readonly create: (definition: JsonObject, remarks: ChangeRemarks) => Promise<StoredDefinition>;
  readonly replace: (id: string, definition: JsonObject, remarks: ChangeRemarks) => Promise<StoredDefinition>;
  readonly remove: (id: string, revision: number) => Promise<void>;
  readonly revisions: (id: string) => Promise<readonly Revision[]>;
  readonly rollback: (id: string, request: components['schemas']['Rollback']) => Promise<StoredDefinition>;
};

/**
 * A definition as the text of a request's body. It may be one that is not right yet: the server reads every definition by itself, and its
 * answer says what is wrong and where.
 */
export function bodyText(definition: JsonObject, remarks: ChangeRemarks): string {
  return JSON.stringify({ ...definition, ...remarks });
}

/** What the server says about everything that is kept in revisions, besides its definition. */
const REMARKS = ['id', 'revision', 'revisionId', 'createdAt', 'updatedAt'];

type Stored = { readonly id: string; readonly revision: number; readonly updatedAt: string };

/** Takes the answer of a read apart; `others` are members beside the definition that only this kind has. */
export function storedFrom(view: Stored, others: readonly string[] = []): StoredDefinition {
  const { id, revision, updatedAt } = view;
  const members = Object.entries(view).filter(([name]) => !REMARKS.includes(name) && !others.includes(name));
  return { id, revision, updatedAt, definition: Object.fromEntries(members) };
}
