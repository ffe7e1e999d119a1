import type { Database, Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';

/** The mark that rises with every change of any rule, so that each process notices that its compiled copy is old. */
export const RULES_MARK = 'rules';

/** A stored rule with its current revision. `definition` was checked before it was stored. */
export type RuleRow = {
  readonly id: string;
  readonly position: number;
  readonly revisionId: string;
  readonly number: number;
  readonly definition: unknown;
  readonly actor: string;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type Change = { readonly actor: string; readonly reason: string | undefined };

/** The rules as they are kept: an order, and for each rule a chain of revisions of which the newest counts. */
export class RuleRepository {
  constructor(private readonly database: Database) {}

  /** Every rule that is not deleted, in order. */
  async all(tx: Transaction = this.database): Promise<RuleRow[]> {
    return tx.$queryRaw<RuleRow[]>`
      select rule.id::text, rule.position, revision.id::text as "revisionId", revision.number, revision.definition,
             revision.actor, revision.reason, rule.created_at as "createdAt", revision.created_at as "updatedAt"
        from rule join rule_revision revision on revision.id = rule.revision_id
       where rule.deleted_at is null
       order by rule.position`;
  }

  async find(id: string, tx: Transaction = this.database): Promise<RuleRow | undefined> {
    return (await this.all(tx)).find((rule) => rule.id === id);
  }

  async revisions(ruleId: string) {
    return this.database.ruleRevision.findMany({ where: { ruleId }, orderBy: { number: 'desc' } });
  }

  async revision(ruleId: string, number: number) {
    return this.database.ruleRevision.findUnique({ where: { ruleId_number: { ruleId, number } } });
  }

  /** Puts a new rule at the end of the order. */
  async create(definition: RuleDefinition, change: Change): Promise<string> {
    return this.database.$transaction(async (tx) => {
      await lockOrder(tx);
      const last = await tx.rule.aggregate({ _max: { position: true } });
      const ids = { rule: newId(), revision: newId() };
      await tx.rule.create({
        data: { id: ids.rule, position: (last._max.position ?? 0) + 1, revisionId: ids.revision },
      });
      await addRevision(tx, ids.rule, ids.revision, 1, definition, change);
      return ids.rule;
    });
  }

  /**
   * Adds a revision and makes it current. @returns `gone` when there is no such rule, `conflict` when somebody else has changed it
   * since `expectedNumber` was read.
   */
  async revise(
    ruleId: string,
    definition: RuleDefinition,
    change: Change,
    expectedNumber: number | undefined,
  ): Promise<'revised' | 'gone' | 'conflict'> {
    return this.database.$transaction(async (tx) => {
      await lockOrder(tx);
      const current = await this.find(ruleId, tx);
      if (current === undefined) return 'gone';
      if (expectedNumber !== undefined && expectedNumber !== current.number) return 'conflict';
      const revisionId = newId();
      await addRevision(tx, ruleId, revisionId, current.number + 1, definition, change);
      await tx.rule.update({ where: { id: ruleId }, data: { revisionId } });
      return 'revised';
    });
  }

  /** Takes a rule out of the order; its revisions stay, because decisions refer to them. */
  async remove(ruleId: string): Promise<boolean> {
    return this.database.$transaction(async (tx) => {
      await lockOrder(tx);
      const { count } = await tx.rule.updateMany({
        where: { id: ruleId, deletedAt: null },
        data: { deletedAt: new Date(), position: null },
      });
      if (count === 1) await raiseVersion(tx);
      return count === 1;
    });
  }

  /** Sets the whole order. @returns false when `ruleIds` are not exactly the rules there are. */
  async reorder(ruleIds: readonly string[]): Promise<boolean> {
    return this.database.$transaction(async (tx) => {
      await lockOrder(tx);
      const present = (await this.all(tx)).map((rule) => rule.id).sort();
      const wanted = [...new Set(ruleIds)].sort();
      if (wanted.length !== ruleIds.length || present.join() !== wanted.join()) return false;
      // Positions are unique at every moment, so they step aside before they take their new places.
      await tx.$executeRaw`update rule set position = -position where deleted_at is null`;
      await tx.$executeRaw`
        update rule set position = next.position
          from unnest(${[...ruleIds]}::uuid[]) with ordinality as next(id, position)
         where rule.id = next.id`;
      await raiseVersion(tx);
      return true;
    });
  }

  async version(tx: Transaction = this.database): Promise<bigint> {
    const mark = await tx.systemMark.findUnique({ where: { name: RULES_MARK } });
    return mark?.version ?? 0n;
  }
}

async function addRevision(
  tx: Transaction,
  ruleId: string,
  id: string,
  number: number,
  definition: RuleDefinition,
  change: Change,
): Promise<void> {
  const json: Prisma.InputJsonObject = JSON.parse(JSON.stringify(definition));
  await tx.ruleRevision.create({
    data: { id, ruleId, number, definition: json, actor: change.actor, reason: change.reason ?? null },
  });
  await raiseVersion(tx);
}

/** Two administrators who change rules at the same time take turns. */
async function lockOrder(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('rules', 3)) is null as locked`;
}

async function raiseVersion(tx: Transaction): Promise<void> {
  await tx.systemMark.upsert({
    where: { name: RULES_MARK },
    create: { name: RULES_MARK, version: 1n },
    update: { version: { increment: 1n } },
  });
}
