import type { Database, Transaction } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';
import { refuseAbsentModel } from './absent-model.js';
import { localWebhookProblems, refuseLocalWebhooks } from './local-webhook.js';
import { refuseUnknownReferences } from './references.repository.js';
import { gone, outdated, refuseLoss, RulebookRefusal, type MadeFrom } from './rulebook-refusal.js';
import { lockRulebook, raiseVersion, rulebookVersion, type Change } from './rulebook-version.repository.js';

/** A stored rule with its current revision. `definition` was checked before it was stored. */
export type RuleRow = {
  readonly id: string;
  /** Its name in files of rules as code. */
  readonly key: string | null;
  readonly position: number;
  readonly revisionId: string;
  readonly number: number;
  readonly definition: unknown;
  readonly actor: string;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** The dry run that foretells how often it fires. */
  readonly dryRunId: string | null;
  /** Since when it is treated as a shadow although it is live, and why. */
  readonly heldBackAt: Date | null;
  readonly heldBackReason: string | null;
};

/** The rules as they are kept: an order, and for each rule a chain of revisions of which the newest counts. */
export class RuleRepository {
  constructor(
    private readonly database: Database,
    /** A live rule can ask the language model only where there is one. */
    private readonly hasLanguageModel = false,
    /** A live rule can call plain http addresses of this machine only where that is allowed. */
    private readonly allowsLocalWebhooks = false,
  ) {}

  /** Every rule that is not deleted, in order. */
  async all(tx: Transaction = this.database): Promise<RuleRow[]> {
    return selectRules(tx, Prisma.empty);
  }

  async find(id: string, tx: Transaction = this.database): Promise<RuleRow | undefined> {
    const [rule] = await selectRules(tx, Prisma.sql`and rule.id = ${id}::uuid`);
    return rule;
  }

  async revisions(ruleId: string) {
    return this.database.ruleRevision.findMany({ where: { ruleId }, orderBy: { number: 'desc' } });
  }

  async revision(ruleId: string, number: number) {
    return this.database.ruleRevision.findUnique({ where: { ruleId_number: { ruleId, number } } });
  }

  /** Puts a new rule at the end of the order. */
  async create(definition: RuleDefinition, change: Change, key?: string): Promise<string> {
    return this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      await refuseUnknownReferences(tx, definition);
      refuseAbsentModel(definition, this.hasLanguageModel);
      if (!this.allowsLocalWebhooks) refuseLocalWebhooks(localWebhookProblems(definition));
      if (key !== undefined) await refuseTakenKey(tx, key);
      const last = await tx.rule.aggregate({ _max: { position: true } });
      const ids = { rule: newId(), revision: newId() };
      const position = (last._max.position ?? 0) + 1;
      await tx.rule.create({
        data: {
          id: ids.rule,
          key: key ?? null,
          position,
          revisionId: ids.revision,
          ...(change.forecast !== undefined && { watchedSince: new Date() }),
        },
      });
      await addRevision(tx, ids.rule, ids.revision, 1, definition, change);
      await raiseVersion(tx);
      return ids.rule;
    });
  }

  /**
   * Adds a revision and makes it current. Refused when there is no such rule, and when it would undo unseen what somebody else has changed
   * since the revision that it was made from.
   */
  async revise(
    ruleId: string,
    definition: RuleDefinition,
    change: Change,
    madeFrom: MadeFrom,
  ): Promise<void> {
    await this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      const current = await this.expected(tx, ruleId, undefined);
      refuseLoss('rule', current, change.actor, madeFrom);
      const { number, dryRunId } = current;
      await refuseUnknownReferences(tx, definition);
      refuseAbsentModel(definition, this.hasLanguageModel);
      if (!this.allowsLocalWebhooks) refuseLocalWebhooks(localWebhookProblems(definition));
      const revisionId = newId();
      const { forecast = { dryRunId: dryRunId ?? undefined } } = change;
      await addRevision(tx, ruleId, revisionId, number + 1, definition, { ...change, forecast });
      const isForetoldAnew = change.forecast !== undefined;
      await tx.rule.update({
        where: { id: ruleId },
        data: { revisionId, ...(isForetoldAnew && { watchedSince: new Date() }) },
      });
      await raiseVersion(tx);
    });
  }

  /** Takes a rule out of the order; its revisions stay, because decisions refer to them. Its key may be used again. */
  async remove(ruleId: string, expectedNumber?: number): Promise<void> {
    await this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      await this.expected(tx, ruleId, expectedNumber);
      const deletion = { deletedAt: new Date(), position: null, key: null };
      await tx.rule.update({ where: { id: ruleId }, data: deletion });
      await raiseVersion(tx);
    });
  }

  /**
   * Sets the whole order. Refused when `ruleIds` are not exactly the rules there are, and when the rulebook is no longer in
   * `expectedVersion`.
   */
  async reorder(ruleIds: readonly string[], expectedVersion?: bigint): Promise<void> {
    await this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      if (expectedVersion !== undefined && expectedVersion !== (await rulebookVersion(tx))) {
        throw new RulebookRefusal(
          'outdated',
          'Somebody has changed the rules since you read them. Read the list again, then order it.',
        );
      }
      const present = (await this.all(tx)).map((rule) => rule.id).sort();
      const wanted = [...new Set(ruleIds)].sort();
      if (wanted.length !== ruleIds.length || present.join() !== wanted.join()) {
        throw new RulebookRefusal(
          'outdated',
          'These are not exactly the rules there are. Read the list again, then order it.',
        );
      }
      // Positions are unique at every moment, so they step aside before they take their new places.
      await tx.$executeRaw`update rule set position = -position where deleted_at is null`;
      await tx.$executeRaw`
        update rule set position = next.position
          from unnest(${[...ruleIds]}::uuid[]) with ordinality as next(id, position)
         where rule.id = next.id`;
      await raiseVersion(tx);
    });
  }

  async version(tx: Transaction = this.database): Promise<bigint> {
    return rulebookVersion(tx);
  }

  /** Treats a live rule as a shadow until somebody lets it go on, in a new version of the rulebook. To be called under its lock. */
  async holdBack(tx: Transaction, ruleId: string, at: Date, reason: string): Promise<void> {
    await tx.rule.update({ where: { id: ruleId }, data: { heldBackAt: at, heldBackReason: reason } });
    await raiseVersion(tx);
  }

  /** Lets a rule go on that was held back; from now on its firings are counted anew. */
  async resume(ruleId: string, at: Date): Promise<void> {
    await this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      const { heldBackAt } = await this.expected(tx, ruleId, undefined);
      if (heldBackAt === null) return;
      const release = { heldBackAt: null, heldBackReason: null, watchedSince: at };
      await tx.rule.update({ where: { id: ruleId }, data: release });
      await raiseVersion(tx);
    });
  }

  /** A rule as it stands, which is as the caller has read it, if they say which revision that was. */
  private async expected(
    tx: Transaction,
    ruleId: string,
    expectedNumber: number | undefined,
  ): Promise<RuleRow> {
    const current = await this.find(ruleId, tx);
    if (current === undefined) throw gone('rule');
    if (expectedNumber !== undefined && expectedNumber !== current.number) throw outdated('rule');
    return current;
  }
}

async function selectRules(tx: Transaction, which: Prisma.Sql): Promise<RuleRow[]> {
  return tx.$queryRaw<RuleRow[]>`
    select rule.id::text, rule.key, rule.position, revision.id::text as "revisionId", revision.number,
           revision.definition, revision.actor, revision.reason, rule.created_at as "createdAt",
           revision.created_at as "updatedAt", revision.dry_run_id::text as "dryRunId",
           rule.held_back_at as "heldBackAt", rule.held_back_reason as "heldBackReason"
      from rule join rule_revision revision on revision.id = rule.revision_id
     where rule.deleted_at is null ${which}
     order by rule.position`;
}

async function refuseTakenKey(tx: Transaction, key: string): Promise<void> {
  const owner = await tx.rule.findUnique({ where: { key }, select: { id: true } });
  if (owner === null) return;
  throw new RulebookRefusal(
    'taken',
    `Rule ${owner.id} has the key "${key}". Choose another, or change that rule.`,
  );
}

/** Stores a revision of a rule, which whoever calls makes the current one. */
export async function addRevision(
  tx: Transaction,
  ruleId: string,
  id: string,
  number: number,
  definition: RuleDefinition,
  { actor, reason, forecast }: Change,
): Promise<void> {
  const json: Prisma.InputJsonObject = JSON.parse(JSON.stringify(definition));
  await tx.ruleRevision.create({
    data: {
      id,
      ruleId,
      number,
      definition: json,
      actor,
      reason: reason ?? null,
      dryRunId: forecast?.dryRunId ?? null,
    },
  });
}
