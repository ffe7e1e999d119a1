import type { Transaction } from '../platform/database/database.js';

/** The mark that rises with every change of a rule or of the library, so that each process notices that its compiled copy is old. */
export const RULES_MARK = 'rules';

/** Who made a change, and why. */
export type Change = {
  readonly actor: string;
  readonly reason: string | undefined;
  /** Of a rule: the dry run that foretells how often this revision fires. Absent: the one of the revision before, if there is one. */
  readonly forecast?: { readonly dryRunId: string | undefined };
};

export async function rulebookVersion(tx: Transaction): Promise<bigint> {
  const mark = await tx.systemMark.findUnique({ where: { name: RULES_MARK } });
  return mark?.version ?? 0n;
}

/** Begins a change: two administrators who change the rulebook at the same time take turns. */
export async function lockRulebook(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('rules', 3)) is null as locked`;
}

/**
 * Ends a change: gives the rulebook as it now stands a new version, and writes into its history what stands differently. The history
 * is made from a comparison with the tables, so that no kind of change can be forgotten in it.
 */
export async function raiseVersion(tx: Transaction): Promise<void> {
  const { version } = await tx.systemMark.upsert({
    where: { name: RULES_MARK },
    create: { name: RULES_MARK, version: 1n },
    update: { version: { increment: 1n } },
  });
  await tx.$executeRaw`
    update rulebook_entry entry set until_version = ${version}
     where entry.until_version is null
       and not exists (
         select 1 from (select id, revision_id, position, held_back_at, held_back_reason from rule where deleted_at is null
                        union all
                        select id, revision_id, null, null, null from library_item where deleted_at is null) present
          where present.id = entry.subject_id and present.revision_id = entry.revision_id
            and present.position is not distinct from entry.position
            and present.held_back_at is not distinct from entry.held_back_at
            and present.held_back_reason is not distinct from entry.held_back_reason)`;
  await tx.$executeRaw`
    insert into rulebook_entry (subject_id, since_version, kind, revision_id, position, held_back_at, held_back_reason)
    select present.id, ${version}, present.kind, present.revision_id, present.position, present.held_back_at, present.held_back_reason
      from (select id, 'rule' as kind, revision_id, position, held_back_at, held_back_reason from rule where deleted_at is null
            union all
            select id, kind, revision_id, null, null, null from library_item where deleted_at is null) present
     where not exists (
         select 1 from rulebook_entry entry where entry.subject_id = present.id and entry.until_version is null)`;
}
