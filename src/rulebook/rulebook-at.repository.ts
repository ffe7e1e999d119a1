import type { Transaction } from '../platform/database/database.js';
import type { LibraryKind } from './library-kinds.js';

/** A rule or a library item as it stood in one version of the rulebook. */
export type RulebookRow = {
  readonly kind: 'rule' | LibraryKind;
  readonly id: string;
  readonly revisionId: string;
  /** The number of the revision. */
  readonly number: number;
  /** Of a rule: its place in the order. */
  readonly position: number | null;
  readonly definition: unknown;
  /** Of a rule that was held back then: since when, and why. */
  readonly heldBackAt: Date | null;
  readonly heldBackReason: string | null;
};

/** Everything that was in force in a version of the rulebook. */
export async function rulebookAt(version: bigint, tx: Transaction): Promise<RulebookRow[]> {
  return tx.$queryRaw<RulebookRow[]>`
    select entry.kind, entry.subject_id::text as id, entry.revision_id::text as "revisionId", entry.position,
           coalesce(rule_revision.number, library_revision.number) as number,
           coalesce(rule_revision.definition, library_revision.definition) as definition,
           entry.held_back_at as "heldBackAt", entry.held_back_reason as "heldBackReason"
      from rulebook_entry entry
      left join rule_revision on entry.kind = 'rule' and rule_revision.id = entry.revision_id
      left join library_revision on entry.kind <> 'rule' and library_revision.id = entry.revision_id
     where entry.since_version <= ${version} and (entry.until_version is null or entry.until_version > ${version})
     order by entry.position, entry.subject_id`;
}

/** The revisions of flows by which conversations went on since a moment, whether or not they are still in force. */
export async function flowRevisionsInUse(since: Date, tx: Transaction): Promise<readonly RulebookRow[]> {
  return tx.$queryRaw<RulebookRow[]>`
    select 'flow' as kind, revision.item_id::text as id, revision.id::text as "revisionId", revision.number,
           null::int as position, revision.definition
      from library_revision revision
     where revision.id in (select flow_revision_id from flow_run where updated_at >= ${since})`;
}

/** One revision of a flow, whether or not it is still in force. */
export async function flowRevisionRow(revisionId: string, tx: Transaction): Promise<RulebookRow | undefined> {
  const [row] = await tx.$queryRaw<RulebookRow[]>`
    select 'flow' as kind, revision.item_id::text as id, revision.id::text as "revisionId", revision.number,
           null::int as position, revision.definition
      from library_revision revision join library_item item on item.id = revision.item_id
     where revision.id = ${revisionId}::uuid and item.kind = 'flow'`;
  return row;
}
